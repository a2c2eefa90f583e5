//! Everything that a check rests on: packs, laws and services, checked against each other.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::law::{Calendar, Deadlines, Register};
use crate::questionnaire::{Citation, Compiled, Migration, Place, Problem, Services, Source, lint};

/// Packs, laws and services.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The packs, indexed.
    pub compiled: Rc<Compiled>,
    /// The laws.
    pub laws: Register,
    /// Who helps.
    pub services: Services,
    /// Days off.
    pub calendar: Calendar,
    /// Rules of deadlines.
    pub deadlines: Deadlines,
    /// How old answers move to the packs of today.
    pub migrations: Vec<Migration>,
}

/// What an audit of packs found and counted.
#[derive(Clone, Debug, Default)]
pub struct Audit {
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
    /// Citations in items and findings.
    pub citations: usize,
}

impl Library {
    /// Checks the prose of packs and every reference from packs to laws and services.
    #[must_use]
    pub fn audit(sources: &[Source], laws: &Register, services: &Services, on: NaiveDate) -> Audit {
        let mut audit = Audit { problems: lint::lint(sources), citations: 0 };
        for source in sources {
            for (place, _, item) in source.items() {
                audit.cite(&item.basis, laws, (on, None), &place);
            }
            for (at, rule) in source.pack.findings.iter().enumerate() {
                let place = source.place().child("findings").child(at);
                audit.cite(&rule.basis, laws, (rule.day_in_force(on), rule.to), &place);
                for service in &rule.services {
                    if services.find(service).is_none() {
                        let message = format!("services.yaml 里没有 {service}");
                        let place = place.child("services");
                        audit.problems.push(Problem::new(&place, message, "检查代码"));
                    }
                }
            }
        }
        audit
    }
}

impl Audit {
    /// Checks what services promise: each relief says what, and cites articles of the register.
    pub fn services(&mut self, services: &Services, laws: &Register, on: NaiveDate, file: &Place) {
        for (at, service) in services.services.iter().enumerate() {
            let list = file.child("services").child(at).child("relief");
            for (at, relief) in service.relief.iter().enumerate() {
                let place = list.child(at);
                if relief.basis.is_empty() || relief.what.trim().is_empty() {
                    let message = "减免要写内容（what）和依据（basis）";
                    self.problems.push(Problem::new(&place, message, "没有读到条文的不写"));
                }
                self.cite(&relief.basis, laws, (on, None), &place);
            }
        }
    }

    /// Every citation must have its article from a day to a last one.
    fn cite(
        &mut self,
        basis: &[Citation],
        laws: &Register,
        (on, last): (NaiveDate, Option<NaiveDate>),
        place: &Place,
    ) {
        self.citations += basis.len();
        for (at, citation) in basis.iter().enumerate() {
            if let Err(error) = laws.holds(citation, on, last) {
                self.problems.push(Problem::new(
                    &place.child("basis").child(at),
                    format!("{citation}: {error}"),
                    "检查代码和条号；读过条文后在 laws.yaml 写一句要旨",
                ));
            }
        }
    }
}

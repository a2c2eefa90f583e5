//! The start: what it is, how long it takes, what is asked about.

use std::rc::Rc;

use chrono::NaiveDate;

use super::minutes;
use crate::flow::Scope;
use crate::kiosk::{Deployment, Output, Place};
use crate::questionnaire::PackKind;
use crate::report::Library;
use crate::response::{Mode, read_text};
use crate::risk::Check;

/// The start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartView {
    /// Most questions of a quick check, the facts about the firm included.
    pub quick_questions: usize,
    /// Minutes for them.
    pub quick_minutes: usize,
    /// Questions that a company of twenty sees at least in a full check.
    pub full_questions: usize,
    /// Minutes for them.
    pub full_minutes: usize,
    /// The domains.
    pub domains: Vec<DomainLine>,
    /// Whether a file may be opened.
    pub files: bool,
    /// Where the machine stands: district and justice office, where they are configured.
    pub place: Option<String>,
    /// Whether reports can be reviewed here, and how much that is offered.
    pub desk: Option<DeskOffer>,
}

/// How much the lawyer's desk is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskOffer {
    /// The machine is there for it.
    First,
    /// It is there as well.
    Aside,
}

/// One domain of the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainLine {
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
}

/// The question whose answers are the districts.
const DISTRICT: &str = "profile.district";

/// The firm that the estimate is made for: a company of twenty.
const TYPICAL: [(&str, &str); 2] = [("profile.form", "llc"), ("profile.headcount", "20")];

pub(super) fn view(library: &Library, deployment: &Deployment) -> StartView {
    let quick = typical(library, Mode::Quick);
    let full = typical(library, Mode::Full);
    let domains = library.compiled.packs.iter().filter(|pack| pack.kind != PackKind::Profile);
    StartView {
        quick_questions: quick,
        quick_minutes: minutes(quick),
        full_questions: full,
        full_minutes: minutes(full),
        domains: domains
            .map(|pack| DomainLine { title: pack.title.clone(), summary: pack.summary.clone() })
            .collect(),
        files: deployment.offers(Output::File),
        place: place(library, deployment),
        desk: deployment.reviews().then_some(match deployment.mode {
            Place::Desk => DeskOffer::First,
            Place::Office | Place::Terminal => DeskOffer::Aside,
        }),
    }
}

fn place(library: &Library, deployment: &Deployment) -> Option<String> {
    let district = deployment.district.as_deref().and_then(|code| district(library, code));
    let parts: Vec<String> =
        district.into_iter().chain(deployment.justice_office.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// A district by its code, in the words of the profile.
pub(super) fn district(library: &Library, code: &str) -> Option<String> {
    let item = library.compiled.item(library.compiled.find(DISTRICT)?);
    item.options.iter().find(|option| option.code == code).map(|option| option.text.clone())
}

/// How many questions the typical firm sees before any answer opens more.
fn typical(library: &Library, mode: Mode) -> usize {
    let compiled = &library.compiled;
    // No question is opened or closed by this day; conditions on it stay undetermined.
    let today = NaiveDate::default();
    let answers = TYPICAL
        .iter()
        .filter_map(|(link_id, text)| {
            let ix = compiled.find(link_id)?;
            Some((ix, read_text(compiled.item(ix), text, today).ok()?))
        })
        .collect();
    let scope = Scope { mode, topics: Vec::new() };
    Check::with(Rc::clone(compiled), scope, today, answers).0.flow().progress().total
}

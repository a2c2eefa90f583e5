//! Reports of an earlier release, made again with the packs that they were made with: those of
//! today would give other conclusions, and so neither prove nor refute what the report says.

use std::collections::BTreeMap;

use super::integrity::{Integrity, judge};
use super::open::{Opened, OpenedCheck, made_again, same_packs};
use crate::report::{Library, Report};

/// A stored report, made again with its own packs.
#[derive(Clone, Debug)]
pub struct Original {
    /// The report.
    pub report: Report,
    /// The edition.
    pub library: Library,
}

impl Opened {
    /// The packs, as id and digest, of each report that cannot be made again with those of today.
    #[must_use]
    pub fn wanted(&self) -> Vec<BTreeMap<String, String>> {
        let unproven = self.checks.iter().filter(|check| check.integrity == Integrity::OtherPacks);
        let mut wanted: Vec<_> = unproven.map(packs).collect();
        wanted.sort();
        wanted.dedup();
        wanted
    }

    /// Holds each report that was made with an earlier edition of the packs against what that
    /// edition makes of its answers.
    pub fn prove(&mut self, edition: &Library) {
        for check in &mut self.checks {
            let own = same_packs(&check.packs, &edition.compiled);
            let Some(stored) = self.envelope.checks.get(check.at) else { continue };
            if check.integrity != Integrity::OtherPacks || !own {
                continue;
            }
            if let Some(report) = made_again(stored, edition) {
                (check.integrity, check.differences) = judge(stored, &report, true);
                check.original = Some(Original { report, library: edition.clone() });
            }
        }
    }
}

impl OpenedCheck {
    /// The report to be looked at: the one that its own packs give, where they are at hand.
    #[must_use]
    pub fn shown(&self) -> &Report {
        self.original.as_ref().map_or(&self.report, |original| &original.report)
    }
}

fn packs(check: &OpenedCheck) -> BTreeMap<String, String> {
    check.packs.iter().map(|pack| (pack.id.clone(), pack.hash.clone())).collect()
}

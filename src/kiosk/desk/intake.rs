//! Reports come to the desk: from files, one by one so that the page stays quick, and from links.

use std::rc::Rc;

use super::case::{Bench, Case};
use super::{Desk, DeskEffect, Filed};
use crate::archive::compact;
use crate::archive::envelope::{Envelope, write};
use crate::archive::open::Opened;
use crate::desk::Trust;
use crate::kiosk::{Effect, Problem, Trouble};
use crate::report::{Library, build};
use crate::risk::Check;

impl Desk {
    pub(super) fn bench<'a>(&'a self, trust: Trust<'a>) -> Bench<'a> {
        Bench { library: &self.library, editions: &self.editions, today: self.today, trust }
    }

    /// So many files were chosen.
    pub(super) fn expects(&mut self, files: usize) {
        if self.coming == 0 {
            self.chosen = 0;
        }
        self.coming += files;
        self.chosen += files;
        self.error = None;
    }

    /// One of them was read.
    pub(super) fn reads(
        &mut self,
        name: String,
        bytes: Result<Vec<u8>, Trouble>,
        trust: Trust<'_>,
    ) -> Vec<Effect> {
        self.coming = self.coming.saturating_sub(1);
        match bytes {
            Ok(bytes) => self.files_away(name, bytes, trust),
            Err(why) => {
                self.files.push(Filed::Refused { name, why: why.into() });
                Vec::new()
            }
        }
    }

    /// A report by its link or code.
    pub(super) fn follows(&mut self, link: &str, trust: Trust<'_>) -> Vec<Effect> {
        self.error = None;
        match self.file_of(link) {
            Ok((name, text)) => self.files_away(name, text.into_bytes(), trust),
            Err(why) => {
                self.error = Some(why);
                Vec::new()
            }
        }
    }

    /// The firm's file with the report of a link in it.
    fn file_of(&self, link: &str) -> Result<(String, String), Problem> {
        let decoded = compact::decode(&compact::payload(link.trim())?, &self.library)?;
        let compiled = Rc::clone(&self.library.compiled);
        let (check, _) = Check::with(compiled, decoded.scope, decoded.day, decoded.answers);
        let report = build(&check, &self.library);
        let mut envelope = Envelope::default();
        envelope.add(&report);
        let name = format!("{} {}", report.on, crate::report::short_seal(&report.seal));
        Ok((name, write(&envelope)?))
    }

    fn files_away(&mut self, name: String, bytes: Vec<u8>, trust: Trust<'_>) -> Vec<Effect> {
        self.judged += 1;
        let at = self.files.len();
        match Case::read(name.clone(), bytes, at, &self.bench(trust)) {
            Ok((case, opened)) => self.takes(case, &opened, trust),
            Err(why) => {
                self.files.push(Filed::Refused { name, why });
                Vec::new()
            }
        }
    }

    fn takes(&mut self, case: Case, opened: &Opened, trust: Trust<'_>) -> Vec<Effect> {
        let mut effects = self.asks_for_editions(opened);
        let signed = trust.proofs.open(&case.review);
        if !signed.is_empty() {
            effects.push(Effect::Verify(signed));
        }
        let check = opened.checks.last();
        let known = self.files.iter_mut().find_map(|file| match file {
            Filed::Case(own) => own.takes_in(&case).then_some(own),
            Filed::Refused { .. } => None,
        });
        match (known, check) {
            (Some(own), Some(check)) => own.settle(check, trust, self.today),
            _ => self.files.push(Filed::Case(Box::new(case))),
        }
        effects
    }

    /// Editions that a file needs and that nobody has asked for yet.
    fn asks_for_editions(&mut self, opened: &Opened) -> Vec<Effect> {
        let mut wanted = opened.wanted();
        wanted.retain(|packs| !self.asked.contains(packs));
        self.asked.extend(wanted.iter().cloned());
        wanted.into_iter().map(Effect::FetchEdition).collect()
    }

    /// An earlier edition is here: what was made with another one than today's is judged again.
    pub(super) fn gets_edition(&mut self, edition: Library) -> Vec<Effect> {
        self.editions.push(edition);
        let lacking = self.cases().filter(|case| case.lacks_packs());
        let lacking: Vec<usize> = lacking.map(|case| case.row.at).collect();
        if lacking.is_empty() { Vec::new() } else { vec![DeskEffect::Judge(lacking).into()] }
    }

    /// Judges one case again.
    pub(super) fn judges(&mut self, at: usize, trust: Trust<'_>) {
        let Some(Ok(opened)) = self.case(at).map(|case| case.reopen(&self.bench(trust))) else {
            return;
        };
        self.judged += 1;
        let today = self.today;
        if let (Some(case), Some(check)) = (self.case_mut(at), opened.checks.last()) {
            case.settle(check, trust, today);
        }
        if let Some(open) = self.open.as_mut().filter(|open| open.at == at) {
            open.opened = opened;
        }
    }
}

impl From<DeskEffect> for Effect {
    fn from(effect: DeskEffect) -> Self {
        Self::Desk(effect)
    }
}

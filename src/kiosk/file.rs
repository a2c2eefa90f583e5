//! The firm's own file: opened, gone on with, checked again, written.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Made, Problem, Screen, Visit};
use crate::archive::edition::Original;
use crate::archive::envelope::{Draft, Envelope, FileError};
use crate::archive::merge::{Conflict, merge, sheet_of};
use crate::archive::open::Opened;
use crate::archive::remedy::{Remedy, recheck_items};
use crate::archive::{compact, envelope, folder, html, open, register};
use crate::desk::Trust;
use crate::flow::Scope;
use crate::report::{self, Document, Library};
use crate::response::Sheet;
use crate::risk::Check;
use crate::texts::Lang;

/// Two people's answers on their way to become one check.
#[derive(Clone, Debug)]
pub struct Merging {
    /// What both say, or one of them.
    pub sheet: Sheet,
    /// What they say differently.
    pub conflicts: Vec<Conflict>,
    /// Questions for which the answer of the other file was chosen, or one's own.
    pub settled: BTreeMap<String, Side>,
}

/// Whose answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one that was here.
    Ours,
    /// The one in the file.
    Theirs,
}

/// A visit that begins with a file.
pub(super) fn visit(library: &Library, bytes: &[u8], today: NaiveDate) -> Result<Visit, FileError> {
    let opened = open::open(bytes, library, today)?;
    let check = match (&opened.draft, opened.checks.last()) {
        (Some(draft), _) => draft.check.clone(),
        (None, Some(last)) => last.check.clone(),
        (None, None) => Check::new(Rc::clone(&library.compiled), Scope::profile(), today),
    };
    let mut visit = Visit::new(library.clone(), check, Screen::File);
    visit.scoped = true;
    visit.today = today;
    visit.register = register::of(&opened);
    visit.file = Some(Box::new(opened));
    Ok(visit)
}

/// A visit that begins with a link: its report, made again.
pub(super) fn linked(
    library: &Library,
    fragment: &str,
    today: NaiveDate,
    lang: Lang,
) -> Result<Visit, compact::CompactError> {
    let decoded = compact::decode(&compact::payload(fragment)?, library)?;
    let compiled = Rc::clone(&library.compiled);
    let (check, _) = Check::with(compiled, decoded.scope, decoded.day, decoded.answers);
    let mut visit = Visit::new(library.clone(), check, Screen::Report);
    visit.scoped = true;
    visit.today = today;
    visit.make(lang);
    Ok(visit)
}

impl Visit {
    /// The page that holds everything of this visit: the file that was opened, with this report or
    /// this draft, and the register.
    ///
    /// # Errors
    /// When the file would be too large.
    pub(super) fn page(
        &self,
        made: Option<&Made>,
        trust: Trust<'_>,
        lang: Lang,
    ) -> Result<String, FileError> {
        let mut envelope = self.envelope();
        let page = match made {
            Some(made) => {
                if !has(&envelope, &made.report.seal) {
                    envelope.add(&made.report);
                }
                envelope.draft = None;
                report::html::render(&self.reviewed(&made.document, &made.report, trust))
            }
            None => {
                envelope.draft = Some(Draft::of(&self.check));
                report::html::render(&folder::draft(&self.check, lang))
            }
        };
        html::embed(&page, &envelope)
    }

    /// The file that was opened, or an empty one, with the register as it is now.
    pub(super) fn envelope(&self) -> Envelope {
        let opened = self.file.as_ref().map(|opened| opened.envelope.clone());
        let mut envelope = opened.unwrap_or_default();
        if let Some(register) = &self.register {
            register::put(&mut envelope, register);
        }
        envelope
    }

    /// Whether the report of this visit still has to be put into the file that was opened.
    pub(super) fn unfiled(&self) -> bool {
        let Some(made) = &self.made else { return false };
        let seal = &made.report.seal;
        self.file.as_ref().is_none_or(|opened| {
            // One of the file that was made again with the packs of today is no other report.
            let again = opened.checks.iter().any(|check| check.report.seal == *seal);
            !again && !has(&opened.envelope, seal)
        })
    }

    /// The page of the firm's file as it was opened, with the marks and the register of now.
    ///
    /// # Errors
    /// When there is no file, or it would be too large.
    pub(super) fn folder(&self, trust: Trust<'_>, lang: Lang) -> Result<String, FileError> {
        let opened = self.file.as_deref().ok_or(FileError::Empty)?;
        let page = report::html::render(&self.folder_document(opened, trust, lang));
        html::embed(&page, &self.envelope())
    }

    /// Shows the last report of the file, with its own packs where they could be had.
    pub(super) fn show_last(&mut self, lang: Lang) {
        let last = self.file.as_ref().and_then(|opened| opened.checks.last());
        let last = last.map(|last| (last.check.clone(), last.original.clone()));
        if let Some((check, original)) = last {
            self.check = check;
            self.make(lang);
            if let Some(Original { report, library }) = original {
                let document = Arc::new(Document::of(&report, &library, lang));
                self.made = Some(Arc::new(Made { report, document }));
            }
            self.screen = Screen::Report;
        }
    }

    /// What is answered from now on is answered today: a report of an earlier day is left as it is,
    /// and its answers go into a check of today.
    pub(super) fn move_to_today(&mut self) {
        if self.check.flow().today() != self.today {
            let (compiled, scope) =
                (Rc::clone(self.check.compiled()), self.check.flow().scope().clone());
            (self.check, _) = Check::with(compiled, scope, self.today, self.check.answers());
            self.made = None;
        }
    }

    /// Begins a new check today with the last answers; what may have changed is asked again.
    pub(super) fn recheck(&mut self) {
        let last = self.file.as_ref().and_then(|opened| opened.checks.last());
        let Some(last) = last.map(|last| last.check.clone()) else { return };
        let (compiled, scope) = (Rc::clone(last.compiled()), last.flow().scope().clone());
        let again = recheck_items(&last);
        (self.check, _) = Check::with(compiled, scope, self.today, last.answers());
        self.again = again.into_iter().collect();
        self.rechecking = true;
        self.made = None;
        self.screen = self.first_open(|_| true).map_or(Screen::Review, Screen::Question);
    }

    /// Begins a check from its first question, without any answer, the file at hand.
    pub(super) fn begin_again(&mut self) {
        let compiled = Rc::clone(&self.library.compiled);
        self.check = Check::new(compiled, Scope::profile(), self.today);
        self.scoped = false;
        self.rechecking = false;
        self.again.clear();
        self.made = None;
        if let Some(first) = self.check.flow().path().next() {
            self.screen = Screen::Question(first);
        }
    }

    /// Marks a finding of the last report as put right on a day, by a person with a note.
    pub(super) fn mark(&mut self, finding: String, on: &str, by: String, note: String) {
        let day = NaiveDate::parse_from_str(on, "%Y-%m-%d").ok();
        let on = if on.is_empty() { Some(self.today) } else { day };
        let Some(on) = on.filter(|on| *on <= self.today) else {
            self.error = Some(Problem::RemedyDay);
            return;
        };
        self.error = None;
        let Some(opened) = &mut self.file else { return };
        opened.envelope.remedies.retain(|remedy| remedy.finding != finding);
        opened.envelope.remedies.push(Remedy { finding, on, by, note, more: BTreeMap::new() });
    }

    /// Takes a mark back.
    pub(super) fn unmark(&mut self, finding: &str) {
        if let Some(opened) = &mut self.file {
            opened.envelope.remedies.retain(|remedy| remedy.finding != finding);
        }
    }

    /// Lays the answers of a colleague's file beside those that are here.
    ///
    /// # Errors
    /// Why the file was refused.
    pub(super) fn join(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let theirs = open::open(bytes, &self.library, self.today)?;
        let Some(sheet) = their_sheet(&theirs) else { return Err(FileError::NotOurs) };
        let merged = merge(&Draft::of(&self.check).sheet, &sheet);
        self.merging = Some(Box::new(Merging {
            sheet: merged.sheet,
            conflicts: merged.conflicts,
            settled: BTreeMap::new(),
        }));
        self.screen = Screen::Conflicts;
        self.settle();
        Ok(())
    }

    /// Chooses whose answer to a question is taken; with the last one the check goes on.
    pub(super) fn choose_side(&mut self, link_id: String, side: Side) {
        if let Some(merging) = &mut self.merging {
            merging.settled.insert(link_id, side);
        }
        self.settle();
    }

    fn settle(&mut self) {
        let Some(merging) = &self.merging else { return };
        let open = |conflict: &Conflict| !merging.settled.contains_key(&conflict.link_id);
        if merging.conflicts.iter().any(open) {
            return;
        }
        let mut sheet = merging.sheet.clone();
        for conflict in &merging.conflicts {
            let value = match merging.settled.get(&conflict.link_id) {
                Some(Side::Theirs) => &conflict.theirs,
                _ => &conflict.ours,
            };
            sheet.answers.insert(conflict.link_id.clone(), value.clone());
        }
        let compiled = Rc::clone(&self.library.compiled);
        // Both came from checks in today's packs, so each answer is accepted again.
        if let Ok(answers) = sheet.read(&compiled, self.today) {
            let scope = Scope { mode: sheet.mode, topics: sheet.topics };
            (self.check, _) = Check::with(compiled, scope, self.today, answers);
        }
        self.merging = None;
        self.made = None;
        self.scoped = true;
        self.screen = Screen::Tasks;
    }
}

fn has(envelope: &envelope::Envelope, seal: &str) -> bool {
    let stored = |check: &serde_json::Value| {
        check.get("seal").and_then(|seal| seal.as_str().map(str::to_owned))
    };
    envelope.checks.iter().any(|check| stored(check).as_deref() == Some(seal))
}

fn their_sheet(opened: &Opened) -> Option<Sheet> {
    let draft = opened.draft.as_ref().map(|draft| Draft::of(&draft.check).sheet);
    draft.or_else(|| opened.checks.last().map(|last| sheet_of(&last.report)))
}

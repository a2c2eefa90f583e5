//! What happens on a question: entries are read, answers given, the next screen chosen.

use super::{Change, Entry, Notice, Screen, Visit};
use crate::questionnaire::{Item, ItemIx};
use crate::response::{Answer, AnswerError, read_json, read_text};

/// Takes an entry; with an error the question stays and says why.
pub(super) fn answered(visit: &mut Visit, ix: ItemIx, entry: Entry) {
    let read = read(visit, visit.compiled().item(ix), entry);
    let answer = match read {
        Ok(answer) => answer,
        Err(error) => {
            visit.error = Some(error.into());
            return;
        }
    };
    let before = visit.check.flow().answer(ix).cloned();
    let dropped = match answer {
        Some(answer) => visit.check.answer(ix, answer),
        None => visit.check.clear(ix),
    };
    visit.made = None;
    visit.again.remove(&ix);
    visit.error = None;
    let lost_something = !dropped.is_empty();
    let change = Change::Answer(ix, before);
    let notice = Notice { dropped, change, screen: visit.screen };
    visit.notice = lost_something.then_some(notice);
    visit.screen = after(visit, ix);
}

/// One step back from a question.
pub(super) fn before(visit: &Visit, ix: ItemIx) -> Option<Screen> {
    if visit.changing {
        return Some(Screen::Review);
    }
    match visit.check.flow().back(ix) {
        Some(earlier) if visit.pack_of(earlier) == visit.pack_of(ix) => {
            Some(Screen::Question(earlier))
        }
        _ if visit.is_profile(ix) => None,
        _ => Some(Screen::Tasks),
    }
}

fn read(visit: &Visit, item: &Item, entry: Entry) -> Result<Option<Answer>, AnswerError> {
    let today = visit.check.flow().today();
    let json = match entry {
        Entry::Skip if item.required => return Err(AnswerError::Empty),
        Entry::Skip => return Ok(None),
        Entry::Text(text) if !item.required && text.trim().is_empty() => return Ok(None),
        Entry::Text(text) => return read_text(item, &text, today).map(Some),
        Entry::Codes(codes) => codes.into(),
        Entry::Unknown => "unknown".into(),
        Entry::NotApplicable => "not_applicable".into(),
    };
    read_json(item, &json, today).map(Some)
}

/// The screen after a question: the next one of its pack; from a change, what the change opened,
/// or back to the check of answers.
fn after(visit: &mut Visit, ix: ItemIx) -> Screen {
    let pack = visit.pack_of(ix);
    if visit.rechecking {
        return match visit.first_open(|_| true) {
            Some(open) => Screen::Question(open),
            None => Screen::Review,
        };
    }
    if visit.changing {
        return match visit.first_open(|open| open > ix) {
            Some(open) => Screen::Question(open),
            None => {
                visit.changing = false;
                Screen::Review
            }
        };
    }
    match visit.check.flow().next(ix) {
        Some(next) if visit.pack_of(next) == pack => Screen::Question(next),
        _ if !visit.scoped => Screen::Scope,
        _ => Screen::Tasks,
    }
}

/// Takes the last change back, with the answers that it dropped.
pub(super) fn undo(visit: &mut Visit) {
    let Some(Notice { dropped, change, screen }) = visit.notice.take() else { return };
    match change {
        Change::Scope(before) => visit.check = *before,
        Change::Answer(ix, before) => {
            match before {
                Some(answer) => visit.check.answer(ix, answer),
                None => visit.check.clear(ix),
            };
            // In the order of asking, so that each finds its question on the path again.
            for (ix, answer) in dropped {
                visit.check.answer(ix, answer);
            }
        }
    }
    visit.made = None;
    visit.error = None;
    visit.screen = screen;
}

//! What is kept of a visit or a desk, and what it gives again. Of a visit it is the firm's file with
//! the answers as a draft, of a desk the files with their reviews, so that all of it is opened by
//! the way of every file.

use chrono::NaiveDate;
use serde_json::Value;

use super::super::desk::DeskDraft;
use super::super::{Desk, Effect, Screen, Stage, Visit, file};
use crate::archive::envelope::{self, Draft, FileError};
use crate::desk::Trust;
use crate::flow::Scope;
use crate::report::Library;

/// The member of a draft that lists the questions which are to be looked at again.
const AGAIN: &str = "again";
/// Most of a desk that is kept, in bytes: each step writes all of it.
const MOST_OF_A_DESK: usize = 32 << 20;

/// What was kept, as it was when it was left.
pub(super) enum Work {
    Visit(Box<Visit>),
    /// A desk, with what its files need from outside.
    Desk(Box<Desk>, Vec<Effect>),
}

/// Whether there is something to keep.
pub(super) fn is_under_way(stage: &Stage) -> bool {
    matches!(stage, Stage::Visiting(_) | Stage::Desk(_))
}

/// What is to be kept, with its day.
pub(super) fn content(stage: &Stage) -> Option<(NaiveDate, Result<String, FileError>)> {
    match stage {
        Stage::Visiting(visit) => Some((visit.today, of_visit(visit))),
        Stage::Desk(desk) => Some((desk.today, of_desk(desk))),
        _ => None,
    }
}

/// Reads what was kept.
pub(super) fn read(
    library: &Library,
    bytes: &[u8],
    today: NaiveDate,
    trust: Trust<'_>,
) -> Result<Work, FileError> {
    match serde_json::from_slice::<DeskDraft>(bytes) {
        Ok(draft) => {
            let (desk, effects) = draft.desk(library, today, trust);
            Ok(Work::Desk(Box::new(desk), effects))
        }
        Err(_) => Ok(Work::Visit(Box::new(visit(library, bytes, today)?))),
    }
}

fn of_desk(desk: &Desk) -> Result<String, FileError> {
    let text = serde_json::to_string(&DeskDraft::of(desk)).map_err(|_| FileError::Empty)?;
    if text.len() > MOST_OF_A_DESK { Err(FileError::TooBig) } else { Ok(text) }
}

/// Everything of a visit that a person entered or opened.
fn of_visit(visit: &Visit) -> Result<String, FileError> {
    let mut envelope = visit.envelope();
    let mut draft = Draft::of(&visit.check);
    if visit.rechecking {
        let link_id = |ix| Value::from(visit.compiled().item(ix).link_id.clone());
        let again = visit.again.iter().copied().map(link_id).collect();
        draft.more.insert(AGAIN.to_owned(), Value::Array(again));
    }
    envelope.draft = Some(draft);
    envelope::write(&envelope)
}

/// The visit that was kept, on its next open question.
fn visit(library: &Library, bytes: &[u8], today: NaiveDate) -> Result<Visit, FileError> {
    let mut visit = file::visit(library, bytes, today)?;
    let Some(opened) = &visit.file else { return Ok(visit) };
    let stored = opened.envelope.draft.as_ref();
    let again = stored.and_then(|draft| draft.more.get(AGAIN)?.as_array().cloned());
    let envelope = &opened.envelope;
    // Without a file it was only the answers; what could not be carried over is told there.
    let alone = envelope.checks.is_empty() && envelope.remedies.is_empty();
    let lost = opened.draft.as_ref().is_some_and(|draft| !draft.lost.is_empty());
    let told = !alone || lost || !opened.problems.is_empty();
    visit.rechecking = again.is_some();
    let again = again.into_iter().flatten();
    visit.again = again.filter_map(|id| library.compiled.find(id.as_str()?)).collect();
    visit.scoped = *visit.check.flow().scope() != Scope::profile();
    if !told {
        visit.file = None;
        visit.screen = match visit.first_open(|_| true) {
            Some(open) => Screen::Question(open),
            None if visit.scoped => Screen::Review,
            None => Screen::Scope,
        };
    }
    Ok(visit)
}

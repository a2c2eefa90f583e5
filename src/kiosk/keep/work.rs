//! What is kept of a visit, and the visit that it gives again: the firm's file with the answers as
//! a draft, so that it is opened by the way of every file.

use chrono::NaiveDate;
use serde_json::Value;

use super::super::{Screen, Visit, file};
use crate::archive::envelope::{self, Draft, FileError};
use crate::flow::Scope;
use crate::report::Library;

/// The member of a draft that lists the questions which are to be looked at again.
const AGAIN: &str = "again";

/// Everything of a visit that a person entered or opened.
pub(super) fn content(visit: &Visit) -> Result<String, FileError> {
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
pub(super) fn visit(library: &Library, bytes: &[u8], today: NaiveDate) -> Result<Visit, FileError> {
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

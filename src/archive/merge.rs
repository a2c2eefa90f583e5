//! Two people's answers into one. What only one has is taken; where they differ nothing wins: the
//! question is left open and listed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::envelope::{Draft, Envelope, PackRef};
use crate::report::Report;
use crate::response::{Mode, Sheet};

/// Two sheets as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Every answer on which they agree, and those that only one has.
    pub sheet: Sheet,
    /// Every question on which they do not; none of them is answered in the sheet.
    pub conflicts: Vec<Conflict>,
}

/// One question with two answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    /// The question; for a member of the file or a remedy its name.
    pub link_id: String,
    /// What ours says.
    pub ours: Value,
    /// What theirs says.
    pub theirs: Value,
}

/// Two files as one.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedFile {
    /// Every report of both, and their drafts as one.
    pub envelope: Envelope,
    /// What the two say differently; ours stays in members other than the draft.
    pub conflicts: Vec<Conflict>,
}

/// The answers of a report, to be merged with others.
#[must_use]
pub fn sheet_of(report: &Report) -> Sheet {
    Sheet {
        schema: 1,
        on: Some(report.on),
        mode: report.mode,
        topics: report.topics.clone(),
        answers: report.answers.clone(),
    }
}

/// Two sheets as one. Both are to be in the packs of today, as [`open`](super::open::open) gives
/// them. The scope is the one that holds both; a day that differs is left open.
#[must_use]
pub fn merge(ours: &Sheet, theirs: &Sheet) -> Merged {
    let mut answers: BTreeMap<String, Value> = ours.answers.clone();
    let mut conflicts = Vec::new();
    for (link_id, value) in &theirs.answers {
        match answers.get(link_id) {
            None => {
                answers.insert(link_id.clone(), value.clone());
            }
            Some(own) if same(own, value) => {}
            Some(own) => {
                conflicts.push(conflict(link_id, own, value));
                answers.remove(link_id);
            }
        }
    }
    let (mode, topics) = scope(ours, theirs);
    let on = match (ours.on, theirs.on) {
        (Some(own), Some(other)) => (own == other).then_some(own),
        (own, other) => own.or(other),
    };
    Merged { sheet: Sheet { schema: ours.schema, on, mode, topics, answers }, conflicts }
}

/// Two files as one.
#[must_use]
pub fn merge_files(ours: &Envelope, theirs: &Envelope) -> MergedFile {
    let mut envelope = ours.clone();
    let mut conflicts = Vec::new();
    let fresh = theirs.checks.iter().filter(|check| !ours.checks.contains(check));
    envelope.checks.extend(fresh.cloned());
    envelope.checks.sort_by_key(|check| {
        check.get("on").and_then(Value::as_str).unwrap_or_default().to_owned()
    });
    let fresh = theirs.remedies.iter().filter(|remedy| !ours.remedies.contains(remedy));
    envelope.remedies.extend(fresh.cloned());
    envelope.remedies.sort_by_key(|remedy| remedy.on);
    envelope.draft = match (&ours.draft, &theirs.draft) {
        (Some(own), Some(other)) => Some(drafts(own, other, &mut conflicts)),
        (own, other) => own.clone().or_else(|| other.clone()),
    };
    members(&mut envelope.more, &theirs.more, &mut conflicts);
    MergedFile { envelope, conflicts }
}

fn drafts(ours: &Draft, theirs: &Draft, conflicts: &mut Vec<Conflict>) -> Draft {
    let Merged { sheet, conflicts: found } = merge(&ours.sheet, &theirs.sheet);
    conflicts.extend(found);
    let mut packs: Vec<PackRef> = ours.packs.clone();
    packs.extend(theirs.packs.iter().filter(|pack| !ours.packs.contains(pack)).cloned());
    let mut more = ours.more.clone();
    members(&mut more, &theirs.more, conflicts);
    Draft { sheet, packs, more }
}

/// Members that only theirs has are taken; of two that differ ours stays, and both are listed.
fn members(
    ours: &mut BTreeMap<String, Value>,
    theirs: &BTreeMap<String, Value>,
    conflicts: &mut Vec<Conflict>,
) {
    for (name, value) in theirs {
        match ours.get(name) {
            Some(own) if own == value => {}
            Some(own) => conflicts.push(conflict(name, own, value)),
            None => {
                ours.insert(name.clone(), value.clone());
            }
        }
    }
}

fn conflict(link_id: &str, ours: &Value, theirs: &Value) -> Conflict {
    Conflict { link_id: link_id.to_owned(), ours: ours.clone(), theirs: theirs.clone() }
}

/// The smallest scope that asks what both ask.
fn scope(ours: &Sheet, theirs: &Sheet) -> (Mode, Vec<String>) {
    match (ours.mode, theirs.mode) {
        (Mode::Topics, Mode::Topics) => {
            let mut topics = ours.topics.clone();
            topics.extend(theirs.topics.iter().filter(|id| !ours.topics.contains(id)).cloned());
            (Mode::Topics, topics)
        }
        (Mode::Quick, Mode::Quick) => (Mode::Quick, Vec::new()),
        _ => (Mode::Full, Vec::new()),
    }
}

/// Whether two answers are one: ticks in any order, numbers by their value.
fn same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Array(own), Value::Array(other)) => ticks(own) == ticks(other),
        (Value::Number(own), Value::Number(other)) => own.as_f64() == other.as_f64(),
        _ => ours == theirs,
    }
}

fn ticks(codes: &[Value]) -> BTreeSet<String> {
    codes.iter().map(ToString::to_string).collect()
}

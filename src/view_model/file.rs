//! The firm's file, what two people's answers say differently, and the code for a phone.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Document;
use crate::archive::folder;
use crate::archive::merge::Conflict;
use crate::desk::Trust;
use crate::kiosk::{Deployment, Output, Side, Visit};
use crate::response::read_json;
use crate::risk::Level;
use crate::texts::Lang;

/// The firm's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderView {
    /// What it says.
    pub document: Arc<Document>,
    /// Whether it holds a report.
    pub has_report: bool,
    /// Whether it holds an unfinished check.
    pub has_draft: bool,
    /// How many questions a re-check asks.
    pub again: usize,
    /// Findings of the last report, with their marks.
    pub marks: Vec<MarkView>,
    /// Whether the file may be saved.
    pub can_save: bool,
    /// Today, the last day on which something can have been put right.
    pub today: NaiveDate,
}

/// One finding of the last report and whether it was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkView {
    /// Id of the finding.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// Whether it is marked as put right.
    pub done: bool,
}

/// A question to which two people gave different answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictView {
    /// The question.
    pub link_id: String,
    /// Its text.
    pub question: String,
    /// The answer that was here.
    pub ours: String,
    /// The answer of the file.
    pub theirs: String,
    /// Which was chosen.
    pub chosen: Option<Side>,
}

/// A QR code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// Modules on each side, the quiet zone counted.
    pub side: usize,
    /// The dark ones as an SVG path.
    pub path: String,
}

pub(super) fn folder(
    visit: &Visit,
    deployment: &Deployment,
    trust: Trust<'_>,
    lang: Lang,
) -> FolderView {
    let opened = visit.file.as_deref();
    let last = opened.and_then(|opened| opened.checks.last());
    let marked = |id: &str| {
        let remedies = opened.map(|opened| opened.envelope.remedies.as_slice());
        remedies.unwrap_or_default().iter().any(|remedy| remedy.finding == id)
    };
    FolderView {
        document: Arc::new(match opened {
            Some(opened) => visit.folder_document(opened, trust, lang),
            None => folder::draft(&visit.check, lang),
        }),
        has_report: last.is_some(),
        has_draft: opened.is_some_and(|opened| opened.draft.is_some()),
        again: last.map_or(0, |last| crate::archive::remedy::recheck_items(&last.check).len()),
        marks: last
            .iter()
            .flat_map(|last| &last.report.findings)
            .map(|found| MarkView {
                id: found.id.clone(),
                title: found.title.clone(),
                level: found.level,
                done: marked(&found.id),
            })
            .collect(),
        can_save: deployment.offers(Output::File),
        today: visit.today,
    }
}

pub(super) fn conflicts(visit: &Visit) -> Vec<ConflictView> {
    let Some(merging) = &visit.merging else { return Vec::new() };
    let view = |conflict: &Conflict| {
        let item = visit.compiled().item(visit.compiled().find(&conflict.link_id)?);
        let shown = |value| {
            read_json(item, value, visit.today)
                .map(|answer| answer.display(item))
                .unwrap_or_default()
        };
        Some(ConflictView {
            link_id: conflict.link_id.clone(),
            question: item.text.clone(),
            ours: shown(&conflict.ours),
            theirs: shown(&conflict.theirs),
            chosen: merging.settled.get(&conflict.link_id).copied(),
        })
    };
    merging.conflicts.iter().filter_map(view).collect()
}

pub(super) fn codes(visit: &Visit) -> Vec<CodeView> {
    visit.codes.iter().map(|code| CodeView { side: code.side(), path: code.path() }).collect()
}

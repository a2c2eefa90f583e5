//! From a report to its document.

use super::{Block, Document, Part, PartId, finding, fine, lists, sources, tables, verdict, words};
use crate::report::{Library, Report, short_seal};
use crate::texts::{Lang, Report as Words};

/// Most packs whose versions have room at the foot of a page.
const MOST_VERSIONS: usize = 5;

impl Document {
    /// The document of a report, framed in a language. The library gives titles of laws and texts
    /// of questions.
    #[must_use]
    pub fn of(report: &Report, library: &Library, lang: Lang) -> Self {
        let words = &lang.texts().report;
        Self {
            lang,
            title: words.title.to_owned(),
            firm: name(report).unwrap_or_else(|| words.no_name.to_owned()),
            meta: meta(report, words),
            foot: foot(report, words),
            parts: parts(report, library, lang),
        }
    }
}

fn parts(report: &Report, library: &Library, lang: Lang) -> Vec<Part> {
    let words = &lang.texts().report;
    let labels = &words.labels;
    let part = |id, heading: &str, blocks| Part { id, heading: heading.to_owned(), blocks };
    let all = [
        part(PartId::Verdict, &report.verdict_in(lang), verdict::blocks(report, words)),
        part(
            PartId::First,
            &(labels.first)(report.priorities.len()),
            lists::first(report, library, words),
        ),
        part(PartId::Domains, labels.domains, tables::domains(report, words)),
        part(
            PartId::Findings,
            &(labels.findings)(report.findings.len()),
            finding::cards(report, library, words),
        ),
        part(PartId::Advice, labels.advice, lists::advice(report, library, words)),
        part(PartId::Calendar, labels.calendar, tables::calendar(report, words)),
        part(
            PartId::Unknowns,
            &(labels.unknowns)(report.unknowns.len()),
            lists::unknowns(report, words),
        ),
        part(PartId::Fine, labels.fine, fine::blocks(report, library, words)),
        part(PartId::Services, labels.services, lists::services(report, library, words)),
        part(PartId::Firm, labels.firm, lists::firm(report, library)),
        part(
            PartId::Sources,
            sources::heading(report, words),
            sources::blocks(report, library, words),
        ),
        part(PartId::Method, labels.method, method(report, words)),
    ];
    all.into_iter().filter(|part| !part.blocks.is_empty()).collect()
}

/// The name that the firm gave.
pub(in crate::report) fn name(report: &Report) -> Option<String> {
    report.firm.get("name").and_then(|name| name.as_str()).map(str::to_owned)
}

fn meta(report: &Report, words: &Words) -> Vec<(String, String)> {
    let scope = words::mode(report.mode, words);
    let answered = (words.figures.answered)(scope, report.answers.len());
    let labels = &words.labels;
    [
        (labels.day, (words.figures.day)(report.on)),
        (labels.scope, answered),
        (labels.seal, short_seal(&report.seal)),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

/// Name, day, versions and seal: what ties a page to its report.
fn foot(report: &Report, words: &Words) -> String {
    let versions: Vec<String> =
        report.packs.iter().map(|pack| format!("{} {}", pack.title, pack.version)).collect();
    let versions = if versions.len() > MOST_VERSIONS {
        (words.figures.packs)(versions.len())
    } else {
        versions.join(words.joints.and)
    };
    let seal = (words.figures.sealed)(&short_seal(&report.seal));
    format!("{} {} · {versions} · {seal}", words.name, report.on)
}

fn method(report: &Report, words: &Words) -> Vec<Block> {
    let figures = &words.figures;
    let sums = report.sums;
    let working = (figures.working)(sums.triggered, sums.assessed, sums.applicable);
    vec![
        Block::Text(words.method.to_owned()),
        Block::Text((figures.overall)(&working)),
        Block::Text((figures.seal)(&short_seal(&report.seal), &report.seal)),
    ]
}

//! A review as the firm meets it: parts that join a document, and the lawyer's word beside each
//! finding. What the report says stays where it is.

use super::opinion::{Letterhead, opinion, verdict_word};
use super::{Overlay, Review, Signature, Standing, Trust, Verdict};
use crate::report::Report;
use crate::report::document::{Block, Document, Part, Section, words};
use crate::texts::{Lang, Texts};

/// The signatures of a review with what each is worth.
#[must_use]
pub fn signed(review: &Review, trust: Trust<'_>) -> Vec<(Signature, Standing)> {
    let standings = trust.proofs.standings(review, trust.keys);
    review.signatures.iter().cloned().zip(standings).collect()
}

/// Puts a review into a document: its parts behind the first one, and the lawyer's word on each
/// finding before everything else of it.
pub fn show(document: &mut Document, report: &Report, review: &Review, trust: Trust<'_>) {
    if review.steps.is_empty() && review.signatures.is_empty() {
        return;
    }
    let texts = document.lang.texts();
    beside(document, report, review, texts);
    let letter = opinion(report, review, &signed(review, trust), &Letterhead::default());
    let named = |part: Part| Part { heading: (texts.desk.signing.part)(&part.heading), ..part };
    let at = document.parts.len().min(1);
    document.parts.splice(at..at, letter.parts.into_iter().map(named));
}

fn beside(document: &mut Document, report: &Report, review: &Review, texts: &Texts) {
    let overlay = Overlay::of(report, &review.steps);
    let level = |level| words::level(level, &Lang::Zh.texts().report);
    let blocks = document.parts.iter_mut().flat_map(|part| &mut part.blocks);
    for block in blocks {
        let Block::Finding(card) = block else { continue };
        let judged = overlay.findings.iter().find(|judged| judged.id == card.id);
        let Some(judged) = judged.filter(|judged| judged.verdict != Verdict::Open) else {
            continue;
        };
        let mut said = verdict_word(judged.verdict).to_owned();
        if judged.level != card.level {
            said.push_str(&format!("：等级 {} → {}", level(card.level), level(judged.level)));
        }
        let mut lines = vec![said];
        lines.extend((judged.title != card.title).then(|| judged.title.to_owned()));
        lines.extend((judged.effects != card.lead).then(|| judged.effects.to_owned()));
        lines.extend(judged.treatment.unwrap_or_default().iter().cloned());
        let reasons = judged.history.iter().filter(|step| !step.reason.is_empty());
        lines.extend(reasons.map(|step| format!("{}：{}", step.by.name, step.reason)));
        let label = texts.desk.signing.word_on.to_owned();
        card.sections.insert(0, Section { label, blocks: vec![Block::List(lines)] });
    }
}

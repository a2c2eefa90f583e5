//! A finding in full: 事实 → 依据 → 后果 → 整改 → 证据 → 找谁.

use super::{Block, Card, Section, words};
use crate::questionnaire::Step;
use crate::report::{Basis, Because, Deadline, Finding, Library, Report};
use crate::texts::Report as Words;

pub(super) fn cards(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let numbered = report.findings.iter().zip(1..);
    let card = |(found, number)| Block::Finding(card(report, library, (found, number), words));
    numbered.map(card).collect()
}

fn card(
    report: &Report,
    library: &Library,
    (found, number): (&Finding, usize),
    words: &Words,
) -> Box<Card> {
    let deadline = nearest(report, found);
    Box::new(Card {
        number,
        id: found.id.clone(),
        level: found.level,
        score: found.score,
        title: found.title.clone(),
        domain: found.domain.clone(),
        domain_title: domain_title(report, &found.domain),
        due: deadline.map(|deadline| deadline.due),
        lead: found.effects.clone(),
        sections: sections(report, library, found, words),
    })
}

fn sections(report: &Report, library: &Library, found: &Finding, words: &Words) -> Vec<Section> {
    let labels = &words.labels;
    let mut sections =
        vec![section(labels.facts, vec![Block::Pairs(facts(library, found, words))])];
    sections.push(section(labels.basis, basis(found, words)));
    if let Some(money) = money(library, found, words) {
        sections.push(section(labels.money, money));
    }
    if let Some(deadline) = nearest(report, found) {
        sections.push(section(labels.due, vec![Block::Text(due(deadline, words))]));
    }
    let step = |step: &Step| {
        format!("{}{}", step.action, (words.joints.aside)(words::effort(step.effort, words)))
    };
    sections.push(section(
        labels.treatment,
        vec![Block::Steps(found.treatment.iter().map(step).collect())],
    ));
    if !found.evidence.is_empty() {
        sections.push(section(labels.evidence, vec![Block::List(found.evidence.clone())]));
    }
    if !found.services.is_empty() {
        let services = found.services.iter().map(|one| words::service(one, words)).collect();
        sections.push(section(labels.help, vec![Block::List(services)]));
    }
    sections.push(section(labels.working, vec![Block::Text(working(report, found, words))]));
    sections
}

fn section(label: &str, blocks: Vec<Block>) -> Section {
    Section { label: label.to_owned(), blocks }
}

fn facts(library: &Library, found: &Finding, words: &Words) -> Vec<(String, String)> {
    let fact = |fact: &Because| (fact.question.clone(), shown(library, fact, words));
    found.because.iter().map(fact).collect()
}

/// The answer as it was shown; several choices apart from each other, as one choice may itself
/// be a list.
pub(super) fn shown(library: &Library, fact: &Because, words: &Words) -> String {
    let compiled = &library.compiled;
    let labels = || {
        let item = compiled.item(compiled.find(&fact.link_id)?);
        let codes = fact.answer.as_array().filter(|codes| codes.len() > 1)?;
        let labels: Vec<&str> =
            codes.iter().map(|code| item.label(code.as_str()?)).collect::<Option<_>>()?;
        // Otherwise the questions are no longer those of the report.
        (labels.join("、") == fact.shown).then(|| labels.join(words.joints.then))
    };
    labels().unwrap_or_else(|| fact.shown.clone())
}

fn basis(found: &Finding, words: &Words) -> Vec<Block> {
    let pair = |basis: &Basis| (words::basis(basis, words), basis.gist.clone());
    let pairs = found.basis.iter().map(pair).collect();
    let note = words::unsure(found.status, words).map(|note| Block::Note(note.to_owned()));
    [Block::Pairs(pairs)].into_iter().chain(note).collect()
}

/// What it can cost, or what to find out first; `None` where the law gives no figure.
fn money(library: &Library, found: &Finding, words: &Words) -> Option<Vec<Block>> {
    if let Some(exposure) = &found.exposure {
        let range = words::range(exposure.low, exposure.high, words);
        return Some(vec![Block::Text((words.findings.how)(&range, &exposure.how))]);
    }
    let compiled = &library.compiled;
    let question = |id: &String| Some(format!("“{}”", compiled.item(compiled.find(id)?).text));
    let open: Vec<String> = found.exposure_needs.iter().filter_map(question).collect();
    let ask = || vec![Block::Text((words.findings.missing)(&open.join(words.joints.and)))];
    (!open.is_empty()).then(ask)
}

/// The deadline that hangs on a finding and ends first.
pub(super) fn nearest<'a>(report: &'a Report, found: &Finding) -> Option<&'a Deadline> {
    report.deadlines.iter().find(|deadline| deadline.raises.as_ref() == Some(&found.id))
}

/// A deadline in one line.
pub(in crate::report) fn due(deadline: &Deadline, words: &Words) -> String {
    let (joints, figures) = (&words.joints, &words.figures);
    let (day, left) = ((figures.day)(deadline.due), (figures.left)(deadline.days_left));
    format!("{}{}{day}{}{left}", deadline.title, joints.colon, joints.comma)
}

fn working(report: &Report, found: &Finding, words: &Words) -> String {
    let missed = report.deadlines.iter().find(|one| Some(&one.id) == found.deadline.as_ref());
    let missed =
        missed.map(|missed| (words.raised.missed)(&missed.title, &(words.figures.day)(missed.due)));
    let score = (words.figures.score)(found.likelihood, found.consequence, found.score);
    format!("{score}{}{}", words::raised(&found.flags, words), missed.unwrap_or_default())
}

fn domain_title(report: &Report, id: &str) -> String {
    let domain = report.domains.iter().find(|domain| domain.id == id);
    domain.map_or_else(|| id.to_owned(), |domain| domain.title.clone())
}

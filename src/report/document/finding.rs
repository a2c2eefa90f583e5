//! A finding in full: 事实 → 依据 → 后果 → 整改 → 证据 → 找谁.

use super::{Block, Card, Section, words};
use crate::law::deadline::chinese_day;
use crate::questionnaire::Step;
use crate::report::{Because, Deadline, Finding, Library, Report};

pub(super) fn cards(report: &Report, library: &Library) -> Vec<Block> {
    let numbered = report.findings.iter().zip(1..);
    numbered.map(|(found, number)| Block::Finding(card(report, library, found, number))).collect()
}

fn card(report: &Report, library: &Library, found: &Finding, number: usize) -> Box<Card> {
    let deadline = nearest(report, found);
    let mut sections = vec![section("事实", vec![Block::Pairs(facts(library, found))])];
    sections.push(section("依据（要旨，非原文）", basis(found)));
    if let Some(money) = money(library, found) {
        sections.push(section("可能要付多少", money));
    }
    if let Some(deadline) = deadline {
        sections.push(section("期限", vec![Block::Text(due(deadline))]));
    }
    let step = |step: &Step| format!("{}（{}）", step.action, words::effort(step.effort));
    sections
        .push(section("怎么改", vec![Block::Steps(found.treatment.iter().map(step).collect())]));
    if !found.evidence.is_empty() {
        sections.push(section("留好这些", vec![Block::List(found.evidence.clone())]));
    }
    if !found.services.is_empty() {
        let services = found.services.iter().map(words::service).collect();
        sections.push(section("找谁", vec![Block::List(services)]));
    }
    sections.push(section("等级怎么来的", vec![Block::Text(working(report, found))]));
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
        sections,
    })
}

fn section(label: &str, blocks: Vec<Block>) -> Section {
    Section { label: label.to_owned(), blocks }
}

fn facts(library: &Library, found: &Finding) -> Vec<(String, String)> {
    let fact = |fact: &Because| (fact.question.clone(), shown(library, fact));
    found.because.iter().map(fact).collect()
}

/// The answer as it was shown; several choices apart from each other, as one choice may itself
/// be a list.
pub(super) fn shown(library: &Library, fact: &Because) -> String {
    let compiled = &library.compiled;
    let labels = || {
        let item = compiled.item(compiled.find(&fact.link_id)?);
        let codes = fact.answer.as_array().filter(|codes| codes.len() > 1)?;
        let labels: Vec<&str> =
            codes.iter().map(|code| item.label(code.as_str()?)).collect::<Option<_>>()?;
        // Otherwise the questions are no longer those of the report.
        (labels.join("、") == fact.shown).then(|| labels.join("；"))
    };
    labels().unwrap_or_else(|| fact.shown.clone())
}

fn basis(found: &Finding) -> Vec<Block> {
    let pairs = found.basis.iter().map(|basis| (words::basis(basis), basis.gist.clone())).collect();
    let note = words::unsure(found.status).map(|note| Block::Note(note.to_owned()));
    [Block::Pairs(pairs)].into_iter().chain(note).collect()
}

/// What it can cost, or what to find out first; `None` where the law gives no figure.
fn money(library: &Library, found: &Finding) -> Option<Vec<Block>> {
    if let Some(exposure) = &found.exposure {
        let range = words::range(exposure.low, exposure.high);
        return Some(vec![Block::Text(format!("{range}。怎么算的：{}", exposure.how))]);
    }
    let compiled = &library.compiled;
    let question = |id: &String| Some(format!("“{}”", compiled.item(compiled.find(id)?).text));
    let open: Vec<String> = found.exposure_needs.iter().filter_map(question).collect();
    let ask = || vec![Block::Text(format!("还算不出，先查清：{}", open.join("、")))];
    (!open.is_empty()).then(ask)
}

/// The deadline that hangs on a finding and ends first.
pub(super) fn nearest<'a>(report: &'a Report, found: &Finding) -> Option<&'a Deadline> {
    report.deadlines.iter().find(|deadline| deadline.raises.as_ref() == Some(&found.id))
}

/// A deadline in one line.
pub(in crate::report) fn due(deadline: &Deadline) -> String {
    let left = words::left(deadline.days_left);
    format!("{}：{}，{left}", deadline.title, chinese_day(deadline.due))
}

fn working(report: &Report, found: &Finding) -> String {
    let missed = report.deadlines.iter().find(|one| Some(&one.id) == found.deadline.as_ref());
    let missed = missed.map(|missed| {
        let day = chinese_day(missed.due);
        format!("；“{}”的期限 {day} 已经过了，按规则为红", missed.title)
    });
    format!(
        "可能性 {} × 影响 {} = {}{}{}",
        found.likelihood,
        found.consequence,
        found.score,
        words::raised(&found.flags),
        missed.unwrap_or_default()
    )
}

fn domain_title(report: &Report, id: &str) -> String {
    let domain = report.domains.iter().find(|domain| domain.id == id);
    domain.map_or_else(|| id.to_owned(), |domain| domain.title.clone())
}

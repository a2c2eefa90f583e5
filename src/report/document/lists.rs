//! Lists: what to do first, the least to change, what to find out, who helps, who the firm is.

use super::finding::{self, due, nearest};
use super::relief::reliefs;
use super::{Block, Brief, OpenQuestion, words};
use crate::questionnaire::{ItemKind, Service};
use crate::report::{Advised, Finding, Library, Report};
use crate::response::{Answer, read_json};
use crate::texts::Report as Words;

pub(super) fn first(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let find = |id: &String| report.findings.iter().find(|found| found.id == *id);
    let wanted = report.priorities.iter().filter_map(find);
    wanted.map(|found| Block::Brief(brief(report, library, found, words))).collect()
}

fn brief(report: &Report, library: &Library, found: &Finding, words: &Words) -> Brief {
    let labels = &words.labels;
    let first = found.treatment.first();
    let money = found.exposure.as_ref().map(|sum| words::range(sum.low, sum.high, words));
    let missing = (!found.exposure_needs.is_empty() && money.is_none())
        .then(|| words.findings.missing_some.to_owned());
    let facts = [
        (labels.step, first.map(|step| step.action.clone())),
        (labels.effort, first.map(|step| words::effort(step.effort, words).to_owned())),
        (labels.due, nearest(report, found).map(|deadline| due(deadline, words))),
        (labels.cost, money.or(missing)),
        (labels.help, found.services.first().map(|service| helper(library, service))),
    ];
    Brief {
        id: found.id.clone(),
        level: found.level,
        score: found.score,
        title: found.title.clone(),
        facts: facts
            .into_iter()
            .filter_map(|(label, text)| Some((label.to_owned(), text?)))
            .collect(),
    }
}

/// Name and number, as the deployment has it now.
fn helper(library: &Library, service: &Service) -> String {
    let service = library.services.find(&service.id).unwrap_or(service);
    let phone = service.phone.as_deref().map(|phone| format!(" {phone}"));
    format!("{}{}", service.title, phone.unwrap_or_default())
}

/// Each set of changes once, with the findings that it takes away.
pub(super) fn advice(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let mut advice: Vec<(String, Vec<&str>)> = Vec::new();
    for advised in &report.next_best {
        let changes = changes(advised, library, words);
        match advice.iter_mut().find(|(known, _)| *known == changes) {
            Some((_, titles)) => titles.push(&advised.title),
            None => advice.push((changes, vec![&advised.title])),
        }
    }
    if advice.is_empty() {
        return Vec::new();
    }
    let line = |(changes, titles): &(String, Vec<&str>)| {
        (words.findings.gone)(changes, &titles.join(words.joints.then))
    };
    vec![
        Block::Text(words.findings.advice.to_owned()),
        Block::List(advice.iter().map(line).collect()),
    ]
}

/// What would have to be answered.
fn changes(advised: &Advised, library: &Library, words: &Words) -> String {
    let wanted = advised
        .changes
        .iter()
        .map(|to| (words.findings.change)(&to.question, &finding::shown(library, to, words)));
    wanted.collect::<Vec<_>>().join(words.findings.together)
}

pub(super) fn unknowns(report: &Report, words: &Words) -> Vec<Block> {
    if report.unknowns.is_empty() {
        return Vec::new();
    }
    let said = &words.lists;
    let open = report.unknowns.iter().map(|open| {
        let state = if open.answered_unknown { said.answered_unknown } else { said.unanswered };
        Block::Open(OpenQuestion {
            link_id: open.link_id.clone(),
            question: open.question.clone(),
            state: state.to_owned(),
            find_out: open.find_out.clone(),
        })
    });
    [Block::Text(said.unknowns.to_owned())].into_iter().chain(open).collect()
}

/// Each service once, with the findings that it is for.
pub(super) fn services(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let mut services: Vec<(&Service, Vec<String>)> = Vec::new();
    for (found, number) in report.findings.iter().zip(1..) {
        for service in &found.services {
            let number = number.to_string();
            match services.iter_mut().find(|(known, _)| known.id == service.id) {
                Some((_, numbers)) => numbers.push(number),
                None => services.push((service, vec![number])),
            }
        }
    }
    if services.is_empty() {
        return Vec::new();
    }
    let line = |(service, numbers): &(&Service, Vec<String>)| {
        let what = words::help(service, words);
        (service.title.clone(), (words.lists.service)(&what, &numbers.join(words.joints.and)))
    };
    [Block::Pairs(services.iter().map(line).collect())]
        .into_iter()
        .chain(reliefs(report, library, words))
        .chain([Block::Note(words.lists.ask.to_owned())])
        .collect()
}

/// Facts about the firm that were chosen or counted, without name and code; in the order of
/// asking.
pub(super) fn firm(report: &Report, library: &Library) -> Vec<Block> {
    let compiled = &library.compiled;
    let fact = |(name, value): (&String, &serde_json::Value)| {
        let ix = compiled.find(&format!("profile.{name}"))?;
        let item = compiled.item(ix);
        let answer: Answer = read_json(item, value, report.on).ok()?;
        let asked = (ix, item.text.clone(), answer.display(item));
        (item.kind != ItemKind::Text).then_some(asked)
    };
    let mut facts: Vec<_> = report.firm.iter().filter_map(fact).collect();
    facts.sort_by_key(|(ix, ..)| *ix);
    let facts: Vec<_> = facts.into_iter().map(|(_, asked, answer)| (asked, answer)).collect();
    if facts.is_empty() { Vec::new() } else { vec![Block::Pairs(facts)] }
}

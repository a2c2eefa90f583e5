//! Lists: what to do first, the least to change, what to find out, who helps, who the firm is.

use super::finding::{self, due, nearest};
use super::relief::reliefs;
use super::{Block, Brief, OpenQuestion, words};
use crate::questionnaire::{ItemKind, Service};
use crate::report::{Advised, Finding, Library, Report};
use crate::response::{Answer, read_json};

pub(super) fn first_heading(report: &Report) -> String {
    format!("先做这 {} 件", report.priorities.len())
}

pub(super) fn first(report: &Report, library: &Library) -> Vec<Block> {
    let find = |id: &String| report.findings.iter().find(|found| found.id == *id);
    let wanted = report.priorities.iter().filter_map(find);
    wanted.map(|found| Block::Brief(brief(report, library, found))).collect()
}

fn brief(report: &Report, library: &Library, found: &Finding) -> Brief {
    let first = found.treatment.first();
    let money = found.exposure.as_ref().map(|sum| words::range(sum.low, sum.high));
    let missing = (!found.exposure_needs.is_empty() && money.is_none())
        .then(|| "还算不出，先补答有关的数".to_owned());
    let facts = [
        ("先做", first.map(|step| step.action.clone())),
        ("用时", first.map(|step| words::effort(step.effort).to_owned())),
        ("期限", nearest(report, found).map(due)),
        ("可能要付", money.or(missing)),
        ("找谁", found.services.first().map(|service| helper(library, service))),
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
pub(super) fn advice(report: &Report, library: &Library) -> Vec<Block> {
    let mut advice: Vec<(String, Vec<&str>)> = Vec::new();
    for advised in &report.next_best {
        let changes = changes(advised, library);
        match advice.iter_mut().find(|(known, _)| *known == changes) {
            Some((_, titles)) => titles.push(&advised.title),
            None => advice.push((changes, vec![&advised.title])),
        }
    }
    if advice.is_empty() {
        return Vec::new();
    }
    let line = |(changes, titles): &(String, Vec<&str>)| {
        format!("{changes}，就不再有：{}", titles.join("；"))
    };
    vec![
        Block::Text("下面是程序按规则试出来的：真正做到以后再体检，这些红色就不再出现。已经产生的责任不会因此消失。".to_owned()),
        Block::List(advice.iter().map(line).collect()),
    ]
}

/// What would have to be answered.
fn changes(advised: &Advised, library: &Library) -> String {
    let wanted = advised.changes.iter();
    let wanted = wanted.map(|to| format!("“{}”做到“{}”", to.question, finding::shown(library, to)));
    wanted.collect::<Vec<_>>().join("，同时")
}

pub(super) fn unknowns(report: &Report) -> Vec<Block> {
    if report.unknowns.is_empty() {
        return Vec::new();
    }
    let lead = "不清楚不算有问题，也不算没有问题。查清后回答，覆盖率和指数会重新计算。";
    let open = report.unknowns.iter().map(|open| {
        let state = if open.answered_unknown { "答了“不清楚”" } else { "没有回答" };
        Block::Open(OpenQuestion {
            link_id: open.link_id.clone(),
            question: open.question.clone(),
            state: state.to_owned(),
            find_out: open.find_out.clone(),
        })
    });
    [Block::Text(lead.to_owned())].into_iter().chain(open).collect()
}

/// Each service once, with the findings that it is for.
pub(super) fn services(report: &Report, library: &Library) -> Vec<Block> {
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
        let what = words::help(service);
        (service.title.clone(), format!("{what}。用于第 {} 项", numbers.join("、")))
    };
    let note = "没有写电话、地址的，请咨询 12348。";
    [Block::Pairs(services.iter().map(line).collect())]
        .into_iter()
        .chain(reliefs(report, library))
        .chain([Block::Note(note.to_owned())])
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

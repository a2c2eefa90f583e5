//! Lists: what to do first, what to find out, what was fine, who helps, what was cited.

use super::finding::{due, nearest};
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

pub(super) fn advice(report: &Report) -> Vec<Block> {
    if report.next_best.is_empty() {
        return Vec::new();
    }
    let line = |advised: &Advised| {
        let wanted: Vec<String> = advised
            .changes
            .iter()
            .map(|change| format!("“{}”做到“{}”", change.question, change.shown))
            .collect();
        format!("{}。可消除：{}", wanted.join("，同时"), advised.title)
    };
    vec![
        Block::Text("下面是程序按规则试出来的：真正做到以后再体检，这一项红色就不再出现。已经产生的责任不会因此消失。".to_owned()),
        Block::List(report.next_best.iter().map(line).collect()),
    ]
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

/// What was looked at and is in order: only what was answered counts.
pub(super) fn fine(report: &Report) -> Vec<Block> {
    let lines: Vec<String> = report
        .domains
        .iter()
        .filter(|domain| domain.clear > 0)
        .map(|domain| format!("{}：{} 项没有发现问题", domain.title, domain.clear))
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let lead = "只算回答清楚的项；没有问到、不清楚的不在里面。";
    vec![Block::Text(lead.to_owned()), Block::List(lines)]
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
        (words::service(service), format!("用于第 {} 项", numbers.join("、")))
    };
    let note = "各地机构的地址和电话没有配置的，请咨询 12348。";
    [Block::Pairs(services.iter().map(line).collect())]
        .into_iter()
        .chain(reliefs(report, library))
        .chain([Block::Note(note.to_owned())])
        .collect()
}

/// Facts about the firm that were chosen or counted, without name and code.
pub(super) fn firm(report: &Report, library: &Library) -> Vec<Block> {
    let compiled = &library.compiled;
    let fact = |(name, value): (&String, &serde_json::Value)| {
        let item = compiled.item(compiled.find(&format!("profile.{name}"))?);
        let answer: Answer = read_json(item, value, report.on).ok()?;
        (item.kind != ItemKind::Text).then(|| (item.text.clone(), answer.display(item)))
    };
    let facts: Vec<(String, String)> = report.firm.iter().filter_map(fact).collect();
    if facts.is_empty() { Vec::new() } else { vec![Block::Pairs(facts)] }
}

/// Every instrument that findings and deadlines cite, once, with its edition; then the packs.
pub(super) fn sources(report: &Report, library: &Library) -> Vec<Block> {
    let mut sources: Vec<String> = Vec::new();
    let findings = report.findings.iter().flat_map(|found| &found.basis);
    let deadlines = report.deadlines.iter().flat_map(|deadline| &deadline.basis);
    for basis in findings.chain(deadlines) {
        let instruments = &library.laws.instruments;
        let title = instruments.iter().find(|instrument| instrument.id == basis.law);
        let title = title.map_or(basis.law.as_str(), |instrument| instrument.title.as_str());
        let line = format!("《{title}》{}", basis.edition);
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    let packs = report.packs.iter().map(|pack| {
        let short: String = pack.hash.chars().take(8).collect();
        format!("{} {}（{short}）", pack.title, pack.version)
    });
    let packs: Vec<String> = packs.collect();
    let laws = (!sources.is_empty()).then_some(Block::List(sources));
    let packs = Block::Note(format!("问卷版本：{}", packs.join("；")));
    laws.into_iter().chain([packs]).collect()
}

//! The slip that goes with a firm to whoever helps: numbered, with a receipt to be filled there.

use super::{ASK, BLANK, WORDS, blank_firm, deadline, part, row, sheet, table, text, ticks};
use crate::questionnaire::{Flag, Office, Service, SlipKind};
use crate::report::document::{Block, Brief, Document, finding, words};
use crate::report::{Finding, Library, Report, build};

/// Most findings that have room on one page; the rest are named by their numbers.
const MOST_FINDINGS: usize = 3;

/// The services that the findings need, for the gravest finding first: each has one slip.
#[must_use]
pub fn needed(report: &Report) -> Vec<&Service> {
    let mut needed: Vec<&Service> = Vec::new();
    for service in report.findings.iter().flat_map(|found| &found.services) {
        if !needed.iter().any(|known| known.id == service.id) {
            needed.push(service);
        }
    }
    needed
}

/// The slip for one service; `None` when no finding needs it.
///
/// `number` counts the slips of a day. A consultation bears no name: whether to give it is the
/// firm's choice, and what may be a crime goes to a lawyer first.
#[must_use]
pub fn referral(
    report: &Report,
    library: &Library,
    service: &str,
    number: usize,
    offices: &[Office],
) -> Option<Document> {
    let known = *needed(report).iter().find(|known| known.id == service)?;
    let service = library.services.find(service).unwrap_or(known);
    let about = About::of(report, service);
    let parts = vec![
        part("交给谁", receiver(report, service, offices)),
        part("什么事", about.blocks(report)),
        part("带什么", vec![ticks(about.bring())]),
        part("可以享受的减免和便利", relief(report, library, service)),
        part("办完交回", receipt()),
    ];
    let (title, mark) = match service.slip {
        SlipKind::Referral => ("转介单", "转介"),
        SlipKind::Consultation => ("咨询单", "咨询"),
    };
    let number = format!("{mark}-{}-{number:02}", report.on.format("%Y%m%d"));
    let title = format!("{title}：{}", service.title);
    let mut document = sheet(report, &title, Some(&number), parts);
    if service.slip == SlipKind::Consultation {
        document.firm = blank_firm();
    }
    Some(document)
}

fn receiver(report: &Report, service: &Service, offices: &[Office]) -> Vec<Block> {
    let own = |office: &&Office| office.service == service.id;
    let district = report.firm.get("district").and_then(|district| district.as_str());
    let near =
        |office: &&Office| office.district.is_none() || office.district.as_deref() == district;
    let mut offices: Vec<&Office> = offices.iter().filter(own).collect();
    if offices.iter().any(near) {
        offices.retain(|office| near(office));
    }
    let phone = || service.phone.clone();
    if offices.is_empty() {
        let name = format!("{}（具体到哪一家，{ASK}）", service.title);
        return vec![pairs([("单位", Some(name)), ("地址", None), ("电话", phone())])];
    }
    let block = |office: &Office| {
        pairs([
            ("单位", Some(office.name.clone())),
            ("地址", office.address.clone()),
            ("电话", office.phone.clone().or_else(phone)),
            ("办公时间", office.hours.clone()),
        ])
    };
    offices.into_iter().map(block).collect()
}

fn pairs<const N: usize>(pairs: [(&str, Option<String>); N]) -> Block {
    let pair = |(label, text): (&str, Option<String>)| {
        (label.to_owned(), text.unwrap_or_else(|| ASK.to_owned()))
    };
    Block::Pairs(pairs.into_iter().map(pair).collect())
}

/// What a slip is about: the gravest findings in full, the others by number.
struct About<'a> {
    service: &'a Service,
    shown: Vec<&'a Finding>,
    others: Vec<usize>,
}

impl<'a> About<'a> {
    fn of(report: &'a Report, service: &'a Service) -> Self {
        let needs = |found: &Finding| found.services.iter().any(|one| one.id == service.id);
        let all: Vec<(usize, &Finding)> =
            (1..).zip(&report.findings).filter(|(_, found)| needs(found)).collect();
        Self {
            service,
            shown: all.iter().take(MOST_FINDINGS).map(|(_, found)| *found).collect(),
            others: all.iter().skip(MOST_FINDINGS).map(|(number, _)| *number).collect(),
        }
    }

    fn blocks(&self, report: &Report) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            self.shown.iter().map(|found| Block::Brief(self.brief(report, found))).collect();
        if !self.others.is_empty() {
            let numbers: Vec<String> = self.others.iter().map(usize::to_string).collect();
            let numbers = numbers.join("、");
            blocks.push(Block::Text(format!("还有报告里的第 {numbers} 项，请看体检报告。")));
        }
        blocks
    }

    fn brief(&self, report: &Report, found: &Finding) -> Brief {
        let due = deadline(report, found).map(|due| finding::due(due, WORDS));
        let facts = [("事实", Some(self.facts(found))), ("期限", due)];
        let fact = |(label, text): (&str, Option<String>)| Some((label.to_owned(), text?));
        Brief {
            id: found.id.clone(),
            level: found.level,
            score: found.score,
            title: found.title.clone(),
            facts: facts.into_iter().filter_map(fact).collect(),
        }
    }

    fn facts(&self, found: &Finding) -> String {
        let consultation = self.service.slip == SlipKind::Consultation;
        if consultation && found.flags.contains(&Flag::Criminal) {
            return "可能涉及刑事责任，先请律师看过，再决定怎样咨询。".to_owned();
        }
        let fact = |fact: &crate::report::Because| format!("{}{}", fact.question, fact.shown);
        found.because.iter().map(fact).collect::<Vec<_>>().join("；")
    }

    fn bring(&self) -> Vec<String> {
        let mut bring = self.service.bring.clone();
        bring.push("企业法治体检报告".to_owned());
        for piece in self.shown.iter().flat_map(|found| &found.evidence) {
            if !bring.contains(piece) {
                bring.push(piece.clone());
            }
        }
        bring
    }
}

fn relief(report: &Report, library: &Library, service: &Service) -> Vec<Block> {
    let mut blocks = Vec::new();
    for relief in &service.relief {
        let basis = relief.basis.iter().map(|one| build::cited(&library.laws, one, report.on));
        let basis: Vec<String> = basis.map(|basis| words::basis(&basis, WORDS)).collect();
        blocks.push(Block::Text(format!("{}。依据：{}", relief.what, basis.join("、"))));
        blocks.extend(words::unsure(relief.status, WORDS).map(|note| Block::Note(note.to_owned())));
    }
    if blocks.is_empty() {
        blocks.push(text(&format!("收不收费、有没有减免，{ASK}。")));
    }
    blocks
}

fn receipt() -> Vec<Block> {
    let line = |label: &str, text: &str| row([label.to_owned(), text.to_owned()], Vec::new());
    let rows = vec![
        line("收到日期", "＿＿＿＿年＿＿月＿＿日"),
        line("经办人、电话", &format!("{BLANK}{BLANK}")),
        line("办理结果", &format!("☐ 已受理　☐ 已解答　☐ 转到{BLANK}　☐ 其他{BLANK}")),
    ];
    vec![table(["回执", "由接收单位填写"], rows)]
}

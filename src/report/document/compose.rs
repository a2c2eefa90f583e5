//! From a report to its document.

use super::{Block, Document, Part, PartId, finding, lists, tables, verdict, words};
use crate::law::deadline::chinese_day;
use crate::report::{Library, Report, short_seal};

/// Most packs whose versions have room at the foot of a page.
const MOST_VERSIONS: usize = 5;

impl Document {
    /// The document of a report. The library gives titles of laws and texts of questions.
    #[must_use]
    pub fn of(report: &Report, library: &Library) -> Self {
        let all = [
            part(PartId::Verdict, report.verdict.clone(), verdict::blocks(report)),
            part(PartId::First, lists::first_heading(report), lists::first(report, library)),
            part(PartId::Domains, "各方面".to_owned(), tables::domains(report)),
            part(
                PartId::Findings,
                format!("全部 {} 项，从重到轻", report.findings.len()),
                finding::cards(report, library),
            ),
            part(PartId::Advice, "改动最少的办法".to_owned(), lists::advice(report)),
            part(PartId::Calendar, "期限日历".to_owned(), tables::calendar(report)),
            part(
                PartId::Unknowns,
                format!("还要查清的 {} 件事", report.unknowns.len()),
                lists::unknowns(report),
            ),
            part(PartId::Fine, "没有发现问题的".to_owned(), lists::fine(report)),
            part(PartId::Services, "找谁帮忙".to_owned(), lists::services(report, library)),
            part(PartId::Firm, "企业情况".to_owned(), lists::firm(report, library)),
            part(
                PartId::Sources,
                "引用的法规和问卷版本".to_owned(),
                lists::sources(report, library),
            ),
            part(PartId::Method, "怎么算的".to_owned(), method(report)),
        ];
        Self {
            title: format!("{}报告", words::NAME),
            firm: name(report).unwrap_or_else(|| "（未填企业名称）".to_owned()),
            meta: meta(report),
            foot: foot(report),
            parts: all.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
        }
    }
}

fn part(id: PartId, heading: String, blocks: Vec<Block>) -> Part {
    Part { id, heading, blocks }
}

/// The name that the firm gave.
pub(in crate::report) fn name(report: &Report) -> Option<String> {
    report.firm.get("name").and_then(|name| name.as_str()).map(str::to_owned)
}

fn meta(report: &Report) -> Vec<(String, String)> {
    let answered = format!("{}，答了 {} 题", words::mode(report.mode), report.answers.len());
    [("体检日期", chinese_day(report.on)), ("范围", answered), ("封印", short_seal(&report.seal))]
        .map(|(label, value)| (label.to_owned(), value))
        .to_vec()
}

/// Name, day, versions and seal: what ties a page to its report.
fn foot(report: &Report) -> String {
    let versions: Vec<String> =
        report.packs.iter().map(|pack| format!("{} {}", pack.title, pack.version)).collect();
    let versions = if versions.len() > MOST_VERSIONS {
        format!("{} 份问卷", versions.len())
    } else {
        versions.join("、")
    };
    format!("{} {} · {versions} · 封印 {}", words::NAME, report.on, short_seal(&report.seal))
}

fn method(report: &Report) -> Vec<Block> {
    let seal = format!(
        "封印 {}（全码 {}）由全部回答和结果按 SM3 算出，内容有一处改动就对不上。在本程序里打开报告文件，会按回答重新判定，不采信文件里写的结果。",
        short_seal(&report.seal),
        report.seal
    );
    vec![
        Block::Text(words::METHOD.to_owned()),
        Block::Text(format!("总评：{}。", words::working(report.sums))),
        Block::Text(seal),
    ]
}

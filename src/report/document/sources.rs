//! What the report rests on: laws with their editions, then the packs with theirs.

use super::{Block, words};
use crate::report::{Library, Report};

pub(super) fn heading(report: &Report) -> &'static str {
    if cited(report).next().is_some() { "引用的法规和问卷版本" } else { "问卷版本" }
}

/// Every instrument that findings and deadlines cite, once, with its edition; then the packs.
pub(super) fn blocks(report: &Report, library: &Library) -> Vec<Block> {
    let mut laws: Vec<String> = Vec::new();
    for basis in cited(report) {
        let instruments = &library.laws.instruments;
        let title = instruments.iter().find(|instrument| instrument.id == basis.law);
        let title = title.map_or(basis.law.as_str(), |instrument| instrument.title.as_str());
        let line = law(title, &basis.edition);
        if !laws.contains(&line) {
            laws.push(line);
        }
    }
    let packs = report.packs.iter().map(|pack| {
        let short: String = pack.hash.chars().take(8).collect();
        format!("{} {}（{short}）", pack.title, pack.version)
    });
    let packs: Vec<String> = packs.collect();
    let list = |lead: &str, lines: Vec<String>| {
        let blocks = [Block::Text(lead.to_owned()), Block::List(lines)];
        blocks.into_iter()
    };
    let laws = (!laws.is_empty()).then(|| list("法规，按体检当天有效的版本：", laws));
    let packs = (!packs.is_empty()).then(|| list("问卷，括号里是内容指纹的前八位：", packs));
    laws.into_iter().chain(packs).flatten().collect()
}

fn law(title: &str, edition: &str) -> String {
    let title = words::title(title);
    if edition.is_empty() { title } else { format!("{title}（{}）", words::edition(edition)) }
}

fn cited(report: &Report) -> impl Iterator<Item = &crate::report::Basis> {
    let findings = report.findings.iter().flat_map(|found| &found.basis);
    findings.chain(report.deadlines.iter().flat_map(|deadline| &deadline.basis))
}

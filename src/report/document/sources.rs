//! What the report rests on: laws with their editions, then the packs with theirs.

use super::{Block, words};
use crate::report::{Library, Report};
use crate::texts::Report as Words;

pub(super) fn heading(report: &Report, words: &Words) -> &'static str {
    let labels = &words.labels;
    if cited(report).next().is_some() { labels.sources } else { labels.packs }
}

/// Every instrument that findings and deadlines cite, once, with its edition; then the packs.
pub(super) fn blocks(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let aside = words.joints.aside;
    let mut laws: Vec<String> = Vec::new();
    for basis in cited(report) {
        let instruments = &library.laws.instruments;
        let title = instruments.iter().find(|instrument| instrument.id == basis.law);
        let title = title.map_or(basis.law.as_str(), |instrument| instrument.title.as_str());
        let line = law(title, &basis.edition, words);
        if !laws.contains(&line) {
            laws.push(line);
        }
    }
    let packs = report.packs.iter().map(|pack| {
        let short: String = pack.hash.chars().take(8).collect();
        format!("{} {}{}", pack.title, pack.version, aside(&short))
    });
    let packs: Vec<String> = packs.collect();
    let list = |lead: &str, lines: Vec<String>| {
        let blocks = [Block::Text(lead.to_owned()), Block::List(lines)];
        blocks.into_iter()
    };
    let laws = (!laws.is_empty()).then(|| list(words.lists.laws, laws));
    let packs = (!packs.is_empty()).then(|| list(words.lists.packs, packs));
    laws.into_iter().chain(packs).flatten().collect()
}

fn law(title: &str, edition: &str, words: &Words) -> String {
    let title = words::title(title);
    if edition.is_empty() {
        return title;
    }
    format!("{title}{}", (words.joints.aside)(&words::edition(edition, words)))
}

fn cited(report: &Report) -> impl Iterator<Item = &crate::report::Basis> {
    let findings = report.findings.iter().flat_map(|found| &found.basis);
    findings.chain(report.deadlines.iter().flat_map(|deadline| &deadline.basis))
}

//! Where nothing was found, and what was not looked at: domains by name, as their figures stand
//! in the table of the domains.

use super::Block;
use crate::questionnaire::{Compiled, PackKind};
use crate::report::{Domain, Library, Report};
use crate::response::Mode;
use crate::texts::Report as Words;

pub(super) fn blocks(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let said = &words.findings;
    let found = |id: &str| report.findings.iter().any(|finding| finding.domain == id);
    let without = |wanted: fn(&Domain) -> bool| -> Vec<&Domain> {
        report.domains.iter().filter(|one| !found(&one.id) && wanted(one)).collect()
    };
    let whole = without(|one| one.clear > 0 && one.sums.assessed == one.sums.applicable);
    let partly = without(|one| one.clear > 0 && one.sums.assessed < one.sums.applicable);
    let unseen = without(|one| one.clear == 0);
    let pairs = [
        (said.fine, counted(&whole, words)),
        (said.fine_partly, counted(&partly, words)),
        (said.unseen, names(&titles(&unseen), words)),
        (unasked_because(report.mode, words), names(&unasked(report, &library.compiled), words)),
    ];
    let pairs: Vec<(String, String)> =
        pairs.into_iter().filter_map(|(label, text)| Some((label.to_owned(), text?))).collect();
    if pairs.is_empty() { Vec::new() } else { vec![Block::Pairs(pairs)] }
}

fn titles<'a>(domains: &[&'a Domain]) -> Vec<&'a str> {
    domains.iter().map(|one| one.title.as_str()).collect()
}

fn names(titles: &[&str], words: &Words) -> Option<String> {
    (!titles.is_empty()).then(|| titles.join(words.joints.and))
}

/// Names, and how many checks they stand for.
fn counted(domains: &[&Domain], words: &Words) -> Option<String> {
    let clear: usize = domains.iter().map(|one| one.clear).sum();
    names(&titles(domains), words).map(|names| (words.findings.checks)(&names, clear))
}

fn unasked_because(mode: Mode, words: &Words) -> &'static str {
    match mode {
        Mode::Quick => words.findings.not_quick,
        Mode::Full | Mode::Topics => words.findings.not_concerned,
    }
}

/// Domains of the check in which nothing concerns the firm. Trades are not named: which ones the
/// firm has stands with its facts.
fn unasked<'a>(report: &Report, compiled: &'a Compiled) -> Vec<&'a str> {
    let chosen = |id: &String, kind: PackKind| match report.mode {
        Mode::Topics => report.topics.contains(id),
        Mode::Quick | Mode::Full => kind == PackKind::General,
    };
    let known = |id: &String| report.domains.iter().any(|domain| domain.id == *id);
    let packs = compiled.packs.iter();
    let packs = packs.filter(|pack| chosen(&pack.id, pack.kind) && !known(&pack.id));
    packs.map(|pack| pack.title.as_str()).collect()
}

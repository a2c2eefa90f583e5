//! Where nothing was found, and what was not looked at: domains by name, as their figures stand
//! in the table of the domains.

use super::Block;
use crate::questionnaire::{Compiled, PackKind};
use crate::report::{Domain, Library, Report};
use crate::response::Mode;

pub(super) fn blocks(report: &Report, library: &Library) -> Vec<Block> {
    let found = |id: &str| report.findings.iter().any(|finding| finding.domain == id);
    let without = |wanted: fn(&Domain) -> bool| -> Vec<&Domain> {
        report.domains.iter().filter(|one| !found(&one.id) && wanted(one)).collect()
    };
    let whole = without(|one| one.clear > 0 && one.sums.assessed == one.sums.applicable);
    let partly = without(|one| one.clear > 0 && one.sums.assessed < one.sums.applicable);
    let unseen = without(|one| one.clear == 0);
    let pairs = [
        ("没有发现问题", counted(&whole)),
        ("评了的没有问题，还有没查清的", counted(&partly)),
        ("没查清，一项也没有评", names(&titles(&unseen))),
        (unasked_because(report.mode), names(&unasked(report, &library.compiled))),
    ];
    let pairs: Vec<(String, String)> =
        pairs.into_iter().filter_map(|(label, text)| Some((label.to_owned(), text?))).collect();
    if pairs.is_empty() { Vec::new() } else { vec![Block::Pairs(pairs)] }
}

fn titles<'a>(domains: &[&'a Domain]) -> Vec<&'a str> {
    domains.iter().map(|one| one.title.as_str()).collect()
}

fn names(titles: &[&str]) -> Option<String> {
    (!titles.is_empty()).then(|| titles.join("、"))
}

/// Names, and how many checks they stand for.
fn counted(domains: &[&Domain]) -> Option<String> {
    let clear: usize = domains.iter().map(|one| one.clear).sum();
    names(&titles(domains)).map(|names| format!("{names}（共 {clear} 项）"))
}

fn unasked_because(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "快速体检没有评",
        Mode::Full | Mode::Topics => "按填的情况，没有要评的",
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

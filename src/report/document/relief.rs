//! What the law makes free or easier at the services that the findings need.

use std::collections::BTreeSet;

use super::{Block, words};
use crate::questionnaire::{Relief, Service};
use crate::report::{Library, Report, build};
use crate::texts::Report as Words;

/// One line for each relief, with its articles; nothing where none was read in the law.
pub(super) fn reliefs(report: &Report, library: &Library, words: &Words) -> Vec<Block> {
    let needed: BTreeSet<&str> = report
        .findings
        .iter()
        .flat_map(|found| &found.services)
        .map(|one| one.id.as_str())
        .collect();
    let services = library.services.services.iter();
    let lines: Vec<String> = services
        .filter(|service| needed.contains(service.id.as_str()))
        .flat_map(|service| {
            service.relief.iter().map(|relief| line(report, library, (service, relief), words))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Text(words.lists.reliefs.to_owned()), Block::List(lines)]
}

fn line(
    report: &Report,
    library: &Library,
    (service, relief): (&Service, &Relief),
    words: &Words,
) -> String {
    let cited = |one| words::basis(&build::cited(&library.laws, one, report.on), words);
    let basis: Vec<String> = relief.basis.iter().map(cited).collect();
    let unsure = words::unsure(relief.status, words).unwrap_or_default();
    (words.lists.relief)([&service.title, &relief.what, &basis.join(words.joints.and), unsure])
}

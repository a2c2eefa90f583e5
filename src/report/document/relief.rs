//! What the law makes free or easier at the services that the findings need.

use std::collections::BTreeSet;

use super::{Block, words};
use crate::questionnaire::{Relief, Service};
use crate::report::{Library, Report, build};

/// One line for each relief, with its articles; nothing where none was read in the law.
pub(super) fn reliefs(report: &Report, library: &Library) -> Vec<Block> {
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
            service.relief.iter().map(|relief| line(report, library, service, relief))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Text("法律写明的免费、减免和便利：".to_owned()), Block::List(lines)]
}

fn line(report: &Report, library: &Library, service: &Service, relief: &Relief) -> String {
    let cited = |one| words::basis(&build::cited(&library.laws, one, report.on));
    let basis: Vec<String> = relief.basis.iter().map(cited).collect();
    let unsure = words::unsure(relief.status).unwrap_or_default();
    format!("{}：{}。依据：{}。{unsure}", service.title, relief.what, basis.join("、"))
}

//! What a finding can cost, put into words; and what to find out where it cannot be told.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::build::fill;
use super::{Exposure, Finding, TotalExposure};
use crate::questionnaire::{Exact, FindingIx, ItemIx};
use crate::response::grouped;
use crate::risk::{self, Check};

/// The exposure of a triggered rule, or the questions that are missing for it.
pub(super) fn of(check: &Check, finding: FindingIx) -> (Option<Exposure>, Vec<String>) {
    let compiled = check.compiled();
    match risk::exposure(check, finding) {
        risk::Exposure::None => (None, Vec::new()),
        risk::Exposure::Missing(items) => {
            (None, items.iter().map(|ix| compiled.item(*ix).link_id.clone()).collect())
        }
        risk::Exposure::Between { low, high } => {
            let rule = compiled.findings.at(finding).rule.exposure.as_ref();
            let how = rule.map(|rule| {
                let how = rule.how.replace("{low}", &grouped(low));
                fill(check, &how.replace("{high}", &grouped(high)))
            });
            let (low, high, how) = (Exact(low), Exact(high), how.unwrap_or_default());
            (Some(Exposure { low, high, how }), Vec::new())
        }
    }
}

/// Every question that is missing for the exposure of a triggered rule.
pub(super) fn missing(check: &Check) -> BTreeSet<ItemIx> {
    check
        .triggered()
        .flat_map(|finding| match risk::exposure(check, finding) {
            risk::Exposure::Missing(items) => items,
            _ => Vec::new(),
        })
        .collect()
}

/// The plain sum over findings; `None` when none has a figure.
#[must_use]
pub fn total_exposure(findings: &[Finding]) -> Option<TotalExposure> {
    let known: Vec<&Exposure> = findings.iter().filter_map(|one| one.exposure.as_ref()).collect();
    let sum = |figure: fn(&Exposure) -> Exact| {
        let figures = known.iter().map(|exposure| figure(exposure).0);
        figures.fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let (low, high) = (Exact(sum(|one| one.low)), Exact(sum(|one| one.high)));
    (!known.is_empty()).then_some(TotalExposure { low, high, findings: known.len() })
}

//! What a finding can cost, from the answers: exact, in yuan down to 分, or what is missing for it.

use chrono::{Datelike, Months, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Check;
use crate::flow::Reach;
use crate::questionnaire::{Amount, FindingIx, ItemIx};
use crate::response::Answer;

/// Places after the point of an amount in yuan.
const FEN: u32 = 2;

/// What a finding can cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// The rule has no figure, or a question that it needs does not concern the firm.
    None,
    /// These questions are without an answer.
    Missing(Vec<ItemIx>),
    /// Yuan.
    Between {
        /// The least.
        low: Decimal,
        /// The most.
        high: Decimal,
    },
}

/// The exposure of a rule that is triggered.
#[must_use]
pub fn exposure(check: &Check, finding: FindingIx) -> Exposure {
    let Some(node) = &check.compiled().findings.at(finding).exposure else {
        return Exposure::None;
    };
    let off = |item: &ItemIx| {
        check.flow().reach(*item) == Reach::OffPath
            || matches!(check.flow().answer(*item), Some(Answer::NotApplicable))
    };
    if node.items.iter().any(off) {
        return Exposure::None;
    }
    let open = |item: &&ItemIx| matches!(check.flow().answer(**item), None | Some(Answer::Unknown));
    let missing: Vec<ItemIx> = node.items.iter().filter(open).copied().collect();
    if !missing.is_empty() {
        return Exposure::Missing(missing);
    }
    match (amount(check, &node.low).map(settle), amount(check, &node.high).map(settle)) {
        (Some(low), Some(high)) => Exposure::Between { low, high },
        // Beyond what a decimal holds.
        _ => Exposure::None,
    }
}

fn amount(check: &Check, formula: &Amount) -> Option<Decimal> {
    let all = |parts: &[Amount]| -> Option<Vec<Decimal>> {
        parts.iter().map(|part| amount(check, part)).collect()
    };
    let today = check.flow().today();
    match formula {
        Amount::Number(number) => Some(*number),
        Amount::Item(item) => match check.flow().answer(*item)? {
            Answer::Number(number) => Some(*number),
            _ => None,
        },
        Amount::Add(parts) => all(parts)?.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add),
        Amount::Mul(parts) => all(parts)?.into_iter().try_fold(Decimal::ONE, Decimal::checked_mul),
        Amount::Div(part, by) => amount(check, part)?.checked_div(*by),
        Amount::Min(parts) => all(parts)?.into_iter().min(),
        Amount::Max(parts) => all(parts)?.into_iter().max(),
        Amount::Round(part) => amount(check, part).map(to_fen),
        Amount::MonthsSince(item) => Some(whole_months(day(check, *item)?, today).into()),
        Amount::DaysSince(item) => Some((today - day(check, *item)?).num_days().max(0).into()),
    }
}

fn day(check: &Check, item: ItemIx) -> Option<NaiveDate> {
    match check.flow().answer(item)? {
        Answer::Day(day) => Some(*day),
        _ => None,
    }
}

/// Whole months between two days. A month ends on the day of the same number, or on its last day
/// where there is none (民法典第202条); none when the first day is the later.
fn whole_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let begun = u32::try_from(count(to) - count(from)).unwrap_or_default();
    match from.checked_add_months(Months::new(begun)) {
        Some(end) if end <= to => begun,
        _ => begun.saturating_sub(1),
    }
}

/// Down to 分, half up.
fn to_fen(yuan: Decimal) -> Decimal {
    yuan.round_dp_with_strategy(FEN, RoundingStrategy::MidpointAwayFromZero)
}

/// A figure as it is reported: never below nothing, and rounded once, at the end.
fn settle(yuan: Decimal) -> Decimal {
    to_fen(yuan.max(Decimal::ZERO)).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(from: &str, to: &str) -> u32 {
        whole_months(from.parse().unwrap(), to.parse().unwrap())
    }

    /// 民法典第202条: the month ends on the same day, or on the last where there is none.
    #[test]
    fn months_are_whole() {
        assert_eq!(months("2026-01-31", "2026-02-27"), 0);
        assert_eq!(months("2026-01-31", "2026-02-28"), 1);
        assert_eq!(months("2025-11-22", "2026-11-21"), 11);
        assert_eq!(months("2025-11-21", "2026-11-21"), 12);
        assert_eq!(months("2026-11-22", "2026-11-21"), 0);
        assert_eq!(months("2027-05-01", "2026-11-21"), 0);
    }

    #[test]
    fn half_a_fen_goes_up_and_nothing_is_negative() {
        assert_eq!(settle(Decimal::new(12_345, 3)), Decimal::new(1_235, 2));
        assert_eq!(settle(Decimal::new(12_344, 3)), Decimal::new(1_234, 2));
        assert_eq!(settle(Decimal::new(-1, 0)), Decimal::ZERO);
    }
}

//! Money at stake as data: formulas over answers, and the same with references resolved.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Exact, ItemIx};

/// What a finding can cost, as its author writes it. Every rate in it stands in the articles that
/// the finding cites; what is local comes from the firm's own answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExposureRule {
    /// The least, in yuan.
    pub low: Formula,
    /// The most, in yuan.
    pub high: Formula,
    /// The sum in words; `{link_id}`, `{low}` and `{high}` are replaced by the figures.
    pub how: String,
}

/// A sum over answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(
    untagged,
    expecting = "算式写一个数，或者只有一个键的 {item: 题目代码}、{add: […]}、{mul: […]}、{div: [算式, 数]}、{min: […]}、{max: […]}、{round: 算式}、{months_since: 日期题}、{days_since: 日期题}"
)]
pub enum Formula {
    /// Yuan, or a factor.
    Number(Exact),
    /// An operation.
    Of(Operation),
}

/// One step of a sum.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The answer to a question of numbers or money.
    Item(String),
    /// All added up.
    Add(Vec<Formula>),
    /// All multiplied.
    Mul(Vec<Formula>),
    /// The first divided by the second, which is a number that is not 0.
    Div(Box<Formula>, Exact),
    /// The least of all.
    Min(Vec<Formula>),
    /// The greatest of all.
    Max(Vec<Formula>),
    /// Rounded to 分, half up.
    Round(Box<Formula>),
    /// Whole months from a day to the day of the check; none when the day lies ahead.
    MonthsSince(String),
    /// Whole days from a day to the day of the check; none when the day lies ahead.
    DaysSince(String),
}

impl Formula {
    /// The parts of the formula, itself first.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        let mut parts = vec![self];
        if let Self::Of(operation) = self {
            match operation {
                Operation::Add(list)
                | Operation::Mul(list)
                | Operation::Min(list)
                | Operation::Max(list) => parts.extend(list.iter().flat_map(Self::parts)),
                Operation::Div(part, _) | Operation::Round(part) => parts.extend(part.parts()),
                Operation::Item(_) | Operation::MonthsSince(_) | Operation::DaysSince(_) => {}
            }
        }
        parts
    }

    /// Every question that the formula looks at, with repetitions.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        self.parts().into_iter().filter_map(Self::item).collect()
    }

    /// The question that the formula itself is, without its parts.
    fn item(&self) -> Option<&str> {
        match self {
            Self::Of(
                Operation::Item(id) | Operation::MonthsSince(id) | Operation::DaysSince(id),
            ) => Some(id),
            _ => None,
        }
    }
}

/// A resolved formula.
#[derive(Clone, Debug)]
pub enum Amount {
    /// Yuan, or a factor.
    Number(Decimal),
    /// An answer.
    Item(ItemIx),
    /// All added up.
    Add(Vec<Amount>),
    /// All multiplied.
    Mul(Vec<Amount>),
    /// Divided by a number.
    Div(Box<Amount>, Decimal),
    /// The least of all.
    Min(Vec<Amount>),
    /// The greatest of all.
    Max(Vec<Amount>),
    /// Rounded to 分, half up.
    Round(Box<Amount>),
    /// Whole months since an answer.
    MonthsSince(ItemIx),
    /// Whole days since an answer.
    DaysSince(ItemIx),
}

/// A resolved [`ExposureRule`]; its words stay in the rule.
#[derive(Clone, Debug)]
pub struct ExposureNode {
    /// The least.
    pub low: Amount,
    /// The most.
    pub high: Amount,
    /// Every question that either looks at, once, in the order of asking.
    pub items: Vec<ItemIx>,
}

impl ExposureNode {
    /// Resolves a rule; `None` when a reference is unknown, which `check` has reported.
    pub(super) fn resolve(rule: &ExposureRule, ids: &HashMap<String, ItemIx>) -> Option<Self> {
        let both = rule.low.items().into_iter().chain(rule.high.items());
        let mut items = both.map(|id| ids.get(id).copied()).collect::<Option<Vec<_>>>()?;
        items.sort_unstable();
        items.dedup();
        let (low, high) = (Amount::resolve(&rule.low, ids)?, Amount::resolve(&rule.high, ids)?);
        Some(Self { low, high, items })
    }
}

impl Amount {
    fn resolve(formula: &Formula, ids: &HashMap<String, ItemIx>) -> Option<Self> {
        let list = |parts: &[Formula]| -> Option<Vec<Self>> {
            parts.iter().map(|part| Self::resolve(part, ids)).collect()
        };
        let one = |part: &Formula| Self::resolve(part, ids).map(Box::new);
        let operation = match formula {
            Formula::Number(Exact(number)) => return Some(Self::Number(*number)),
            Formula::Of(operation) => operation,
        };
        Some(match operation {
            Operation::Item(id) => Self::Item(*ids.get(id)?),
            Operation::Add(parts) => Self::Add(list(parts)?),
            Operation::Mul(parts) => Self::Mul(list(parts)?),
            Operation::Div(part, Exact(by)) => Self::Div(one(part)?, *by),
            Operation::Min(parts) => Self::Min(list(parts)?),
            Operation::Max(parts) => Self::Max(list(parts)?),
            Operation::Round(part) => Self::Round(one(part)?),
            Operation::MonthsSince(id) => Self::MonthsSince(*ids.get(id)?),
            Operation::DaysSince(id) => Self::DaysSince(*ids.get(id)?),
        })
    }
}

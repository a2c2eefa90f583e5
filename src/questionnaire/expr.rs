//! A condition whose references are resolved to positions.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::condition::{Comparison, Condition, Operand, Period, Test};
use super::{Exact, ItemIx};

/// A resolved condition.
#[derive(Clone, Debug)]
pub enum Expr {
    /// Every part.
    All(Vec<Expr>),
    /// One part.
    Any(Vec<Expr>),
    /// The opposite.
    Not(Box<Expr>),
    /// A comparison with one answer.
    Item(ItemIx, ExprTest),
}

/// A resolved comparison.
#[derive(Clone, Debug)]
pub enum ExprTest {
    /// The code answered is one of these.
    OneOf(Vec<String>),
    /// One of these codes was ticked.
    Includes(Vec<String>),
    /// Order against an operand.
    Compare(Comparison, ExprOperand),
}

/// A resolved operand.
#[derive(Clone, Debug)]
pub enum ExprOperand {
    /// A number.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
    /// Another answer, times a factor or moved by a period.
    Item(ItemIx, Option<Decimal>, Option<Period>),
    /// The day of the check, moved by a period.
    Today(Period),
}

impl Expr {
    /// Resolves a condition; `None` when a reference is unknown, which `check` has reported.
    pub(super) fn resolve(condition: &Condition, ids: &HashMap<String, ItemIx>) -> Option<Self> {
        let resolve_all = |parts: &[Condition]| -> Option<Vec<Self>> {
            parts.iter().map(|part| Self::resolve(part, ids)).collect()
        };
        Some(match condition {
            Condition::All(parts) => Self::All(resolve_all(parts)?),
            Condition::Any(parts) => Self::Any(resolve_all(parts)?),
            Condition::Not(part) => Self::Not(Box::new(Self::resolve(part, ids)?)),
            Condition::Item { item, test } => {
                Self::Item(*ids.get(item)?, ExprTest::resolve(test, ids)?)
            }
        })
    }

    /// Every question that is looked at, with repetitions.
    #[must_use]
    pub fn items(&self) -> Vec<ItemIx> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::items).collect(),
            Self::Not(part) => part.items(),
            Self::Item(item, test) => {
                let other = match test {
                    ExprTest::Compare(_, ExprOperand::Item(other, ..)) => Some(*other),
                    _ => None,
                };
                std::iter::once(*item).chain(other).collect()
            }
        }
    }
}

impl Expr {
    /// Every comparison with the question that it looks at, in order.
    #[must_use]
    pub fn tests(&self) -> Vec<(ItemIx, &ExprTest)> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::tests).collect(),
            Self::Not(part) => part.tests(),
            Self::Item(item, test) => vec![(*item, test)],
        }
    }
}

impl ExprTest {
    fn resolve(test: &Test, ids: &HashMap<String, ItemIx>) -> Option<Self> {
        Some(match test {
            Test::Codes { ticked: true, codes } => Self::Includes(codes.clone()),
            Test::Codes { ticked: false, codes } => Self::OneOf(codes.clone()),
            Test::Compare(comparison, operand) => {
                let operand = match operand {
                    Operand::Number(Exact(number)) => ExprOperand::Number(*number),
                    Operand::Date(day) => ExprOperand::Date(*day),
                    Operand::Today(today) => ExprOperand::Today(today.today),
                    Operand::Item(other) => ExprOperand::Item(
                        *ids.get(&other.item)?,
                        other.times.map(|Exact(times)| times),
                        other.plus,
                    ),
                };
                Self::Compare(*comparison, operand)
            }
        })
    }
}

//! Conditions over answers, in four values: what is not known is neither breach nor health.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Flow, Reach};
use crate::questionnaire::{Comparison, Compiled, Expr, ExprOperand, ExprTest, ItemIx};
use crate::response::Answer;

/// The value of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// An answer is missing or 不清楚.
    Unknown,
    /// It looks at a question that does not concern the firm.
    NotApplicable,
}

impl Truth {
    fn of(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }

    /// Both: a false part decides; then a missing one; then one that does not concern the firm.
    fn and(self, other: Self) -> Self {
        [Self::False, Self::Unknown, Self::NotApplicable]
            .into_iter()
            .find(|truth| self == *truth || other == *truth)
            .unwrap_or(Self::True)
    }

    /// Either: a true part decides; then a missing one; then a false one.
    fn or(self, other: Self) -> Self {
        [Self::True, Self::Unknown, Self::False]
            .into_iter()
            .find(|truth| self == *truth || other == *truth)
            .unwrap_or(Self::NotApplicable)
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            other => other,
        }
    }
}

/// A value that can be ordered.
#[derive(PartialEq)]
enum Quantity {
    Number(Decimal),
    Day(NaiveDate),
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(left), Self::Number(right)) => left.partial_cmp(right),
            (Self::Day(left), Self::Day(right)) => left.partial_cmp(right),
            _ => None,
        }
    }
}

impl Flow {
    /// Whether every one of the conditions holds.
    #[must_use]
    pub fn all(&self, compiled: &Compiled, conditions: &[Expr]) -> Truth {
        conditions.iter().map(|part| self.truth(compiled, part)).fold(Truth::True, Truth::and)
    }

    /// The value of one condition.
    #[must_use]
    pub fn truth(&self, compiled: &Compiled, condition: &Expr) -> Truth {
        match condition {
            Expr::All(parts) => self.all(compiled, parts),
            Expr::Any(parts) => parts
                .iter()
                .map(|part| self.truth(compiled, part))
                .fold(Truth::NotApplicable, Truth::or),
            Expr::Not(part) => self.truth(compiled, part).not(),
            Expr::Item(item, test) => self.test(*item, test),
        }
    }

    /// The questions whose answers make a condition that holds hold: its reasons.
    #[must_use]
    pub fn reasons(&self, compiled: &Compiled, condition: &Expr) -> Vec<ItemIx> {
        let mut reasons = match condition {
            Expr::Any(parts) => parts
                .iter()
                .filter(|part| self.truth(compiled, part) == Truth::True)
                .flat_map(|part| self.reasons(compiled, part))
                .collect(),
            Expr::All(parts) => {
                parts.iter().flat_map(|part| self.reasons(compiled, part)).collect()
            }
            Expr::Not(_) | Expr::Item(..) => condition.items(),
        };
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }

    fn test(&self, item: ItemIx, test: &ExprTest) -> Truth {
        let answer = match self.known(item) {
            Ok(answer) => answer,
            Err(truth) => return truth,
        };
        match (test, answer) {
            (ExprTest::OneOf(codes), Answer::Code(code)) => Truth::of(codes.contains(code)),
            (ExprTest::Includes(codes), Answer::Codes(ticked)) => {
                Truth::of(ticked.iter().any(|code| codes.contains(code)))
            }
            (ExprTest::Compare(comparison, operand), answer) => {
                self.compare(*comparison, answer, operand)
            }
            // An answer of another type is never accepted for the question.
            _ => Truth::Unknown,
        }
    }

    /// The answer that can be compared, or what its absence means.
    fn known(&self, item: ItemIx) -> Result<&Answer, Truth> {
        match (self.reach(item), self.answer(item)) {
            (Reach::OffPath, _) | (_, Some(Answer::NotApplicable)) => Err(Truth::NotApplicable),
            (Reach::Undetermined, _) | (_, None | Some(Answer::Unknown)) => Err(Truth::Unknown),
            (Reach::OnPath, Some(answer)) => Ok(answer),
        }
    }

    fn compare(&self, comparison: Comparison, answer: &Answer, operand: &ExprOperand) -> Truth {
        let right = match operand {
            ExprOperand::Number(number) => Some(Quantity::Number(*number)),
            ExprOperand::Date(day) => Some(Quantity::Day(*day)),
            ExprOperand::Today(period) => period.after(self.today()).map(Quantity::Day),
            ExprOperand::Item(item, times, plus) => match self.known(*item) {
                Err(truth) => return truth,
                Ok(other) => quantity(other).and_then(|quantity| match quantity {
                    Quantity::Number(number) => {
                        number.checked_mul(times.unwrap_or(Decimal::ONE)).map(Quantity::Number)
                    }
                    Quantity::Day(day) => plus.unwrap_or_default().after(day).map(Quantity::Day),
                }),
            },
        };
        match (quantity(answer), right) {
            (Some(left), Some(right)) => Truth::of(comparison.holds(&left, &right)),
            _ => Truth::Unknown,
        }
    }
}

fn quantity(answer: &Answer) -> Option<Quantity> {
    match answer {
        Answer::Number(number) => Some(Quantity::Number(*number)),
        Answer::Day(day) | Answer::Month(day) => Some(Quantity::Day(*day)),
        _ => None,
    }
}

//! Conditions that no answer can meet: two demands on one answer that exclude each other.

use rust_decimal::Decimal;

use crate::questionnaire::{Comparison, Compiled, Expr, ExprOperand, ExprTest, ItemIx, ItemKind};

/// The questions of which a condition, or one branch of it, demands the impossible.
#[must_use]
pub fn contradictions(compiled: &Compiled, conditions: &[&Expr]) -> Vec<ItemIx> {
    let mut demands: Vec<(ItemIx, &ExprTest, bool)> = Vec::new();
    let mut found = Vec::new();
    for condition in conditions {
        collect(compiled, condition, true, &mut demands, &mut found);
    }
    found.extend(impossible(compiled, &demands));
    found.sort_unstable();
    found.dedup();
    found
}

/// Collects what must hold together; alternatives are looked at with what holds around them.
fn collect<'a>(
    compiled: &Compiled,
    condition: &'a Expr,
    value: bool,
    demands: &mut Vec<(ItemIx, &'a ExprTest, bool)>,
    found: &mut Vec<ItemIx>,
) {
    match (condition, value) {
        (Expr::Not(part), _) => collect(compiled, part, !value, demands, found),
        (Expr::All(parts), true) | (Expr::Any(parts), false) => {
            // Alternatives last, so that they meet everything that is demanded beside them.
            let is_alternative = |part: &&Expr| {
                matches!((part, value), (Expr::Any(_), true) | (Expr::All(_), false))
            };
            let (alternatives, plain): (Vec<_>, Vec<_>) = parts.iter().partition(is_alternative);
            for part in plain.into_iter().chain(alternatives) {
                collect(compiled, part, value, demands, found);
            }
        }
        (Expr::Any(parts), true) | (Expr::All(parts), false) => {
            for part in parts {
                let mut with = demands.clone();
                collect(compiled, part, value, &mut with, found);
                found.extend(impossible(compiled, &with));
            }
        }
        (Expr::Item(item, test), _) => demands.push((*item, test, value)),
    }
}

fn impossible(compiled: &Compiled, demands: &[(ItemIx, &ExprTest, bool)]) -> Vec<ItemIx> {
    let mut items: Vec<ItemIx> = demands.iter().map(|(item, ..)| *item).collect();
    items.sort_unstable();
    items.dedup();
    let meets = |item: ItemIx| {
        let own = demands.iter().filter(move |(other, ..)| *other == item);
        own.map(|(_, test, value)| (*test, *value)).collect::<Vec<_>>()
    };
    items.into_iter().filter(|item| !can_meet(compiled, *item, &meets(*item))).collect()
}

fn can_meet(compiled: &Compiled, item: ItemIx, demands: &[(&ExprTest, bool)]) -> bool {
    let question = compiled.item(item);
    match question.kind {
        ItemKind::YesNo | ItemKind::Choice => question.codes().iter().any(|code| {
            demands.iter().all(|(test, value)| match test {
                ExprTest::OneOf(codes) => codes.iter().any(|one| one == code) == *value,
                _ => true,
            })
        }),
        ItemKind::Number | ItemKind::Money => {
            let limits: Vec<(Comparison, Decimal, bool)> = demands
                .iter()
                .filter_map(|(test, value)| match test {
                    ExprTest::Compare(comparison, ExprOperand::Number(number)) => {
                        Some((*comparison, *number, *value))
                    }
                    _ => None,
                })
                .collect();
            let half = Decimal::new(5, 1);
            let around = limits.iter().flat_map(|(_, at, _)| [*at, *at - half, *at + half]);
            limits.is_empty()
                || around.into_iter().any(|number| {
                    limits
                        .iter()
                        .all(|(comparison, at, value)| comparison.holds(&number, at) == *value)
                })
        }
        ItemKind::MultiChoice | ItemKind::Date | ItemKind::Month | ItemKind::Text => true,
    }
}

//! Rules and gates that decide nothing: a finding that no answers avoid, a gate that never closes.

use super::witness::Prover;
use super::{Check, Outcome};
use crate::flow::Reach;
use crate::questionnaire::{Expr, FindingIx, ItemIx};

/// Whether some answers leave a finding out: it is clear, or does not concern the firm.
#[must_use]
pub fn can_be_avoided(prover: &Prover, ix: FindingIx) -> bool {
    can_be_clear(prover, ix) || {
        let node = prover.compiled().findings.at(ix);
        let avoided = |check: &Check| check.board().outcome(ix) == Outcome::NotApplicable;
        let gates = node.looked_at().into_iter().flat_map(|item| enable(prover, item));
        fails(prover, node.applies.iter().chain(gates), &[], avoided)
    }
}

/// Whether some answers of a firm that the rule concerns are healthy.
#[must_use]
pub fn can_be_clear(prover: &Prover, ix: FindingIx) -> bool {
    let node = prover.compiled().findings.at(ix);
    let clear = |check: &Check| check.board().outcome(ix) == Outcome::Clear;
    let beside: Vec<(&Expr, bool)> = node.applies.iter().map(|part| (part, true)).collect();
    fails(prover, std::iter::once(&node.when), &beside, clear)
}

/// Whether the question's own gate can keep it off the path; true when it has none.
#[must_use]
pub fn gate_can_close(prover: &Prover, ix: ItemIx) -> bool {
    let node = prover.compiled().items.at(ix);
    let (Some(own), Some(_)) = (node.enable.last(), &node.item.enable_when) else { return true };
    let closed = |check: &Check| check.flow().reach(ix) == Reach::OffPath;
    let earlier = own.items().into_iter().flat_map(|item| enable(prover, item));
    fails(prover, std::iter::once(own).chain(earlier), &[], closed)
}

/// Whether making one of the conditions fail, or one comparison in them (the questions of the
/// others may be off the path then), leads to a check that passes a test.
fn fails<'a>(
    prover: &Prover<'a>,
    conditions: impl Iterator<Item = &'a Expr>,
    beside: &[(&'a Expr, bool)],
    test: impl Fn(&Check) -> bool,
) -> bool {
    let meets = |part: &'a Expr, value: bool| {
        let wanted = beside.iter().copied().chain([(part, value)]).collect();
        prover.meet(wanted, &test).is_some()
    };
    conditions.into_iter().any(|condition| {
        let comparisons = comparisons(condition);
        meets(condition, false)
            || comparisons.into_iter().any(|part| meets(part, false) || meets(part, true))
    })
}

fn comparisons(condition: &Expr) -> Vec<&Expr> {
    match condition {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().flat_map(comparisons).collect(),
        Expr::Not(part) => comparisons(part),
        Expr::Item(..) => vec![condition],
    }
}

fn enable<'a>(prover: &Prover<'a>, ix: ItemIx) -> impl Iterator<Item = &'a Expr> {
    prover.compiled().items.at(ix).enable.iter()
}

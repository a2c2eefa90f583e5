//! What is to be reached, and whether a check reaches it.

use rust_decimal::Decimal;

use crate::flow::{Reach, Truth};
use crate::questionnaire::{Compiled, DeadlineIx, FindingIx, ItemIx};
use crate::response::Answer;
use crate::risk::{Check, Exposure, Outcome, exposure};

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A question is asked.
    Item(ItemIx),
    /// A question is answered with a code.
    Option(ItemIx, String),
    /// A finding is triggered.
    Finding(FindingIx),
    /// A deadline runs: its condition holds and its first day was answered.
    Deadline(DeadlineIx),
    /// A finding is triggered and its figure is above 0.
    Exposure(FindingIx),
}

/// Every question, every option, every finding, every deadline and every exposure.
#[must_use]
pub fn goals(compiled: &Compiled) -> Vec<Goal> {
    let items = compiled.items.indices().map(Goal::Item);
    let options = compiled.items.entries().flat_map(|(ix, node)| {
        node.item.codes().into_iter().map(move |code| Goal::Option(ix, code.to_owned()))
    });
    let exposures = compiled.findings.entries().filter(|(_, node)| node.exposure.is_some());
    items
        .chain(options)
        .chain(compiled.findings.indices().map(Goal::Finding))
        .chain(compiled.deadlines.indices().map(Goal::Deadline))
        .chain(exposures.map(|(ix, _)| Goal::Exposure(ix)))
        .collect()
}

/// Whether a check reaches a goal.
pub(super) fn reached(goal: &Goal, check: &Check) -> bool {
    let (flow, board) = (check.flow(), check.board());
    match goal {
        Goal::Item(ix) => flow.reach(*ix) == Reach::OnPath,
        Goal::Option(ix, code) => match flow.answer(*ix) {
            Some(Answer::Code(given)) => given == code,
            Some(Answer::Codes(given)) => given.contains(code),
            _ => false,
        },
        Goal::Finding(ix) => board.outcome(*ix) == Outcome::Triggered,
        Goal::Deadline(ix) => {
            let node = check.compiled().deadlines.at(*ix);
            flow.all(check.compiled(), &node.when) == Truth::True
                && matches!(flow.answer(node.from), Some(Answer::Day(_)))
        }
        Goal::Exposure(ix) => {
            board.outcome(*ix) == Outcome::Triggered
                && matches!(exposure(check, *ix), Exposure::Between { high, .. } if high > Decimal::ZERO)
        }
    }
}

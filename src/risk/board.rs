//! Outcomes of all finding rules, kept up to date answer by answer.

use std::collections::BTreeSet;

use super::criteria::score;
use crate::flow::{Flow, Truth};
use crate::questionnaire::table::Column;
use crate::questionnaire::{Compiled, FindingIx, FindingNode, ItemIx, PackIx, PackNode};

/// What a rule says about the firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The problem is there.
    Triggered,
    /// It was looked at and is not there.
    Clear,
    /// An answer is missing or 不清楚.
    Unassessed,
    /// The rule does not concern the firm, is no law on the day, or is out of scope.
    NotApplicable,
}

/// Sums of R over rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Over triggered rules.
    pub triggered: u32,
    /// Over triggered and clear rules.
    pub assessed: u32,
    /// Over all rules that concern the firm.
    pub applicable: u32,
}

/// Outcomes and sums.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    judged: Column<FindingNode, bool>,
    outcomes: Column<FindingNode, Outcome>,
    tallies: Column<PackNode, Tally>,
}

impl Board {
    /// Judges every rule once.
    #[must_use]
    pub fn new(compiled: &Compiled, flow: &Flow) -> Self {
        let mut board = Self {
            judged: Column::filled(&compiled.findings, false),
            outcomes: Column::filled(&compiled.findings, Outcome::NotApplicable),
            tallies: Column::filled(&compiled.packs, Tally::default()),
        };
        for (ix, node) in compiled.findings.entries() {
            *board.judged.at_mut(ix) = node.rule.in_force(flow.today())
                && flow.scope().judges(compiled, node, |item| flow.asked(item));
            board.judge(compiled, flow, ix);
        }
        board
    }

    /// The outcome of a rule.
    #[must_use]
    pub fn outcome(&self, ix: FindingIx) -> Outcome {
        *self.outcomes.at(ix)
    }

    /// The sums of one domain.
    #[must_use]
    pub fn tally_of(&self, pack: PackIx) -> Tally {
        *self.tallies.at(pack)
    }

    /// The sums of all domains.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.tallies.iter().fold(Tally::default(), |sum, part| Tally {
            triggered: sum.triggered + part.triggered,
            assessed: sum.assessed + part.assessed,
            applicable: sum.applicable + part.applicable,
        })
    }

    /// Judges again what hangs on the items; tells how many rules that were.
    pub(super) fn refresh(
        &mut self,
        compiled: &Compiled,
        flow: &Flow,
        touched: &BTreeSet<ItemIx>,
    ) -> usize {
        let rules: BTreeSet<FindingIx> = touched
            .iter()
            .flat_map(|item| compiled.items.at(*item).findings.iter().copied())
            .collect();
        for ix in &rules {
            self.judge(compiled, flow, *ix);
        }
        rules.len()
    }

    fn judge(&mut self, compiled: &Compiled, flow: &Flow, ix: FindingIx) {
        let node = compiled.findings.at(ix);
        let outcome = if *self.judged.at(ix) {
            outcome(compiled, flow, node)
        } else {
            Outcome::NotApplicable
        };
        let tally = self.tallies.at_mut(node.pack);
        tally.change(*self.outcomes.at(ix), score(&node.rule), false);
        tally.change(outcome, score(&node.rule), true);
        *self.outcomes.at_mut(ix) = outcome;
    }
}

fn outcome(compiled: &Compiled, flow: &Flow, node: &FindingNode) -> Outcome {
    match flow.all(compiled, &node.applies) {
        Truth::False | Truth::NotApplicable => return Outcome::NotApplicable,
        Truth::Unknown => return Outcome::Unassessed,
        Truth::True => {}
    }
    match flow.truth(compiled, &node.when) {
        Truth::True => Outcome::Triggered,
        Truth::False => Outcome::Clear,
        Truth::Unknown => Outcome::Unassessed,
        Truth::NotApplicable => Outcome::NotApplicable,
    }
}

impl Tally {
    /// 100 × (1 − triggered ÷ assessed), rounded down so that 100 means nothing was found.
    /// `None` when nothing was assessed.
    #[must_use]
    pub fn index(self) -> Option<u32> {
        (100 * (self.assessed - self.triggered)).checked_div(self.assessed)
    }

    /// Assessed in per cent of applicable, rounded down so that 100 means all.
    /// `None` when nothing concerns the firm.
    #[must_use]
    pub fn coverage(self) -> Option<u32> {
        (100 * self.assessed).checked_div(self.applicable)
    }

    fn change(&mut self, outcome: Outcome, score: u32, add: bool) {
        let parts: &mut [&mut u32] = match outcome {
            Outcome::Triggered => {
                &mut [&mut self.triggered, &mut self.assessed, &mut self.applicable]
            }
            Outcome::Clear => &mut [&mut self.assessed, &mut self.applicable],
            Outcome::Unassessed => &mut [&mut self.applicable],
            Outcome::NotApplicable => &mut [],
        };
        for part in parts {
            **part = if add { **part + score } else { **part - score };
        }
    }
}

//! One check in progress: the answers, the path and the outcomes, always of one state.

use std::rc::Rc;

use chrono::NaiveDate;

use super::{Board, Outcome};
use crate::flow::{Flow, Reach, Scope};
use crate::questionnaire::{Compiled, FindingIx, ItemIx};
use crate::response::Answer;

/// Answers that a change dropped, with the questions that they belonged to.
pub type Dropped = Vec<(ItemIx, Answer)>;

/// One check in progress. Clones share the questionnaire.
#[derive(Clone, Debug)]
pub struct Check {
    compiled: Rc<Compiled>,
    flow: Flow,
    board: Board,
    evaluated: usize,
}

impl Check {
    /// A check without answers.
    #[must_use]
    pub fn new(compiled: Rc<Compiled>, scope: Scope, today: NaiveDate) -> Self {
        let flow = Flow::new(&compiled, scope, today);
        let board = Board::new(&compiled, &flow);
        Self { compiled, flow, board, evaluated: 0 }
    }

    /// A check with answers given in the order of asking. Also returns the answers that were not
    /// taken because their question is not on the path.
    #[must_use]
    pub fn with(
        compiled: Rc<Compiled>,
        scope: Scope,
        today: NaiveDate,
        mut answers: Vec<(ItemIx, Answer)>,
    ) -> (Self, Dropped) {
        answers.sort_by_key(|(ix, _)| *ix);
        let mut check = Self::new(compiled, scope, today);
        let mut dropped = Vec::new();
        for (ix, answer) in answers {
            if check.flow.reach(ix) == Reach::OnPath {
                dropped.extend(check.answer(ix, answer));
            } else {
                dropped.push((ix, answer));
            }
        }
        (check, dropped)
    }

    /// The same answers in another scope; what is not asked there is returned.
    #[must_use]
    pub fn rescoped(&self, scope: Scope) -> (Self, Dropped) {
        Self::with(Rc::clone(&self.compiled), scope, self.flow.today(), self.answers())
    }

    /// Gives or changes an answer; returns the answers that it dropped.
    pub fn answer(&mut self, ix: ItemIx, answer: Answer) -> Dropped {
        self.set(ix, Some(answer))
    }

    /// Takes an answer back; returns the answers that it dropped.
    pub fn clear(&mut self, ix: ItemIx) -> Dropped {
        self.set(ix, None)
    }

    fn set(&mut self, ix: ItemIx, answer: Option<Answer>) -> Dropped {
        let change = self.flow.set(&self.compiled, ix, answer);
        let rules = self.board.refresh(&self.compiled, &self.flow, &change.touched);
        self.evaluated = change.evaluated + rules;
        change.dropped
    }

    /// The questionnaire.
    #[must_use]
    pub fn compiled(&self) -> &Rc<Compiled> {
        &self.compiled
    }

    /// The path.
    #[must_use]
    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    /// The outcomes.
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// How many conditions and rules the last answer made it look at: the cost of an answer.
    #[must_use]
    pub fn evaluated(&self) -> usize {
        self.evaluated
    }

    /// Every answer, in the order of asking.
    #[must_use]
    pub fn answers(&self) -> Vec<(ItemIx, Answer)> {
        self.flow.path().filter_map(|ix| Some((ix, self.flow.answer(ix)?.clone()))).collect()
    }

    /// The rules that are triggered.
    pub fn triggered(&self) -> impl Iterator<Item = FindingIx> + '_ {
        let indices = self.compiled.findings.indices();
        indices.filter(|ix| self.board.outcome(*ix) == Outcome::Triggered)
    }
}

//! Path, next, back and progress: computed from the answers, never stored beside them.

mod scope;
mod truth;

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use chrono::NaiveDate;

pub use scope::Scope;
pub use truth::Truth;

use crate::questionnaire::table::Column;
use crate::questionnaire::{Compiled, ItemIx, ItemNode, PackIx, PackNode};
use crate::response::Answer;

/// Whether a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is asked.
    OnPath,
    /// It does not concern the firm, or is out of scope.
    OffPath,
    /// An earlier answer is missing or 不清楚, so that it cannot be told.
    Undetermined,
}

/// How many of the questions on the path that must be answered are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered, 不清楚 included.
    pub answered: usize,
    /// To be answered.
    pub total: usize,
}

/// What one answer changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Answers that were dropped because their question left the path, in order.
    pub dropped: Vec<(ItemIx, Answer)>,
    /// Items whose answer or reach changed.
    pub touched: BTreeSet<ItemIx>,
    /// How many conditions of items were looked at again.
    pub evaluated: usize,
}

/// The answers of one check and what follows from them for the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    today: NaiveDate,
    scope: Scope,
    asked: Column<ItemNode, bool>,
    answers: Column<ItemNode, Option<Answer>>,
    reach: Column<ItemNode, Reach>,
    on_path: BTreeSet<ItemIx>,
    progress: Column<PackNode, Progress>,
}

impl Flow {
    /// A check without answers on a day, in a scope.
    #[must_use]
    pub fn new(compiled: &Compiled, scope: Scope, today: NaiveDate) -> Self {
        let mut flow = Self {
            today,
            asked: scope.items(compiled),
            scope,
            answers: Column::filled(&compiled.items, None),
            reach: Column::filled(&compiled.items, Reach::OffPath),
            on_path: BTreeSet::new(),
            progress: Column::filled(&compiled.packs, Progress::default()),
        };
        for ix in compiled.items.indices() {
            flow.refresh(compiled, ix);
        }
        flow
    }

    /// Day of the check.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// How much is asked.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The answer to a question on the path.
    #[must_use]
    pub fn answer(&self, ix: ItemIx) -> Option<&Answer> {
        self.answers.at(ix).as_ref()
    }

    /// Whether a question is asked.
    #[must_use]
    pub fn reach(&self, ix: ItemIx) -> Reach {
        *self.reach.at(ix)
    }

    /// Whether a question belongs to the scope at all.
    #[must_use]
    pub fn asked(&self, ix: ItemIx) -> bool {
        *self.asked.at(ix)
    }

    /// The questions asked, in order.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = ItemIx> + '_ {
        self.on_path.iter().copied()
    }

    /// The question after this one.
    #[must_use]
    pub fn next(&self, ix: ItemIx) -> Option<ItemIx> {
        self.on_path.range((Excluded(ix), Unbounded)).next().copied()
    }

    /// The question before this one.
    #[must_use]
    pub fn back(&self, ix: ItemIx) -> Option<ItemIx> {
        self.on_path.range(..ix).next_back().copied()
    }

    /// Progress over all packs.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.iter().fold(Progress::default(), |sum, part| Progress {
            answered: sum.answered + part.answered,
            total: sum.total + part.total,
        })
    }

    /// Progress in one pack.
    #[must_use]
    pub fn progress_of(&self, pack: PackIx) -> Progress {
        *self.progress.at(pack)
    }

    /// Gives, changes or (with `None`) takes back an answer.
    ///
    /// An answer to a question that is not on the path is not taken. What hangs on the answer is
    /// looked at again, in order of asking, and answers whose question left the path are dropped
    /// before anything else looks at them. Cost: what hangs on the answer, not all questions.
    pub fn set(&mut self, compiled: &Compiled, ix: ItemIx, answer: Option<Answer>) -> Change {
        let mut change = Change::default();
        if self.reach(ix) != Reach::OnPath || *self.answers.at(ix) == answer {
            return change;
        }
        self.store(compiled, ix, answer);
        change.touched.insert(ix);
        let mut open: BTreeSet<ItemIx> = compiled.items.at(ix).dependants.iter().copied().collect();
        while let Some(next) = open.pop_first() {
            change.evaluated += 1;
            if self.refresh(compiled, next) {
                change.touched.insert(next);
                if self.reach(next) != Reach::OnPath
                    && let Some(answer) = self.answers.at_mut(next).take()
                {
                    change.dropped.push((next, answer));
                }
                open.extend(&compiled.items.at(next).dependants);
            }
        }
        change
    }

    /// Stores an answer of a question on the path and counts it.
    fn store(&mut self, compiled: &Compiled, ix: ItemIx, answer: Option<Answer>) {
        self.count(compiled, ix, false);
        *self.answers.at_mut(ix) = answer;
        self.count(compiled, ix, true);
    }

    /// Computes the reach of one question again; tells whether it changed.
    fn refresh(&mut self, compiled: &Compiled, ix: ItemIx) -> bool {
        let reach = if self.asked(ix) {
            match self.all(compiled, &compiled.items.at(ix).enable) {
                Truth::True => Reach::OnPath,
                Truth::False | Truth::NotApplicable => Reach::OffPath,
                Truth::Unknown => Reach::Undetermined,
            }
        } else {
            Reach::OffPath
        };
        if reach == self.reach(ix) {
            return false;
        }
        self.count(compiled, ix, false);
        *self.reach.at_mut(ix) = reach;
        if reach == Reach::OnPath {
            self.on_path.insert(ix);
        } else {
            self.on_path.remove(&ix);
        }
        self.count(compiled, ix, true);
        true
    }

    /// Adds a question to its pack's progress, or takes it out.
    fn count(&mut self, compiled: &Compiled, ix: ItemIx, add: bool) {
        let node = compiled.items.at(ix);
        if self.reach(ix) != Reach::OnPath || !node.item.required {
            return;
        }
        let answered = usize::from(self.answer(ix).is_some());
        let progress = self.progress.at_mut(node.pack);
        if add {
            progress.total += 1;
            progress.answered += answered;
        } else {
            progress.total -= 1;
            progress.answered -= answered;
        }
    }
}

//! Answers to questions that no condition looks at: the first day of a deadline, the figures of a
//! formula.

use super::goal::{Goal, reached};
use super::search::{Search, Wanted};
use super::{Prover, Witness, plain_answers};
use crate::questionnaire::{ItemIx, ItemKind};
use crate::response::{Answer, read_text};
use crate::risk::Check;

/// Most sets of figures that are tried beside one set of other answers.
const MOST: usize = 200;

impl<'a> Prover<'a> {
    /// Answers that give conditions their values and reach a goal, with an answer to each of
    /// some questions.
    pub(super) fn filled(
        &self,
        wanted: Wanted<'a>,
        items: &[ItemIx],
        goal: &Goal,
    ) -> Option<(Witness, Check)> {
        let search = Search { compiled: self.compiled, today: self.today };
        // The search begins at the end: what is demanded of an answer, then that it is asked for.
        let mut all: Wanted = items.iter().flat_map(|ix| search.reach_of(*ix)).collect();
        all.extend(wanted);
        let found = search.solve(Witness::new(), all);
        found.into_iter().find_map(|answers| {
            self.first(self.fillings(answers, items), |check| reached(goal, check))
        })
    }

    /// A set of answers with every way (up to [`MOST`]) to answer the rest of some questions.
    fn fillings(&self, answers: Witness, items: &[ItemIx]) -> Vec<Witness> {
        let mut ways = vec![answers];
        for ix in items {
            let tries = self.tries(*ix);
            ways = ways
                .into_iter()
                .flat_map(|way| {
                    if way.contains_key(ix) {
                        return vec![way];
                    }
                    let with = |answer: &Answer| {
                        let mut way = way.clone();
                        way.insert(*ix, answer.clone());
                        way
                    };
                    tries.iter().map(with).collect()
                })
                .take(MOST)
                .collect();
        }
        ways
    }

    /// Answers to try, those first that make something of a formula.
    fn tries(&self, ix: ItemIx) -> Vec<Answer> {
        let item = self.compiled.item(ix);
        let past = ["2026-01-05", "2024-08-01", "2020-01-01"];
        let texts: &[&str] = match item.kind {
            ItemKind::Date => &past,
            ItemKind::Number | ItemKind::Money => &["100", "1", "10", "10000"],
            _ => &[],
        };
        let read = texts.iter().filter_map(|text| read_text(item, text, self.today).ok());
        read.chain(plain_answers(item, self.today)).collect()
    }
}

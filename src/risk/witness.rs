//! Witnesses: answers that lead to a question, an option or a finding. Found by working backwards
//! through the conditions, and proven by giving them in a real check.

mod search;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use self::search::{Search, days_around};
use super::{Check, Outcome};
use crate::flow::{Reach, Scope};
use crate::questionnaire::{Compiled, Expr, FindingIx, Item, ItemIx, ItemKind};
use crate::response::{Answer, read_text};

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A question is asked.
    Item(ItemIx),
    /// A question is answered with a code.
    Option(ItemIx, String),
    /// A finding is triggered.
    Finding(FindingIx),
}

/// The answers that reach it, in the order of asking.
pub type Witness = BTreeMap<ItemIx, Answer>;

/// Every question, every option and every finding.
#[must_use]
pub fn goals(compiled: &Compiled) -> Vec<Goal> {
    let items = compiled.items.indices().map(Goal::Item);
    let options = compiled.items.entries().flat_map(|(ix, node)| {
        node.item.codes().into_iter().map(move |code| Goal::Option(ix, code.to_owned()))
    });
    items.chain(options).chain(compiled.findings.indices().map(Goal::Finding)).collect()
}

/// Answers that reach a goal in a full check on a day, or `None`. A finding that is no law on the
/// day is reached on the nearest day on which it is.
#[must_use]
pub fn witness(compiled: &Rc<Compiled>, goal: &Goal, today: NaiveDate) -> Option<Witness> {
    Prover::new(compiled, today).prove(goal).map(|(answers, _)| answers)
}

/// A witness for each goal, in the order of the goals.
#[must_use]
pub fn prove_all(prover: &Prover) -> Vec<(Goal, Option<Rc<Witness>>)> {
    let mut known: Vec<(Goal, Option<Rc<Witness>>)> =
        goals(prover.compiled).into_iter().map(|goal| (goal, None)).collect();
    // Findings first: the answers that lead to one lead past many questions and options.
    for at in (0..known.len()).rev() {
        let Some((goal, None)) = known.get(at) else { continue };
        let Some((answers, check)) = prover.prove(goal) else { continue };
        let answers = Rc::new(answers);
        if check.flow().today() != prover.today {
            // A finding of another day: its answers prove nothing about this one.
            if let Some((_, proof)) = known.get_mut(at) {
                *proof = Some(answers);
            }
            continue;
        }
        for (goal, proof) in known.iter_mut().filter(|(_, proof)| proof.is_none()) {
            if reached(goal, &check) {
                *proof = Some(Rc::clone(&answers));
            }
        }
    }
    known
}

fn reached(goal: &Goal, check: &Check) -> bool {
    match goal {
        Goal::Item(ix) => check.flow().reach(*ix) == Reach::OnPath,
        Goal::Option(ix, code) => match check.flow().answer(*ix) {
            Some(Answer::Code(given)) => given == code,
            Some(Answer::Codes(given)) => given.contains(code),
            _ => false,
        },
        Goal::Finding(ix) => check.board().outcome(*ix) == Outcome::Triggered,
    }
}

/// Looks for answers and proves them by giving them in a real check.
#[derive(Clone, Debug)]
pub struct Prover<'a> {
    compiled: &'a Rc<Compiled>,
    today: NaiveDate,
    /// A check without answers, to be copied.
    blank: Check,
}

impl<'a> Prover<'a> {
    /// A prover for full checks on a day.
    #[must_use]
    pub fn new(compiled: &'a Rc<Compiled>, today: NaiveDate) -> Self {
        let blank = Check::new(Rc::clone(compiled), Scope::default(), today);
        Self { compiled, today, blank }
    }

    /// The prover for a finding: of the nearest day on which its rule is law.
    #[must_use]
    pub fn in_force(&self, ix: FindingIx) -> Cow<'_, Self> {
        let day = self.compiled.findings.at(ix).rule.day_in_force(self.today);
        if day == self.today {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(Self::new(self.compiled, day))
        }
    }

    /// Answers that reach a goal, and the check in which they do. A finding that is no law on the
    /// day is reached on the nearest day on which it is.
    #[must_use]
    pub fn prove(&self, goal: &Goal) -> Option<(Witness, Check)> {
        if let Goal::Finding(ix) = goal
            && let Cow::Owned(other) = self.in_force(*ix)
        {
            return other.prove(goal);
        }
        let search = Search { compiled: self.compiled, today: self.today };
        let (start, wanted) = match goal {
            Goal::Item(ix) => (Witness::new(), search.reach_of(*ix)),
            Goal::Option(ix, code) => {
                let answer = read_text(self.compiled.item(*ix), code, self.today).ok()?;
                (Witness::from([(*ix, answer)]), search.reach_of(*ix))
            }
            Goal::Finding(ix) => {
                let node = self.compiled.findings.at(*ix);
                let wanted = node.applies.iter().chain([&node.when]).map(|part| (part, true));
                (Witness::new(), wanted.collect())
            }
        };
        self.first(search.solve(start, wanted), |check| reached(goal, check))
    }

    /// Answers that give conditions their values and satisfy a test of the check.
    #[must_use]
    pub fn meet(
        &self,
        wanted: Vec<(&'a Expr, bool)>,
        test: impl Fn(&Check) -> bool,
    ) -> Option<Witness> {
        let search = Search { compiled: self.compiled, today: self.today };
        let found = self.first(search.solve(Witness::new(), wanted), test);
        found.map(|(answers, _)| answers)
    }

    /// The packs.
    #[must_use]
    pub fn compiled(&self) -> &'a Rc<Compiled> {
        self.compiled
    }

    fn first(
        &self,
        found: Vec<Witness>,
        test: impl Fn(&Check) -> bool,
    ) -> Option<(Witness, Check)> {
        found.into_iter().find_map(|answers| {
            let mut check = self.blank.clone();
            for (ix, answer) in &answers {
                if check.flow().reach(*ix) != Reach::OnPath
                    || !check.answer(*ix, answer.clone()).is_empty()
                {
                    return None;
                }
            }
            test(&check).then_some((answers, check))
        })
    }
}

/// Answers worth trying for a question: one on each side of what every test compares it with.
#[must_use]
pub fn worth_trying(check: &Check, ix: ItemIx) -> Vec<Answer> {
    let compiled = check.compiled();
    let search = Search { compiled, today: check.flow().today() };
    let given: Witness = check.answers().into_iter().collect();
    let node = compiled.items.at(ix);
    let conditions = node.dependants.iter().flat_map(|other| &compiled.items.at(*other).enable);
    let rules = node.findings.iter().map(|rule| compiled.findings.at(*rule));
    let rules = rules.flat_map(|rule| rule.applies.iter().chain([&rule.when]));
    let tests = conditions.chain(rules).flat_map(Expr::tests).filter(|(item, _)| *item == ix);
    let mut answers = plain_answers(&node.item, search.today);
    answers.extend(tests.flat_map(|(item, test)| search.candidates(item, test, &given)));
    let mut distinct: Vec<Answer> = Vec::new();
    for answer in answers {
        if !distinct.contains(&answer) {
            distinct.push(answer);
        }
    }
    distinct
}

/// Answers to try whatever the rules say: every code, and usual numbers and days.
fn plain_answers(item: &Item, today: NaiveDate) -> Vec<Answer> {
    let mut texts: Vec<String> = item.codes().into_iter().map(str::to_owned).collect();
    // What stands alone ("以上都没有") is the plain answer to a list of troubles.
    texts.sort_by_key(|code| {
        !item.options.iter().any(|option| option.exclusive && option.code == *code)
    });
    texts.extend(["0", "1", "10", "100"].map(str::to_owned));
    texts.extend(days_around(item, today));
    let mut answers: Vec<Answer> =
        texts.iter().filter_map(|text| read_text(item, text, today).ok()).collect();
    if item.kind == ItemKind::MultiChoice {
        let ticks = item.options.iter().filter(|option| !option.exclusive);
        answers.push(Answer::Codes(ticks.map(|option| option.code.clone()).collect()));
    }
    answers
}

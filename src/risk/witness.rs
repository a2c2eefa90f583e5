//! Witnesses: answers that lead to a question, an option, a finding, a deadline or an amount. Found
//! by working backwards through the conditions, and proven by giving them in a real check.

mod fill;
mod goal;
mod search;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use self::goal::reached;
pub use self::goal::{Goal, goals};
use self::search::{Search, Wanted, days_around};
use super::Check;
use crate::flow::{Reach, Scope};
use crate::law::Deadlines;
use crate::questionnaire::{Compiled, Expr, FindingIx, Item, ItemIx, ItemKind};
use crate::response::{Answer, read_text};

/// The answers that reach it, in the order of asking.
pub type Witness = BTreeMap<ItemIx, Answer>;

/// A witness for each goal, in the order of the goals.
#[must_use]
pub fn prove_all(prover: &Prover) -> Vec<(Goal, Option<Rc<Witness>>)> {
    let mut known: Vec<(Goal, Option<Rc<Witness>>)> =
        goals(prover.compiled).into_iter().map(|goal| (goal, None)).collect();
    // Amounts, deadlines and findings first: the answers that lead to one lead past many others.
    for at in (0..known.len()).rev() {
        let Some((goal, None)) = known.get(at) else { continue };
        let Some((answers, check)) = prover.prove(goal) else { continue };
        let answers = Rc::new(answers);
        if check.flow().today() != prover.today {
            // A rule of another day: its answers prove nothing about this one.
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

/// Looks for answers and proves them by giving them in a real check.
#[derive(Clone, Debug)]
pub struct Prover<'a> {
    compiled: &'a Rc<Compiled>,
    today: NaiveDate,
    /// Rules of deadlines, for the days on which they are law.
    rules: Option<&'a Deadlines>,
    /// A check without answers, to be copied.
    blank: Check,
}

impl<'a> Prover<'a> {
    /// A prover for full checks on a day.
    #[must_use]
    pub fn new(compiled: &'a Rc<Compiled>, today: NaiveDate) -> Self {
        let blank = Check::new(Rc::clone(compiled), Scope::default(), today);
        Self { compiled, today, rules: None, blank }
    }

    /// The same, with rules of deadlines: each is looked for on a day on which it is law.
    #[must_use]
    pub fn with_deadlines(self, rules: &'a Deadlines) -> Self {
        Self { rules: Some(rules), ..self }
    }

    /// The prover for a finding: of the nearest day on which its rule is law.
    #[must_use]
    pub fn in_force(&self, ix: FindingIx) -> Cow<'_, Self> {
        self.on(self.day_of(&Goal::Finding(ix)))
    }

    /// The day nearest to that of the prover on which a goal is law.
    #[must_use]
    pub fn day_of(&self, goal: &Goal) -> NaiveDate {
        match goal {
            Goal::Item(_) | Goal::Option(..) => self.today,
            Goal::Finding(ix) | Goal::Exposure(ix) => {
                self.compiled.findings.at(*ix).rule.day_in_force(self.today)
            }
            Goal::Deadline(ix) => {
                let id = &self.compiled.deadlines.at(*ix).rule;
                let rule = self.rules.and_then(|rules| rules.find(id));
                rule.map_or(self.today, |rule| rule.day_in_force(self.today))
            }
        }
    }

    fn on(&self, day: NaiveDate) -> Cow<'_, Self> {
        if day == self.today {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(Self { rules: self.rules, ..Self::new(self.compiled, day) })
        }
    }

    /// Answers that reach a goal, and the check in which they do. What is no law on the day is
    /// reached on the nearest day on which it is.
    #[must_use]
    pub fn prove(&self, goal: &Goal) -> Option<(Witness, Check)> {
        if let Cow::Owned(other) = self.on(self.day_of(goal)) {
            return other.prove(goal);
        }
        let search = Search { compiled: self.compiled, today: self.today };
        let (start, wanted) = match goal {
            Goal::Item(ix) => (Witness::new(), search.reach_of(*ix)),
            Goal::Option(ix, code) => {
                let answer = read_text(self.compiled.item(*ix), code, self.today).ok()?;
                (Witness::from([(*ix, answer)]), search.reach_of(*ix))
            }
            Goal::Finding(ix) => (Witness::new(), self.breach(*ix)),
            Goal::Deadline(ix) => {
                let node = self.compiled.deadlines.at(*ix);
                let when = node.when.iter().map(|part| (part, true)).collect();
                return self.filled(when, &[node.from], goal);
            }
            Goal::Exposure(ix) => {
                let node = self.compiled.findings.at(*ix).exposure.as_ref()?;
                return self.filled(self.breach(*ix), &node.items, goal);
            }
        };
        self.first(search.solve(start, wanted), |check| reached(goal, check))
    }

    /// What must hold for a finding.
    fn breach(&self, ix: FindingIx) -> Wanted<'a> {
        let node = self.compiled.findings.at(ix);
        node.applies.iter().chain([&node.when]).map(|part| (part, true)).collect()
    }

    /// Whether both of two answers can stand in one check. An absent answer asks only that the
    /// question is on the path.
    #[must_use]
    pub fn meet_answers(&self, given: &[(ItemIx, Option<Answer>)]) -> Option<Witness> {
        let search = Search { compiled: self.compiled, today: self.today };
        let wanted = given.iter().flat_map(|(ix, _)| search.reach_of(*ix)).collect();
        let start: Witness =
            given.iter().filter_map(|(ix, answer)| Some((*ix, answer.clone()?))).collect();
        let holds =
            |check: &Check| given.iter().all(|(ix, _)| check.flow().reach(*ix) == Reach::OnPath);
        self.first(search.solve(start, wanted), holds).map(|(answers, _)| answers)
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

    /// Day of its checks.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
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

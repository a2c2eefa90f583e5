//! Witnesses: answers that lead to a question, an option or a finding. Found by working backwards
//! through the conditions, and proven by giving them in a real check.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::{Check, Outcome};
use crate::flow::{Reach, Scope};
use crate::questionnaire::{
    Comparison, Compiled, Expr, ExprOperand, ExprTest, FindingIx, Item, ItemIx, ItemKind,
};
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

/// Answers that reach a goal in a full check on a day, or `None`.
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
#[derive(Debug)]
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

    /// Answers that reach a goal, and the check in which they do.
    #[must_use]
    pub fn prove(&self, goal: &Goal) -> Option<(Witness, Check)> {
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

/// Conditions that are to have a value.
type Wanted<'a> = Vec<(&'a Expr, bool)>;

struct Search<'a> {
    compiled: &'a Compiled,
    today: NaiveDate,
}

impl<'a> Search<'a> {
    fn reach_of(&self, ix: ItemIx) -> Wanted<'a> {
        self.compiled.items.at(ix).enable.iter().map(|part| (part, true)).collect()
    }

    /// All ways (up to the candidates that are tried) to give every wanted condition its value.
    fn solve(&self, answers: Witness, mut wanted: Wanted<'a>) -> Vec<Witness> {
        let Some((condition, value)) = wanted.pop() else { return vec![answers] };
        match (condition, value) {
            (Expr::Not(part), _) => {
                wanted.push((part, !value));
                self.solve(answers, wanted)
            }
            (Expr::All(parts), true) | (Expr::Any(parts), false) => {
                wanted.extend(parts.iter().map(|part| (part, value)));
                self.solve(answers, wanted)
            }
            (Expr::Any(parts), true) | (Expr::All(parts), false) => {
                let ways = parts.iter().map(|part| {
                    let mut wanted = wanted.clone();
                    wanted.push((part, value));
                    self.solve(answers.clone(), wanted)
                });
                // One way is enough unless a later condition contradicts it.
                ways.fold(Vec::new(), |mut found, way| {
                    found.extend(way.into_iter().take(8));
                    found
                })
            }
            (Expr::Item(item, test), _) => self.answer(&answers, &wanted, *item, test, value),
        }
    }

    fn answer(
        &self,
        answers: &Witness,
        wanted: &Wanted<'a>,
        item: ItemIx,
        test: &'a ExprTest,
        value: bool,
    ) -> Vec<Witness> {
        let mut found = Vec::new();
        for answers in self.with_operand(answers, test) {
            let candidates = match answers.get(&item) {
                Some(given) => self.with_tick(item, given, test, value),
                None => self.candidates(item, test, &answers),
            };
            for candidate in candidates {
                if self.holds(&candidate, test, &answers) != Some(value) {
                    continue;
                }
                let mut answers = answers.clone();
                answers.insert(item, candidate);
                let mut wanted = wanted.clone();
                wanted.extend(self.reach_of(item));
                if let ExprTest::Compare(_, ExprOperand::Item(other, ..)) = test {
                    wanted.extend(self.reach_of(*other));
                }
                found.extend(self.solve(answers, wanted));
                if found.len() >= 8 {
                    return found;
                }
            }
        }
        found
    }

    /// An answer given before, and what one more tick makes of it where a test wants one.
    fn with_tick(&self, ix: ItemIx, given: &Answer, test: &ExprTest, value: bool) -> Vec<Answer> {
        let (Answer::Codes(ticked), ExprTest::Includes(codes), true) = (given, test, value) else {
            return vec![given.clone()];
        };
        let item = self.compiled.item(ix);
        let alone = |code: &String| {
            item.options.iter().any(|option| option.exclusive && option.code == *code)
        };
        if ticked.iter().any(|code| codes.contains(code)) || ticked.iter().any(alone) {
            return vec![given.clone()];
        }
        let with = |more: &String| {
            let all = item.options.iter().map(|option| &option.code);
            Answer::Codes(
                all.filter(|code| *code == more || ticked.contains(code)).cloned().collect(),
            )
        };
        codes.iter().filter(|code| !alone(code)).map(with).collect()
    }

    /// The answers with a value for the question that a test compares with.
    fn with_operand(&self, answers: &Witness, test: &ExprTest) -> Vec<Witness> {
        match test {
            ExprTest::Compare(_, ExprOperand::Item(other, ..)) if !answers.contains_key(other) => {
                let texts = ["10", "100", "0", "2020-01-01", "2024-08-01", "2020-01", "2024-08"];
                let read =
                    |text: &&str| read_text(self.compiled.item(*other), text, self.today).ok();
                let with = |answer| {
                    answers
                        .iter()
                        .map(|(ix, a)| (*ix, a.clone()))
                        .chain([(*other, answer)])
                        .collect()
                };
                texts.iter().filter_map(read).map(with).collect()
            }
            _ => vec![answers.clone()],
        }
    }

    fn candidates(&self, item: ItemIx, test: &ExprTest, answers: &Witness) -> Vec<Answer> {
        let question = self.compiled.item(item);
        let texts: Vec<String> = match test {
            ExprTest::OneOf(_) | ExprTest::Includes(_) => {
                question.codes().into_iter().map(str::to_owned).collect()
            }
            ExprTest::Compare(_, operand) => match self.operand(operand, answers) {
                Some(Answer::Number(number)) => numbers_around(question, number),
                Some(Answer::Day(day)) => {
                    // The day of the check lies within most bounds, also where the operand does not.
                    let days = [day, self.today];
                    days.into_iter().flat_map(|day| days_around(question, day)).collect()
                }
                _ => Vec::new(),
            },
        };
        texts.iter().filter_map(|text| read_text(question, text, self.today).ok()).collect()
    }

    fn operand(&self, operand: &ExprOperand, answers: &Witness) -> Option<Answer> {
        Some(match operand {
            ExprOperand::Number(number) => Answer::Number(*number),
            ExprOperand::Date(day) => Answer::Day(*day),
            ExprOperand::Today(period) => Answer::Day(period.after(self.today)?),
            ExprOperand::Item(other, times, plus) => match answers.get(other)? {
                Answer::Number(number) => Answer::Number(number * times.unwrap_or(Decimal::ONE)),
                Answer::Day(day) | Answer::Month(day) => {
                    Answer::Day(plus.unwrap_or_default().after(*day)?)
                }
                _ => return None,
            },
        })
    }

    fn holds(&self, answer: &Answer, test: &ExprTest, answers: &Witness) -> Option<bool> {
        match (test, answer) {
            (ExprTest::OneOf(codes), Answer::Code(code)) => Some(codes.contains(code)),
            (ExprTest::Includes(codes), Answer::Codes(ticked)) => {
                Some(ticked.iter().any(|code| codes.contains(code)))
            }
            (ExprTest::Compare(comparison, operand), answer) => {
                compare(*comparison, answer, &self.operand(operand, answers)?)
            }
            _ => None,
        }
    }
}

fn compare(comparison: Comparison, left: &Answer, right: &Answer) -> Option<bool> {
    match (left, right) {
        (Answer::Number(left), Answer::Number(right)) => Some(comparison.holds(left, right)),
        (Answer::Day(left) | Answer::Month(left), Answer::Day(right)) => {
            Some(comparison.holds(left, right))
        }
        _ => None,
    }
}

/// The number itself, whole numbers beside it, and where decimals may be typed, halves too.
fn numbers_around(question: &Item, number: Decimal) -> Vec<String> {
    let half = Decimal::new(5, 1);
    let whole = number.floor();
    let mut numbers = vec![whole, whole - Decimal::ONE, whole + Decimal::ONE];
    if question.decimals > 0 || question.kind == ItemKind::Money {
        numbers.extend([number, whole + half, whole - half]);
    }
    numbers.iter().map(ToString::to_string).collect()
}

fn days_around(question: &Item, day: NaiveDate) -> Vec<String> {
    let form = if question.kind == ItemKind::Month { "%Y-%m" } else { "%Y-%m-%d" };
    let gap = Days::new(if question.kind == ItemKind::Month { 31 } else { 1 });
    [Some(day), day.checked_sub_days(gap), day.checked_add_days(gap)]
        .into_iter()
        .flatten()
        .map(|day| day.format(form).to_string())
        .collect()
}

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
use crate::response::{Answer, read_json, read_text};

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
    let search = Search { compiled, today };
    let (start, wanted) = match goal {
        Goal::Item(ix) => (Witness::new(), search.reach_of(*ix)),
        Goal::Option(ix, code) => {
            let answer = read_text(compiled.item(*ix), code, today).ok()?;
            (Witness::from([(*ix, answer)]), search.reach_of(*ix))
        }
        Goal::Finding(ix) => {
            let node = compiled.findings.at(*ix);
            let wanted = node.applies.iter().chain([&node.when]).map(|part| (part, true));
            (Witness::new(), wanted.collect())
        }
    };
    search.solve(start, wanted).into_iter().find(|answers| proves(compiled, goal, answers, today))
}

fn proves(compiled: &Rc<Compiled>, goal: &Goal, answers: &Witness, today: NaiveDate) -> bool {
    let given = answers.iter().map(|(ix, answer)| (*ix, answer.clone())).collect();
    let (check, dropped) = Check::with(Rc::clone(compiled), Scope::default(), today, given);
    dropped.is_empty()
        && match goal {
            Goal::Item(ix) => check.flow().reach(*ix) == Reach::OnPath,
            Goal::Option(ix, _) => check.flow().answer(*ix).is_some(),
            Goal::Finding(ix) => check.board().outcome(*ix) == Outcome::Triggered,
        }
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
                Some(given) => self.widened(item, given, test),
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

    /// An answer that an earlier condition wanted, and for ticks also with one more.
    fn widened(&self, item: ItemIx, given: &Answer, test: &ExprTest) -> Vec<Answer> {
        let mut candidates = vec![given.clone()];
        if let (Answer::Codes(ticked), ExprTest::Includes(codes)) = (given, test) {
            candidates.extend(codes.iter().filter_map(|code| {
                let more: Vec<String> = ticked.iter().chain([code]).cloned().collect();
                read_json(self.compiled.item(item), &more.into(), self.today).ok()
            }));
        }
        candidates
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
                Some(Answer::Day(day)) => days_around(question, day),
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

//! The search behind a witness: ways of giving conditions their values, not yet proven.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::Witness;
use crate::questionnaire::{
    Comparison, Compiled, Expr, ExprOperand, ExprTest, Item, ItemIx, ItemKind,
};
use crate::response::{Answer, read_text};

/// Conditions that are to have a value.
pub(super) type Wanted<'a> = Vec<(&'a Expr, bool)>;

/// Looks for answers, going back from what is wanted to the questions that it hangs on.
pub(super) struct Search<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) today: NaiveDate,
}

impl<'a> Search<'a> {
    pub(super) fn reach_of(&self, ix: ItemIx) -> Wanted<'a> {
        self.compiled.items.at(ix).enable.iter().map(|part| (part, true)).collect()
    }

    /// All ways (up to the candidates that are tried) to give every wanted condition its value.
    pub(super) fn solve(&self, answers: Witness, mut wanted: Wanted<'a>) -> Vec<Witness> {
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
                None => self.fitting(item, test, wanted, &answers),
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

    /// Candidates for one test, and for what is wanted of the same number or day besides.
    fn fitting(
        &self,
        item: ItemIx,
        test: &ExprTest,
        wanted: &Wanted<'a>,
        answers: &Witness,
    ) -> Vec<Answer> {
        let mut found = self.candidates(item, test, answers);
        let besides = wanted.iter().flat_map(|(condition, _)| condition.tests());
        for (_, test) in
            besides.filter(|(other, test)| *other == item && matches!(test, ExprTest::Compare(..)))
        {
            for answer in self.candidates(item, test, answers) {
                if !found.contains(&answer) {
                    found.push(answer);
                }
            }
        }
        found
    }

    pub(super) fn candidates(
        &self,
        item: ItemIx,
        test: &ExprTest,
        answers: &Witness,
    ) -> Vec<Answer> {
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

/// A day or its month, and those beside it.
pub(super) fn days_around(question: &Item, day: NaiveDate) -> Vec<String> {
    let form = if question.kind == ItemKind::Month { "%Y-%m" } else { "%Y-%m-%d" };
    let gap = Days::new(if question.kind == ItemKind::Month { 31 } else { 1 });
    [Some(day), day.checked_sub_days(gap), day.checked_add_days(gap)]
        .into_iter()
        .flatten()
        .map(|day| day.format(form).to_string())
        .collect()
}

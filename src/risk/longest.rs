//! The largest number of questions that any firm can be asked out of a set: a bound that is never
//! too small, found by branching over the answers that open and close questions.

use rust_decimal::Decimal;

use crate::questionnaire::table::Column;
use crate::questionnaire::{
    Compiled, Expr, ExprOperand, ExprTest, Item, ItemIx, ItemKind, ItemNode,
};

/// Branches looked at before the bound is taken as it stands.
const MOST_BRANCHES: usize = 20_000;

/// An answer as far as conditions can tell it from another.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    /// One code; of a multi-choice, one that stands alone.
    Code(String),
    /// Ticks of a multi-choice, whichever they are.
    Ticks,
    Number(Decimal),
}

/// Whether a condition can come out true, and whether it can come out false.
#[derive(Clone, Copy)]
struct May {
    be_true: bool,
    be_false: bool,
}

impl May {
    const NEITHER: Self = Self { be_true: false, be_false: false };
    const EITHER: Self = Self { be_true: true, be_false: true };

    fn be(value: bool) -> Self {
        Self { be_true: value, be_false: !value }
    }
}

struct Search<'a> {
    compiled: &'a Compiled,
    counted: &'a Column<ItemNode, bool>,
    /// What the counted questions hang on, in the order of asking, themselves included.
    relevant: Vec<ItemIx>,
    /// Questions to branch on, with their answers.
    choices: Vec<(ItemIx, Vec<Value>)>,
    best: usize,
    branches: usize,
}

/// The largest number of the counted questions on the path of any firm. Ticks, days and
/// comparisons of two answers are taken as free, so the number can be too large, never too small.
#[must_use]
pub fn longest(compiled: &Compiled, counted: &Column<ItemNode, bool>) -> usize {
    let mut relevant: Column<ItemNode, bool> = counted.clone();
    for ix in compiled.items.indices().rev().collect::<Vec<_>>() {
        if *relevant.at(ix) {
            for item in compiled.items.at(ix).enable.iter().flat_map(Expr::items) {
                *relevant.at_mut(item) = true;
            }
        }
    }
    let relevant: Vec<ItemIx> = compiled.items.indices().filter(|ix| *relevant.at(*ix)).collect();
    let choices = choices(compiled, &relevant);
    let mut search = Search { compiled, counted, relevant, choices, best: 0, branches: 0 };
    search.branch(&mut Column::filled(&compiled.items, None));
    search.best
}

/// The questions whose answer opens or closes others, each with one answer of every class.
fn choices(compiled: &Compiled, relevant: &[ItemIx]) -> Vec<(ItemIx, Vec<Value>)> {
    let tests: Vec<(ItemIx, &ExprTest)> = relevant
        .iter()
        .flat_map(|ix| compiled.items.at(*ix).enable.iter().flat_map(Expr::tests))
        .collect();
    let with_values = |ix: &ItemIx| {
        let own: Vec<&ExprTest> =
            tests.iter().filter(|(item, _)| item == ix).map(|(_, test)| *test).collect();
        let values = values(compiled.item(*ix), &own);
        (values.len() > 1).then_some((*ix, values))
    };
    relevant.iter().filter_map(with_values).collect()
}

/// One answer of every class that the tests can tell apart; empty when the tests are left free.
fn values(item: &Item, tests: &[&ExprTest]) -> Vec<Value> {
    let all: Vec<Value> = match item.kind {
        ItemKind::YesNo | ItemKind::Choice => {
            item.codes().into_iter().map(|code| Value::Code(code.to_owned())).collect()
        }
        ItemKind::MultiChoice => {
            let alone = item.options.iter().filter(|option| option.exclusive);
            let alone = alone.map(|option| Value::Code(option.code.clone()));
            std::iter::once(Value::Ticks).chain(alone).collect()
        }
        ItemKind::Number | ItemKind::Money => {
            let constant = |test: &&ExprTest| match test {
                ExprTest::Compare(_, ExprOperand::Number(number)) => Some(*number),
                _ => None,
            };
            let half = Decimal::new(5, 1);
            let around = |number: Decimal| [number, number - half, number + half];
            tests.iter().filter_map(constant).flat_map(around).map(Value::Number).collect()
        }
        ItemKind::Date | ItemKind::Month | ItemKind::Text => Vec::new(),
    };
    let mut classes: Vec<(Vec<(bool, bool)>, Value)> = Vec::new();
    for value in all {
        let class: Vec<(bool, bool)> = tests
            .iter()
            .map(|test| test_value(item, test, Some(&value)))
            .map(|may| (may.be_true, may.be_false))
            .collect();
        if !classes.iter().any(|(known, _)| *known == class) {
            classes.push((class, value));
        }
    }
    classes.into_iter().map(|(_, value)| value).collect()
}

fn test_value(item: &Item, test: &ExprTest, value: Option<&Value>) -> May {
    let alone =
        |code: &String| item.options.iter().any(|option| option.exclusive && option.code == *code);
    match (test, value) {
        (ExprTest::OneOf(codes) | ExprTest::Includes(codes), Some(Value::Code(code))) => {
            May::be(codes.contains(code))
        }
        (ExprTest::Includes(codes), Some(Value::Ticks)) if codes.iter().all(alone) => {
            May::be(false)
        }
        (ExprTest::Compare(comparison, ExprOperand::Number(right)), Some(Value::Number(left))) => {
            May::be(comparison.holds(left, right))
        }
        _ => May::EITHER,
    }
}

impl Search<'_> {
    /// Looks at a partial choice of answers; deepest first, the most promising answer first.
    fn branch(&mut self, chosen: &mut Column<ItemNode, Option<Value>>) {
        self.branches += 1;
        let on_path = self.may_be_asked(chosen);
        let bound = self.count(&on_path);
        if bound <= self.best {
            return;
        }
        let next = self
            .choices
            .iter()
            .find(|(ix, _)| chosen.at(*ix).is_none() && *on_path.at(*ix))
            .cloned();
        let Some((ix, values)) = next.filter(|_| self.branches < MOST_BRANCHES) else {
            self.best = bound;
            return;
        };
        let mut ways: Vec<(usize, Value)> = Vec::new();
        for value in values {
            *chosen.at_mut(ix) = Some(value.clone());
            ways.push((self.count(&self.may_be_asked(chosen)), value));
        }
        ways.sort_by_key(|(bound, _)| std::cmp::Reverse(*bound));
        for (_, value) in ways {
            *chosen.at_mut(ix) = Some(value);
            self.branch(chosen);
        }
        *chosen.at_mut(ix) = None;
    }

    fn count(&self, on_path: &Column<ItemNode, bool>) -> usize {
        self.relevant.iter().filter(|ix| *self.counted.at(**ix) && *on_path.at(**ix)).count()
    }

    fn may_be_asked(&self, chosen: &Column<ItemNode, Option<Value>>) -> Column<ItemNode, bool> {
        let mut on_path = Column::filled(&self.compiled.items, false);
        for ix in &self.relevant {
            let enable = &self.compiled.items.at(*ix).enable;
            let asked = enable.iter().all(|part| self.may(part, chosen, &on_path).be_true);
            *on_path.at_mut(*ix) = asked;
        }
        on_path
    }

    fn may(
        &self,
        expr: &Expr,
        chosen: &Column<ItemNode, Option<Value>>,
        on_path: &Column<ItemNode, bool>,
    ) -> May {
        let parts = |parts: &[Expr]| -> Vec<May> {
            parts.iter().map(|part| self.may(part, chosen, on_path)).collect()
        };
        match expr {
            Expr::Item(ix, _) if !*on_path.at(*ix) => May::NEITHER,
            Expr::Item(ix, test) => {
                test_value(self.compiled.item(*ix), test, chosen.at(*ix).as_ref())
            }
            Expr::Not(part) => {
                let May { be_true, be_false } = self.may(part, chosen, on_path);
                May { be_true: be_false, be_false: be_true }
            }
            Expr::All(all) => {
                let parts = parts(all);
                May {
                    be_true: parts.iter().all(|may| may.be_true),
                    be_false: parts.iter().any(|may| may.be_false),
                }
            }
            // A part that does not concern the firm leaves an `any` to the others.
            Expr::Any(any) => {
                let parts = parts(any);
                May {
                    be_true: parts.iter().any(|may| may.be_true),
                    be_false: parts.iter().any(|may| may.be_false),
                }
            }
        }
    }
}

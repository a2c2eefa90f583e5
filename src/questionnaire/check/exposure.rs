//! Formulas of money: known questions of the right kind, nothing empty, words that match.

use super::{Checker, placeholders};
use crate::questionnaire::{
    Exact, ExposureRule, FindingRule, Formula, Item, ItemKind, Operation, Place,
};

/// What the words of an exposure may name beside questions.
const SUMS: [&str; 2] = ["low", "high"];

impl Checker<'_> {
    pub(super) fn exposure(&mut self, rule: &FindingRule, number: usize, place: &Place) {
        let Some(exposure) = &rule.exposure else { return };
        let place = place.child("exposure");
        self.formula(&exposure.low, number, &place.child("low"));
        self.formula(&exposure.high, number, &place.child("high"));
        self.how(exposure, &place.child("how"));
    }

    fn formula(&mut self, formula: &Formula, number: usize, place: &Place) {
        for part in formula.parts() {
            let Formula::Of(operation) = part else { continue };
            match operation {
                Operation::Item(id) => self.figure(id, number, place),
                Operation::MonthsSince(id) | Operation::DaysSince(id) => {
                    self.date(id, number, place);
                }
                Operation::Add(list)
                | Operation::Mul(list)
                | Operation::Min(list)
                | Operation::Max(list)
                    if list.is_empty() =>
                {
                    self.report(place, "算式里有空的列表", "至少写一项");
                }
                Operation::Div(_, Exact(by)) if by.is_zero() => {
                    self.report(place, "算式除以 0", "除数写一个不是 0 的数");
                }
                _ => {}
            }
        }
    }

    fn figure(&mut self, id: &str, number: usize, place: &Place) {
        let fits = |item: &Item| matches!(item.kind, ItemKind::Number | ItemKind::Money);
        if self.reference(id, number, place).is_some_and(|item| !fits(item)) {
            self.report(place, format!("{id} 不是数，不能算钱"), "item 只写 number、money 的题");
        }
    }

    fn date(&mut self, id: &str, number: usize, place: &Place) {
        if self.reference(id, number, place).is_some_and(|item| item.kind != ItemKind::Date) {
            let hint = "months_since、days_since 只写 date 的题";
            self.report(place, format!("{id} 不是日期"), hint);
        }
    }

    /// The words name only what the sums rest on, so that every figure in them has an answer.
    fn how(&mut self, exposure: &ExposureRule, place: &Place) {
        if exposure.how.trim().is_empty() {
            self.report(place, "how 是空的", "用一句话写出怎么算");
        }
        for id in placeholders(&exposure.how).filter(|id| !SUMS.contains(id)) {
            let used = [&exposure.low, &exposure.high];
            if !used.iter().any(|formula| formula.items().contains(&id)) {
                let hint = "how 只引用算式用到的题，以及 {low}、{high}";
                self.report(place, format!("how 里的 {{{id}}} 不在算式里"), hint);
            }
        }
    }
}

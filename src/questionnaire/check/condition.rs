//! Conditions: known questions of this pack or an earlier one, and values of the right kind.

use super::Checker;
use crate::questionnaire::condition::Test;
use crate::questionnaire::{Condition, Item, ItemKind, Operand, Place};

impl<'a> Checker<'a> {
    pub(super) fn condition(&mut self, condition: &Condition, number: usize, place: &Place) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let key = if matches!(condition, Condition::All(_)) { "all" } else { "any" };
                if parts.is_empty() {
                    self.report(place, format!("{key} 是空的"), "至少写一个条件");
                }
                for (at, part) in parts.iter().enumerate() {
                    self.condition(part, number, &place.child(key).child(at));
                }
            }
            Condition::Not(part) => self.condition(part, number, &place.child("not")),
            Condition::Item { item, test } => self.test(item, test, number, place),
        }
    }

    /// Looks up a reference; reports an unknown one and one into a later pack.
    pub(super) fn reference(&mut self, id: &str, number: usize, place: &Place) -> Option<&'a Item> {
        let Some((item, _)) = self.known.get(id).copied() else {
            self.unknown(id, place);
            return None;
        };
        if self.packs_of.get(id).is_some_and(|pack| *pack > number) {
            self.report(place, format!("{id} 在后面的问卷里"), "条件只能引用本问卷或前面问卷的题");
        }
        Some(item)
    }

    pub(super) fn unknown(&mut self, id: &str, place: &Place) {
        let near = self.known.keys().copied().min_by_key(|known| distance(known, id));
        let hint = near.map_or_else(|| "检查代码".to_owned(), |near| format!("是不是 {near}？"));
        self.report(place, format!("没有 {id} 这一题"), hint);
    }

    fn test(&mut self, id: &str, test: &Test, number: usize, place: &Place) {
        let Some(item) = self.reference(id, number, place) else { return };
        match test {
            Test::Codes { ticked, codes } => self.codes(item, *ticked, codes, place),
            Test::Compare(_, operand) => self.operand(item, operand, number, place),
        }
    }

    fn codes(&mut self, item: &Item, ticked: bool, codes: &[String], place: &Place) {
        let id = &item.link_id;
        let fits = match item.kind {
            ItemKind::YesNo | ItemKind::Choice => !ticked,
            ItemKind::MultiChoice => ticked,
            _ => false,
        };
        if !fits {
            let hint = match item.kind {
                ItemKind::MultiChoice => "多选题用 includes",
                ItemKind::YesNo | ItemKind::Choice => "单选题、是否题用 is 或 in",
                _ => "这类题用 gt / ge / lt / le / eq",
            };
            self.report(place, format!("{id} 的种类不能这样比较"), hint);
            return;
        }
        for code in codes {
            if item.label(code).is_none() {
                let offered = item.codes().join("、");
                self.report(
                    place,
                    format!("{id} 没有选项 {code}"),
                    format!("可以写的有：{offered}"),
                );
            }
        }
    }

    fn operand(&mut self, item: &Item, operand: &Operand, number: usize, place: &Place) {
        let family = Family::of(item.kind);
        let other = match operand {
            Operand::Number(_) => Some(Family::Number),
            Operand::Date(_) | Operand::Today(_) => Some(Family::Day),
            Operand::Item(other) => {
                let Some(found) = self.reference(&other.item, number, place) else { return };
                let found = Family::of(found.kind);
                let times_fits = other.times.is_none() || found == Some(Family::Number);
                let plus_fits = other.plus.is_none() || found == Some(Family::Day);
                if times_fits && plus_fits { found } else { None }
            }
        };
        if family.is_none() || family != other {
            self.report(
                place,
                format!("{} 不能与这个值比较", item.link_id),
                "数和钱跟数比（times），日期和月份跟日期比（plus）",
            );
        }
    }
}

/// What can be ordered against what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Number,
    Day,
}

impl Family {
    fn of(kind: ItemKind) -> Option<Self> {
        match kind {
            ItemKind::Number | ItemKind::Money => Some(Self::Number),
            ItemKind::Date | ItemKind::Month => Some(Self::Day),
            _ => None,
        }
    }
}

/// Edit distance, to guess what was meant.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (at, a) in left.chars().enumerate() {
        let mut diagonal = at;
        let mut before = at + 1;
        for (b, cell) in right.chars().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = (diagonal + usize::from(a != b)).min(above + 1).min(before + 1);
            diagonal = above;
            before = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

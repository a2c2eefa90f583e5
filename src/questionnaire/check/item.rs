//! What belongs to which kind of question, options and bounds.

use std::collections::HashMap;

use super::Checker;
use crate::questionnaire::model::Bound;
use crate::questionnaire::{Item, ItemKind, Place};

impl Checker<'_> {
    pub(super) fn item(&mut self, item: &Item, place: &Place) {
        let choice = matches!(item.kind, ItemKind::Choice | ItemKind::MultiChoice);
        let number = matches!(item.kind, ItemKind::Number | ItemKind::Money);
        let bounded = number || matches!(item.kind, ItemKind::Date | ItemKind::Month);
        let rules = [
            (choice != item.options.is_empty(), "options", "选择题才写 options，至少一项"),
            (
                item.kind == ItemKind::YesNo || (item.yes.is_none() && item.no.is_none()),
                "yes",
                "yes / no 只用于 yes-no",
            ),
            (
                (item.kind == ItemKind::Number) == item.unit.is_some(),
                "unit",
                "number 必须写 unit，其他题不写",
            ),
            (
                bounded || (item.min.is_none() && item.max.is_none()),
                "min",
                "min / max 只用于数、钱、日期、月份",
            ),
            (
                item.kind != ItemKind::Number || (item.min.is_some() && item.max.is_some()),
                "min",
                "number 必须写 min 和 max",
            ),
            (
                item.kind == ItemKind::Number || item.decimals == 0,
                "decimals",
                "decimals 只用于 number",
            ),
            (number || item.zero.is_none(), "zero", "zero 只用于 number 和 money"),
            (
                item.kind == ItemKind::Text || (item.max_length.is_none() && item.format.is_none()),
                "format",
                "max_length / format 只用于 text",
            ),
        ];
        for (good, key, hint) in rules {
            if !good {
                self.report(
                    &place.child(key),
                    format!("{} 的 {key} 与题目种类不符", item.link_id),
                    hint,
                );
            }
        }
        self.apart(item, &place.child("apart"));
        self.options(item, place);
        self.bounds(item, number, place);
    }

    /// Why a question of another pack is another one.
    fn apart(&mut self, item: &Item, place: &Place) {
        for (other, reason) in &item.apart {
            let pack = self.packs_of.get(other.as_str());
            if pack.is_none() {
                self.report(place, format!("没有 {other} 这一题"), "检查代码");
            } else if pack == self.packs_of.get(item.link_id.as_str()) {
                let message = format!("apart 里的 {other} 是本问卷的题");
                self.report(place, message, "只写别的问卷的题");
            }
            if reason.trim().is_empty() {
                self.report(place, format!("apart 里 {other} 没有原因"), "写一句为什么是两件事");
            }
        }
    }

    fn options(&mut self, item: &Item, place: &Place) {
        let mut seen = HashMap::new();
        for (at, option) in item.options.iter().enumerate() {
            let place = place.child("options").child(at);
            if seen.insert(&option.code, at).is_some() {
                self.report(&place, format!("选项代码 {} 重复", option.code), "换一个代码");
            }
            if matches!(option.code.as_str(), "unknown" | "not_applicable" | "") {
                self.report(
                    &place,
                    format!("选项代码不能是“{}”", option.code),
                    "“不清楚”和“不适用”由程序提供",
                );
            }
            if option.exclusive && item.kind != ItemKind::MultiChoice {
                self.report(&place, "exclusive 只用于 multi-choice", "去掉它");
            }
        }
    }

    fn bounds(&mut self, item: &Item, number: bool, place: &Place) {
        for (key, bound) in [("min", &item.min), ("max", &item.max)] {
            let good = match bound {
                None => true,
                Some(Bound::Number(_)) => number,
                Some(Bound::Text(text)) => !number && item.day_bound(text).is_some(),
            };
            if !good {
                self.report(
                    &place.child(key),
                    format!("{} 的 {key} 写错了", item.link_id),
                    "数和钱写数；日期写 2026-11-21，月份写 2026-11，或者 today",
                );
            }
        }
        let backwards = match (&item.min, &item.max) {
            (Some(Bound::Number(min)), Some(Bound::Number(max))) => min > max,
            (Some(Bound::Text(min)), Some(Bound::Text(max))) => {
                let day = |text| item.day_bound(text).flatten();
                day(min).zip(day(max)).is_some_and(|(min, max)| min > max)
            }
            _ => false,
        };
        if backwards {
            self.report(&place.child("min"), "min 大于 max", "对调两个值");
        }
    }
}

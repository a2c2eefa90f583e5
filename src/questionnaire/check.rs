//! Everything that must hold before packs are indexed: names, references, types.

mod deadline;
mod exposure;

use std::collections::HashMap;

use super::condition::{Condition, Operand, Test};
use super::model::{Bound, Item, ItemKind, Section};
use super::{FindingRule, PackKind, Place, Problem, Source};

/// Checks all packs together; an empty list means that they may be indexed.
pub(super) fn check(sources: &[Source]) -> Vec<Problem> {
    let mut checker =
        Checker { known: HashMap::new(), packs_of: HashMap::new(), problems: Vec::new() };
    checker.names(sources);
    for (number, source) in sources.iter().enumerate() {
        checker.pack(number, source);
    }
    checker.problems
}

/// For conditions of questions: `order` says which questions are earlier, and says it better.
const ANY_PACK: usize = usize::MAX;

struct Checker<'a> {
    known: HashMap<&'a str, (&'a Item, bool)>,
    packs_of: HashMap<&'a str, usize>,
    problems: Vec<Problem>,
}

/// The place of a pack's file.
pub(super) fn root(source: &Source) -> Place {
    Place { file: source.file.clone(), pointer: String::new() }
}

/// The place of each item with the item, in order.
pub(super) fn places(source: &Source) -> impl Iterator<Item = (Place, &Section, &Item)> {
    source.pack.sections.iter().enumerate().flat_map(move |(s, section)| {
        section.items.iter().enumerate().map(move |(i, item)| {
            (root(source).child("sections").child(s).child("items").child(i), section, item)
        })
    })
}

impl<'a> Checker<'a> {
    fn report(&mut self, place: &Place, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::new(place, message, hint));
    }

    /// Every id stands once; an item's id begins with its pack's.
    fn names(&mut self, sources: &'a [Source]) {
        let mut seen: HashMap<&str, String> = HashMap::new();
        for (number, source) in sources.iter().enumerate() {
            let pack = &source.pack;
            let place = root(source).child("id");
            self.name(&mut seen, &pack.id, &place, &source.file);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if pack.id.is_empty() || !pack.id.chars().all(plain) {
                let message = format!("问卷代码“{}”只能用小写字母、数字、下划线", pack.id);
                self.report(&place, message, "例如 labour");
            }
            let profile = pack.kind == PackKind::Profile;
            for (place, _, item) in places(source) {
                let place = place.child("link_id");
                self.name(&mut seen, &item.link_id, &place, &source.file);
                self.prefix(&pack.id, &item.link_id, &place);
                self.known.entry(&item.link_id).or_insert((item, item.quick || profile));
                self.packs_of.entry(&item.link_id).or_insert(number);
            }
            for (at, rule) in pack.findings.iter().enumerate() {
                let place = root(source).child("findings").child(at).child("id");
                self.name(&mut seen, &rule.id, &place, &source.file);
                self.prefix(&pack.id, &rule.id, &place);
            }
        }
    }

    fn name(
        &mut self,
        seen: &mut HashMap<&'a str, String>,
        id: &'a str,
        place: &Place,
        file: &str,
    ) {
        if let Some(first) = seen.insert(id, file.to_owned()) {
            self.report(
                place,
                format!("代码 {id} 重复，{first} 里已经有了"),
                "换一个没有用过的代码",
            );
        }
    }

    fn prefix(&mut self, pack: &str, id: &str, place: &Place) {
        let rest = id.strip_prefix(pack).and_then(|rest| rest.strip_prefix('.'));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
        if !rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(plain)) {
            self.report(
                place,
                format!("代码 {id} 应是“{pack}.”加小写字母、数字、下划线"),
                format!("例如 {pack}.written_contract"),
            );
        }
    }

    fn pack(&mut self, number: usize, source: &'a Source) {
        let pack = &source.pack;
        if let Some(condition) = &pack.applies_when {
            self.condition(condition, ANY_PACK, &root(source).child("applies_when"));
        }
        let mut sections = HashMap::new();
        for (s, section) in pack.sections.iter().enumerate() {
            let place = root(source).child("sections").child(s);
            if sections.insert(&section.id, s).is_some() {
                self.report(&place, format!("部分代码 {} 重复", section.id), "换一个代码");
            }
            if let Some(condition) = &section.enable_when {
                self.condition(condition, ANY_PACK, &place.child("enable_when"));
            }
        }
        for (place, section, item) in places(source) {
            self.item(item, &place);
            let conditions = [&pack.applies_when, &section.enable_when, &item.enable_when];
            if let Some(condition) = &item.enable_when {
                self.condition(condition, ANY_PACK, &place.child("enable_when"));
            }
            if item.quick {
                self.quick(conditions.into_iter().flatten(), &place);
            }
        }
        for (at, rule) in pack.findings.iter().enumerate() {
            self.finding(rule, number, &root(source).child("findings").child(at));
        }
        self.deadlines(source, number);
    }

    /// A quick question may hang only on questions that the quick check asks.
    fn quick(&mut self, conditions: impl Iterator<Item = &'a Condition>, place: &Place) {
        for id in conditions.flat_map(Condition::items) {
            if self.known.get(id).is_some_and(|(_, quick)| !quick) {
                self.report(
                    &place.child("quick"),
                    format!("快速体检的题依赖 {id}，而它不在快速体检里"),
                    format!("给 {id} 也写 quick: true，或去掉这一题的 quick"),
                );
            }
        }
    }

    fn item(&mut self, item: &Item, place: &Place) {
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
        self.options(item, place);
        self.bounds(item, number, place);
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

    fn finding(&mut self, rule: &FindingRule, number: usize, place: &Place) {
        self.condition(&rule.when, number, &place.child("when"));
        if let Some(condition) = &rule.applies_when {
            self.condition(condition, number, &place.child("applies_when"));
        }
        self.exposure(rule, number, place);
        if rule.when.items().is_empty() {
            self.report(
                &place.child("when"),
                "没有看任何一题，这个发现会无条件出现",
                "写出哪个答案算有问题",
            );
        }
        for (key, value) in [("likelihood", rule.likelihood), ("consequence", rule.consequence)] {
            if !(1..=5).contains(&value) {
                self.report(&place.child(key), format!("{key} 是 {value}"), "写 1 到 5");
            }
        }
        if rule.title.matches('{').count() != placeholders(&rule.title).count() {
            let message = "标题里的 { 没有配对的 }";
            self.report(&place.child("title"), message, "写成 {题目代码}，一个 { 配一个 }");
        }
        for id in placeholders(&rule.title) {
            if !self.known.contains_key(id) {
                self.unknown(id, &place.child("title"));
            } else if !rule.when.items().contains(&id) {
                self.report(
                    &place.child("title"),
                    format!("标题里的 {{{id}}} 不在 when 里，可能没有答案"),
                    "标题只引用 when 看过的题",
                );
            }
        }
    }

    fn condition(&mut self, condition: &Condition, number: usize, place: &Place) {
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
    fn reference(&mut self, id: &str, number: usize, place: &Place) -> Option<&'a Item> {
        let Some((item, _)) = self.known.get(id).copied() else {
            self.unknown(id, place);
            return None;
        };
        if self.packs_of.get(id).is_some_and(|pack| *pack > number) {
            self.report(place, format!("{id} 在后面的问卷里"), "条件只能引用本问卷或前面问卷的题");
        }
        Some(item)
    }

    fn unknown(&mut self, id: &str, place: &Place) {
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

/// The ids between braces in a title.
pub(super) fn placeholders(title: &str) -> impl Iterator<Item = &str> {
    title.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(id, _)| id))
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

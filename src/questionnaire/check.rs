//! Everything that must hold before packs are indexed: names, references, types.

mod condition;
mod deadline;
mod exposure;
mod item;

use std::collections::HashMap;

use super::model::{Item, Section};
use super::{Condition, FindingRule, PackKind, Place, Problem, Source};

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

    fn finding(&mut self, rule: &FindingRule, number: usize, place: &Place) {
        self.condition(&rule.when, number, &place.child("when"));
        if let Some(condition) = &rule.applies_when {
            self.condition(condition, number, &place.child("applies_when"));
        }
        self.exposure(rule, number, place);
        if rule.from.zip(rule.to).is_some_and(|(from, to)| from > to) {
            self.report(&place.child("from"), "from 晚于 to，没有一天适用", "对调两个日期");
        }
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
}

/// The ids between braces in a title.
pub(super) fn placeholders(title: &str) -> impl Iterator<Item = &str> {
    title.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(id, _)| id))
}

//! Deadlines of a pack: names, the question that starts them, the finding that they raise.

use std::collections::HashSet;

use super::super::{DeadlineEntry, ItemKind, Place, Source};
use super::{Checker, root};

impl<'a> Checker<'a> {
    /// Checks the deadlines of one pack. A deadline raises findings of its own pack only.
    pub(super) fn deadlines(&mut self, source: &'a Source, number: usize) {
        let mut seen = HashSet::new();
        for (at, entry) in source.pack.deadlines.iter().enumerate() {
            let place = root(source).child("deadlines").child(at);
            // The prefix is the pack's own, so an id can be repeated only inside the pack.
            self.prefix(&source.pack.id, &entry.id, &place.child("id"));
            if !seen.insert(&entry.id) {
                let message = format!("期限代码 {} 重复", entry.id);
                self.report(&place.child("id"), message, "换一个没有用过的代码");
            }
            self.start(entry, number, &place);
            if let Some(condition) = &entry.when {
                self.condition(condition, number, &place.child("when"));
            }
            if let Some(raised) = &entry.raises
                && !source.pack.findings.iter().any(|rule| rule.id == *raised)
            {
                let message = format!("本问卷没有 {raised} 这个发现");
                self.report(&place.child("raises"), message, "写本问卷里一个发现的代码");
            }
        }
    }

    fn start(&mut self, entry: &DeadlineEntry, number: usize, place: &Place) {
        let place = place.child("from");
        let Some(item) = self.reference(&entry.from, number, &place) else { return };
        if item.kind != ItemKind::Date {
            let message = format!("{} 不是日期题", entry.from);
            self.report(&place, message, "期限只能从 kind: date 的题起算");
        }
    }
}

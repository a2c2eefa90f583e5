//! The answers of an author on one day, and what follows from them.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::Value;

use crate::flow::{Flow, Reach, Scope};
use crate::questionnaire::{Compiled, ItemIx, PackIx};
use crate::report::{Library, basis};
use crate::response::Answer;
use crate::risk::Check;

use super::choices::{choices, field, read};
use super::picture::{Picture, reasons};
use super::questions::Shown;
use super::words::conditions;
use super::{Choice, Condition, Did, Difference, Group, Lost, Preview, Question, Request, Set};

/// One pack on one day.
pub(super) struct Desk<'a> {
    library: &'a Library,
    pack: PackIx,
    on: NaiveDate,
    shown: Shown,
}

impl<'a> Desk<'a> {
    pub(super) fn new(library: &'a Library, pack: PackIx, on: NaiveDate) -> Self {
        Self { library, pack, on, shown: Shown::new(&library.compiled, pack) }
    }

    /// The whole state after the answers of a request.
    pub(super) fn preview(&self, request: &Request) -> Preview {
        let (mut check, lost) = self.accept(&request.answers);
        let did = request.set.as_ref().map(|set| self.set(&mut check, set));
        let now = self.picture(&check);
        let node = self.compiled().packs.at(self.pack);
        let link_id = |(ix, answer)| (self.compiled().item(ix).link_id.clone(), answer);
        let (earlier, sections) = self.groups(&check, &now);
        Preview {
            pack: node.id.clone(),
            title: node.title.clone(),
            summary: node.summary.clone(),
            version: node.version.clone(),
            on: self.on,
            closed: self.closed(check.flow()),
            answers: check.answers().into_iter().map(link_id).collect(),
            lost,
            did,
            earlier,
            sections,
            findings: now.findings,
            deadlines: now.deadlines,
            exposure: now.exposure,
        }
    }

    fn compiled(&self) -> &Rc<Compiled> {
        &self.library.compiled
    }

    fn picture(&self, check: &Check) -> Picture {
        Picture::of(check, self.library, self.pack)
    }

    /// A check with the answers that are still valid, and the others.
    fn accept(&self, answers: &BTreeMap<String, Value>) -> (Check, Vec<Lost>) {
        let mut lost = Vec::new();
        let mut accepted = Vec::new();
        for (link_id, value) in answers {
            match self.valid(link_id, value) {
                Ok(answer) => accepted.push(answer),
                Err((text, why)) => {
                    let (link_id, shown) = (link_id.clone(), raw(value));
                    lost.push(Lost { link_id, text, shown, why });
                }
            }
        }
        let compiled = Rc::clone(self.compiled());
        let (check, off) = Check::with(compiled, Scope::default(), self.on, accepted);
        lost.extend(off.into_iter().map(|(ix, answer)| {
            let item = self.compiled().item(ix);
            Lost {
                link_id: item.link_id.clone(),
                text: item.text.clone(),
                shown: answer.display(item),
                why: "这一题现在不在路径上".to_owned(),
            }
        }));
        (check, lost)
    }

    /// An answer that fits its question; otherwise the question's text and why not.
    fn valid(&self, link_id: &str, value: &Value) -> Result<(ItemIx, Answer), (String, String)> {
        let Some(ix) = self.compiled().find(link_id) else {
            return Err((link_id.to_owned(), "没有这一题了".to_owned()));
        };
        let item = self.compiled().item(ix);
        if !self.shown.has(ix) {
            return Err((item.text.clone(), "这份问卷不再用到这一题".to_owned()));
        }
        let answer = read(item, value, self.on);
        answer.map(|answer| (ix, answer)).map_err(|error| (item.text.clone(), error.to_string()))
    }

    /// Gives one more answer and tells what it did.
    fn set(&self, check: &mut Check, set: &Set) -> Did {
        let before = self.picture(check);
        let ix = self.compiled().find(&set.item).filter(|ix| self.shown.has(*ix));
        let outcome = match ix {
            None => Err("没有这一题了".to_owned()),
            Some(ix) => self.change(check, ix, &set.answer),
        };
        let text = ix.map_or(&set.item, |ix| &self.compiled().item(ix).text).clone();
        let link_id = set.item.clone();
        match outcome {
            Err(why) => {
                let (refused, difference) = (Some(why), Difference::default());
                Did { link_id, text, shown: None, refused, dropped: Vec::new(), difference }
            }
            Ok((shown, dropped)) => {
                let difference = before.until(&self.picture(check), check, |ix| self.shown.has(ix));
                let dropped = reasons(check, &dropped);
                Did { link_id, text, shown, refused: None, dropped, difference }
            }
        }
    }

    /// Gives or takes back an answer: the answer in words and what it dropped, or why not.
    fn change(&self, check: &mut Check, ix: ItemIx, value: &Value) -> Result<Changed, String> {
        if check.flow().reach(ix) != Reach::OnPath {
            return Err("这一题现在不在路径上".to_owned());
        }
        if value.is_null() {
            return Ok((None, check.clear(ix)));
        }
        let item = self.compiled().item(ix);
        let answer = read(item, value, self.on).map_err(|error| error.to_string())?;
        Ok((Some(answer.display(item)), check.answer(ix, answer)))
    }

    /// The questions before the pack, and the pack's own.
    fn groups(&self, check: &Check, now: &Picture) -> (Vec<Group>, Vec<Group>) {
        let (mut earlier, mut own) = (Vec::new(), Vec::new());
        for (ix, node) in self.compiled().items.entries() {
            if !self.shown.has(ix) {
                continue;
            }
            let question = self.question(check, now, ix);
            if node.pack == self.pack {
                put(&mut own, &node.section, question);
            } else {
                put(&mut earlier, &self.compiled().packs.at(node.pack).title, question);
            }
        }
        (earlier, own)
    }

    fn question(&self, check: &Check, now: &Picture, ix: ItemIx) -> Question {
        let node = self.compiled().items.at(ix);
        let item = &node.item;
        let answer = check.flow().answer(ix);
        let open = check.flow().reach(ix) == Reach::OnPath;
        let mut choices = choices(item, answer);
        if open {
            for choice in choices.iter_mut().filter(|choice| !choice.chosen) {
                self.try_out(check, now, ix, choice);
            }
        }
        let own = if node.pack == self.pack { self.pack_conditions() } else { 0 };
        let enable = node.enable.get(own..).unwrap_or_default();
        let cite = |citation| basis(check, &self.library.laws, citation);
        Question {
            link_id: item.link_id.clone(),
            text: item.text.clone(),
            hint: item.hint.clone(),
            why: item.why.clone(),
            find_out: item.find_out.clone(),
            basis: item.basis.iter().map(cite).collect(),
            quick: item.quick,
            optional: !item.required,
            open,
            used: self.shown.used(ix),
            conditions: conditions(self.compiled(), check.flow(), enable),
            shown: answer.map(|answer| answer.display(item)),
            choices,
            field: field(item, answer),
        }
    }

    /// Writes down what a choice would do to the answers as they are.
    fn try_out(&self, check: &Check, now: &Picture, ix: ItemIx, choice: &mut Choice) {
        let mut trial = check.clone();
        if let Ok((_, dropped)) = self.change(&mut trial, ix, &choice.answer) {
            let difference = now.until(&self.picture(&trial), check, |other| self.shown.has(other));
            choice.effect = difference.in_short(dropped.len());
            choice.opens = difference.opened.into_iter().map(|named| named.text).collect();
        }
    }

    /// How many conditions every question of the pack begins with: its own condition, if any.
    fn pack_conditions(&self) -> usize {
        usize::from(self.compiled().packs.at(self.pack).applies.is_some())
    }

    /// Why no question of the pack is asked; empty when the pack concerns the firm.
    fn closed(&self, flow: &Flow) -> Vec<Condition> {
        let applies = self.compiled().packs.at(self.pack).applies.as_slice();
        let mut parts = conditions(self.compiled(), flow, applies);
        parts.retain(|part| !part.holds);
        parts
    }
}

/// The new answer in words, and the answers that it dropped.
type Changed = (Option<String>, crate::risk::Dropped);

/// Adds a question to the last group, or to a new one when that has another title.
fn put(groups: &mut Vec<Group>, title: &str, question: Question) {
    let (open, answered) = (usize::from(question.open), usize::from(question.shown.is_some()));
    match groups.last_mut().filter(|group| group.title == title) {
        Some(group) => {
            group.open += open;
            group.answered += answered;
            group.questions.push(question);
        }
        None => {
            let questions = vec![question];
            groups.push(Group { title: title.to_owned(), open, answered, questions });
        }
    }
}

/// An answer that no question explains any more.
fn raw(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

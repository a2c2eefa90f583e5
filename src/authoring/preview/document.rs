//! What the page of the preview shows, as data.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::report::{Basis, Deadline};
use crate::response::Answer;
use crate::risk::Level;

/// Either what is wrong with the files or the preview.
#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// Everything that is wrong with the files.
    pub errors: Vec<Trouble>,
    /// The preview, when nothing is wrong.
    pub preview: Option<Preview>,
}

/// One error of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// File and line.
    pub place: String,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// One pack with the answers given.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// Id of the pack.
    pub pack: String,
    /// Its title.
    pub title: String,
    /// Its sentence for the task list.
    pub summary: String,
    /// Version of its content.
    pub version: String,
    /// Day of the check.
    pub on: NaiveDate,
    /// Why no question of the pack is asked now; empty when the pack concerns the firm.
    pub closed: Vec<Condition>,
    /// The answers that were taken, to be sent with the next request.
    pub answers: BTreeMap<String, Answer>,
    /// Answers that are no longer valid.
    pub lost: Vec<Lost>,
    /// What the last answer did.
    pub did: Option<Did>,
    /// Earlier questions of other packs that this one hangs on, by pack.
    pub earlier: Vec<Group>,
    /// The pack's questions, by section.
    pub sections: Vec<Group>,
    /// What was found in this pack, worst first.
    pub findings: Vec<FindingView>,
    /// Deadlines that the pack starts, the earliest first.
    pub deadlines: Vec<Deadline>,
    /// What its findings can cost together.
    pub exposure: Option<Money>,
}

/// An answer that was dropped, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// The question.
    pub link_id: String,
    /// Its text, or its `link_id` when it is gone.
    pub text: String,
    /// The answer.
    pub shown: String,
    /// Why it was dropped.
    pub why: String,
}

/// Questions that stand together.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Title of the section or pack.
    pub title: String,
    /// How many are asked now.
    pub open: usize,
    /// How many have an answer.
    pub answered: usize,
    /// The questions.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// Its `link_id`.
    pub link_id: String,
    /// The question.
    pub text: String,
    /// One sentence of help.
    pub hint: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// Where the answer can be found.
    pub find_out: String,
    /// The articles, in the edition of the day.
    pub basis: Vec<Basis>,
    /// Whether the quick check asks it.
    pub quick: bool,
    /// Whether it may be left without an answer.
    pub optional: bool,
    /// Whether it is asked now.
    pub open: bool,
    /// Whether the pack that is shown looks at it.
    pub used: bool,
    /// The conditions of section and question.
    pub conditions: Vec<Condition>,
    /// The answer as a person reads it.
    pub shown: Option<String>,
    /// What can be clicked.
    pub choices: Vec<Choice>,
    /// What can be typed.
    pub field: Option<Field>,
}

/// One condition in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The condition.
    pub words: String,
    /// Whether it holds.
    pub holds: bool,
    /// The answers that it looks at, as they are now.
    pub now: Vec<String>,
}

/// One answer that can be clicked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// What a click answers.
    pub answer: Value,
    /// What is shown.
    pub text: String,
    /// One more sentence.
    pub hint: Option<String>,
    /// Whether it is the answer, or part of it.
    pub chosen: bool,
    /// Whether it can stand beside others.
    pub several: bool,
    /// What it would do, in short; empty when it is chosen or the question is not asked.
    pub effect: Vec<String>,
    /// The questions that it would open.
    pub opens: Vec<String>,
}

/// An answer that is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// `number`, `date`, `month` or `text`.
    pub kind: &'static str,
    /// What was answered.
    pub value: String,
    /// Unit of a number.
    pub unit: String,
    /// What may be answered.
    pub range: String,
}

/// What one answer did.
#[derive(Clone, Debug, Serialize)]
pub struct Did {
    /// The question.
    pub link_id: String,
    /// Its text.
    pub text: String,
    /// The answer; absent when it was taken back.
    pub shown: Option<String>,
    /// Why it was not taken.
    pub refused: Option<String>,
    /// Answers that it dropped.
    pub dropped: Vec<Reason>,
    /// What is different now.
    pub difference: Difference,
}

/// What is different between two states of the answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Questions that are asked now.
    pub opened: Vec<Named>,
    /// Questions that are no longer asked.
    pub closed: Vec<Named>,
    /// How many questions of other packs are asked now.
    pub opened_elsewhere: usize,
    /// How many questions of other packs are no longer asked.
    pub closed_elsewhere: usize,
    /// Findings that are new.
    pub appeared: Vec<FindingView>,
    /// Findings that are gone.
    pub gone: Vec<FindingView>,
    /// Findings of which it can no longer be told whether they are there.
    pub unsure: Vec<FindingView>,
    /// Findings that are still there, but not the same: before and after.
    pub changed: Vec<(FindingView, FindingView)>,
    /// Deadlines that are new or on another day.
    pub deadlines: Vec<Deadline>,
    /// Deadlines that are gone.
    pub deadlines_gone: Vec<Deadline>,
    /// What all findings of the pack can cost, before and after, when it is not the same.
    pub exposure: Option<(Option<Money>, Option<Money>)>,
}

/// A question by its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its `link_id`.
    pub link_id: String,
    /// Its text.
    pub text: String,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The question.
    pub question: String,
    /// The answer as it was shown.
    pub shown: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// Id of the rule.
    pub id: String,
    /// Names the problem.
    pub title: String,
    /// Its level.
    pub level: Level,
    /// 红, 橙, 黄 or 蓝.
    pub word: &'static str,
    /// 1 to 5.
    pub likelihood: u8,
    /// 1 to 5.
    pub consequence: u8,
    /// Likelihood × consequence.
    pub score: u32,
    /// What raised the level by rule.
    pub raised: Vec<String>,
    /// The answers that it rests on.
    pub because: Vec<Reason>,
    /// What can follow.
    pub effects: String,
    /// What it can cost, and how that was counted.
    pub exposure: Option<(Money, String)>,
    /// Questions without which it cannot be told what it can cost.
    pub exposure_needs: Vec<String>,
}

/// Yuan, with a comma between thousands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Money {
    /// The least.
    pub low: String,
    /// The most.
    pub high: String,
}

impl Trouble {
    /// Parts `file:line: message（hint）`.
    pub(super) fn of(error: &str) -> Self {
        let (place, message) = error.split_once(": ").unwrap_or(("", error));
        Self { place: place.to_owned(), message: message.to_owned() }
    }

    /// File and line, so that line 53 comes before line 257.
    pub(super) fn position(&self) -> (String, usize) {
        let (file, line) = self.place.rsplit_once(':').unwrap_or((&self.place, ""));
        (file.to_owned(), line.parse().unwrap_or_default())
    }
}

//! A review: the steps over one report and the signatures under them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Act, Reviewer, Signature, Step};
use crate::archive::envelope::Envelope;
use crate::texts::Texts;

/// Name of the member of the firm's file.
const MEMBER: &str = "reviews";
/// Most signs of one text.
const LONGEST: usize = 4000;
/// Most steps of one review.
const MOST_STEPS: usize = 2000;

/// What lies over one report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Seal of the report.
    pub report: String,
    /// Steps, in order.
    pub steps: Vec<Step>,
    /// Signatures, in the order of their day.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// What later versions add.
    #[serde(flatten)]
    pub more: BTreeMap<String, Value>,
}

/// Why a step was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepError {
    /// Nobody is named.
    Nobody,
    /// A reason is owed.
    Reason,
    /// There is nothing in it.
    Empty,
    /// A text is too long.
    TooLong,
    /// There are too many steps.
    TooMany,
    /// A step that is not there was to be taken back.
    NoStep,
}

impl Review {
    /// Nothing yet, over the report with a seal.
    #[must_use]
    pub fn over(report: &str) -> Self {
        Self { report: report.to_owned(), ..Self::default() }
    }

    /// Adds a step; `id` is 32 hexadecimal digits that nobody drew before.
    ///
    /// # Errors
    /// What is missing; then nothing is added.
    pub fn add(
        &mut self,
        id: String,
        at: NaiveDateTime,
        by: &Reviewer,
        act: Act,
        reason: &str,
    ) -> Result<(), StepError> {
        let reason = reason.trim();
        self.accepts(by, &act, reason)?;
        let turn = self.steps.iter().map(|step| step.turn).max().unwrap_or(0).saturating_add(1);
        self.steps.push(Step { id, turn, at, by: by.clone(), act, reason: reason.to_owned() });
        Ok(())
    }

    /// Whether a step would be taken.
    ///
    /// # Errors
    /// What is missing.
    pub fn accepts(&self, by: &Reviewer, act: &Act, reason: &str) -> Result<(), StepError> {
        if by.name.trim().is_empty() {
            return Err(StepError::Nobody);
        }
        if act.owes_reason() && reason.trim().is_empty() {
            return Err(StepError::Reason);
        }
        if self.steps.len() >= MOST_STEPS {
            return Err(StepError::TooMany);
        }
        let texts = texts(act);
        let too_long = |text: &&str| text.chars().count() > LONGEST;
        if texts.iter().any(too_long) || too_long(&reason) {
            return Err(StepError::TooLong);
        }
        let empty = texts.iter().any(|text| text.trim().is_empty());
        match act {
            Act::Correct { change, .. } if change.is_empty() || empty => Err(StepError::Empty),
            Act::Retract { step } if self.steps.iter().all(|one| one.id != *step) => {
                Err(StepError::NoStep)
            }
            _ if empty => Err(StepError::Empty),
            _ => Ok(()),
        }
    }

    /// Takes in what another copy of the same review has and this one does not. The result is the
    /// same whoever takes in whom, and taking in twice changes nothing.
    pub fn merge(&mut self, other: &Self) {
        if self.report != other.report {
            return;
        }
        self.steps.extend(other.steps.iter().cloned());
        self.steps.sort_by(|left, right| order(left).cmp(&order(right)));
        // Two steps of one id are copies, or one of them was forged: then both stay and no
        // signature over either holds any more.
        self.steps.dedup();
        self.signatures.extend(other.signatures.iter().cloned());
        self.signatures.sort_by(|left, right| sorted(left).cmp(&sorted(right)));
        self.signatures.dedup();
        for (name, value) in &other.more {
            self.more.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }

    /// Ids of every step.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<&str> {
        self.steps.iter().map(|step| step.id.as_str()).collect()
    }
}

/// Steps come in this order on every machine.
fn order(step: &Step) -> (u64, NaiveDateTime, &Reviewer, &str, String) {
    // The content too, so that copies come to stand beside each other.
    (step.turn, step.at, &step.by, &step.id, content(step))
}

fn content<T: Serialize>(of: &T) -> String {
    serde_json::to_string(of).unwrap_or_default()
}

fn sorted(signature: &Signature) -> (chrono::NaiveDate, &Reviewer, String) {
    (signature.claim.on, &signature.claim.by, content(signature))
}

/// Every text that a person wrote in an act.
fn texts(act: &Act) -> Vec<&str> {
    match act {
        Act::Confirm { .. } | Act::Withdraw { .. } | Act::Retract { .. } => Vec::new(),
        Act::Correct { change, .. } => {
            let one = change.title.iter().chain(&change.effects);
            one.chain(change.treatment.iter().flatten()).map(String::as_str).collect()
        }
        Act::Add(new) => [&new.title, &new.basis, &new.effects]
            .into_iter()
            .chain(&new.treatment)
            .map(String::as_str)
            .collect(),
        Act::Ask { question: text, .. }
        | Act::Opinion { text }
        | Act::Outcome { note: text, .. } => {
            vec![text]
        }
    }
}

/// The reviews of a file; `None` when it has some that this program cannot read.
#[must_use]
pub fn of(envelope: &Envelope) -> Option<Vec<Review>> {
    match envelope.more.get(MEMBER) {
        None => Some(Vec::new()),
        Some(value) => serde_json::from_value(value.clone()).ok(),
    }
}

/// Puts a review into a file, in place of what it has over the same report.
///
/// # Errors
/// When the file has reviews that this program cannot read: nothing may take their place.
pub fn put(envelope: &mut Envelope, review: &Review) -> Result<(), ReviewsUnreadable> {
    let mut reviews = of(envelope).ok_or(ReviewsUnreadable)?;
    match reviews.iter_mut().find(|own| own.report == review.report) {
        Some(own) => *own = review.clone(),
        None => reviews.push(review.clone()),
    }
    let value = serde_json::to_value(&reviews).map_err(|_| ReviewsUnreadable)?;
    envelope.more.insert(MEMBER.to_owned(), value);
    Ok(())
}

/// A file has reviews that this program cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewsUnreadable;

impl ReviewsUnreadable {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        texts.desk.queue.unreadable
    }
}

impl StepError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let words = &texts.desk.step;
        match self {
            Self::Nobody => words.nobody,
            Self::Reason => words.reason,
            Self::Empty => words.empty,
            Self::TooLong => words.too_long,
            Self::TooMany => words.too_many,
            Self::NoStep => words.no_step,
        }
    }
}

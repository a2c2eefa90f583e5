//! The questionnaire as its authors write it; one value of [`Questionnaire`] is one pack.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::exact::Exact;
use super::{Citation, Condition, DeadlineEntry, FindingRule};

/// One pack: the questions of one domain and the findings that follow from them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Lower-case letters, unique; also the code of the domain.
    pub id: String,
    /// Title in Chinese.
    pub title: String,
    /// Version of the content, changed with every change of it.
    pub version: String,
    /// What the pack is for; decides the order in which packs are asked.
    pub kind: PackKind,
    /// One sentence for the task list.
    pub summary: String,
    /// When absent the pack concerns every firm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<Condition>,
    /// Questions in the order in which they are asked.
    pub sections: Vec<Section>,
    /// What the answers can show to be wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<FindingRule>,
    /// Deadlines that run from the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<DeadlineEntry>,
}

/// What a pack is for. The order of the variants is the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PackKind {
    /// Facts about the firm, asked in every check.
    Profile,
    /// A domain of law that concerns firms of every trade.
    General,
    /// A trade.
    Sector,
}

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique in its pack.
    pub id: String,
    /// Title in Chinese.
    pub title: String,
    /// When absent the section is always asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enable_when: Option<Condition>,
    /// Questions in the order in which they are asked.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Never reused, never renamed: reports that were made years ago refer to it.
    pub link_id: String,
    /// What kind of answer is asked for.
    pub kind: ItemKind,
    /// The question: at most 40 characters.
    pub text: String,
    /// One sentence of help under the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Why we ask.
    pub why: String,
    /// Where in the firm the answer can be found.
    pub find_out: String,
    /// Articles shown beside the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Citation>,
    /// Choices, for `choice` and `multi-choice`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AnswerOption>,
    /// Label of the answer `yes` of a `yes-no`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<String>,
    /// Label of the answer `no` of a `yes-no`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<String>,
    /// Unit of a `number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Smallest answer allowed: a number, a date or `today`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Bound>,
    /// Largest answer allowed: a number, a date or `today`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Bound>,
    /// Places after the point that a `number` may have.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub decimals: u32,
    /// Label of a button that answers 0, for `number` and `money`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<String>,
    /// Largest number of characters of a `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// A check on a `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<TextFormat>,
    /// Whether the question must be answered (不清楚 counts) before going on.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub required: bool,
    /// Whether 不清楚 is offered.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub unknown: bool,
    /// Label of 不适用; the answer is not offered without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<String>,
    /// When absent the question is always asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enable_when: Option<Condition>,
    /// Whether the quick check asks this too.
    #[serde(default, skip_serializing_if = "is_false")]
    pub quick: bool,
    /// Questions of other packs that read alike, each with the reason why they ask another fact.
    /// For authors: it stays in the file, so that no digest of a pack hangs on it.
    #[serde(default, skip_serializing)]
    pub apart: BTreeMap<String, String>,
}

/// Kind of answer, after the FHIR item types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// `yes` or `no`.
    YesNo,
    /// One code out of `options`.
    Choice,
    /// Any number of codes out of `options`.
    MultiChoice,
    /// A number with a unit.
    Number,
    /// Yuan, with at most two decimals.
    Money,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// Free text.
    Text,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Unique in its question.
    pub code: String,
    /// What is shown.
    pub text: String,
    /// One more sentence, where the choice needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// In a `multi-choice`: cannot stand beside others ("以上都没有").
    #[serde(default, skip_serializing_if = "is_false")]
    pub exclusive: bool,
}

/// A bound on an answer: a number, or a date (`YYYY-MM-DD`, `YYYY-MM` or `today`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Bound {
    /// For `number` and `money`.
    Number(Exact),
    /// For `date` and `month`.
    Text(String),
}

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self::Text(text)),
            number @ Value::Number(_) => {
                Exact::deserialize(number).map(Self::Number).map_err(D::Error::custom)
            }
            _ => Err(D::Error::custom("类型不对：写一个数、一个日期，或者 today")),
        }
    }
}

/// A check on free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TextFormat {
    /// 统一社会信用代码, GB 32100-2015.
    Uscc,
}

impl Questionnaire {
    /// All items in the order of asking.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }
}

impl Item {
    /// Reads a bound of a date or month: the day, or `None` inside for `today`.
    /// The outer `None` means that it is neither.
    #[must_use]
    pub fn day_bound(&self, text: &str) -> Option<Option<NaiveDate>> {
        if text == "today" {
            return Some(None);
        }
        let day = match self.kind {
            ItemKind::Date => NaiveDate::parse_from_str(text, "%Y-%m-%d"),
            _ => NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d"),
        };
        day.ok().map(Some)
    }

    /// What a code is called on the screen; `None` for a code that is not offered.
    #[must_use]
    pub fn label(&self, code: &str) -> Option<&str> {
        match (self.kind, code) {
            (ItemKind::YesNo, "yes") => Some(self.yes.as_deref().unwrap_or("是")),
            (ItemKind::YesNo, "no") => Some(self.no.as_deref().unwrap_or("否")),
            (ItemKind::YesNo, _) => None,
            _ => {
                let option = self.options.iter().find(|option| option.code == code)?;
                Some(&option.text)
            }
        }
    }

    /// Every code that may be answered, in order.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        match self.kind {
            ItemKind::YesNo => vec!["yes", "no"],
            _ => self.options.iter().map(|option| option.code.as_str()).collect(),
        }
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_true(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}

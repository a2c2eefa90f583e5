//! The report as data. Its JSON is a contract that other programs read; fields are only added.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::questionnaire::{Exact, Flag, Service, Status, Step};
use crate::response::Mode;
use crate::risk::{Grade, Level};

/// Version of the report's format.
pub(super) const SCHEMA: u32 = 1;

/// One report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of the format.
    pub schema: u32,
    /// Day of the check.
    pub on: NaiveDate,
    /// How much was asked.
    pub mode: Mode,
    /// Packs of a `topics` check.
    pub topics: Vec<String>,
    /// Packs that were asked, with the version of their content.
    pub packs: Vec<PackVersion>,
    /// Facts about the firm.
    pub firm: Firm,
    /// Every answer by `link_id`, as an answers file has it: what all the rest follows from.
    pub answers: BTreeMap<String, Value>,
    /// Overall verdict.
    pub grade: Grade,
    /// The verdict in one sentence.
    pub verdict: String,
    /// 0 to 100; absent when nothing was assessed.
    pub index: Option<u32>,
    /// Assessed in per cent of applicable.
    pub coverage: Coverage,
    /// The sums behind index and coverage.
    pub sums: Sums,
    /// The same for each domain.
    pub domains: Vec<Domain>,
    /// Every problem found, worst first.
    pub findings: Vec<Finding>,
    /// Ids of the three to seven findings to act on first.
    pub priorities: Vec<String>,
    /// What all findings with a figure can cost together; findings may cover the same money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<TotalExposure>,
    /// Questions to find out about.
    pub unknowns: Vec<ToFindOut>,
    /// Deadlines that run from the answers, the earliest first.
    pub deadlines: Vec<Deadline>,
    /// The fewest changes that take each red finding away.
    pub next_best: Vec<Advised>,
    /// SM3 over the canonical content, in hex.
    pub seal: String,
}

/// Facts about the firm: answers of the profile by the last part of their `link_id`.
pub type Firm = BTreeMap<String, Value>;

/// Per cent; absent when nothing concerns the firm.
pub type Coverage = Option<u32>;

/// A pack that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PackVersion {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// SM3 of the content, in hex.
    pub hash: String,
}

/// The sums of R that index and coverage are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Sums {
    /// Over findings that were triggered.
    pub triggered: u32,
    /// Over what was assessed.
    pub assessed: u32,
    /// Over what concerns the firm.
    pub applicable: u32,
}

/// One domain of law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Domain {
    /// Id of the pack.
    pub id: String,
    /// Title.
    pub title: String,
    /// 0 to 100; absent when nothing was assessed.
    pub index: Option<u32>,
    /// Assessed in per cent of applicable.
    pub coverage: Coverage,
    /// Verdict.
    pub grade: Grade,
    /// The sums behind them.
    pub sums: Sums,
    /// How many checks found nothing wrong.
    pub clear: usize,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Id of the rule.
    pub id: String,
    /// Id of the domain.
    pub domain: String,
    /// Names the problem.
    pub title: String,
    /// Level after the flags.
    pub level: Level,
    /// 1 to 5.
    pub likelihood: u8,
    /// 1 to 5.
    pub consequence: u8,
    /// Likelihood × consequence.
    pub score: u32,
    /// What raised the level by rule.
    pub flags: Vec<Flag>,
    /// The answers that it rests on.
    pub because: Vec<Because>,
    /// The articles that it rests on.
    pub basis: Vec<Basis>,
    /// What can follow.
    pub effects: String,
    /// What it can cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<Exposure>,
    /// Questions to answer before it can be told what it can cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exposure_needs: Vec<String>,
    /// What to do.
    pub treatment: Vec<Step>,
    /// What to keep.
    pub evidence: Vec<String>,
    /// Who helps.
    pub services: Vec<Service>,
    /// How far the law behind it was checked.
    pub status: Status,
    /// The missed deadline that made the level red: an id of `deadlines`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
}

/// What a finding can cost, in yuan. It is no forecast, and findings may cover the same money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Exposure {
    /// The least.
    pub low: Exact,
    /// The most.
    pub high: Exact,
    /// How the sum was made, with the figures.
    pub how: String,
}

/// What all findings with a figure can cost together, in yuan: a plain sum, no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct TotalExposure {
    /// The least.
    pub low: Exact,
    /// The most.
    pub high: Exact,
    /// How many findings have a figure.
    pub findings: usize,
}

/// One answer that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Because {
    /// The question.
    pub link_id: String,
    /// The answer, as an answers file has it.
    pub answer: Value,
    /// The question as it was asked.
    pub question: String,
    /// The answer as it was shown.
    pub shown: String,
}

/// One article that a finding rests on, in the edition of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Basis {
    /// Id of the instrument.
    pub law: String,
    /// Key of the article.
    pub article: String,
    /// Edition in force on the day of the check.
    pub edition: String,
    /// Whether the text was read: `read` or `known`.
    pub status: crate::law::Checked,
    /// Short title and article as printed.
    pub label: String,
    /// The article in own words.
    pub gist: String,
}

/// One deadline that runs from an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Deadline {
    /// Id of the pack's entry.
    pub id: String,
    /// What is to be done, or what ends.
    pub title: String,
    /// The last day.
    pub due: NaiveDate,
    /// Days from the day of the check; negative when it has passed.
    pub days_left: i64,
    /// How near it is.
    pub state: DeadlineState,
    /// The articles that it rests on.
    pub basis: Vec<Basis>,
    /// The start day that was answered.
    pub start: NaiveDate,
    /// What day the start day is.
    pub start_is: String,
    /// How the last day was counted.
    pub counted: String,
    /// Whether the days off that it rests on were published.
    pub calendar_known: bool,
    /// How far the law behind it was checked.
    pub status: Status,
    /// Exceptions and what else to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The finding that it makes red when it has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raises: Option<String>,
}

/// How near a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// It has passed.
    Passed,
    /// It is the day of the check.
    Today,
    /// Within thirty days.
    Soon,
    /// Later.
    Ahead,
}

/// A question to find out about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ToFindOut {
    /// The question.
    pub link_id: String,
    /// Id of its domain.
    pub domain: String,
    /// The question as it was asked.
    pub question: String,
    /// Where in the firm to look.
    pub find_out: String,
    /// Whether 不清楚 was answered; otherwise nothing was.
    pub answered_unknown: bool,
}

/// The fewest changes that take one red finding away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Advised {
    /// Id of the finding.
    pub finding: String,
    /// Its title.
    pub title: String,
    /// The answers as they would have to be.
    pub changes: Vec<Because>,
}

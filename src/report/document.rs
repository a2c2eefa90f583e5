//! The report as data. Its JSON is a contract that other programs read; fields are only added.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::questionnaire::{Flag, Service, Status, model::Step};
use crate::response::{Answer, Mode};
use crate::risk::{Grade, Level};

/// Version of the report's format.
pub(super) const SCHEMA: u32 = 1;

/// One report.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// Questions to find out about.
    pub unknowns: Vec<ToFindOut>,
    /// The fewest changes that take each red finding away.
    pub next_best: Vec<Advised>,
    /// SM3 over the canonical content, in hex.
    pub seal: String,
}

/// Facts about the firm: answers of the profile by the last part of their `link_id`.
pub type Firm = BTreeMap<String, Answer>;

/// Per cent; absent when nothing concerns the firm.
pub type Coverage = Option<u32>;

/// A pack that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// Over findings that were triggered.
    pub triggered: u32,
    /// Over what was assessed.
    pub assessed: u32,
    /// Over what concerns the firm.
    pub applicable: u32,
}

/// One domain of law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// What to do.
    pub treatment: Vec<Step>,
    /// What to keep.
    pub evidence: Vec<String>,
    /// Who helps.
    pub services: Vec<Service>,
    /// How far the law behind it was checked.
    pub status: Status,
}

/// One answer that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Because {
    /// The question.
    pub link_id: String,
    /// The answer.
    pub answer: Answer,
    /// The question as it was asked.
    pub question: String,
    /// The answer as it was shown.
    pub shown: String,
}

/// One article that a finding rests on, in the edition of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// A question to find out about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advised {
    /// Id of the finding.
    pub finding: String,
    /// Its title.
    pub title: String,
    /// The answers as they would have to be.
    pub changes: Vec<Because>,
}

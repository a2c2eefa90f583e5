//! The report in words: one document that screen, paper and every file show, each in its own way.
//!
//! Whatever a person reads is composed here, once; those who show it add no sentence of their own.

pub(super) mod compose;
pub(super) mod finding;
mod fine;
mod lists;
mod relief;
mod sources;
mod tables;
mod verdict;
pub mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::risk::Level;
use crate::texts::{Lang, Report as Words};

/// A whole report, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The language of its frame. Content is Chinese whatever the frame is.
    pub lang: Lang,
    /// Name of the document.
    pub title: String,
    /// Name of the firm, or that none was given.
    pub firm: String,
    /// Day, kind and seal: label and value.
    pub meta: Vec<(String, String)>,
    /// One line for the foot of every page.
    pub foot: String,
    /// The parts in the order of reading.
    pub parts: Vec<Part>,
}

/// One part with its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which one.
    pub id: PartId,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartId {
    /// The verdict, with index and levels, and what this is and is not.
    Verdict,
    /// The three to seven things to do first.
    First,
    /// Domain by domain.
    Domains,
    /// Every finding in full.
    Findings,
    /// Least-change advice.
    Advice,
    /// Deadlines.
    Calendar,
    /// What was not known, and how to find out.
    Unknowns,
    /// Where nothing was found, and what was not looked at.
    Fine,
    /// Services and reliefs that fit the findings.
    Services,
    /// Facts about the firm.
    Firm,
    /// Sources with editions.
    Sources,
    /// How it was made, and the seal.
    Method,
    /// A part of a slip or sheet; a sheet may have several.
    Sheet,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A remark, smaller than a paragraph.
    Note(String),
    /// Points in no order.
    List(Vec<String>),
    /// Points to be taken one after the other.
    Steps(Vec<String>),
    /// Label and text.
    Pairs(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// Index and coverage.
    Gauge(Gauge),
    /// How many findings each level has.
    Levels(Vec<LevelCount>),
    /// Findings by likelihood and consequence.
    Matrix(Matrix),
    /// A thing to do first.
    Brief(Brief),
    /// A finding in full.
    Finding(Box<Card>),
    /// A question to find out about.
    Open(OpenQuestion),
}

/// A table whose first column names its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// One text for each column.
    pub cells: Vec<String>,
    /// Further lines of the last column.
    pub more: Vec<String>,
    /// Length of a bar, 0 to 100, that shows the second column.
    pub bar: Option<u32>,
    /// Whether something is near or past.
    pub urgency: Option<Urgency>,
}

/// How much a row of the calendar presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// It has passed.
    Passed,
    /// Within thirty days.
    Soon,
}

/// The index with its coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gauge {
    /// 0 to 100; `None` where there is no grade.
    pub index: Option<u32>,
    /// 0 to 100.
    pub coverage: u32,
}

/// How many findings a level has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelCount {
    /// The level.
    pub level: Level,
    /// How many.
    pub count: usize,
    /// Share of the largest count, in per cent, for the bar.
    pub percent: usize,
}

/// Findings by likelihood (rows, 5 first) and consequence (columns, 1 first).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// Five rows of five cells.
    pub rows: Vec<MatrixRow>,
}

/// One likelihood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// 1 to 5.
    pub likelihood: u8,
    /// Consequence 1 to 5.
    pub cells: Vec<MatrixCell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// Level of its score alone.
    pub level: Level,
    /// Numbers of the findings in it.
    pub findings: Vec<usize>,
}

/// A thing to do first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// Id of the finding.
    pub id: String,
    /// Level.
    pub level: Level,
    /// R.
    pub score: u32,
    /// Title.
    pub title: String,
    /// What to do, by when, how long it takes, what is at stake: label and text.
    pub facts: Vec<(String, String)>,
}

/// A finding in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its number in the report, from 1.
    pub number: usize,
    /// Id of the rule.
    pub id: String,
    /// Level.
    pub level: Level,
    /// R.
    pub score: u32,
    /// Title.
    pub title: String,
    /// Id of the domain.
    pub domain: String,
    /// Title of the domain.
    pub domain_title: String,
    /// Last day of the deadline that hangs on it, the nearest.
    pub due: Option<NaiveDate>,
    /// What can follow: read without unfolding.
    pub lead: String,
    /// 事实, 依据, 金额, 整改, 证据, 找谁.
    pub sections: Vec<Section>,
}

/// One aspect of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its label.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A question to find out about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// The question, to be opened again.
    pub link_id: String,
    /// Its text.
    pub question: String,
    /// 答了“不清楚” or 没有回答.
    pub state: String,
    /// Where to look.
    pub find_out: String,
}

impl Document {
    /// A part, where the report has it.
    #[must_use]
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// Every finding in full, worst first.
    pub fn findings(&self) -> impl Iterator<Item = &Card> {
        self.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Finding(card) => Some(&**card),
            _ => None,
        })
    }
}

impl MatrixCell {
    /// Most numbers that stand in a cell; of more only the count is told.
    const MOST: usize = 4;

    /// The findings in it, in words; empty where there is none.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        let numbers: Vec<String> = self.findings.iter().map(usize::to_string).collect();
        match numbers.len() {
            0 => String::new(),
            1..=Self::MOST => (words.verdict.numbers)(&numbers.join(words.joints.and)),
            count => (words.verdict.count)(count),
        }
    }
}

impl Matrix {
    /// Likelihood, consequence and cell, where a cell holds findings; the likeliest first.
    pub fn filled(&self) -> impl Iterator<Item = (u8, u8, &MatrixCell)> {
        self.rows.iter().flat_map(|row| {
            row.cells
                .iter()
                .zip(1..)
                .filter(|(cell, _)| !cell.findings.is_empty())
                .map(|(cell, consequence)| (row.likelihood, consequence, cell))
        })
    }
}

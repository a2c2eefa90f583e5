//! Slips and sheets: what a firm takes along, hangs on the wall or keeps in a folder.
//!
//! Each is a [`Document`] like the report, so whatever shows the report shows them. What only the
//! firm knows stays a blank to be filled by hand; what the deployment did not configure says 12348.

mod booklet;
mod complaint;
mod evidence;
mod noncompete;
mod referral;
mod register;
mod remediation;

pub use booklet::secrets_booklet;
pub use evidence::evidence;
pub use noncompete::{Line, Standing, check};
pub use referral::{needed, referral};
pub use register::{KeyPost, Secret, SecretClass, SecretsRegister};
pub use remediation::remediation;

use chrono::NaiveDate;

use super::document::{Block, Document, Part, PartId, Row, Table};
use super::{Basis, Deadline, Finding, Library, Report, build, short_seal};
use crate::law::deadline::chinese_day;
use crate::questionnaire::Citation;
use crate::texts::{Lang, Report as Words};

/// What stands where nothing was configured.
const ASK: &str = "请咨询 12348";
/// Sheets go to offices and lawyers: they are in Chinese, whatever the interface speaks.
const WORDS: &Words = &Lang::Zh.texts().report;

/// A blank to be filled by hand.
const BLANK: &str = "＿＿＿＿＿＿＿＿";

/// A sheet of a report: it bears the day and the seal of what it was made from.
fn sheet(report: &Report, title: &str, number: Option<&str>, parts: Vec<Part>) -> Document {
    let seal = short_seal(&report.seal);
    let meta = [
        number.map(|number| ("编号", number.to_owned())),
        Some(("体检日期", chinese_day(report.on))),
        Some(("封印", seal.clone())),
    ];
    let number = number.map(|number| format!("{number} · ")).unwrap_or_default();
    Document {
        lang: Lang::Zh,
        title: title.to_owned(),
        firm: super::document::compose::name(report).unwrap_or_else(blank_firm),
        meta: meta.into_iter().flatten().map(|(label, text)| (label.to_owned(), text)).collect(),
        foot: format!("{} {title} · {number}{} · 封印 {seal}", WORDS.name, report.on),
        parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
    }
}

/// The firm's name, to be filled by hand.
fn blank_firm() -> String {
    format!("企业名称：{BLANK}{BLANK}")
}

fn part(heading: &str, blocks: Vec<Block>) -> Part {
    Part { id: PartId::Sheet, heading: heading.to_owned(), blocks }
}

fn text(text: &str) -> Block {
    Block::Text(text.to_owned())
}

/// Points with a box to tick.
fn ticks<T: AsRef<str>>(lines: impl IntoIterator<Item = T>) -> Block {
    Block::List(lines.into_iter().map(|line| format!("☐ {}", line.as_ref())).collect())
}

fn table<const N: usize>(head: [&str; N], rows: Vec<Row>) -> Block {
    Block::Table(Table { head: head.map(str::to_owned).to_vec(), rows })
}

fn row<const N: usize>(cells: [String; N], more: Vec<String>) -> Row {
    Row { cells: Vec::from(cells), more, bar: None, urgency: None }
}

/// The deadline of a finding that ends first: the one that makes it red, or one of its own domain
/// that rests on an article which the finding cites too.
fn deadline<'a>(report: &'a Report, found: &Finding) -> Option<&'a Deadline> {
    let domain = format!("{}.", found.domain);
    let shares = |deadline: &Deadline| {
        let same = |one: &Basis| {
            found.basis.iter().any(|own| (&own.law, &own.article) == (&one.law, &one.article))
        };
        deadline.id.starts_with(&domain) && deadline.basis.iter().any(same)
    };
    report.deadlines.iter().find(|one| one.raises.as_ref() == Some(&found.id) || shares(one))
}

/// Articles that a sheet itself rests on, as `law article`, in the edition of the report's day.
fn cited(report: &Report, library: &Library, basis: &[&str]) -> Vec<Basis> {
    cited_on(library, basis, report.on)
}

fn cited_on(library: &Library, basis: &[&str], on: NaiveDate) -> Vec<Basis> {
    let citation = |text: &&str| Citation::try_from((*text).to_owned()).ok();
    let known = basis.iter().filter_map(citation);
    known.map(|citation| build::cited(&library.laws, &citation, on)).collect()
}

/// Their short names in one line.
fn labels(report: &Report, library: &Library, basis: &[&str]) -> String {
    labels_on(library, basis, report.on)
}

/// The short names of articles, given as `law article`, in one line, in the edition of a day.
#[must_use]
pub fn labels_on(library: &Library, basis: &[&str], on: NaiveDate) -> String {
    let labels = cited_on(library, basis, on).into_iter().map(|basis| basis.label);
    labels.collect::<Vec<_>>().join("、")
}

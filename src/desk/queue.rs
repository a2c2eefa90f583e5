//! The list of reports that wait on a lawyer's desk.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::overlay::Overlay;
use super::{Review, Standing, Verdict};
use crate::archive::integrity::Integrity;
use crate::archive::open::OpenedCheck;
use crate::risk::{Grade, Level};

/// One report in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place among the opened files.
    pub at: usize,
    /// Name of the firm; empty when it gave none.
    pub firm: String,
    /// Day of the check.
    pub on: NaiveDate,
    /// Verdict, made again from the answers.
    pub grade: Grade,
    /// How many findings stand at red, after review.
    pub reds: usize,
    /// The deadline that ends next, from today on; a missed one is among the reds.
    pub nearest: Option<NaiveDate>,
    /// How far the review is.
    pub status: Status,
}

/// How far the review of a report is, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// 存疑: the file does not say what its answers give, or a signature does not hold.
    Doubtful,
    /// 待复核.
    Waiting,
    /// 复核中.
    Begun,
    /// 待签署: every finding is judged.
    Judged,
    /// 签后有改动.
    Changed,
    /// 已签署.
    Signed,
}

/// What the list is ordered by; the firm's name settles what is equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The nearest deadline first.
    #[default]
    Deadline,
    /// Most reds first.
    Reds,
    /// The newest first.
    Day,
    /// By name.
    Firm,
    /// What is most urgent to do.
    Status,
}

/// What is shown of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these.
    pub status: Option<Status>,
    /// Only those with a red finding.
    pub red: bool,
    /// Only firms with this in their name.
    pub name: String,
}

impl Row {
    /// The row of a report with its review, and what its signatures are worth.
    #[must_use]
    pub fn of(
        at: usize,
        check: &OpenedCheck,
        review: &Review,
        signatures: &[Standing],
        today: NaiveDate,
    ) -> Self {
        let report = &check.report;
        let overlay = Overlay::of(report, &review.steps);
        let ahead = report.deadlines.iter().map(|one| one.due).filter(|due| *due >= today);
        let name = report.firm.get("name").and_then(|name| name.as_str());
        Self {
            at,
            firm: name.unwrap_or_default().to_owned(),
            on: report.on,
            grade: report.grade,
            reds: overlay.levels().get(&Level::Red).copied().unwrap_or_default(),
            nearest: ahead.min(),
            status: status(check.integrity, review, &overlay, signatures),
        }
    }
}

fn status(
    integrity: Integrity,
    review: &Review,
    overlay: &Overlay<'_>,
    signatures: &[Standing],
) -> Status {
    let broken = |one: &Standing| matches!(one, Standing::Broken | Standing::Incomplete);
    if matches!(integrity, Integrity::Altered | Integrity::Mismatch)
        || signatures.iter().any(broken)
    {
        return Status::Doubtful;
    }
    let covers_all = |one: &Standing| matches!(one, Standing::Holds { later: 0, .. });
    let holds = |one: &Standing| matches!(one, Standing::Holds { .. });
    if signatures.iter().any(covers_all) {
        Status::Signed
    } else if signatures.iter().any(holds) {
        Status::Changed
    } else if review.steps.is_empty() {
        Status::Waiting
    } else if overlay.findings.iter().any(|one| one.verdict == Verdict::Open) {
        Status::Begun
    } else {
        Status::Judged
    }
}

/// The list as it is shown.
#[must_use]
pub fn queue(rows: &[Row], order: Order, filter: &Filter) -> Vec<Row> {
    let name = filter.name.trim();
    let wanted = |row: &&Row| {
        filter.status.is_none_or(|status| status == row.status)
            && (!filter.red || row.reds > 0)
            && row.firm.contains(name)
    };
    let mut shown: Vec<Row> = rows.iter().filter(wanted).cloned().collect();
    // The sort is stable: what is equal stays by name.
    shown.sort_by(|left, right| left.firm.cmp(&right.firm).then(left.at.cmp(&right.at)));
    match order {
        Order::Deadline => shown.sort_by_key(|row| (row.nearest.is_none(), row.nearest)),
        Order::Reds => shown.sort_by_key(|row| Reverse(row.reds)),
        Order::Day => shown.sort_by_key(|row| Reverse(row.on)),
        Order::Firm => {}
        Order::Status => shown.sort_by_key(|row| row.status),
    }
    shown
}

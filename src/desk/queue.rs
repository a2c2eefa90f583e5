//! The list of reports that wait on a lawyer's desk.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::overlay::Overlay;
use super::{Review, Standing};
use crate::archive::integrity::Integrity;
use crate::archive::open::OpenedCheck;
use crate::risk::{Grade, Level};
use crate::texts::Texts;

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
    /// How many findings nobody has judged yet.
    pub open: usize,
    /// How far the review is.
    pub status: Status,
}

/// How far the review of a report is, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let report = check.shown();
        let overlay = Overlay::of(report, &review.steps);
        let ahead = report.deadlines.iter().map(|one| one.due).filter(|due| *due >= today);
        let name = report.firm.get("name").and_then(|name| name.as_str());
        let mut row = Self {
            at,
            firm: name.unwrap_or_default().to_owned(),
            on: report.on,
            grade: report.grade,
            reds: overlay.levels().get(&Level::Red).copied().unwrap_or_default(),
            nearest: ahead.min(),
            open: overlay.open(),
            status: Status::Waiting,
        };
        row.weigh(check.integrity, review, signatures);
        row
    }

    /// Says again how far the review is, when only the worth of its signatures became known.
    pub fn weigh(&mut self, integrity: Integrity, review: &Review, signatures: &[Standing]) {
        let all = |one: &Standing| matches!(one, Standing::Holds { later: 0, .. });
        let holds = |one: &Standing| matches!(one, Standing::Holds { .. });
        let forged = matches!(integrity, Integrity::Altered | Integrity::Mismatch);
        self.status = if forged || signatures.iter().any(|one| one.fails()) {
            Status::Doubtful
        } else if signatures.iter().any(all) {
            Status::Signed
        } else if signatures.iter().any(holds) {
            Status::Changed
        } else if review.steps.is_empty() {
            Status::Waiting
        } else if self.open > 0 {
            Status::Begun
        } else {
            Status::Judged
        };
    }
}

impl Status {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Doubtful, Self::Waiting, Self::Begun, Self::Judged, Self::Changed, Self::Signed];

    /// Its name.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let [doubtful, waiting, begun, judged, changed, signed] = texts.desk.queue.states;
        match self {
            Self::Doubtful => doubtful,
            Self::Waiting => waiting,
            Self::Begun => begun,
            Self::Judged => judged,
            Self::Changed => changed,
            Self::Signed => signed,
        }
    }
}

impl Order {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [Self::Deadline, Self::Reds, Self::Day, Self::Firm, Self::Status];
}

/// The list as it is shown. Nothing of a report is looked at again.
#[must_use]
pub fn queue<'a>(
    rows: impl IntoIterator<Item = &'a Row>,
    order: Order,
    filter: &Filter,
) -> Vec<&'a Row> {
    let name = filter.name.trim();
    let wanted = |row: &&Row| {
        filter.status.is_none_or(|status| status == row.status)
            && (!filter.red || row.reds > 0)
            && row.firm.contains(name)
    };
    let mut shown: Vec<&Row> = rows.into_iter().filter(wanted).collect();
    shown.sort_by(|left, right| {
        let first = match order {
            Order::Deadline => (left.nearest.is_none(), left.nearest)
                .cmp(&(right.nearest.is_none(), right.nearest)),
            Order::Reds => right.reds.cmp(&left.reds),
            Order::Day => right.on.cmp(&left.on),
            Order::Firm => Ordering::Equal,
            Order::Status => left.status.cmp(&right.status),
        };
        first.then_with(|| left.firm.cmp(&right.firm)).then(left.at.cmp(&right.at))
    });
    shown
}

//! The list of reports.

use crate::desk::{Filter, Order, Row, Status, queue};
use crate::kiosk::{Case, Desk, Filed};
use crate::report::document::words;
use crate::risk::Grade;
use crate::texts::{Lang, Texts};

/// The list of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueView {
    /// So many files are read, of how many, while any is to come.
    pub reading: Option<(usize, usize)>,
    /// Files that were not opened.
    pub refused: Vec<RefusedView>,
    /// The reports that are shown, in order.
    pub rows: Vec<RowView>,
    /// How many there are.
    pub all: usize,
    /// What the list is ordered by.
    pub order: Order,
    /// What is shown of it.
    pub filter: Filter,
}

/// A file that was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedView {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: String,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowView {
    /// Its place among the files.
    pub at: usize,
    /// Name of the firm, or that it gave none.
    pub firm: String,
    /// Day of the check.
    pub on: String,
    /// Verdict.
    pub grade: &'static str,
    /// Whether the verdict is the gravest.
    pub urgent: bool,
    /// How many findings stand at red.
    pub reds: usize,
    /// The next deadline.
    pub nearest: String,
    /// How far the review is.
    pub status: Status,
    /// What is wrong with the file.
    pub wrong: Vec<String>,
    /// What else is to be known of it.
    pub notes: Vec<String>,
}

pub(super) fn view(desk: &Desk, lang: Lang) -> QueueView {
    let texts = lang.texts();
    let shown = queue(desk.cases().map(|case| &case.row), desk.order, &desk.filter);
    let row = |row: &Row| desk.case(row.at).map(|case| self::row(case, lang));
    let refused = desk.files.iter().filter_map(|file| match file {
        Filed::Refused { name, why } => {
            Some(RefusedView { name: name.clone(), why: why.text(texts) })
        }
        Filed::Case(_) => None,
    });
    QueueView {
        reading: (desk.coming > 0).then_some((desk.chosen - desk.coming, desk.chosen)),
        refused: refused.collect(),
        rows: shown.into_iter().filter_map(row).collect(),
        all: desk.cases().count(),
        order: desk.order,
        filter: desk.filter.clone(),
    }
}

fn row(case: &Case, lang: Lang) -> RowView {
    let (texts, row) = (lang.texts(), &case.row);
    let words = &texts.desk.queue;
    let name = if row.firm.is_empty() { words.no_name } else { &row.firm };
    RowView {
        at: row.at,
        firm: name.to_owned(),
        on: row.on.to_string(),
        grade: words::grade(row.grade, &texts.report),
        urgent: row.grade == Grade::Urgent,
        reds: row.reds,
        nearest: row.nearest.map_or_else(|| words.no_deadline.to_owned(), |due| due.to_string()),
        status: row.status,
        wrong: wrong(case, texts),
        notes: notes(case, texts),
    }
}

/// What speaks against a case, in words.
pub(super) fn wrong(case: &Case, texts: &Texts) -> Vec<String> {
    let integrity = (!case.integrity.holds()).then(|| case.integrity.text(texts).to_owned());
    let unreadable = (!case.readable).then(|| texts.desk.queue.unreadable.to_owned());
    let signatures = case.review.signatures.iter().zip(&case.signatures);
    let broken =
        signatures.filter(|(_, standing)| standing.fails()).map(|(signature, standing)| {
            format!("{} {}", signature.claim.by.name, standing.text(texts))
        });
    let problems = case.problems.iter().map(|problem| problem.text(texts));
    integrity.into_iter().chain(unreadable).chain(problems).chain(broken).collect()
}

fn notes(case: &Case, texts: &Texts) -> Vec<String> {
    let words = &texts.desk.queue;
    let joined = (case.copies > 1).then(|| (words.joined)(case.copies));
    let unsaved = case.unsaved.then(|| words.unsaved.to_owned());
    joined.into_iter().chain(unsaved).collect()
}

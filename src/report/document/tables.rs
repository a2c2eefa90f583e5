//! Tables: domain by domain, and the calendar of deadlines.

use super::verdict::matrix;
use super::{Block, Row, Table, Urgency, words};
use crate::report::{Deadline, DeadlineState, Domain, Report, Sums};
use crate::risk::Grade;
use crate::texts::Report as Words;

pub(super) fn domains(report: &Report, words: &Words) -> Vec<Block> {
    if report.domains.is_empty() {
        return Vec::new();
    }
    let rows = report.domains.iter().map(|part| domain(report, part, words)).collect();
    let mut blocks =
        vec![Block::Text(words.ratios.to_owned()), table(words.labels.domain_columns, rows)];
    if !report.findings.is_empty() {
        blocks.push(Block::Matrix(matrix(&report.findings)));
    }
    blocks
}

fn domain(report: &Report, part: &Domain, words: &Words) -> Row {
    let found = report.findings.iter().filter(|found| found.domain == part.id).count();
    let index = part.index.filter(|_| part.grade != Grade::Insufficient);
    let Sums { triggered, assessed, applicable } = part.sums;
    Row {
        cells: vec![
            part.title.clone(),
            index.map_or_else(|| "—".to_owned(), |index| index.to_string()),
            format!("{}%", part.coverage.unwrap_or_default()),
            words::grade(part.grade, words).to_owned(),
        ],
        more: vec![
            counted(found, part.clear, assessed < applicable, words),
            (words.findings.points)(triggered, assessed, applicable),
        ],
        bar: index,
        urgency: None,
    }
}

/// How many problems, and how many checks that found none.
fn counted(found: usize, clear: usize, partly: bool, words: &Words) -> String {
    let said = &words.findings;
    match (found, clear) {
        (0, 0) => said.nothing.to_owned(),
        (0, clear) if partly => (said.clear_partly)(clear),
        (0, clear) => (said.clear)(clear),
        (found, clear) => (said.found)(found, clear),
    }
}

pub(super) fn calendar(report: &Report, words: &Words) -> Vec<Block> {
    if report.deadlines.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Text(words.findings.calendar.to_owned()),
        table(
            words.labels.calendar_columns,
            report.deadlines.iter().map(|one| deadline(one, words)).collect(),
        ),
    ]
}

fn deadline(deadline: &Deadline, words: &Words) -> Row {
    let labels: Vec<&str> = deadline.basis.iter().map(|basis| basis.label.as_str()).collect();
    let counted = (words.findings.counted)(&deadline.start_is, &deadline.counted);
    let unsure = words::unsure(deadline.status, words).map(str::to_owned);
    Row {
        cells: vec![
            deadline.title.clone(),
            (words.figures.day)(deadline.due),
            (words.figures.left)(deadline.days_left),
            labels.join(words.joints.and),
        ],
        more: [counted].into_iter().chain(deadline.note.clone()).chain(unsure).collect(),
        bar: None,
        urgency: match deadline.state {
            DeadlineState::Passed => Some(Urgency::Passed),
            DeadlineState::Today | DeadlineState::Soon => Some(Urgency::Soon),
            DeadlineState::Ahead => None,
        },
    }
}

fn table(head: [&str; 4], rows: Vec<Row>) -> Block {
    Block::Table(Table { head: head.map(str::to_owned).to_vec(), rows })
}

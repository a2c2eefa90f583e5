//! Tables: domain by domain, and the calendar of deadlines.

use super::verdict::matrix;
use super::{Block, Row, Table, Urgency, words};
use crate::law::deadline::chinese_day;
use crate::report::{Deadline, DeadlineState, Domain, Report, Sums};
use crate::risk::Grade;

pub(super) fn domains(report: &Report) -> Vec<Block> {
    if report.domains.is_empty() {
        return Vec::new();
    }
    let rows = report.domains.iter().map(|part| domain(report, part)).collect();
    let mut blocks = vec![
        Block::Text(words::RATIOS.to_owned()),
        table(["方面", "指数", "覆盖率", "结论"], rows),
    ];
    if !report.findings.is_empty() {
        blocks.push(Block::Matrix(matrix(&report.findings)));
    }
    blocks
}

fn domain(report: &Report, part: &Domain) -> Row {
    let found = report.findings.iter().filter(|found| found.domain == part.id).count();
    let index = part.index.filter(|_| part.grade != Grade::Insufficient);
    let Sums { triggered, assessed, applicable } = part.sums;
    Row {
        cells: vec![
            part.title.clone(),
            index.map_or_else(|| "—".to_owned(), |index| index.to_string()),
            format!("{}%", part.coverage.unwrap_or_default()),
            part.grade.word().to_owned(),
        ],
        more: vec![
            counted(found, part.clear, assessed < applicable),
            format!("风险分：有问题 {triggered}，已评 {assessed}，适用 {applicable}"),
        ],
        bar: index,
        urgency: None,
    }
}

/// How many problems, and how many checks that found none.
fn counted(found: usize, clear: usize, partly: bool) -> String {
    match (found, clear) {
        (0, 0) => "答清楚的还不够，一项也没有评".to_owned(),
        (0, clear) if partly => format!("评了的 {clear} 项没有问题，其余没有查清"),
        (0, clear) => format!("评了 {clear} 项，都没有问题"),
        (found, 0) => format!("发现 {found} 项问题"),
        (found, clear) => format!("发现 {found} 项问题，{clear} 项没有问题"),
    }
}

pub(super) fn calendar(report: &Report) -> Vec<Block> {
    if report.deadlines.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Text("按填的日期计算，只作提醒。文书上写了日期的，以文书为准。".to_owned()),
        table(
            ["事项", "最后一天", "离到期", "依据和算法"],
            report.deadlines.iter().map(deadline).collect(),
        ),
    ]
}

fn deadline(deadline: &Deadline) -> Row {
    let labels: Vec<&str> = deadline.basis.iter().map(|basis| basis.label.as_str()).collect();
    let counted = format!("起算日：{}。{}", deadline.start_is, deadline.counted);
    let unsure = words::unsure(deadline.status).map(str::to_owned);
    Row {
        cells: vec![
            deadline.title.clone(),
            chinese_day(deadline.due),
            words::left(deadline.days_left),
            labels.join("、"),
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

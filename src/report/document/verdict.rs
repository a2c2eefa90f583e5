//! The verdict in figures: index, coverage, levels, matrix.

use super::{Block, Gauge, LevelCount, Matrix, MatrixCell, MatrixRow, words};
use crate::report::{Finding, Report, TotalExposure};
use crate::risk::{Grade, Level, level_of_score};
use crate::texts::Report as Words;

pub(super) fn blocks(report: &Report, words: &Words) -> Vec<Block> {
    let gauge = Gauge {
        index: report.index.filter(|_| report.grade != Grade::Insufficient),
        coverage: report.coverage.unwrap_or_default(),
    };
    let mut blocks = vec![Block::Gauge(gauge), Block::Levels(levels(&report.findings))];
    if let Some(total) = &report.exposure {
        blocks.push(Block::Text(money(total, words)));
    }
    blocks.push(Block::Note(words.statement.to_owned()));
    blocks
}

/// What the findings with a figure can cost together.
fn money(total: &TotalExposure, words: &Words) -> String {
    (words.figures.total)(total.findings, &words::range(total.low, total.high, words))
}

fn levels(findings: &[Finding]) -> Vec<LevelCount> {
    let count = |level| findings.iter().filter(|found| found.level == level).count();
    let most = Level::ALL.into_iter().map(count).max().unwrap_or_default();
    Level::ALL
        .into_iter()
        .map(|level| LevelCount {
            level,
            count: count(level),
            percent: (100 * count(level)).checked_div(most).unwrap_or_default(),
        })
        .collect()
}

/// Where each finding stands by its number.
pub(super) fn matrix(findings: &[Finding]) -> Matrix {
    let cell = |likelihood: u8, consequence: u8| MatrixCell {
        level: level_of_score(likelihood, consequence),
        findings: findings
            .iter()
            .zip(1..)
            .filter(|(found, _)| (found.likelihood, found.consequence) == (likelihood, consequence))
            .map(|(_, number)| number)
            .collect(),
    };
    let row = |likelihood: u8| MatrixRow {
        likelihood,
        cells: (1..=5).map(|consequence| cell(likelihood, consequence)).collect(),
    };
    Matrix { rows: (1..=5).rev().map(row).collect() }
}

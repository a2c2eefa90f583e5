//! Tables, with their header row repeated on every page. No colour says what words do not.

use docx_rs::{
    HeightRule, Paragraph, Run, Shading, ShdType, Table, TableCell, TableRow, WidthType,
};

use super::body::{Body, level_style, marked, run, styled};
use crate::report::document::{self, LevelCount, Matrix, Row, Urgency, words};
use crate::risk::Level;
use crate::texts::Report as Words;

/// Width between the margins of the page, in twentieths of a point.
const WIDTH: usize = 9412;
/// Least and greatest share of a column, in half-width signs.
const NARROW: usize = 10;
const WIDE: usize = 34;

pub(super) fn table(table: &document::Table, body: &mut Body) {
    let widths = widths(table);
    let head = table.head.iter().map(|text| styled("ReportCellHead", text));
    let mut rows = vec![head_row(head, &widths)];
    rows.extend(table.rows.iter().map(|one| row(one, &widths)));
    body.table(grid(rows, widths));
}

/// How many findings each level has: a column for each.
pub(super) fn levels(levels: &[LevelCount], body: &mut Body) {
    let widths = even(levels.len());
    let said = body.words;
    let names = levels.iter().map(|one| cell_of(level(one.level, said)));
    let counts = levels.iter().map(|one| vec![cell_of(run(&(said.verdict.count)(one.count)))]);
    let counts = counts.zip(&widths).map(|(lines, width)| cell(lines, *width)).collect();
    let rows = vec![head_row(names, &widths), TableRow::new(counts).cant_split()];
    body.table(grid(rows, widths));
}

/// Likelihood by consequence, with the findings' numbers.
pub(super) fn matrix(matrix: &Matrix, body: &mut Body) {
    let said = body.words;
    body.paragraph("Caption", said.verdict.matrix_cells);
    let widths = even(6);
    let consequences = (1..=5).map(said.verdict.consequence);
    let head = std::iter::once(String::new()).chain(consequences);
    let mut rows = vec![head_row(head.map(|text| styled("ReportCellHead", &text)), &widths)];
    for line in &matrix.rows {
        let name = styled("ReportCellHead", &(said.verdict.likelihood)(line.likelihood));
        let mut cells = vec![cell(vec![name], WIDTH / 6)];
        cells.extend(line.cells.iter().map(|one| level_cell(one.level, &one.findings, said)));
        rows.push(TableRow::new(cells).cant_split());
    }
    body.table(grid(rows, widths));
}

/// The name of a level in its colour.
fn level(level: Level, said: &Words) -> Run {
    marked(level_style(level), words::level(level, said))
}

fn level_cell(level: Level, findings: &[usize], said: &Words) -> TableCell {
    let numbers: Vec<String> = findings.iter().map(usize::to_string).collect();
    let word = self::level(level, said);
    // LibreOffice breaks a line of numbers only where there is a space.
    let joint = format!("{} ", said.joints.and.trim_end());
    let line = cell_of(word).add_run(run(&format!(" {}", numbers.join(&joint))));
    cell(vec![line], WIDTH / 6).shading(shade(level))
}

fn shade(level: Level) -> Shading {
    let fill = match level {
        Level::Red => "FDECEA",
        Level::Orange => "FFF1E2",
        Level::Yellow => "FFF7D6",
        Level::Blue => "E8F0FB",
    };
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(fill)
}

fn row(row: &Row, widths: &[usize]) -> TableRow {
    let last = row.cells.len().saturating_sub(1);
    let cells = row.cells.iter().zip(widths).enumerate().map(|(at, (text, width))| {
        let mut lines = vec![cell_of(match (at, row.urgency) {
            (0, _) => marked("Strong", text),
            (2, Some(Urgency::Passed)) => marked(level_style(Level::Red), text),
            (2, Some(Urgency::Soon)) => marked(level_style(Level::Orange), text),
            _ => run(text),
        })];
        if at == last {
            lines.extend(row.more.iter().map(|line| styled("ReportCellNote", line)));
        }
        cell(lines, *width)
    });
    TableRow::new(cells.collect()).cant_split()
}

fn cell_of(run: Run) -> Paragraph {
    Paragraph::new().style("ReportCell").add_run(run)
}

fn cell(lines: Vec<Paragraph>, width: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    lines.into_iter().fold(cell, TableCell::add_paragraph)
}

/// The row that is repeated. The writer has no name for it: `package` puts the name where it
/// finds this height, which no other row has.
fn head_row(lines: impl Iterator<Item = Paragraph>, widths: &[usize]) -> TableRow {
    let cells = lines.zip(widths).map(|(line, width)| cell(vec![line], *width)).collect();
    TableRow::new(cells).cant_split().row_height(1.0).height_rule(HeightRule::AtLeast)
}

fn grid(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    Table::new(rows).set_grid(widths)
}

fn even(columns: usize) -> Vec<usize> {
    vec![WIDTH.checked_div(columns).unwrap_or(WIDTH); columns]
}

/// Columns as wide as their longest text asks for, within bounds, over the whole width.
fn widths(table: &document::Table) -> Vec<usize> {
    let last = table.head.len().saturating_sub(1);
    let wanted = table.head.iter().enumerate().map(|(at, head)| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let more = table.rows.iter().flat_map(|row| &row.more).filter(|_| at == last);
        let longest = cells.chain(more).chain([head]).map(|text| signs(text)).max();
        (longest.unwrap_or_default() + 2).clamp(NARROW, WIDE)
    });
    let wanted: Vec<usize> = wanted.collect();
    let sum = wanted.iter().sum::<usize>().max(1);
    wanted.into_iter().map(|share| WIDTH * share / sum).collect()
}

/// Length in half-width signs.
fn signs(text: &str) -> usize {
    text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
}

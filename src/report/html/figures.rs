//! Pictures as SVG and tables, each with its words beside it.

use super::Out;
use crate::report::document::{Gauge, LevelCount, Matrix, words};
use crate::risk::Level;
use crate::texts::Report as Words;

pub(super) fn gauge(Gauge { index, coverage }: Gauge, out: &mut Out) {
    let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
    let words = (out.words().verdict.gauge)(coverage);
    out.push(&format!("<p class=\"gauge\"><strong>{index}</strong> {words}</p>\n"));
}

pub(super) fn levels(levels: &[LevelCount], out: &mut Out) {
    out.push("<ul class=\"levels\">");
    for one in levels {
        let bar = strip(class(one.level), one.percent);
        let (badge, count) =
            (badge(one.level, None, out.words()), (out.words().verdict.count)(one.count));
        out.push(&format!("<li>{badge} {bar} {count}</li>\n"));
    }
    out.push("</ul>\n");
}

pub(super) fn matrix(matrix: &Matrix, out: &mut Out) {
    let words = out.words();
    let said = &words.verdict;
    out.push(&format!(
        "<table class=\"matrix\"><caption>{}</caption><thead><tr><td></td>",
        said.matrix_cells
    ));
    for consequence in 1..=5 {
        out.push(&format!("<th scope=\"col\">{}</th>", (said.consequence)(consequence)));
    }
    out.push("</tr></thead><tbody>\n");
    for row in &matrix.rows {
        out.push(&format!("<tr><th scope=\"row\">{}</th>", (said.likelihood)(row.likelihood)));
        for cell in &row.cells {
            let (class, word) = (class(cell.level), words::level(cell.level, words));
            let numbers = cell.words(words);
            out.push(&format!("<td class=\"{class}\"><small>{word}</small> {numbers}</td>"));
        }
        out.push("</tr>\n");
    }
    out.push("</tbody></table>\n");
}

/// A bar of 0 to 100 beside a figure; nothing where there is no figure.
pub(super) fn bar(share: Option<u32>) -> String {
    let share = share.and_then(|share| usize::try_from(share).ok());
    share.map(|share| strip("share", share)).unwrap_or_default()
}

fn strip(class: &str, percent: usize) -> String {
    format!(
        "<svg class=\"bar {class}\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"rest\" width=\"100\" height=\"8\"/><rect width=\"{percent}\" height=\"8\"/></svg>"
    )
}

/// The mark of a level: shape, word, figure.
pub(super) fn badge(level: Level, score: Option<u32>, words: &Words) -> String {
    let figure = score.map(|score| format!(" {score}")).unwrap_or_default();
    format!(
        "<span class=\"badge {}\"><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"{}\"/></svg>{}{figure}</span>",
        class(level),
        level.shape(),
        words::level(level, words)
    )
}

/// The class that colours a level.
pub(super) fn class(level: Level) -> &'static str {
    match level {
        Level::Red => "red",
        Level::Orange => "orange",
        Level::Yellow => "yellow",
        Level::Blue => "blue",
    }
}

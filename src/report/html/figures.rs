//! Pictures as SVG and tables, each with its words beside it.

use crate::report::document::{Gauge, LevelCount, Matrix};
use crate::risk::Level;

pub(super) fn gauge(Gauge { index, coverage }: Gauge, out: &mut String) {
    let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
    out.push_str(&format!(
        "<p class=\"gauge\"><strong>{index}</strong> 法治健康指数 · 覆盖率 {coverage}%</p>\n"
    ));
}

pub(super) fn levels(levels: &[LevelCount], out: &mut String) {
    out.push_str("<ul class=\"levels\">");
    for one in levels {
        let bar = strip(class(one.level), one.percent);
        out.push_str(&format!("<li>{} {bar} {} 项</li>\n", badge(one.level, None), one.count));
    }
    out.push_str("</ul>\n");
}

pub(super) fn matrix(matrix: &Matrix, out: &mut String) {
    out.push_str("<table class=\"matrix\"><caption>可能性 × 影响：格里写着各项的编号</caption><thead><tr><td></td>");
    for consequence in 1..=5 {
        out.push_str(&format!("<th scope=\"col\">影响 {consequence}</th>"));
    }
    out.push_str("</tr></thead><tbody>\n");
    for row in &matrix.rows {
        out.push_str(&format!("<tr><th scope=\"row\">可能性 {}</th>", row.likelihood));
        for cell in &row.cells {
            let (class, word) = (class(cell.level), cell.level.word());
            let words = cell.words();
            out.push_str(&format!("<td class=\"{class}\"><small>{word}</small> {words}</td>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
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
pub(super) fn badge(level: Level, score: Option<u32>) -> String {
    let figure = score.map(|score| format!(" {score}")).unwrap_or_default();
    format!(
        "<span class=\"badge {}\"><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"{}\"/></svg>{}{figure}</span>",
        class(level),
        level.shape(),
        level.word()
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

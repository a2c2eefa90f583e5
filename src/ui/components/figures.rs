//! The document's pictures: figures, bars, and the matrix as a table.

use leptos::prelude::*;

use super::{LevelBadge, level_class};
use crate::ui::words::texts;
use crate::view_model::{Gauge, LevelCount, Matrix, MatrixCell, level_name};

#[component]
pub(super) fn GaugeBlock(gauge: Gauge) -> impl IntoView {
    let figure = gauge.index.map_or_else(|| "—".to_owned(), |index| index.to_string());
    view! {
        <p class="gauge">
            <strong>{figure}</strong>
            <span>{(texts().report.verdict.gauge)(gauge.coverage)}</span>
        </p>
    }
}

#[component]
pub(super) fn Levels(levels: Vec<LevelCount>) -> impl IntoView {
    let rows = levels.into_iter().map(|LevelCount { level, count, percent }| {
        let percent = u32::try_from(percent).unwrap_or_default();
        view! {
            <li>
                <LevelBadge level />
                {strip(level_class(level), percent)}
                <span>{(texts().report.verdict.count)(count)}</span>
            </li>
        }
    });
    view! { <ul class="levels">{rows.collect_view()}</ul> }
}

#[component]
pub(super) fn MatrixBlock(matrix: Matrix) -> impl IntoView {
    let words = &texts().report;
    let head = (1..=5).map(|consequence| {
        view! { <th scope="col">{(words.verdict.consequence)(consequence)}</th> }
    });
    let cell = |cell: MatrixCell| {
        let word = level_name(cell.level, words);
        view! { <td class=level_class(cell.level)><small>{word}</small>" "{cell.words(words)}</td> }
    };
    let rows = matrix.rows.into_iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{(words.verdict.likelihood)(row.likelihood)}</th>
                {row.cells.into_iter().map(cell).collect_view()}
            </tr>
        }
    });
    view! {
        <div class="table" tabindex="0" role="group">
            <table class="matrix">
                <caption>{words.verdict.matrix_cells}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {head.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A bar beside a figure; nothing where there is none.
pub(super) fn bar(share: Option<u32>) -> impl IntoView {
    share.map(|share| strip("share", share))
}

fn strip(class: &'static str, percent: u32) -> impl IntoView {
    view! {
        <svg
            class=format!("strip {class}")
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="rest" width="100" height="8" />
            <rect width=percent.to_string() height="8" />
        </svg>
    }
}

//! A risk level as colour, shape, word and number, so that it survives paper and colour blindness.

use leptos::prelude::*;

use crate::ui::words::texts;
use crate::view_model::{Level, level_name};

/// The mark of a level with its word and, if given, its score.
#[component]
pub(in crate::ui) fn LevelBadge(
    level: Level,
    #[prop(optional_no_strip)] score: Option<u32>,
) -> impl IntoView {
    let figure = score.map(|score| format!(" {score}"));
    view! {
        <span class=format!("badge {}", class(level))>
            <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d=level.shape() />
            </svg>
            {level_name(level, &texts().report)}
            {figure}
        </span>
    }
}

/// The class that colours a level.
pub(in crate::ui) fn class(level: Level) -> &'static str {
    match level {
        Level::Red => "red",
        Level::Orange => "orange",
        Level::Yellow => "yellow",
        Level::Blue => "blue",
    }
}

//! A risk level as colour, shape, word and number, so that it survives paper and colour blindness.

use leptos::prelude::*;

use crate::view_model::Level;

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
                <path d=shape(level) />
            </svg>
            {level.word()}
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

/// Hexagon, triangle, diamond, circle.
fn shape(level: Level) -> &'static str {
    match level {
        Level::Red => "M10 1 18 5.5v9L10 19 2 14.5v-9z",
        Level::Orange => "M10 2 19 18H1z",
        Level::Yellow => "M10 1 19 10 10 19 1 10z",
        Level::Blue => "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
    }
}

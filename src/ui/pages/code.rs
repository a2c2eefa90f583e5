//! The report as a code that a phone reads.

use leptos::prelude::*;

use crate::ui::components::Actions;
use crate::ui::words::texts;
use crate::view_model::CodeView;

/// The code.
#[component]
pub(super) fn CodePage(codes: Vec<CodeView>) -> impl IntoView {
    let words = &texts().taking;
    let drawn = codes.into_iter().map(|CodeView { side, path }| {
        view! {
            <svg
                class="code"
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
                role="img"
                aria-label=words.code_name
            >
                <rect class="paper" width=side.to_string() height=side.to_string() />
                <path d=path />
            </svg>
        }
    });
    view! {
        <h1 tabindex="-1">{words.code_heading}</h1>
        <p class="lead">
            {words.code_text}
        </p>
        {drawn.collect_view()}
        <Actions />
    }
}

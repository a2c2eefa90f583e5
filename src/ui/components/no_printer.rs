//! What a visitor is told where nothing can be printed.

use leptos::prelude::*;

use crate::ui::words::Words;

/// The sentence.
#[component]
pub(in crate::ui) fn NoPrinter() -> impl IntoView {
    let words = Words::from_context();
    view! { <p class="screen-only">{move || words.texts().staff.no_printer}</p> }
}

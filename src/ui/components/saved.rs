//! What became of the last file that was to be saved.

use leptos::prelude::*;

use crate::ui::words::said;
use crate::view_model::Page;

/// Says it when it happens.
#[component]
pub(in crate::ui) fn Saved(page: ReadSignal<Page>) -> impl IntoView {
    let saved = Memo::new(move |_| page.read().saved.clone());
    view! { <p class="saved" role="status">{move || saved.get().map(said)}</p> }
}

/// Why the last file was not opened.
#[component]
pub(in crate::ui) fn Refused(page: ReadSignal<Page>) -> impl IntoView {
    let error = Memo::new(move |_| page.read().error.clone());
    view! { <p class="problem" role="alert">{move || error.get().map(said)}</p> }
}

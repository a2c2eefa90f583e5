//! A scanner was used where nothing is scanned.

use leptos::prelude::*;

use crate::ui::typing::Typing;

/// Says so; the question for the code says itself what became of a scan.
#[component]
pub(in crate::ui) fn ScanNotice() -> impl IntoView {
    let scan = Typing::from_context().scan();
    let said = move || scan.get().filter(|scan| !scan.wanted).map(|scan| scan.text);
    view! { <p class="stray-scan" role="status">{said}</p> }
}

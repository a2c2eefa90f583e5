//! The row of Back and the main action, in the same place on every screen.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::texts;

/// Back, and whatever the page adds.
#[component]
pub(in crate::ui) fn Actions(#[prop(optional)] children: Option<Children>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().common;
    view! {
        <nav class="actions" aria-label=words.ways>
            <button type="button" class="back" on:click=move |_| dispatch.send(Event::Back)>
                <span aria-hidden="true">"‹ "</span>
                {words.back}
            </button>
            {children.map(|children| children())}
        </nav>
    }
}

//! A line to be filled in, with its label.

use leptos::prelude::*;

/// One line with its label.
#[component]
pub(super) fn Line(
    label: &'static str,
    value: RwSignal<String>,
    #[prop(optional)] hint: &'static str,
    #[prop(default = "text")] kind: &'static str,
) -> impl IntoView {
    view! {
        <label class="field">
            {label}
            <small>{hint}</small>
            <input
                type=kind
                autocomplete="off"
                spellcheck="false"
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
        </label>
    }
}

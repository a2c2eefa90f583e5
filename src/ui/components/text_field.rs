//! Free text, and codes with their own keys.

use leptos::prelude::*;

use super::Pad;
use crate::ui::words::texts;

/// A line of text; a code that is made of a few signs has keys for them.
#[component]
pub(in crate::ui) fn TextField(
    text: RwSignal<String>,
    #[prop(optional_no_strip)] keys: Option<(&'static str, usize)>,
    invalid: Signal<bool>,
) -> impl IntoView {
    let words = &texts().question.field;
    let label = match keys {
        Some((_, length)) => (words.code)(length),
        None => words.text.to_owned(),
    };
    let pad = keys.map(|(keys, most)| {
        let typed = move || text.read().chars().count();
        view! {
            <p class="read-back" role="status">
                {move || (words.code_count)(typed(), most)}
            </p>
            <Pad label=words.signs keys text most />
        }
    });
    view! {
        <label class="line">
            <span class="hidden">{label}</span>
            <input
                type="text"
                autocomplete="off"
                autocapitalize=if keys.is_some() { "characters" } else { "off" }
                spellcheck="false"
                aria-describedby="error"
                aria-invalid=move || invalid.get().to_string()
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            />
        </label>
        {pad}
    }
}

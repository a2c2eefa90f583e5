//! Free text.

use leptos::prelude::*;

use super::{PadsButton, TextKeys};
use crate::ui::typing::{Line, Typing};
use crate::ui::words::texts;

/// Most characters that the keys type.
const MOST: usize = 60;

/// A line of text.
#[component]
pub(in crate::ui) fn TextField(line: Line, invalid: Signal<bool>) -> impl IntoView {
    let typing = Typing::from_context();
    let shown = typing.pads();
    view! {
        <label class="line">
            <span class="hidden">{texts().question.field.text}</span>
            <input
                type="text"
                inputmode=typing.input_mode("text")
                autocomplete="off"
                prop:autocorrect=false
                autocapitalize="off"
                spellcheck="false"
                aria-describedby="error"
                aria-invalid=move || invalid.get().to_string()
                prop:value=move || line.get()
                on:input:target=move |event| line.typed(&event.target(), str::to_owned)
            />
        </label>
        <PadsButton />
        <Show when=move || shown.get()>
            <TextKeys line most=MOST />
        </Show>
    }
}

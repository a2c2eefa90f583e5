//! Free text, and the 统一社会信用代码 with its own keys.

use leptos::prelude::*;

use super::Pad;
use crate::questionnaire::uscc;

/// A line of text.
#[component]
pub(in crate::ui) fn TextField(
    text: RwSignal<String>,
    is_code: bool,
    invalid: Signal<bool>,
) -> impl IntoView {
    let label = if is_code { "填写统一社会信用代码，18 位" } else { "填写文字" };
    view! {
        <label class="line">
            <span class="hidden">{label}</span>
            <input
                type="text"
                autocomplete="off"
                autocapitalize=if is_code { "characters" } else { "off" }
                spellcheck="false"
                aria-describedby="error"
                aria-invalid=move || invalid.get().to_string()
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            />
        </label>
        <Show when=move || is_code>
            <p class="read-back" role="status">
                {move || format!("已输入 {} 位，共 {} 位", text.read().chars().count(), uscc::LENGTH)}
            </p>
            <Pad label="信用代码键" keys=uscc::SIGNS text most=uscc::LENGTH />
        </Show>
    }
}

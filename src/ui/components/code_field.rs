//! The 统一社会信用代码: typed, tapped on its 31 keys, or scanned.

use leptos::prelude::*;

use super::{Pad, PadKey, PadsButton};
use crate::kiosk::pads;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::{Words, texts};
use crate::view_model::{CODE_KEYS, CODE_LENGTH, UsccPart, UsccState, UsccView};

/// The code, its five parts, and whether it fits so far.
#[component]
pub(in crate::ui) fn CodeField(line: Line, invalid: Signal<bool>) -> impl IntoView {
    let (typing, words) = (Typing::from_context(), Words::from_context());
    let shown = typing.pads();
    let scan = typing.scan();
    let view = Memo::new(move |_| UsccView::of(&line.get(), words.0.get()));
    let part = |part: UsccPart| {
        view! {
            <li class:wrong=part.wrong>
                <span>{part.signs}</span>
                <small>{part.name}</small>
            </li>
        }
    };
    let parts = move || view.read().parts.clone().into_iter().map(part).collect_view();
    let said = move || match scan.get() {
        Some(scan) if view.read().state != UsccState::Wrong || !scan.taken => scan.text,
        _ => view.read().said.clone(),
    };
    let bad = move || {
        let refused = scan.read().as_ref().is_some_and(|scan| !scan.taken);
        refused || view.read().state == UsccState::Wrong
    };
    view! {
        <label class="line">
            <span class="hidden">{(texts().question.field.code)(CODE_LENGTH)}</span>
            <input
                type="text"
                inputmode=typing.input_mode("text")
                autocomplete="off"
                prop:autocorrect=false
                autocapitalize="characters"
                spellcheck="false"
                aria-describedby="error code-said"
                aria-invalid=move || (invalid.get() || bad()).to_string()
                prop:value=move || view.read().text.clone()
                on:input:target=move |event| {
                    line.typed(&event.target(), |raw| pads::code(raw).text);
                }
            />
        </label>
        <ol class="code-parts" aria-hidden="true">
            {parts}
        </ol>
        <p
            id="code-said"
            class="read-back"
            class:wrong=bad
            class:fits=move || !bad() && view.read().state == UsccState::Fits
            role="status"
        >
            {said}
        </p>
        <small class="scan-hint">{move || words.texts().pads.scan_hint}</small>
        <PadsButton />
        <Show when=move || shown.get()>
            <CodeKeys line />
        </Show>
    }
}

/// The 31 keys of a code, and the ways to take something back.
#[component]
fn CodeKeys(line: Line) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    // What was typed and refused is still in the text; a key goes behind what was taken.
    let taken = move || pads::code(&line.now()).text;
    let key = move |sign: char| {
        let press = move || line.set(format!("{}{sign}", taken()));
        view! { <PadKey sign=sign.to_string() first={sign == '0'} press /> }
    };
    let delete = move || {
        let mut text = taken();
        text.pop();
        line.set(text);
    };
    view! {
        <Pad class="code-keys" label=Signal::derive(move || texts().code_keys)>
            {CODE_KEYS.chars().map(key).collect_view()}
            <PadKey
                sign=Signal::derive(move || texts().delete.to_owned())
                class="delete"
                press=delete
            />
        </Pad>
    }
}

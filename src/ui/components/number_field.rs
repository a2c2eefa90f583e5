//! A number: typed, tapped on the keys, or counted up and down.

use leptos::prelude::*;

use super::{Digits, PadsButton};
use crate::kiosk::{Entry, Event, pads};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::{said, texts};

/// Most digits that the keys type.
const MOST: usize = 14;

/// A number or an amount.
#[component]
pub(in crate::ui) fn NumberField(
    line: Line,
    unit: String,
    zero: Option<String>,
    steps: bool,
    point: bool,
    invalid: Signal<bool>,
) -> impl IntoView {
    let (dispatch, typing) = (Dispatch::from_context(), Typing::from_context());
    let (shown, words) = (typing.pads(), &texts().question.field);
    let step = move |by: i64| {
        let now: i64 = line.now().trim().parse().unwrap_or(0);
        line.set(now.saturating_add(by).max(0).to_string());
    };
    let no_number = zero.map(|label| {
        let answer = move |_| dispatch.send(Event::Answered(Entry::Text("0".to_owned())));
        view! { <button type="button" class="option" on:click=answer>{said(label)}</button> }
    });
    view! {
        <div class="number">
            <Show when=move || steps>
                <button type="button" class="step" aria-label=words.less on:click=move |_| step(-1)>
                    "−"
                </button>
            </Show>
            <label class="figure">
                <span class="hidden">{words.number}</span>
                <input
                    type="text"
                    inputmode=typing.input_mode("decimal")
                    autocomplete="off"
                    prop:autocorrect=false
                    spellcheck="false"
                    aria-describedby="error"
                    aria-invalid=move || invalid.get().to_string()
                    prop:value=move || line.get()
                    on:input:target=move |event| line.typed(&event.target(), pads::number)
                />
                <span class="unit">{said(unit)}</span>
            </label>
            <Show when=move || steps>
                <button type="button" class="step" aria-label=words.more on:click=move |_| step(1)>
                    "+"
                </button>
            </Show>
        </div>
        <PadsButton />
        <Show when=move || shown.get()>
            <Digits line point most=MOST />
        </Show>
        {no_number}
    }
}

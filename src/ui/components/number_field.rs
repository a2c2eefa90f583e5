//! A number: typed, tapped on the pad, or counted up and down.

use leptos::prelude::*;

use super::Pad;
use crate::kiosk::{Entry, Event};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};

/// Most digits that a pad takes.
const MOST: usize = 14;

/// A number or an amount.
#[component]
pub(in crate::ui) fn NumberField(
    text: RwSignal<String>,
    unit: String,
    zero: Option<String>,
    steps: bool,
    point: bool,
    invalid: Signal<bool>,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().question.field;
    let step = move |by: i64| {
        let now: i64 = text.with(|text| text.trim().parse().unwrap_or(0));
        text.set(now.saturating_add(by).max(0).to_string());
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
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby="error"
                    aria-invalid=move || invalid.get().to_string()
                    prop:value=text
                    on:input:target=move |event| text.set(event.target().value())
                />
                <span class="unit">{said(unit)}</span>
            </label>
            <Show when=move || steps>
                <button type="button" class="step" aria-label=words.more on:click=move |_| step(1)>
                    "+"
                </button>
            </Show>
        </div>
        <Pad label=words.digits keys=if point { "123456789.0" } else { "1234567890" } text most=MOST />
        {no_number}
    }
}

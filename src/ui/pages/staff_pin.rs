//! The question for the staff's code.

use leptos::prelude::*;

use crate::kiosk::{Event, StaffEvent};
use crate::ui::components::Digits;
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::Line;
use crate::ui::words::texts;
use crate::view_model::{Body, Page};

/// Digits of a code.
const DIGITS: usize = 6;

/// A field with keys. What was typed is gone when it was handed in.
#[component]
pub(super) fn StaffPin(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().staff;
    let pin = RwSignal::new(String::new());
    let view = Memo::new(move |_| match &page.read().body {
        Body::StaffPin(view) => Some(view.clone()),
        _ => None,
    });
    let message = move || view.get().map(|view| view.message);
    let open = Memo::new(move |_| view.get().is_some_and(|view| view.open));
    let complete = move || open.get() && pin.read().len() == DIGITS;
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if complete() {
            dispatch.send(Event::Staff(StaffEvent::Enter(pin.get_untracked())));
            pin.set(String::new());
        }
    };
    view! {
        <form class="staff-pin" on:submit=enter>
            <h1 tabindex="-1">{words.ask}</h1>
            <p class="lead">{words.ask_hint}</p>
            <p class="error" role="alert" id="pin-error">
                {message}
            </p>
            <label class="line">
                <span class="hidden">{words.field}</span>
                <input
                    type="password"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength=DIGITS.to_string()
                    aria-describedby="pin-error"
                    prop:value=pin
                    on:input:target=move |event| pin.set(digits(&event.target().value()))
                />
            </label>
            <Digits line=Line::alone(pin) point=false most=DIGITS />
            <nav class="actions" aria-label=words.ask>
                <button
                    type="button"
                    class="back"
                    on:click=move |_| dispatch.send(Event::Staff(StaffEvent::Close))
                >
                    {words.close}
                </button>
                <button type="submit" class="primary" disabled=move || !complete()>
                    {words.enter}
                </button>
            </nav>
        </form>
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(DIGITS).collect()
}

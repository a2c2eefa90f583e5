//! The button that brings the keys onto the screen of an office's own machine.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::Typing;
use crate::ui::words::Words;

/// 屏幕键盘, where the machine has a keyboard of its own.
#[component]
pub(in crate::ui) fn PadsButton() -> impl IntoView {
    let (dispatch, typing, words) =
        (Dispatch::from_context(), Typing::from_context(), Words::from_context());
    let pads = typing.pads();
    typing.optional().then(|| {
        view! {
            <button
                type="button"
                class="link pads"
                aria-pressed=move || pads.get().to_string()
                on:click=move |_| dispatch.send(Event::TogglePads)
            >
                {move || words.texts().pads.show}
            </button>
        }
    })
}

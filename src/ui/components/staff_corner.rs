//! The corner of the start that the staff hold to come to their menu.

use leptos::prelude::*;

use crate::kiosk::{Event, StaffEvent};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;

/// The corner: unseen, but the keyboard and screen readers find it and need not hold it.
#[component]
pub(in crate::ui) fn StaffCorner() -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let hold = move |held| dispatch.send(Event::Staff(StaffEvent::Hold(held)));
    view! {
        <button
            type="button"
            class="corner"
            aria-label=move || words.texts().staff.corner
            on:pointerdown=move |_| hold(true)
            on:pointerup=move |_| hold(false)
            on:pointerleave=move |_| hold(false)
            on:pointercancel=move |_| hold(false)
            // A long touch would open the browser's own menu, which ends the touch.
            on:contextmenu=move |event| event.prevent_default()
            on:click=move |event| {
                // Presses without a pointer count none.
                if event.detail() == 0 {
                    dispatch.send(Event::Staff(StaffEvent::Knock));
                }
            }
        />
    }
}

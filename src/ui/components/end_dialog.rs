//! 结束并清除, asked once more.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;
use crate::view_model::{KeepLine, Page};

/// 结束并清除? The safe answer has the focus.
#[component]
pub(in crate::ui) fn EndDialog(
    page: ReadSignal<Page>,
    /// Whether it is asked at the lawyer's desk.
    desk: bool,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let kept = move || matches!(page.read().keep.line, Some(KeepLine::Kept { .. }));
    let stay = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = stay.get() {
            let _ = button.focus();
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => dispatch.send(Event::CancelEnd),
        // Two buttons: Tab goes from one to the other and never leaves the dialog.
        "Tab" => {
            event.prevent_default();
            let other = if event_target_id(&event) == "stay" { "leave" } else { "stay" };
            if let Some(button) = document().get_element_by_id(other) {
                let button: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(button);
                let _ = button.focus();
            }
        }
        _ => {}
    };
    view! {
        <div class="veil">
            <div
                class="dialog"
                role="alertdialog"
                aria-modal="true"
                aria-labelledby="end-title"
                aria-describedby="end-text"
                on:keydown=on_key
            >
                <h2 id="end-title">{move || words.texts().common.end_title}</h2>
                <p id="end-text">
                    {move || {
                        let texts = words.texts();
                        if desk { texts.desk.end_text } else { texts.common.end_text }
                    }}
                    {move || kept().then(|| words.texts().keep.end)}
                </p>
                <div class="row">
                    <button
                        node_ref=stay
                        id="stay"
                        type="button"
                        class="primary"
                        on:click=move |_| dispatch.send(Event::CancelEnd)
                    >
                        {move || {
                            let texts = words.texts();
                            if desk { texts.desk.end_stay } else { texts.common.end_stay }
                        }}
                    </button>
                    <button
                        id="leave"
                        type="button"
                        class="danger"
                        on:click=move |_| dispatch.send(Event::End)
                    >
                        {move || words.texts().shell.end}
                    </button>
                </div>
            </div>
        </div>
    }
}

fn event_target_id(event: &leptos::ev::KeyboardEvent) -> String {
    event_target::<web_sys::Element>(event).id()
}

//! Nobody has touched the terminal for a while: what is behind is blurred, 继续 goes on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;
use crate::view_model::Page;

/// The warning before everything is cleared.
#[component]
pub(in crate::ui) fn Warning(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let seconds = Memo::new(move |_| page.read().warning.as_ref().map(|warning| warning.seconds));
    let spoken =
        Memo::new(move |_| page.read().warning.as_ref().map(|warning| warning.spoken.clone()));
    let stay = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = stay.get() {
            let _ = button.focus();
        }
    });
    give_focus_back();
    // Two buttons: Tab goes from one to the other, and there is nothing else to reach.
    view! {
        <div class="veil warning">
            <div
                class="dialog"
                role="alertdialog"
                aria-modal="true"
                aria-labelledby="warning-title"
                aria-describedby="warning-text"
            >
                <h2 id="warning-title">{move || words.texts().terminal.still_there}</h2>
                <p class="countdown" aria-hidden="true">
                    {move || seconds.get()}
                    {move || words.texts().terminal.seconds}
                </p>
                <p id="warning-text">{move || words.texts().terminal.about_to_clear}</p>
                <p class="hidden" role="status">
                    {move || spoken.get()}
                </p>
                <button
                    node_ref=stay
                    type="button"
                    class="primary big"
                    on:click=move |_| dispatch.send(Event::Stay)
                >
                    {move || words.texts().terminal.stay}
                </button>
                <div class="row">
                    <button
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

/// When the warning goes, the focus returns to where it was.
fn give_focus_back() {
    let before = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let before = StoredValue::new_local(before);
    on_cleanup(move || {
        if let Some(Some(before)) = before.try_get_value() {
            request_animation_frame(move || {
                let _ = before.focus();
            });
        }
    });
}

//! Keys on the screen, for terminals without a keyboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A group of keys. It is one stop of the Tab key; arrows go from key to key. A tap leaves the
/// focus in the field.
#[component]
pub(in crate::ui) fn Pad(
    /// How the keys are laid out.
    class: &'static str,
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class=format!("pad {class}")
            role="group"
            aria-label=label
            on:mousedown=|event| event.prevent_default()
            on:keydown=|event| rove(&event)
        >
            {children()}
        </div>
    }
}

/// One key. `name` is read out where the sign on the key says too little.
#[component]
pub(in crate::ui) fn PadKey(
    #[prop(into)] sign: Signal<String>,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] first: bool,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=class
            tabindex=if first { "0" } else { "-1" }
            on:click=move |_| press()
        >
            {sign}
        </button>
    }
}

/// Goes to the next or the previous key.
fn rove(event: &leptos::ev::KeyboardEvent) {
    let Some(key) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let parent = key.parent_element();
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => key.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => key.previous_element_sibling(),
        "Home" => parent.and_then(|parent| parent.first_element_child()),
        "End" => parent.and_then(|parent| parent.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

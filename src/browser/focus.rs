//! A new screen: its top in view, its heading in focus, so that a screen reader says where one is.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollToOptions};

/// Waits for the screen to be drawn, then goes to its heading.
pub fn heading() {
    request_animation_frame(|| {
        let Some(window) = web_sys::window() else { return };
        let top = ScrollToOptions::new();
        top.set_top(0.0);
        window.scroll_to_with_scroll_to_options(&top);
        let heading = window.document().and_then(|document| document.query_selector("h1").ok()?);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

//! A new screen: its top in view, its heading in focus, so that a screen reader says where one is.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollToOptions};

/// Waits for the screen to be drawn, then goes to its heading.
pub fn heading() {
    request_animation_frame(|| {
        let Some(window) = web_sys::window() else { return };
        let top = ScrollToOptions::new();
        top.set_top(0.0);
        window.scroll_to_with_scroll_to_options(&top);
        // On a tall panel only the middle moves.
        let middle = window.document().and_then(|document| document.get_element_by_id("main"));
        if let Some(middle) = middle {
            middle.set_scroll_top(0);
        }
        let heading = window.document().and_then(|document| document.query_selector("h1").ok()?);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}

/// Waits for the screen to be drawn, then unfolds the element of an id with everything that it
/// stands in, and goes to it.
pub fn reveal(id: String) {
    request_animation_frame(move || go_to(&id));
}

fn go_to(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(element) = document.and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    let own = element.query_selector("details").ok().flatten();
    let mut above = Some(element.clone());
    while let Some(one) = above {
        if one.tag_name() == "DETAILS" {
            let _ = one.set_attribute("open", "");
        }
        above = one.parent_element();
    }
    if let Some(own) = own {
        let _ = own.set_attribute("open", "");
    }
    show(&element);
}

fn show(element: &Element) {
    element.scroll_into_view();
    let heading = element.query_selector("h2, h3").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

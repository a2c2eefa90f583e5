//! What is seen. Pages show a view and send events; they decide nothing.

#![expect(unreachable_pub, reason = "the component macro makes the structs of properties public")]

mod app;
mod components;
mod dispatch;
mod pages;
mod reading;
mod words;

use app::App;

/// Puts the program into the page, in the place of the words that were shown until now.
pub fn start() {
    let document = leptos::prelude::document();
    if let Some(place) = document.get_element_by_id("app") {
        place.set_text_content(None);
        let place: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(place);
        leptos::mount::mount_to(place, App).forget();
    }
}

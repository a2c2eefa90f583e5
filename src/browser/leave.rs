//! Leaving by accident: the browser asks first while a visit is on.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

/// The guard of a page; clones share it.
#[derive(Clone, Default)]
pub struct Guard(Rc<RefCell<Option<EventListener>>>);

impl Guard {
    /// Asks before the page is left, or no longer.
    pub fn set(&self, on: bool) {
        let listener = on.then(listen).flatten();
        *self.0.borrow_mut() = listener;
    }
}

fn listen() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        event.prevent_default();
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            // Browsers before 2023 ask only when this is set; the text is never shown.
            event.set_return_value("1");
        }
    }))
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

//! A tap that was made twice: the second one was meant for a screen that is gone.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::UiEvent;

/// Whether another screen came since the last single tap; clones share it.
#[derive(Clone, Default)]
pub struct Taps(Rc<Cell<bool>>);

impl Taps {
    /// Another screen is shown.
    pub fn entered(&self) {
        self.0.set(true);
    }

    /// Keeps the second tap of a double one from what took the place of what the first one hit.
    /// Keys, and aids that press buttons for a person, count no taps and are never kept back.
    pub fn watch(&self) -> Option<EventListener> {
        let window = web_sys::window()?;
        let changed = Rc::clone(&self.0);
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        Some(EventListener::new_with_options(&window, "click", options, move |event| {
            let again = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 1);
            if again && changed.get() {
                event.prevent_default();
                event.stop_immediate_propagation();
            } else if !again {
                changed.set(false);
            }
        }))
    }
}

//! The browser's own Back. Entries hold a depth and nothing of the visit.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

/// Steps that the browser can undo.
#[derive(Clone, Default)]
pub struct History {
    depth: Rc<Cell<u32>>,
}

impl History {
    /// No step was taken yet. The entry of a page that was loaded again may still hold a depth.
    #[must_use]
    pub fn start() -> Self {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.replace_state(&JsValue::NULL, "");
        }
        Self::default()
    }

    /// Takes note of a step forward.
    pub fn push(&self) {
        let depth = self.depth.get() + 1;
        self.depth.set(depth);
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.push_state(&JsValue::from(depth), "");
        }
    }

    /// Calls `back` whenever the browser goes back; the listener lives as long as the result.
    pub fn on_back(&self, back: impl Fn() + 'static) -> Option<EventListener> {
        let depth = Rc::clone(&self.depth);
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "popstate", move |event| {
            let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
            // The first entry has no state; numbers in it are small and whole.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a depth")]
            let arrived = state.and_then(|state| state.as_f64()).unwrap_or_default() as u32;
            let was = depth.replace(arrived);
            if arrived < was {
                back();
            }
        }))
    }
}

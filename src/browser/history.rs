//! The browser's own Back. Entries hold a depth and nothing of the visit.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;

/// Longest wait for the browser to go back, in milliseconds.
const PATIENCE: u32 = 500;

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

    /// Calls `back` for each step that the browser goes back; the listener lives as long as the result.
    pub fn on_back(&self, back: impl Fn() + 'static) -> Option<EventListener> {
        let depth = Rc::clone(&self.depth);
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "popstate", move |event| {
            let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
            let arrived = state.map_or(0, |state| depth_in(&state));
            let was = depth.replace(arrived);
            // As many as the browser went: it may have taken up a step that was taken meanwhile,
            // or have been asked for several at once.
            for _ in arrived..was {
                back();
            }
        }))
    }
}

/// Goes back to the entry before all steps, then calls `then`: once, also where the browser does
/// not get there. Nothing when no step was taken.
pub(super) fn rewind(then: impl FnOnce() + 'static) -> Option<()> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    let depth = i32::try_from(depth_in(&history.state().ok()?)).ok().filter(|depth| *depth > 0)?;
    let then = Rc::new(Cell::new(Some(then)));
    let call = move || {
        if let Some(then) = then.take() {
            then();
        }
    };
    let arrived = call.clone();
    EventListener::once(&window, "popstate", move |_| arrived()).forget();
    Timeout::new(PATIENCE, call).forget();
    history.go_with_delta(-depth).ok()
}

/// The depth in an entry's state. The first entry has none; numbers in it are small and whole.
fn depth_in(state: &JsValue) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a depth")]
    let depth = state.as_f64().unwrap_or_default() as u32;
    depth
}

//! A barcode scanner that types: its burst of keys is told apart from a person's and taken out of
//! the field that it went into.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::kiosk::pads::{Key, Run, Step};

/// Signs that some browsers take for a shortcut when no field has the focus.
const SHORTCUTS: [char; 2] = ['/', '\''];

/// The field that a run goes into, with what stood in it before.
type Before = Option<(HtmlInputElement, String)>;

/// Calls `scanned` with what each burst said; the listener lives as long as the result.
pub fn listen(scanned: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let state = RefCell::new((Run::default(), Before::None));
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(text) = take(pressed, &state) {
            scanned(text);
        }
    }))
}

/// Takes a key; returns what a burst said that ends with it.
fn take(pressed: &KeyboardEvent, state: &RefCell<(Run, Before)>) -> Option<String> {
    let key = read(pressed);
    let field = pressed.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let (step, fast, before) = {
        let (run, before) = &mut *state.borrow_mut();
        let step = run.key(key, time(pressed));
        if step == Step::Begins {
            *before = field.clone().map(|field| (field.clone(), field.value()));
        }
        let ended = matches!(step, Step::Scanned(_));
        (step, run.is_fast(), if ended { before.take() } else { None })
    };
    let stray =
        field.is_none() && matches!(key, Key::Sign(sign) if fast || SHORTCUTS.contains(&sign));
    if stray || matches!(step, Step::Held | Step::Scanned(_)) {
        pressed.prevent_default();
        pressed.stop_propagation();
    }
    let Step::Scanned(text) = step else { return None };
    if let Some((field, value)) = before {
        restore(&field, &value);
    }
    Some(text)
}

/// Puts back what stood in a field, and tells the page so.
fn restore(field: &HtmlInputElement, value: &str) -> Option<()> {
    field.set_value(value);
    let input = web_sys::window()?.document()?.create_event("Event").ok()?;
    input.init_event_with_bubbles("input", true);
    field.dispatch_event(&input).ok().map(drop)
}

fn read(pressed: &KeyboardEvent) -> Key {
    let key = pressed.key();
    let mut signs = key.chars();
    match (key.as_str(), signs.next(), signs.next()) {
        ("Shift" | "CapsLock", ..) => Key::Silent,
        _ if pressed.repeat() || pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() => {
            Key::Other
        }
        ("Enter" | "Tab", ..) => Key::End,
        (_, Some(sign), None) => Key::Sign(sign),
        _ => Key::Other,
    }
}

/// When the key went down, in milliseconds, by the clock that the browser notes events with: it
/// only goes forward, and a page that was busy for a while does not bring keys closer together.
fn time(pressed: &KeyboardEvent) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least zero")]
    let milliseconds = pressed.time_stamp() as u64;
    milliseconds
}

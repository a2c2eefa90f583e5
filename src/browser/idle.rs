//! Whether somebody is there: touches, time, and the page out of sight.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, EventTarget};

use crate::kiosk::Event;

/// Milliseconds between two ticks.
const TICK: u32 = 1_000;
/// Milliseconds in which a second touch is not told.
const THROTTLE: u64 = 500;
/// What a person does. A mouse that only lies there does none of it.
const TOUCHES: [&str; 6] = ["pointerdown", "touchmove", "keydown", "wheel", "scroll", "input"];
/// The class of the root while the page is covered.
const COVER: &str = "away";

/// What watches a terminal; clones share it.
#[derive(Clone, Default)]
pub struct Watcher(Rc<RefCell<Option<Watching>>>);

struct Watching {
    _listeners: Vec<EventListener>,
    _ticks: Interval,
}

impl Watcher {
    /// Begins to send [`Event::Tick`] and [`Event::Touched`], or ends. One that has begun ticks
    /// at once, for whoever needs the time now.
    pub fn set(&self, on: bool, send: impl Fn(Event) + Copy + 'static) {
        if on && self.0.borrow().is_some() {
            tick(send);
            return;
        }
        let watching = on.then(|| watch(send)).flatten();
        *self.0.borrow_mut() = watching;
    }
}

fn tick(send: impl Fn(Event)) {
    if let Some(monotonic_ms) = now() {
        send(Event::Tick { monotonic_ms });
    }
}

fn watch(send: impl Fn(Event) + Copy + 'static) -> Option<Watching> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let tick = move || tick(send);
    let mut listeners: Vec<EventListener> =
        TOUCHES.into_iter().map(|kind| touches(&window, kind, tick, send)).collect();
    let covers = [document.as_ref(), window.as_ref()];
    for (target, kind) in covers.into_iter().zip(["freeze", "pagehide"]) {
        listeners.push(EventListener::new(target, kind, move |_| cover(true)));
    }
    let wakes: [(&EventTarget, &'static str); 3] = [
        (document.as_ref(), "visibilitychange"),
        (document.as_ref(), "resume"),
        (window.as_ref(), "pageshow"),
    ];
    for (target, kind) in wakes {
        let document = document.clone();
        listeners.push(EventListener::new(target, kind, move |_| look(&document, tick)));
    }
    tick();
    Some(Watching { _listeners: listeners, _ticks: Interval::new(TICK, tick) })
}

/// Tells of a touch; the time before it, so that a sleep is found before what it woke.
fn touches(
    target: &EventTarget,
    kind: &'static str,
    tick: impl Fn() + 'static,
    send: impl Fn(Event) + 'static,
) -> EventListener {
    let told = Cell::new(None::<u64>);
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(target, kind, options, move |_| {
        tick();
        let Some(now) = now() else { return };
        if told.get().is_none_or(|told| now.saturating_sub(told) >= THROTTLE) {
            told.set(Some(now));
            send(Event::Touched);
        }
    })
}

/// Covers the page while nobody can see it; uncovers it when the state machine knows the time.
fn look(document: &Document, tick: impl Fn()) {
    if document.hidden() {
        cover(true);
    } else {
        tick();
        cover(false);
    }
}

fn cover(on: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.class_list().toggle_with_force(COVER, on);
    }
}

/// Milliseconds since the page was opened, by a clock that nobody can set.
fn now() -> Option<u64> {
    let window = web_sys::window()?;
    let clock = Reflect::get(&window, &"performance".into()).ok()?;
    let now = Reflect::get(&clock, &"now".into()).ok()?.dyn_into::<Function>().ok()?;
    let milliseconds = now.call0(&clock).ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least zero")]
    let milliseconds = milliseconds as u64;
    Some(milliseconds)
}

//! The end of a visit: everything of it out of the page, then the page anew.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{PageTransitionEvent, Window};

/// Tells the page that is loaded next that a visit was cleared; it says nothing of the visit.
const NOTE: &str = "cleared";
/// Longest wait for the clipboard, in milliseconds.
const PATIENCE: u32 = 1_000;

/// Takes the visit out of the page and loads it anew, in the place of this one.
pub fn run(shared: bool) {
    strip(Some(super::language::spoken().texts().common.clearing));
    if !shared {
        again();
        return;
    }
    let late = Timeout::new(PATIENCE, again);
    spawn_local(async {
        overwrite_clipboard().await;
        late.cancel();
        again();
    });
}

/// Whether a visit was cleared just before; the note leaves the address at once.
#[must_use]
pub fn noted() -> bool {
    take_note().is_some()
}

fn take_note() -> Option<()> {
    let window = web_sys::window()?;
    let search = window.location().search().ok()?;
    let rest = search.strip_suffix(NOTE)?.strip_suffix(['?', '&'])?;
    let address = format!("{}{rest}", window.location().pathname().ok()?);
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()
}

/// Calls `gone` when the page is left, and leaves nothing in it: a browser may keep a page that
/// was left and show it again on Back. One that is shown again is loaded anew.
pub fn on_leaving(gone: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let left = EventListener::new(&window, "pagehide", move |_| {
        gone();
        strip(None);
    });
    let back = EventListener::new(&window, "pageshow", |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            super::leave::reload();
        }
    });
    vec![left, back]
}

/// Takes everything that was shown out of the document. What the program still draws goes into
/// parts that nobody sees.
pub(super) fn strip(words: Option<&str>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(app) = document.get_element_by_id("app") {
        app.remove();
    }
    let Some((words, body)) = words.zip(document.body()) else { return };
    if let Ok(notice) = document.create_element("p") {
        let _ = notice.set_attribute("class", "opening");
        let _ = notice.set_attribute("role", "status");
        notice.set_text_content(Some(words));
        let _ = body.append_child(&notice);
    }
}

/// Loads the page anew, in the place of the entry that the visit began with: there is no way back
/// into it. The next page shows what the browser still holds, as after a visit.
pub fn again() {
    if super::history::rewind(load).is_none() {
        load();
    }
}

fn load() {
    let Some(window) = web_sys::window() else { return };
    if replace(&window).is_none() {
        super::leave::reload();
    }
}

fn replace(window: &Window) -> Option<()> {
    let location = window.location();
    let (path, search) = (location.pathname().ok()?, location.search().ok()?);
    let mark = if search.is_empty() { '?' } else { '&' };
    location.replace(&format!("{path}{search}{mark}{NOTE}")).ok()
}

/// Puts a blank where something of the visit may have been copied, if the browser allows it.
async fn overwrite_clipboard() -> Option<()> {
    let window = web_sys::window()?;
    let navigator = Reflect::get(&window, &"navigator".into()).ok()?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    let written = write.call1(&clipboard, &" ".into()).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(written).await.ok().map(drop)
}

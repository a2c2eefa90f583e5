//! Files that are dropped on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File};

use super::files::listed;

/// Takes files while it lives.
pub(super) struct DropZone {
    _over: EventListener,
    _dropped: EventListener,
}

impl DropZone {
    /// A zone as large as the page.
    pub(super) fn open(dropped: impl Fn(Vec<File>) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let options = EventListenerOptions::enable_prevent_default();
        // Without this the browser would open the file in the place of the page.
        let over = EventListener::new_with_options(&window, "dragover", options, |event| {
            event.prevent_default();
        });
        let taken = EventListener::new_with_options(&window, "drop", options, move |event| {
            event.prevent_default();
            let carried = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            let files = carried.and_then(|carried| carried.files());
            let files = files.map(|files| listed(&files)).unwrap_or_default();
            if !files.is_empty() {
                dropped(files);
            }
        });
        Some(Self { _over: over, _dropped: taken })
    }
}

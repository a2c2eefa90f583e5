//! Files: handing one to the browser for saving, and reading one that a person chose.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use crate::kiosk::Trouble;

/// Largest file that is read at all, in bytes; more is refused before it is in memory.
const LARGEST: f64 = 8.0 * 1024.0 * 1024.0;

/// Hands bytes to the browser as a download.
///
/// # Errors
/// When the browser refuses. That the file reached the disk
/// cannot be told from a page.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), Trouble> {
    offer(name, kind, bytes).ok_or(Trouble::NoSaving)
}

fn offer(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has taken the blob by now; the address must not keep it in memory.
    Url::revoke_object_url(&url).ok()
}

/// The chooser of the browser; it is kept so that what was chosen can be read.
pub struct Chooser {
    input: HtmlInputElement,
    _listener: EventListener,
}

impl Chooser {
    /// A chooser that hands over the bytes of a file, or why it cannot be read.
    pub fn new(read: impl Fn(Result<Vec<u8>, Trouble>) + 'static) -> Option<Self> {
        let read = Rc::new(read);
        Self::with(false, move |files| {
            let read = Rc::clone(&read);
            if let Some(file) = files.into_iter().next() {
                spawn_local(async move { read(bytes(&file).await) });
            }
        })
    }

    /// A chooser of any number of files.
    pub fn of_many(chosen: impl Fn(Vec<File>) + 'static) -> Option<Self> {
        Self::with(true, chosen)
    }

    fn with(many: bool, take: impl Fn(Vec<File>) + 'static) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
        input.set_type("file");
        input.set_multiple(many);
        input.set_accept(".html,.json,text/html,application/json");
        let chosen = input.clone();
        let listener = EventListener::new(&input, "change", move |_| {
            let files = chosen.files().map(|files| listed(&files)).unwrap_or_default();
            // The same file may be chosen again.
            chosen.set_value("");
            if !files.is_empty() {
                take(files);
            }
        });
        Some(Self { input, _listener: listener })
    }

    /// Lets the person choose.
    pub fn open(&self) {
        self.input.click();
    }
}

/// The files of a list.
pub(super) fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// The content of a file.
///
/// # Errors
/// When it is larger than any of ours, or cannot be read.
pub(super) async fn bytes(file: &File) -> Result<Vec<u8>, Trouble> {
    if file.size() > LARGEST {
        return Err(Trouble::TooBig);
    }
    let failed = |_| Trouble::Unreadable;
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

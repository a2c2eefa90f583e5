//! Files: handing one to the browser for saving.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Hands bytes to the browser as a download.
///
/// # Errors
/// A message that says what to do, when the browser refuses. That the file reached the disk
/// cannot be told from a page.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), String> {
    offer(name, kind, bytes)
        .ok_or_else(|| "浏览器不允许保存文件。请改用打印，或换一台电脑。".to_owned())
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

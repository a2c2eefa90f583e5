//! A link that holds a report: read once, and gone from the address at once.

use wasm_bindgen::JsValue;

/// The fragment of the address when it is one of ours; it leaves the address and the history.
#[must_use]
pub fn take() -> Option<String> {
    let window = web_sys::window()?;
    let fragment = window.location().hash().ok().filter(|hash| hash.starts_with("#r="))?;
    // What names the terminal stays: a reload must find it again.
    let address = window.location().pathname().ok()? + &window.location().search().ok()?;
    window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
    Some(fragment)
}

//! The language that the page says it is in, for screen readers, fonts and hyphenation.

use crate::texts::Lang;

/// Says it.
pub fn set(lang: Lang) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

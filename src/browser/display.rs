//! How the page is shown: attributes of the root, on which the style sheets hang.

use crate::kiosk::{Contrast, Display, Place, TextSize};

/// Shows the page like this.
pub fn set(display: Display) {
    let text = match display.text {
        TextSize::Standard => "standard",
        TextSize::Large => "large",
        TextSize::Largest => "largest",
    };
    let contrast = match display.contrast {
        Contrast::Standard => "standard",
        Contrast::High => "high",
    };
    put("data-text", text);
    put("data-contrast", contrast);
    put("data-reach", if display.low { "low" } else { "standard" });
}

/// Makes what is touched as large as this kind of machine needs it.
pub fn place(place: Place) {
    let place = match place {
        Place::Terminal => "terminal",
        Place::Office | Place::Desk => "office",
    };
    put("data-place", place);
}

/// The contrast that the system is set to.
#[must_use]
pub fn preferred() -> Contrast {
    let asked = web_sys::window()
        .and_then(|window| window.match_media("(prefers-contrast: more)").ok()?)
        .is_some_and(|query| query.matches());
    if asked { Contrast::High } else { Contrast::Standard }
}

fn put(name: &str, value: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

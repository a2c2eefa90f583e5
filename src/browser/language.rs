//! The language that the page says it is in, for screen readers, fonts and hyphenation; and its
//! title, which names the program and nothing of a visit.

use web_sys::Element;

use crate::texts::Lang;

/// Says it.
pub fn set(lang: Lang) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(lang.texts().shell.name);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// What the page says that it is in.
#[must_use]
pub fn spoken() -> Lang {
    let tag = root().and_then(|root| root.get_attribute("lang"));
    if tag.as_deref() == Some(Lang::En.tag()) { Lang::En } else { Lang::Zh }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

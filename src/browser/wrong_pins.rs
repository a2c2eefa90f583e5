//! How many wrong codes the staff's menu was given: the one thing that outlives the page. It is no
//! part of a visit, and it is taken away with the first right code.

/// Its name in `localStorage`.
const KEY: &str = "tijian-wrong-pins";

/// The count; none when there is none, or the browser does not let the page look.
#[must_use]
pub fn kept() -> u32 {
    let text = store().and_then(|store| store.get_item(KEY).ok().flatten());
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Keeps the count; none is taken away. Where nothing can be kept it lasts as long as the page.
pub fn keep(count: u32) {
    if let Some(store) = store() {
        let _ = match count {
            0 => store.remove_item(KEY),
            count => store.set_item(KEY, &count.to_string()),
        };
    }
}

/// Whether a count that is kept can be read again.
#[must_use]
pub fn can_keep() -> bool {
    const PROBE: &str = "tijian-probe";
    let Some(store) = store() else { return false };
    let written = store.set_item(PROBE, "1").is_ok();
    let read = store.get_item(PROBE).ok().flatten().as_deref() == Some("1");
    store.remove_item(PROBE).is_ok() && written && read
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

//! What only the machine can give: ids that nobody drew before, and time to draw the page.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Bytes of an id.
const BYTES: usize = 16;

/// 32 hexadecimal digits from the browser's own generator.
#[must_use]
pub(super) fn id() -> Option<String> {
    Some(hex(&random::<BYTES>()?))
}

/// Random bytes that no program can guess.
#[must_use]
pub(super) fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Bytes as hex.
#[must_use]
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lets the page draw and hear the person.
pub(super) async fn pause() {
    let soon = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        if window.and_then(|window| window.set_timeout_with_callback(&resolve).ok()).is_none() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(soon).await;
}

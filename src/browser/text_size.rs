//! Text size: one class on the root, on which every measure in rem hangs.

/// Shows text larger, or in the standard size.
pub fn set(large: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.class_list().toggle_with_force("large", large);
    }
}

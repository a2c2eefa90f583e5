//! When the program fails: a static message over the dead page, with a way to start again.

/// Shows the message in index.html; what failed goes to the console, with no answer in it. A dead
/// program watches no time, so what was shown is taken away at once.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        super::clear::strip(None);
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(message) = document.and_then(|document| document.get_element_by_id("crash")) {
            let _ = message.remove_attribute("hidden");
        }
    }));
}

//! Where the program's own files are: beside the page, or inside it when the whole program is one
//! file (`cargo xtask single`).

use gloo::net::http::Request;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A page that is one file keeps the addresses of what it carries here, by name.
const INSIDE: &str = "inside";

/// The address of a file by its name, which is its path below the page. Nothing when the page
/// carries its files and this is none of them: such a page asks for nothing outside.
#[must_use]
pub fn address(name: &str) -> Option<String> {
    let window: JsValue = web_sys::window()?.into();
    let inside = Reflect::get(&window, &INSIDE.into()).ok()?;
    if inside.is_undefined() {
        return Some(format!("./{name}"));
    }
    Reflect::get(&inside, &name.into()).ok()?.as_string()
}

/// What came for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The file's text.
    pub text: String,
    /// Whether it is what this machine kept, because the server gave none.
    pub kept: bool,
}

/// How the service worker marks what it kept (`public/sw.js`).
const KEPT: &str = "tijian-kept";

/// A file; nothing when there is no such file or it did not come whole.
pub async fn ask(name: &str) -> Option<Answer> {
    let response = Request::get(&address(name)?).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    let kept = response.headers().get(KEPT).is_some();
    Some(Answer { text: response.text().await.ok()?, kept })
}

/// The text of a file, in the same way.
pub async fn text(name: &str) -> Option<String> {
    ask(name).await.map(|answer| answer.text)
}

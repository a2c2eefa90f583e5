//! The second program of the page: it turns a document into a Word file, in a worker, and is
//! fetched only when someone asks for one. The first program stays as small as it is.
//!
//! It says that it is ready, then answers each document (JSON text) with the file's bytes, or
//! with a text that says what went wrong. The other side is `browser/docx.rs`.

use js_sys::{Array, Uint8Array};
use tijian::report::{Document, docx};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answering = scope.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let _ = match written(&message.data()) {
            Ok(bytes) => send(&answering, &bytes),
            Err(error) => answering.post_message(&JsValue::from_str(&error)),
        };
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // For as long as the worker lives.
    answer.forget();
    let _ = scope.post_message(&JsValue::TRUE);
}

fn written(message: &JsValue) -> Result<Vec<u8>, String> {
    let json = message.as_string().ok_or("没有收到报告的内容")?;
    let document: Document =
        serde_json::from_str(&json).map_err(|_| "报告的内容与文档程序的版本不同".to_owned())?;
    docx::render(&document).map_err(|error| error.to_string())
}

/// The bytes are handed over, not copied.
fn send(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) -> Result<(), JsValue> {
    let buffer = Uint8Array::from(bytes).buffer();
    scope.post_message_with_transfer(&buffer, &Array::of1(&buffer))
}

//! The report as a Word file, written by a second program in a worker that is fetched for it.

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use super::source;
use crate::kiosk::Trouble;

/// Longest wait for the worker to come up, and then for the file: slow, but alive.
const PATIENCE: u32 = 60_000;

/// The Word file of a document, which is given as JSON.
///
/// # Errors
/// What went wrong.
pub async fn docx(document_json: String) -> Result<Vec<u8>, Trouble> {
    let mut writer = Writer::start().ok_or(Trouble::NoWord)?;
    if !writer.answer().await?.is_truthy() {
        return Err(Trouble::NoWord);
    }
    writer.worker.post_message(&JsValue::from_str(&document_json)).map_err(|_| Trouble::NoWord)?;
    let answer = writer.answer().await?;
    match answer.dyn_into::<ArrayBuffer>() {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(answer) => {
            Err(Trouble::WordFailed(answer.as_string().unwrap_or_else(|| "—".to_owned())))
        }
    }
}

/// A worker that stops when it is no longer needed.
struct Writer {
    worker: Worker,
    send: UnboundedSender<Result<JsValue, Trouble>>,
    answers: UnboundedReceiver<Result<JsValue, Trouble>>,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(Event)>,
}

impl Writer {
    fn start() -> Option<Self> {
        let worker = Worker::new(&script()?).ok()?;
        let (send, answers) = unbounded();
        let (hearing, failing) = (send.clone(), send.clone());
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            let _ = hearing.unbounded_send(Ok(message.data()));
        });
        let failed = Closure::<dyn Fn(Event)>::new(move |_| {
            let _ = failing.unbounded_send(Err(Trouble::NoWord));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self { worker, send, answers, _heard: heard, _failed: failed })
    }

    /// What the worker says next.
    async fn answer(&mut self) -> Result<JsValue, Trouble> {
        let send = self.send.clone();
        let _patience = Timeout::new(PATIENCE, move || {
            let _ = send.unbounded_send(Err(Trouble::WordLate));
        });
        self.answers.next().await.unwrap_or(Err(Trouble::NoWord))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Where the worker's script is. Its name changes with its content, so the build writes it into
/// the page.
fn script() -> Option<String> {
    let page = web_sys::window()?.document()?;
    let note = page.query_selector("meta[name=docx-worker]").ok()??;
    source::address(&format!("{}.js", note.get_attribute("content")?))
}

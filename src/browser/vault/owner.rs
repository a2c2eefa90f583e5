//! One window has the stores: a Web Lock, which ends with the window whatever way it ends.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::sentinel::NAME;
use crate::browser::stores::{called, there};
use crate::kiosk::Why;

/// Has the stores until it is dropped.
pub(super) struct Owner {
    release: Function,
    ended: Promise,
}

impl Owner {
    /// Gives them back; they are free when this ends.
    pub(super) async fn end(&self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
        let _ = JsFuture::from(self.ended.clone()).await;
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Whether a window has the stores; nothing when the browser cannot tell.
pub(super) async fn is_taken() -> Option<bool> {
    let held = there(&called(&locks()?, "query").await?, "held")?;
    let is_ours = |lock: JsValue| {
        there(&lock, "name").and_then(|name| name.as_string()).as_deref() == Some(NAME)
    };
    Some(Array::from(&held).iter().any(is_ours))
}

/// Takes them, without waiting; nothing when another window has them.
pub(super) async fn take() -> Result<Option<Owner>, Why> {
    let locks = locks().ok_or(Why::NoLocks)?;
    let (say, said) = oneshot::channel();
    let say = Rc::new(RefCell::new(Some(say)));
    let late = Rc::clone(&say);
    let granted = Closure::once_into_js(move |lock: JsValue| {
        let (release, until) = if lock.is_null() { (None, JsValue::UNDEFINED) } else { hold() };
        if let Some(say) = say.borrow_mut().take() {
            let _ = say.send(release);
        }
        until
    });
    let ended = request(&locks, &granted).ok_or(Why::NoLocks)?;
    let answered = ended.clone();
    spawn_local(async move {
        let _ = JsFuture::from(answered).await;
        // A browser that refuses never asks; the wait below ends.
        drop(late.borrow_mut().take());
    });
    let release = said.await.map_err(|_| Why::NoLocks)?;
    Ok(release.map(|release| Owner { release, ended }))
}

/// A promise that the browser waits for, and what ends it.
fn hold() -> (Option<Function>, JsValue) {
    let mut release = None;
    let until = Promise::new(&mut |resolve, _| release = Some(resolve));
    (release, until.into())
}

fn request(locks: &JsValue, granted: &JsValue) -> Option<Promise> {
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let request = there(locks, "request")?.dyn_into::<Function>().ok()?;
    request.call3(locks, &NAME.into(), &options, granted).ok()?.dyn_into().ok()
}

fn locks() -> Option<JsValue> {
    let window: JsValue = web_sys::window()?.into();
    there(&there(&window, "navigator")?, "locks")
}

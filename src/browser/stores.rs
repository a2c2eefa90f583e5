//! Reads back every place in which a browser keeps what pages give it. The program writes nothing
//! of a visit to any of them; the receipt after a visit shows that. What it does write, the count
//! of wrong staff codes, is told apart from everything else and named.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{release_caches, vault, wrong_pins};
use crate::kiosk::{Left, Looked, Store};

/// What is in each store that this browser has.
pub async fn look() -> Vec<Looked> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let found = [
        (Store::Local, local(&window)),
        (Store::Session, storage(&window, "sessionStorage")),
        (Store::Databases, databases(&window).await),
        (Store::Caches, caches(&window).await),
        (Store::Cookies, cookies(&window)),
        (Store::Files, files(&window).await),
    ];
    let looked = found.into_iter().filter_map(|(store, left)| Some((store, left?)));
    looked.map(|(store, left)| Looked { store, left }).collect()
}

/// Nothing when the browser has no such store.
type Found = Option<Left>;

fn entries(count: Option<u32>) -> Left {
    match count {
        Some(0) => Left::Nothing,
        Some(count) => Left::Entries(count),
        None => Left::Unseen,
    }
}

fn storage(window: &JsValue, name: &str) -> Found {
    // A browser that forbids storage throws here; then nothing can have been stored.
    let storage = there(window, name)?;
    Some(entries(there(&storage, "length").and_then(|length| whole(&length))))
}

/// Beside the sentinel of kept work, and the count of wrong codes, which is known by its name and by
/// being a number and nothing else.
fn local(window: &JsValue) -> Found {
    let found = storage(window, "localStorage")?;
    let Left::Entries(entries) = found else { return Some(found) };
    let (counted, kept) = (wrong_pins::kept() > 0, vault::is_kept());
    Some(match entries.saturating_sub(u32::from(counted) + u32::from(kept)) {
        0 if kept => Left::Kept,
        0 => Left::Count,
        others => Left::Entries(others),
    })
}

async fn databases(window: &JsValue) -> Found {
    let factory = there(window, "indexedDB")?;
    let Some(list) = called(&factory, "databases").await else { return Some(Left::Unseen) };
    let list = Array::from(&list);
    let name = |database: JsValue| there(&database, "name")?.as_string();
    let kept =
        list.length() == 1 && name(list.get(0)).as_deref() == Some(vault::NAME) && vault::is_kept();
    Some(if kept { Left::Kept } else { entries(Some(list.length())) })
}

async fn caches(window: &JsValue) -> Found {
    let caches = there(window, "caches")?;
    let Some(keys) = called(&caches, "keys").await else { return Some(Left::Unseen) };
    let mut others = 0;
    for key in Array::from(&keys) {
        let own = match key.as_string() {
            Some(name) => release_caches::is_own(&caches, &name).await,
            None => false,
        };
        others += u32::from(!own);
    }
    Some(entries(Some(others)))
}

fn cookies(window: &JsValue) -> Found {
    let cookies = there(&there(window, "document")?, "cookie")?.as_string()?;
    let count = cookies.split(';').filter(|cookie| !cookie.trim().is_empty()).count();
    Some(entries(u32::try_from(count).ok()))
}

async fn files(window: &JsValue) -> Found {
    let storage = there(&there(window, "navigator")?, "storage")?;
    there(&storage, "getDirectory")?;
    Some(entries(count(&storage).await))
}

async fn count(storage: &JsValue) -> Option<u32> {
    let directory = called(storage, "getDirectory").await?;
    let names = called(&directory, "keys").await?;
    let mut count = 0;
    loop {
        let next = called(&names, "next").await?;
        if there(&next, "done")?.is_truthy() {
            return Some(count);
        }
        count += 1;
    }
}

pub(super) fn there(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// What a method answers, waited for.
pub(super) async fn called(of: &JsValue, name: &str) -> Option<JsValue> {
    called_with(of, name, &JsValue::UNDEFINED).await
}

/// The same, with what the method is told.
pub(super) async fn called_with(of: &JsValue, name: &str, told: &JsValue) -> Option<JsValue> {
    let method = there(of, name)?.dyn_into::<Function>().ok()?;
    let answer = method.call1(of, told).ok()?;
    JsFuture::from(Promise::resolve(&answer)).await.ok()
}

fn whole(number: &JsValue) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length")]
    number.as_f64().map(|number| number as u32)
}

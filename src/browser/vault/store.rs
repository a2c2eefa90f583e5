//! The records, in IndexedDB. A step is in the store when its transaction is complete, not when
//! the browser has taken the request.

use futures::StreamExt;
use futures::channel::mpsc::unbounded;
use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DomException, EventTarget, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbTransaction,
};

use super::sentinel::NAME;
use crate::browser::stores::{called, there};
use crate::kiosk::Why;

/// The one table.
const TABLE: &str = "steps";
/// Steps that are kept: the last one, and the one before in case that it is damaged.
const STEPS: u64 = 2;

/// The store, open until it is dropped.
pub(super) struct Store(IdbDatabase);

impl Drop for Store {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Store {
    /// Opens the store, or makes an empty one.
    pub(super) async fn open() -> Result<Self, Why> {
        let request = factory().ok_or(Why::NoStore)?.open_with_u32(NAME, 1);
        let request = request.map_err(|_| Why::NoStore)?;
        let fresh = request.clone();
        let made = EventListener::once(&request, "upgradeneeded", move |_| {
            let database = fresh.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok());
            if let Some(database) = database {
                let _ = database.create_object_store(TABLE);
            }
        });
        let opened = heard(&request, &["success", "error"]).await;
        drop(made);
        if opened != Some("success") {
            return Err(why(request.error().ok().flatten()));
        }
        let database = request.result().ok().and_then(|it| it.dyn_into().ok());
        Ok(Self(database.ok_or(Why::Failed)?))
    }

    /// All records with their numbers.
    pub(super) async fn records(&self) -> Result<Vec<(u64, Vec<u8>)>, Why> {
        let (transaction, table) = self.begin("readonly")?;
        let numbers = table.get_all_keys().map_err(|_| Why::Failed)?;
        let records = table.get_all().map_err(|_| Why::Failed)?;
        complete(&transaction).await?;
        let list = |request: &web_sys::IdbRequest| {
            request.result().map(|list| Array::from(&list)).map_err(|_| Why::Failed)
        };
        let (numbers, records) = (list(&numbers)?, list(&records)?);
        let pairs = numbers.iter().zip(records.iter());
        Ok(pairs.filter_map(|(number, bytes)| Some((whole(&number)?, raw(bytes)))).collect())
    }

    /// Stores a record; it is there for good when this ends.
    pub(super) async fn put(&self, number: u64, bytes: &[u8]) -> Result<(), Why> {
        let (transaction, table) = self.begin("readwrite")?;
        table.put_with_key(&Uint8Array::from(bytes), &key(number)).map_err(|_| Why::Failed)?;
        if let Some(last) = number.checked_sub(STEPS) {
            let old = IdbKeyRange::upper_bound(&key(last)).map_err(|_| Why::Failed)?;
            table.delete(&old).map_err(|_| Why::Failed)?;
        }
        complete(&transaction).await
    }

    /// Empties it.
    pub(super) async fn clear(&self) -> Result<(), Why> {
        let (transaction, table) = self.begin("readwrite")?;
        table.clear().map_err(|_| Why::Failed)?;
        complete(&transaction).await
    }

    /// A transaction that is on the disk when it is complete, as far as the browser can tell.
    fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Why> {
        let transaction = strict(&self.0, mode).ok_or(Why::Failed)?;
        let table = transaction.object_store(TABLE).map_err(|_| Why::Failed)?;
        Ok((transaction, table))
    }
}

/// Whether there is a store; asking does not make one. Nothing when the browser does not say.
pub(super) async fn exists() -> Option<bool> {
    match is_listed().await {
        // A browser that finds its stores damaged says so once, and begins new ones.
        None => is_listed().await,
        told => told,
    }
}

async fn is_listed() -> Option<bool> {
    let list = called(factory()?.as_ref(), "databases").await?;
    let is_ours = |database: JsValue| {
        there(&database, "name").and_then(|name| name.as_string()).as_deref() == Some(NAME)
    };
    Some(Array::from(&list).iter().any(is_ours))
}

/// Deletes the store when nobody has it open any more; whether it is gone is for [`exists`] to say.
pub(super) async fn delete() {
    let request = factory().and_then(|factory| factory.delete_database(NAME).ok());
    if let Some(request) = request {
        heard(&request, &["success", "error"]).await;
    }
}

fn factory() -> Option<IdbFactory> {
    let window: JsValue = web_sys::window()?.into();
    there(&window, "indexedDB")?.dyn_into().ok()
}

fn strict(database: &IdbDatabase, mode: &str) -> Option<IdbTransaction> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into()).ok()?;
    let begin = there(database, "transaction")?.dyn_into::<Function>().ok()?;
    begin.call3(database, &TABLE.into(), &mode.into(), &options).ok()?.dyn_into().ok()
}

/// Waits for the end of a transaction.
async fn complete(transaction: &IdbTransaction) -> Result<(), Why> {
    match heard(transaction, &["complete", "abort"]).await {
        Some("complete") => Ok(()),
        _ => Err(why(transaction.error())),
    }
}

/// The first of some events.
async fn heard(target: &EventTarget, kinds: &[&'static str]) -> Option<&'static str> {
    let (say, mut said) = unbounded();
    let listen = |kind: &&'static str| {
        let (kind, say) = (*kind, say.clone());
        EventListener::once(target, kind, move |_| {
            let _ = say.unbounded_send(kind);
        })
    };
    let _listeners: Vec<EventListener> = kinds.iter().map(listen).collect();
    said.next().await
}

fn why(error: Option<DomException>) -> Why {
    match error.map(|error| error.name()).as_deref() {
        Some("QuotaExceededError") => Why::Full,
        Some("SecurityError" | "InvalidStateError") => Why::NoStore,
        _ => Why::Failed,
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps of one visit")]
fn key(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn whole(number: &JsValue) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a key of ours")]
    number.as_f64().map(|number| number as u64)
}

/// The bytes of an entry; of something else that stands there, none.
fn raw(entry: JsValue) -> Vec<u8> {
    entry.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}

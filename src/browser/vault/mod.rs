//! Work that is kept: sealed here, stored in IndexedDB, its sentinel in `localStorage`. No key and
//! no word of a visit is ever written; the key is in memory, and only while a visit is kept.

mod locker;
mod owner;
mod seal;
mod sentinel;
mod store;

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::clock;
use crate::kiosk::{
    Code, Content, Found, Head, KeepEffect, KeepEvent, KeepRefused, Record, Sentinel, Why, judge,
};
use owner::Owner;
use seal::Sealer;
use store::Store;

pub(super) use sentinel::NAME;

/// Longest wait for the browser, in milliseconds: a slow disk, but alive.
const PATIENCE: u32 = 20_000;

/// The stores of this window; clones share them.
#[derive(Clone, Default)]
pub struct Vault(Rc<RefCell<Held>>);

/// What this window has while it keeps something.
#[derive(Clone, Default)]
struct Held {
    owner: Option<Rc<Owner>>,
    sealer: Option<Rc<Sealer>>,
    store: Option<Rc<Store>>,
}

impl Vault {
    /// Does it, and sends what came of it; also when the browser never answers.
    pub fn run(&self, effect: KeepEffect, send: impl Fn(KeepEvent) + Copy + 'static) {
        let vault = self.clone();
        let late = if_late(&effect).map(|event| Timeout::new(PATIENCE, move || send(event)));
        spawn_local(async move {
            let event = vault.answer(effect).await;
            drop(late);
            if let Some(event) = event {
                send(event);
            }
        });
    }

    async fn answer(&self, effect: KeepEffect) -> Option<KeepEvent> {
        let done = match effect {
            KeepEffect::Look => {
                self.close().await;
                Ok(KeepEvent::Found(locker::look().await))
            }
            KeepEffect::Own => self.own().await,
            KeepEffect::Lock(code) => self.lock(&code).await,
            KeepEffect::Open(code) => self.open(&code).await,
            KeepEffect::Put { generation, on, content } => self.put(generation, on, &content).await,
            KeepEffect::Forget => Ok(self.forget().await),
            KeepEffect::Close => {
                self.close().await;
                return None;
            }
        };
        Some(done.unwrap_or_else(KeepEvent::Failed))
    }

    fn held(&self) -> Held {
        self.0.borrow().clone()
    }

    /// Makes the stores this window's; `false` when another one has them.
    async fn is_owned(&self) -> Result<bool, Why> {
        if self.held().owner.is_some() {
            return Ok(true);
        }
        let owner = owner::take().await?.map(Rc::new);
        let taken = owner.is_some();
        self.0.borrow_mut().owner = owner;
        Ok(taken)
    }

    async fn own(&self) -> Result<KeepEvent, Why> {
        let random = seal::random().ok_or(Why::NoCrypto)?;
        if !self.is_owned().await? {
            return Ok(KeepEvent::Found(Found::Elsewhere));
        }
        // Another window may have kept something since this one looked.
        match locker::contents().await {
            Found::Nothing => Ok(KeepEvent::Owned { random }),
            found => {
                self.close().await;
                Ok(KeepEvent::Found(found))
            }
        }
    }

    async fn lock(&self, code: &Code) -> Result<KeepEvent, Why> {
        let sealer = Sealer::new(code).await.ok_or(Why::NoCrypto)?;
        let store = Store::open().await?;
        let mut held = self.0.borrow_mut();
        held.sealer = Some(Rc::new(sealer));
        held.store = Some(Rc::new(store));
        Ok(KeepEvent::Ready)
    }

    async fn open(&self, code: &Code) -> Result<KeepEvent, Why> {
        if !self.is_owned().await? {
            return Ok(KeepEvent::Found(Found::Elsewhere));
        }
        let (store, records) = locker::records().await?;
        let sentinel = sentinel::read();
        let opened = locker::open(code, &records).await?;
        let Some((sealer, record, bytes)) = opened else {
            self.close().await;
            let sound = records.iter().any(|(_, record)| record.is_some());
            let refused = if sound { KeepRefused::Wrong } else { KeepRefused::Damaged };
            return Ok(KeepEvent::Refused(refused));
        };
        let last = records.iter().map(|(number, _)| *number).max().unwrap_or_default();
        let known = sentinel.as_ref().map_or(0, Sentinel::generation);
        let whole = record.head.generation >= last.max(known);
        let mut held = self.0.borrow_mut();
        held.sealer = Some(Rc::new(sealer));
        held.store = Some(Rc::new(store));
        Ok(KeepEvent::Opened { bytes, last, whole, today: clock::today() })
    }

    async fn put(
        &self,
        generation: u64,
        on: NaiveDate,
        content: &Content,
    ) -> Result<KeepEvent, Why> {
        let Held { sealer: Some(sealer), store, .. } = self.held() else {
            return Err(Why::Failed);
        };
        let once = seal::random().ok_or(Why::NoCrypto)?;
        let head = Head { generation, on, rounds: sealer.rounds, salt: sealer.salt, once };
        let body = sealer.seal(&head, content.0.as_bytes()).await.ok_or(Why::NoCrypto)?;
        let bytes = Record { head, body }.bytes();
        let stored = match store {
            Some(store) => store.put(generation, &bytes).await,
            None => Err(Why::Failed),
        };
        match stored {
            Err(Why::Failed) if self.keeps() => {
                // The browser closes a store that somebody emptied; a new one takes what is kept.
                let store = Rc::new(Store::open().await?);
                self.0.borrow_mut().store = Some(Rc::clone(&store));
                store.put(generation, &bytes).await?;
            }
            stored => stored?,
        }
        // What is being deleted meanwhile gets no sentinel again.
        if !self.keeps() {
            return Err(Why::Failed);
        }
        sentinel::write(&Sentinel::Kept { on, generation })?;
        Ok(KeepEvent::Kept(generation))
    }

    /// Whether there is still a key to keep with.
    fn keeps(&self) -> bool {
        self.0.borrow().sealer.is_some()
    }

    async fn forget(&self) -> KeepEvent {
        match self.is_owned().await {
            Ok(true) => {}
            Ok(false) => return KeepEvent::Found(Found::Elsewhere),
            Err(_) => return KeepEvent::Forgotten(false),
        }
        let owner = self.0.take().owner;
        self.0.borrow_mut().owner = owner;
        let gone = locker::forget().await;
        // Only now may another window begin.
        self.close().await;
        KeepEvent::Forgotten(gone)
    }

    /// Drops the key and gives the stores back.
    async fn close(&self) {
        let Held { owner, .. } = self.0.take();
        if let Some(owner) = owner {
            owner.end().await;
        }
    }
}

/// What is to be thought when there is no answer in time.
fn if_late(effect: &KeepEffect) -> Option<KeepEvent> {
    match effect {
        KeepEffect::Look | KeepEffect::Close => None,
        KeepEffect::Forget => Some(KeepEvent::Forgotten(false)),
        KeepEffect::Own | KeepEffect::Lock(_) | KeepEffect::Open(_) | KeepEffect::Put { .. } => {
            Some(KeepEvent::Failed(Why::Failed))
        }
    }
}

/// Whether the sentinel says that work is kept, and not that it is being deleted.
pub(super) fn is_kept() -> bool {
    matches!(sentinel::read(), Some(Sentinel::Kept { .. }))
}

/// What stands in the store: each record by its number, `None` where it is damaged.
type Records = Vec<(u64, Option<Record>)>;

fn found(sentinel: Option<&Sentinel>, records: Records) -> Found {
    let records: Vec<Option<Record>> = records.into_iter().map(|(_, record)| record).collect();
    judge(sentinel, &records)
}

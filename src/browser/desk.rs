//! Effects of the lawyer's desk.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{CryptoKey, File};

use super::drop::DropZone;
use super::files::{self, Chooser};
use super::{clock, draw, focus, key, verify};
use crate::desk::{KeyFile, Signature, Signed};
use crate::kiosk::{DeskEffect, DeskEvent, Event, Stamp, Trouble};

/// What takes the events.
type Send = Rc<dyn Fn(Event)>;

/// The key that is open, if one is.
type Held = Rc<RefCell<Option<CryptoKey>>>;

/// The way out for effects of the desk.
pub struct DeskOutside {
    send: Send,
    reports: Option<Chooser>,
    keys: Option<Chooser>,
    /// The key that is open.
    key: Held,
    zone: RefCell<Option<DropZone>>,
}

impl DeskOutside {
    /// The way out; what happens outside comes back by `send`.
    pub fn new(send: impl Fn(Event) + 'static) -> Self {
        let send: Send = Rc::new(send);
        let hand = Rc::clone(&send);
        let reports = Chooser::of_many(move |files| spawn_local(read(files, Rc::clone(&hand))));
        let hand = Rc::clone(&send);
        let keys = Chooser::new(move |read| tell(&hand, DeskEvent::KeyRead(read)));
        Self { send, reports, keys, key: Rc::default(), zone: RefCell::new(None) }
    }

    /// Does it.
    pub fn run(&self, effect: DeskEffect) {
        let send = Rc::clone(&self.send);
        match effect {
            DeskEffect::ReadClock => tell(&send, DeskEvent::Entered(clock::today())),
            DeskEffect::Drops(on) => {
                let hand = move |files| spawn_local(read(files, Rc::clone(&send)));
                *self.zone.borrow_mut() = if on { DropZone::open(hand) } else { None };
            }
            DeskEffect::Pick => match &self.reports {
                Some(chooser) => chooser.open(),
                None => {
                    tell(&send, DeskEvent::Chosen(1));
                    let bytes = Err(Trouble::NoChooser);
                    tell(&send, DeskEvent::Read { name: String::new(), bytes });
                }
            },
            DeskEffect::Turned => focus::reveal("spot".to_owned()),
            DeskEffect::Judge(cases) => spawn_local(async move {
                for at in cases {
                    tell(&send, DeskEvent::Judge(at));
                    draw::pause().await;
                }
            }),
            DeskEffect::Stamp { case, act, reason, form } => {
                let (at, act) = (clock::now(), *act);
                let stamped = draw::id().map(|id| Stamp { id, at, case, act, reason, form });
                let event = stamped.map(|stamp| DeskEvent::Stamped(Box::new(stamp)));
                tell(&send, event.unwrap_or(DeskEvent::Refused(Trouble::NoCrypto)));
            }
            DeskEffect::PickKey => match &self.keys {
                Some(chooser) => chooser.open(),
                None => tell(&send, DeskEvent::Refused(Trouble::NoChooser)),
            },
            DeskEffect::MakeKey(by, passphrase) => self.spawn(async move |held| {
                let (file, key) = key::make(&by, &passphrase.0).await?;
                held.replace(Some(key));
                Ok(DeskEvent::KeyMade(Box::new(file)))
            }),
            DeskEffect::Unlock(file, passphrase) => self.spawn(async move |held| {
                held.replace(Some(key::unlock(&file, &passphrase.0).await?));
                let KeyFile { frame, .. } = *file;
                Ok(DeskEvent::Unlocked(Box::new(frame)))
            }),
            DeskEffect::DropKey => {
                self.key.replace(None);
            }
            DeskEffect::Sign { case, claim, content } => self.spawn(async move |held| {
                let key = held.borrow().clone().ok_or(Trouble::KeyFailed)?;
                let value = key::sign(&key, &content).await?;
                let signature = Signature { claim: *claim, value };
                Ok(DeskEvent::Signed(case, Box::new(signature)))
            }),
        }
    }

    /// Does something with the key that is held, and tells what became of it.
    fn spawn<F>(&self, work: F)
    where
        F: AsyncFnOnce(Held) -> Result<DeskEvent, Trouble> + 'static,
    {
        let (send, held) = (Rc::clone(&self.send), Rc::clone(&self.key));
        spawn_local(async move {
            tell(&send, work(held).await.unwrap_or_else(DeskEvent::Refused));
        });
    }

    /// Verifies signatures.
    pub fn verify(&self, signed: Vec<Signed>) {
        let send = Rc::clone(&self.send);
        spawn_local(async move { send(Event::Verified(verify::all(&signed).await)) });
    }
}

fn tell(send: &Send, event: DeskEvent) {
    send(Event::Desk(event));
}

/// Hands over one file after the other; the page draws in between.
async fn read(files: Vec<File>, send: Send) {
    tell(&send, DeskEvent::Chosen(files.len()));
    for file in files {
        let bytes = files::bytes(&file).await;
        tell(&send, DeskEvent::Read { name: file.name(), bytes });
        draw::pause().await;
    }
}

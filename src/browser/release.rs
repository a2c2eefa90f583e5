//! The program's own copy on this machine: a service worker keeps it and other releases beside it
//! (`public/sw.js`). The page says when one of them takes over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::channel::oneshot;
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerUpdateViaCache, Window,
};

use crate::kiosk::{Event, Release, ReleaseName, Sought, StaffEvent};

/// The service worker.
const SCRIPT: &str = "./sw.js";
/// What it understands.
const NAME: &str = "name";
const TAKE: &str = "take";
/// Milliseconds between two looks for another release.
const EVERY: u32 = 3_600_000;
/// Longest wait for a worker to say its name, in milliseconds.
const PATIENCE: u32 = 5_000;

/// What the browser keeps; clones share it.
#[derive(Clone, Default)]
pub struct Keeper(Rc<RefCell<Option<Kept>>>);

struct Kept {
    registration: ServiceWorkerRegistration,
    _listeners: [EventListener; 2],
    _looks: Interval,
}

impl Keeper {
    /// Lets the browser keep the program, once, and tells of every release that it keeps; `first`
    /// is called when a worker serves this page that came without one. Where the browser cannot,
    /// as for a page from a disk, the program works without.
    pub fn start(&self, send: impl Fn(Event) + Copy + 'static, first: impl Fn() + 'static) {
        let keeper = Rc::clone(&self.0);
        spawn_local(async move {
            let missing = keeper.borrow().as_ref().is_none_or(Kept::is_empty);
            if missing && let Some(kept) = keep(send, first).await {
                *keeper.borrow_mut() = Some(kept);
            }
        });
    }

    /// Asks the server for another release and tells what it answered; or for the first one again
    /// where it did not come whole (see [`Keeper::start`]).
    pub fn look(&self, send: impl Fn(Event) + Copy + 'static, first: impl Fn() + 'static) {
        let told = move |answer| send(Event::Staff(StaffEvent::Sought(answer)));
        let kept = self.0.borrow();
        match kept.as_ref().filter(|kept| !kept.is_empty()) {
            Some(Kept { registration, .. }) => {
                let registration = registration.clone();
                spawn_local(async move {
                    told(ask(&registration).await.unwrap_or(Sought::Failed));
                });
            }
            None => {
                self.start(send, first);
                told(Sought::NotKept);
            }
        }
    }

    /// Lets the release that waits take over.
    pub fn take(&self) {
        let waiting = self.0.borrow().as_ref().and_then(|kept| kept.registration.waiting());
        if let Some(waiting) = waiting {
            let _ = waiting.post_message(&JsValue::from_str(TAKE));
        }
    }
}

async fn ask(registration: &ServiceWorkerRegistration) -> Option<Sought> {
    JsFuture::from(registration.update().ok()?).await.ok()?;
    let another = registration.installing().or_else(|| registration.waiting());
    Some(if another.is_some() { Sought::Coming } else { Sought::Newest })
}

impl Kept {
    /// Whether nothing came of it: a release that could not be fetched whole leaves no worker.
    fn is_empty(&self) -> bool {
        let Self { registration, .. } = self;
        let workers = [registration.installing(), registration.waiting(), registration.active()];
        workers.iter().all(Option::is_none)
    }
}

async fn keep(send: impl Fn(Event) + Copy + 'static, first: impl Fn() + 'static) -> Option<Kept> {
    let workers = workers()?;
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = workers.register_with_options(SCRIPT, &options);
    let registration: ServiceWorkerRegistration =
        JsFuture::from(registered).await.ok()?.dyn_into().ok()?;
    let taken = on_taken(&workers, send, first);
    let newer = on_newer(&registration, send);
    tell(registration.clone(), send);
    let looks = Interval::new(EVERY, move || send(Event::UpdateDue));
    Some(Kept { registration, _listeners: [taken, newer], _looks: looks })
}

/// The browser's service workers; none from a disk or without encryption.
fn workers() -> Option<ServiceWorkerContainer> {
    let window: Window = web_sys::window()?;
    if !window.location().protocol().ok()?.starts_with("http") {
        return None;
    }
    let navigator = window.navigator();
    Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// The first release that takes a page over is the one that the page came with.
fn on_taken(
    workers: &ServiceWorkerContainer,
    send: impl Fn(Event) + 'static,
    first: impl Fn() + 'static,
) -> EventListener {
    let none = Cell::new(workers.controller().is_none());
    EventListener::new(workers, "controllerchange", move |_| {
        if none.replace(false) {
            first();
        } else {
            send(Event::ReleaseTaken);
        }
    })
}

/// Tells of a release when it is there whole.
fn on_newer(
    registration: &ServiceWorkerRegistration,
    send: impl Fn(Event) + Copy + 'static,
) -> EventListener {
    let coming: RefCell<Option<EventListener>> = RefCell::default();
    let here = registration.clone();
    EventListener::new(registration, "updatefound", move |_| {
        let Some(worker) = here.installing() else { return };
        let here = here.clone();
        *coming.borrow_mut() = Some(EventListener::new(&worker, "statechange", move |_| {
            tell(here.clone(), send);
        }));
    })
}

/// Tells which releases there are.
fn tell(registration: ServiceWorkerRegistration, send: impl Fn(Event) + 'static) {
    spawn_local(async move {
        let running = name(workers().and_then(|workers| workers.controller())).await;
        let waiting = name(registration.waiting()).await;
        send(Event::Released(Release { running, waiting }));
    });
}

/// What a worker says that it is called; one that does not say is there all the same.
async fn name(worker: Option<ServiceWorker>) -> Option<ReleaseName> {
    let worker = worker?;
    let channel = MessageChannel::new().ok()?;
    let (say, said) = oneshot::channel();
    let say = Rc::new(RefCell::new(Some(say)));
    let late = Rc::clone(&say);
    let answer = move |name| {
        if let Some(say) = say.borrow_mut().take() {
            let _ = say.send(name);
        }
    };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        answer(read(&message.data()));
    });
    channel.port1().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Dropped, the wait below ends.
    let _patience = Timeout::new(PATIENCE, move || drop(late.borrow_mut().take()));
    let ports = Array::of1(&channel.port2());
    worker.post_message_with_transferable(&JsValue::from_str(NAME), &ports).ok()?;
    Some(said.await.ok().flatten().unwrap_or_default())
}

fn read(said: &JsValue) -> Option<ReleaseName> {
    let member = |name: &str| Reflect::get(said, &name.into()).ok()?.as_string();
    Some(ReleaseName { version: member("version")?, digest: member("id")? })
}

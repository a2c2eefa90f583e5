//! Where state machine, pages and browser meet.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::{ScanNotice, Shell};
use super::dispatch::Dispatch;
use super::pages;
use super::reading::Shown;
use super::typing::Typing;
use super::words::Words;
use crate::browser::desk::DeskOutside;
use crate::browser::files::{self, Chooser};
use crate::browser::history::History;
use crate::browser::idle::Watcher;
use crate::browser::leave::{self, Guard};
use crate::browser::release::Keeper;
use crate::browser::speech::Speaker;
use crate::browser::taps::Taps;
use crate::browser::vault::Vault;
use crate::browser::{
    clear, clock, display, docx, edition, examine, focus, language, link, load, print, scan,
    settings, stores, wrong_pins,
};
use crate::kiosk::{DisplayEvent, Effect, Event, Model, SpeechEvent, StaffEvent, Trouble, update};
use crate::view_model::{self, Page};

/// Media type of a document for a word processor.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// How long the receipt after a visit is shown.
const RECEIPT: Duration = Duration::from_secs(5);

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let model = Rc::new(RefCell::new(Model::default()));
    let (page, set_page) = signal(view_model::page(&model.borrow()));
    let dispatch = Dispatch::new();
    let speaker = Speaker::start();
    let keeper = Keeper::default();
    let outside = Outside {
        dispatch,
        speaker: speaker.clone(),
        history: History::start(),
        guard: Guard::default(),
        taps: Taps::default(),
        watcher: Watcher::default(),
        vault: Vault::default(),
        keeper: keeper.clone(),
        chooser: Chooser::new(move |read| dispatch.send(Event::FileRead(read, clock::today()))),
        desk: DeskOutside::new(move |event| dispatch.send(event)),
    };
    // Gone from the address before anything else happens, also when the packs never come.
    let linked = link::take();
    let cleared = clear::noted();
    let mut listeners = clear::on_leaving(move || dispatch.send(Event::Gone));
    listeners.extend(outside.taps.watch());
    listeners.extend(outside.history.on_back(move || dispatch.send(Event::Back)));
    listeners.extend(scan::listen(move |text| dispatch.send(Event::Scanned(text))));
    let listeners = StoredValue::new_local(listeners);
    on_cleanup(move || drop(listeners.try_update_value(std::mem::take)));
    dispatch.connect(move |event| {
        // Time and touches come often and seldom change what is shown.
        let quiet = matches!(event, Event::Tick { .. } | Event::Touched);
        let seconds = |model: &Model| (model.watch.warning(), model.staff.wait());
        let before = seconds(&model.borrow());
        let effects = update(&mut model.borrow_mut(), event);
        let same = quiet && effects.is_empty() && before == seconds(&model.borrow());
        if !same {
            set_page.set(view_model::page(&model.borrow()));
        }
        for effect in effects {
            outside.run(effect);
        }
    });
    dispatch.send(Event::Display(DisplayEvent::Preferred(display::preferred())));
    let heard = speaker.watch(move |event| dispatch.send(Event::Speech(event)));
    listeners.update_value(|listeners| listeners.extend(heard));
    provide_context(dispatch);
    provide_context(Typing::new(page));
    spawn_local(async move {
        load(dispatch).await;
        if let Some(fragment) = linked {
            dispatch.send(Event::LinkOpened(fragment, clock::today()));
        }
        if cleared {
            dispatch.send(Event::Looked(stores::look().await));
        }
        // Last, so that the first visitor does not wait for it.
        keeper.start(move |event| dispatch.send(event), settings_again);
    });
    provide_context(Words(Memo::new(move |_| page.read().lang)));
    provide_context(Shown(Memo::new(move |_| page.read().display.clone())));
    let revision = Memo::new(move |_| page.read().revision);
    view! {
        <Shell page>
            <ScanNotice />
            {move || {
                // Reading it runs the memo; only then does it know what it hangs on.
                let _ = revision.get();
                let Page { body, .. } = page.get_untracked();
                pages::body(body, page)
            }}
        </Shell>
    }
}

/// Fetches what the deployment decides, then the packs.
async fn load(dispatch: Dispatch) {
    dispatch.send(Event::Staff(StaffEvent::Counted(wrong_pins::kept())));
    dispatch.send(Event::Configured(Box::new(settings::deployment().await)));
    dispatch.send(match load::library().await {
        Ok(library) => Event::Loaded(Box::new(library)),
        Err(trouble) => Event::LoadFailed(trouble),
    });
}

/// What was read before there was a worker is read once more, through it: only so does the machine
/// keep the settings for a start without a network.
fn settings_again() {
    spawn_local(settings::keep());
}

/// The effects' way out.
struct Outside {
    dispatch: Dispatch,
    history: History,
    guard: Guard,
    taps: Taps,
    watcher: Watcher,
    vault: Vault,
    speaker: Speaker,
    keeper: Keeper,
    chooser: Option<Chooser>,
    desk: DeskOutside,
}

impl Outside {
    fn run(&self, effect: Effect) {
        let dispatch = self.dispatch;
        match effect {
            Effect::Load => spawn_local(load(dispatch)),
            Effect::LoadDictionary => spawn_local(async move {
                dispatch.send(Event::DictionaryCame(load::dictionary().await));
            }),
            Effect::ReadClock => dispatch.send(Event::Began(clock::today())),
            Effect::ScreenEntered => {
                self.taps.entered();
                focus::heading();
            }
            Effect::StepTaken => self.history.push(),
            Effect::Print { foot } => print::print(&foot),
            Effect::Save { name, kind, text } => {
                let saved = files::save(&name, kind, text.as_bytes());
                dispatch.send(Event::Saved(saved.map(|()| name)));
            }
            Effect::SaveWord { name, document } => spawn_local(async move {
                let bytes = docx::docx(document).await;
                let saved = bytes.and_then(|bytes| files::save(&name, WORD, &bytes));
                dispatch.send(Event::Saved(saved.map(|()| name)));
            }),
            Effect::PickFile => match &self.chooser {
                Some(chooser) => chooser.open(),
                None => dispatch.send(Event::FileRead(Err(Trouble::NoChooser), clock::today())),
            },
            Effect::FetchEdition(packs) => spawn_local(async move {
                if let Some(library) = edition::library(&packs).await {
                    dispatch.send(Event::EditionLoaded(Box::new(library)));
                }
            }),
            Effect::Desk(effect) => self.desk.run(effect),
            Effect::Verify(signed) => self.desk.verify(signed),
            Effect::Reveal(id) => focus::reveal(id),
            Effect::GuardLeaving(on) => self.guard.set(on),
            Effect::Display(set) => display::set(set),
            Effect::Place(place) => display::place(place),
            Effect::Say(sentences) => {
                let ended = move || dispatch.send(Event::Speech(SpeechEvent::Ended));
                self.speaker.say(&sentences, ended);
            }
            Effect::Hush => self.speaker.hush(),
            Effect::Keep(effect) => {
                self.vault.run(effect, move |event| dispatch.send(Event::Keep(event)));
            }
            Effect::Language(lang) => language::set(lang),
            Effect::Watch(on) => self.watcher.set(on, move |event| dispatch.send(event)),
            Effect::Clear { shared } => clear::run(shared),
            Effect::KeepWrongPins(count) => wrong_pins::keep(count),
            Effect::Examine => spawn_local(async move {
                let found = Box::new(examine::run().await);
                dispatch.send(Event::Staff(StaffEvent::Examined(found)));
            }),
            Effect::LookForRelease => {
                self.keeper.look(move |event| dispatch.send(event), settings_again);
            }
            Effect::TakeRelease => self.keeper.take(),
            Effect::Reload { receipt: true } => clear::again(),
            Effect::Reload { receipt: false } => leave::reload(),
            Effect::ReadReceipt => set_timeout(move || dispatch.send(Event::ReceiptRead), RECEIPT),
        }
    }
}

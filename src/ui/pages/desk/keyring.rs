//! The key: opened from its file, or made.

use leptos::prelude::*;

use super::line::Line;
use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, Passphrase};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::said;
use crate::view_model::{DeskBody, Page, Reviewer};

/// The key.
#[component]
pub(super) fn Keyring(page: ReadSignal<Page>) -> impl IntoView {
    let words = &words().key;
    let key = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Key(key) => Some(key.clone()),
            _ => None,
        })
    });
    let ready = Memo::new(move |_| key.read().as_ref().and_then(|key| key.ready.clone()));
    let chosen = Memo::new(move |_| key.read().as_ref().and_then(|key| key.chosen.clone()));
    let working = Memo::new(move |_| key.read().as_ref().is_some_and(|key| key.working));
    view! {
        <section>
            <h2>{words.key}</h2>
            <p>{words.about}</p>
            <p role="status">{move || working.get().then_some(words.working)}</p>
            {move || match ready.get() {
                Some((by, public)) => view! { <Ready by public /> }.into_any(),
                None => view! { <Closed chosen /> }.into_any(),
            }}
        </section>
    }
}

/// A key is open.
#[component]
fn Ready(by: Reviewer, public: String) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().key;
    view! {
        <p>
            <strong>{said((words.ready)(&by.name, &by.firm))}</strong>
        </p>
        <p>{words.public}</p>
        <p>
            <code class="public-key">{public}</code>
        </p>
        <button
            type="button"
            class="secondary"
            on:click=move |_| dispatch.send(Event::Desk(DeskEvent::DropKey))
        >
            {words.drop}
        </button>
    }
}

/// No key is open.
#[component]
fn Closed(chosen: Memo<Option<Reviewer>>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().key;
    let open = move || {
        chosen.get().map(|by| {
            let name = (words.chosen)(&by.name, &by.firm);
            view! { <Unlock name /> }
        })
    };
    view! {
        <button
            type="button"
            class="secondary"
            on:click=move |_| dispatch.send(Event::Desk(DeskEvent::PickKey))
        >
            {words.open}
        </button>
        {open}
        <details class="why">
            <summary>{words.new}</summary>
            <p>{words.new_text}</p>
            <New />
        </details>
    }
}

/// Opens the key file that was chosen.
#[component]
fn Unlock(name: String) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().key;
    let passphrase = RwSignal::new(String::new());
    let unlock = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Passphrase(passphrase.get_untracked());
        passphrase.set(String::new());
        dispatch.send(Event::Desk(DeskEvent::Unlock(typed)));
    };
    view! {
        <form class="step-form" on:submit=unlock novalidate>
            <p>{said(name)}</p>
            <Line label=words.passphrase value=passphrase kind="password" />
            <button type="submit" class="primary">
                {words.unlock}
            </button>
        </form>
    }
}

/// Makes a key.
#[component]
fn New() -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().key;
    let [first, again] = [(); 2].map(|()| RwSignal::new(String::new()));
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = [first, again].map(|typed| Passphrase(typed.get_untracked()));
        dispatch.send(Event::Desk(DeskEvent::MakeKey(typed)));
    };
    view! {
        <form on:submit=make novalidate>
            <Line label=words.passphrase value=first kind="password" />
            <Line label=words.again value=again kind="password" />
            <button type="submit" class="secondary">
                {words.make}
            </button>
        </form>
    }
}

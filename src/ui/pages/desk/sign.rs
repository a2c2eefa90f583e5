//! Signing, and what is handed over.

use leptos::prelude::*;

use super::line::Line;
use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, HandOut, Room};
use crate::ui::components::{Actions, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{DeskBody, Letterhead, Page, SignView};

/// Signing, and what is handed over.
#[component]
pub(super) fn SignPage(view: SignView, page: ReadSignal<Page>) -> impl IntoView {
    let words = &words().signing;
    let letter = view.letter.clone();
    view! {
        <div class="desk narrow">
            <h1 tabindex="-1">{words.heading}</h1>
            <p class="firm">{said(view.firm.clone())}</p>
            <p class="meta">{said(view.report.clone())}</p>
            <p>{words.about}</p>
            <Signatures page />
            {if view.doubtful {
                view! { <p class="problem">{words.doubtful}</p> }.into_any()
            } else {
                view! { <Sign view page /> }.into_any()
            }}
            <Refused page />
            <Letter letter />
            <h2>{words.out}</h2>
            <Out page />
        </div>
        <Actions />
    }
}

/// Who signed, and whether it still holds.
#[component]
fn Signatures(page: ReadSignal<Page>) -> impl IntoView {
    let words = &words().review;
    let signatures = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Sign(sign) => Some(sign.signatures.clone()),
            _ => None,
        })
        .unwrap_or_default()
    });
    let lines = move || {
        let line = |(told, fails): (String, bool)| {
            view! { <li class:problem=fails>{said(told)}</li> }
        };
        signatures.get().into_iter().map(line).collect_view()
    };
    let nobody = move || signatures.read().is_empty().then_some(words.nobody_signed);
    view! {
        <h2>{words.signatures}</h2>
        <div role="status">
            <ul class="signatures">{lines}</ul>
        </div>
        <p>{nobody}</p>
    }
}

/// The way to sign.
#[component]
fn Sign(view: SignView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = words();
    let working = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Sign(sign) => Some(sign.working),
            _ => None,
        })
        .unwrap_or_default()
    });
    let open = (view.open > 0).then(|| view! { <p>{(words.signing.open)(view.open)}</p> });
    let key = match &view.ready {
        Some(by) => (words.key.ready)(&by.name, &by.firm),
        None => words.signing.no_key.to_owned(),
    };
    let send = move |event: fn() -> DeskEvent| move |_| dispatch.send(Event::Desk(event()));
    view! {
        {open}
        <p>{said(key)}</p>
        <p role="status">{move || working.get().then_some(texts().desk.key.working)}</p>
        <div class="row">
            <button
                type="button"
                class="primary"
                disabled=view.ready.is_none()
                on:click=send(|| DeskEvent::Sign)
            >
                {words.signing.sign}
            </button>
            <button
                type="button"
                class="secondary"
                on:click=send(|| DeskEvent::Go(Room::Key))
            >
                {words.key.heading}
            </button>
        </div>
    }
}

/// The head of the letter, and the letter.
#[component]
fn Letter(letter: Letterhead) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().signing;
    let [number, address, phone] = [letter.number, letter.address, letter.phone].map(RwSignal::new);
    // Kept with each sign that is typed, so that it is in every letter of the session. The fields
    // inside hear of it first.
    let typed = move |_| {
        let [number, address, phone] = [number, address, phone].map(|text| text.get_untracked());
        let letter = Letterhead { number, address, phone };
        dispatch.send(Event::Desk(DeskEvent::Letter(letter)));
    };
    let show = move |_| dispatch.send(Event::Desk(DeskEvent::Go(Room::Opinion)));
    view! {
        <h2>{words.letter}</h2>
        <div on:input=typed>
            <Line label=words.number value=number />
            <Line label=words.address value=address />
            <Line label=words.phone value=phone />
        </div>
        <button type="button" class="secondary" on:click=show>
            {words.show}
        </button>
    }
}

/// What is handed over.
#[component]
fn Out(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().signing;
    let ways = [
        (words.file, HandOut::File, "primary"),
        (words.word, HandOut::Word, "secondary"),
        (words.data, HandOut::Data, "secondary"),
    ];
    let ways = ways.map(|(name, what, class)| {
        let hand = move |_| dispatch.send(Event::Desk(DeskEvent::Hand(what)));
        view! { <button type="button" class=class on:click=hand>{name}</button> }
    });
    view! {
        <div class="row">{ways}</div>
        <Saved page />
    }
}

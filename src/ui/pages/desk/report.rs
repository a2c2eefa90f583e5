//! A report under review: what can be looked at, what is looked at, and the answers behind it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::spot::SpotPart;
use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, Room, Spot};
use crate::ui::components::{Actions, LevelBadge};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::said;
use crate::view_model::{DeskBody, Page, ReviewedView, SpotLine};

/// A report under review.
#[component]
pub(super) fn ReportPage(view: ReviewedView, named: bool, page: ReadSignal<Page>) -> impl IntoView {
    let words = &words().review;
    let progress = move || {
        let progress = at_desk(page, |body| match body {
            DeskBody::Report(report) => Some(report.progress),
            _ => None,
        });
        progress.map(|(all, judged)| (words.progress)(all, judged))
    };
    view! {
        <div class="desk">
            <h1 tabindex="-1">{said(view.firm)}</h1>
            <p class="meta">{said(view.report)} " " {words.overlay}</p>
            {(!named).then(|| view! { <Who /> })}
            <div class="bench">
                <div class="spots">
                    <h2>{words.spots}</h2>
                    <p role="status">{progress}</p>
                    <p class="meta keys">{words.keys}</p>
                    <Spots page />
                </div>
                <SpotPart page />
            </div>
        </div>
        <Ways />
    }
}

/// Nobody said who reviews.
#[component]
fn Who() -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().review;
    view! {
        <div class="notice">
            <p>{words.who}</p>
            <button
                type="button"
                on:click=move |_| dispatch.send(Event::Desk(DeskEvent::Go(Room::Key)))
            >
                {words.say_who}
            </button>
        </div>
    }
}

#[component]
fn Spots(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let lines = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Report(report) => Some((report.here, report.spots.clone())),
            _ => None,
        })
    });
    let count = move || 0..lines.read().as_ref().map_or(0, |(_, lines)| lines.len());
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => go(&event, Element::next_element_sibling),
        "ArrowUp" => go(&event, Element::previous_element_sibling),
        "c" | "C" if !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
            dispatch.send(Event::Desk(DeskEvent::Confirm));
        }
        _ => {}
    };
    view! {
        <ul on:keydown=key>
            <For each=count key=|at| *at let:at>
                <Line at lines />
            </For>
        </ul>
    }
}

#[component]
fn Line(at: usize, lines: Memo<Option<(Spot, Vec<SpotLine>)>>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let line = Memo::new(move |_| lines.read().as_ref().and_then(|(_, all)| all.get(at).cloned()));
    let current = Memo::new(move |_| {
        let (lines, line) = (lines.read(), line.read());
        lines.as_ref().map(|(here, _)| *here) == line.as_ref().map(|line| line.spot)
    });
    let look = move |_| {
        if let Some(line) = line.get_untracked() {
            dispatch.send(Event::Desk(DeskEvent::Look(line.spot)));
        }
    };
    let inside = move || {
        line.get().map(|SpotLine { title, level, verdict, .. }| {
            view! {
                {level.map(|level| view! { <LevelBadge level /> })}
                <span>{said(title)}</span>
                {verdict.map(|verdict| view! { <small>{verdict}</small> })}
            }
        })
    };
    view! {
        <li>
            <button
                type="button"
                class="spot-line"
                aria-current=move || current.get().then_some("true")
                on:click=look
            >
                {inside}
            </button>
        </li>
    }
}

/// Back, and on among the findings.
#[component]
fn Ways() -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let sign = words().signing.heading;
    let words = &words().review;
    let way = move |name: &'static str, event: fn() -> DeskEvent, class: &'static str| {
        view! {
            <button type="button" class=class on:click=move |_| dispatch.send(Event::Desk(event()))>
                {name}
            </button>
        }
    };
    view! {
        <Actions>
            {way(words.previous, || DeskEvent::Previous, "")}
            {way(words.next, || DeskEvent::Next, "")}
            {way(words.next_open, || DeskEvent::NextOpen, "primary")}
            {way(sign, || DeskEvent::Go(Room::Sign), "")}
        </Actions>
    }
}

/// Goes to the line beside and looks at what it names.
fn go(event: &KeyboardEvent, to: impl Fn(&Element) -> Option<Element>) {
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let line = here.and_then(|element| element.closest("li").ok().flatten());
    let button = line.and_then(|line| to(&line)?.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
        button.click();
    }
}

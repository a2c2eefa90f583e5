//! The list of reports: opened, ordered, narrowed, chosen.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, Room};
use crate::ui::components::{Actions, Refused};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Body, DeskBody, Filter, Order, Page, QueueView, RowView, Status};

/// The list of reports.
#[component]
pub(super) fn QueuePage(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let queue = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Queue(queue) => Some(queue.clone()),
            _ => None,
        })
    });
    let any = Memo::new(move |_| queue.read().as_ref().is_some_and(|queue| queue.all > 0));
    let search = NodeRef::<leptos::html::Input>::new();
    let words = words();
    let refused = move || {
        let refused = queue.read().as_ref().map(|queue| queue.refused.clone());
        let line = |file: crate::view_model::RefusedView| {
            view! { <li>{said((words.queue.refused)(&file.name, &file.why))}</li> }
        };
        refused.unwrap_or_default().into_iter().map(line).collect_view()
    };
    view! {
        <div class="desk">
            <h1 tabindex="-1">{words.name}</h1>
            <p class="lead">{words.about}</p>
            <Me page />
            <Intake queue />
            <Refused page />
            <div role="alert">
                <ul class="problem refused">{refused}</ul>
            </div>
            <Show when=move || any.get() fallback=move || view! { <p>{words.queue.empty}</p> }>
                <Controls queue search />
                <List queue search />
            </Show>
        </div>
        <Actions>
            <button
                type="button"
                class="primary"
                on:click=move |_| dispatch.send(Event::Desk(DeskEvent::Pick))
            >
                {words.queue.open}
            </button>
        </Actions>
    }
}

/// Who reviews, with the way to say it.
#[component]
fn Me(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = words();
    let me = Memo::new(move |_| match &page.read().body {
        Body::Desk(view) => view.me.clone(),
        _ => None,
    });
    let name = move || match me.get() {
        Some(me) => (words.review.by)(&me.name, &me.firm, ""),
        None => words.review.say_who.to_owned(),
    };
    view! {
        <button
            type="button"
            class="link"
            on:click=move |_| dispatch.send(Event::Desk(DeskEvent::Go(Room::Key)))
        >
            {move || said(name())}
        </button>
    }
}

/// Reports by link, and how many are being read.
#[component]
fn Intake(queue: Memo<Option<QueueView>>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().queue;
    let link = RwSignal::new(String::new());
    let follow = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        dispatch.send(Event::Desk(DeskEvent::Link(link.get_untracked())));
        link.set(String::new());
    };
    let reading = move || {
        let reading = queue.read().as_ref().and_then(|queue| queue.reading);
        reading.map(|(read, total)| (words.reading)(read, total))
    };
    view! {
        <p class="meta">{words.drop}</p>
        <form class="row by-link" on:submit=follow>
            <label>
                {words.link}
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=link
                    on:input:target=move |event| link.set(event.target().value())
                />
            </label>
            <button type="submit">{words.open_link}</button>
        </form>
        <p role="status">{reading}</p>
    }
}

/// Order and filters.
#[component]
fn Controls(queue: Memo<Option<QueueView>>, search: NodeRef<leptos::html::Input>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().queue;
    let filter = Memo::new(move |_| {
        queue.read().as_ref().map(|queue| queue.filter.clone()).unwrap_or_default()
    });
    let order =
        Memo::new(move |_| queue.read().as_ref().map(|queue| queue.order).unwrap_or_default());
    let narrow = move |change: &dyn Fn(&mut Filter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        dispatch.send(Event::Desk(DeskEvent::Show(filter)));
    };
    let chosen = move |event: leptos::ev::Event| -> Option<usize> {
        event_target_value(&event).parse().ok()
    };
    let sort = move |event| {
        if let Some(order) = chosen(event).and_then(|at| Order::ALL.get(at)) {
            dispatch.send(Event::Desk(DeskEvent::Sort(*order)));
        }
    };
    let by_state = move |event| {
        let status = chosen(event).and_then(|at| Status::ALL.get(at)).copied();
        narrow(&|filter| filter.status = status);
    };
    let orders = words.orders.into_iter().enumerate().map(|(at, name)| {
        let this = move || Order::ALL.get(at).is_some_and(|one| *one == order.get());
        view! { <option value=at.to_string() selected=this>{name}</option> }
    });
    let states = words.states.into_iter().enumerate().map(|(at, name)| {
        view! { <option value=at.to_string()>{name}</option> }
    });
    view! {
        <div class="filter">
            <label class="pick">
                {words.order} <select on:change=sort>{orders.collect_view()}</select>
            </label>
            <label class="pick">
                {words.state}
                <select on:change=by_state>
                    <option value="">{words.all}</option>
                    {states.collect_view()}
                </select>
            </label>
            <label class="pick">
                {words.search}
                <input
                    type="search"
                    autocomplete="off"
                    node_ref=search
                    prop:value=move || filter.get().name
                    on:input:target=move |event| {
                        let name = event.target().value();
                        narrow(&|filter| filter.name.clone_from(&name));
                    }
                />
            </label>
            <button
                type="button"
                class="chip"
                aria-pressed=move || filter.read().red.to_string()
                on:click=move |_| narrow(&|filter| filter.red = !filter.red)
            >
                {words.red}
            </button>
        </div>
    }
}

/// The reports that are shown.
#[component]
fn List(queue: Memo<Option<QueueView>>, search: NodeRef<leptos::html::Input>) -> impl IntoView {
    let words = &words().queue;
    let rows = move || queue.read().as_ref().map(|queue| queue.rows.clone()).unwrap_or_default();
    let shown = move || {
        let queue = queue.read();
        queue.as_ref().map(|queue| (words.shown)(queue.rows.len(), queue.all))
    };
    let head = words.columns.map(|name| view! { <th scope="col">{name}</th> });
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => go(&event, Element::next_element_sibling),
        "ArrowUp" => go(&event, Element::previous_element_sibling),
        "/" => {
            event.prevent_default();
            if let Some(search) = search.get() {
                let _ = search.focus();
            }
        }
        _ => {}
    };
    view! {
        <p class="meta" role="status">{shown}</p>
        <p class="meta keys">{words.keys}</p>
        <div class="table">
            <table class="queue" on:keydown=key>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>
                    <For each=rows key=Clone::clone let:row>
                        <Line row />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(row: RowView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().queue;
    let RowView { at, firm, on, grade, urgent, reds, nearest, status, wrong, notes } = row;
    let wrong = wrong.into_iter().map(|why| {
        view! { <small class="problem">{said((words.wrong)(&why))}</small> }
    });
    let notes = notes.into_iter().map(|note| view! { <small>{said(note)}</small> });
    let class = if status == Status::Doubtful { "doubtful" } else { "" };
    view! {
        <tr class=class>
            <th scope="row">
                <button
                    type="button"
                    class="link"
                    on:click=move |_| dispatch.send(Event::Desk(DeskEvent::Open(at)))
                >
                    {said(firm)}
                </button>
                {wrong.collect_view()}
                {notes.collect_view()}
            </th>
            <td>{on}</td>
            <td class:problem=urgent>{grade}</td>
            <td class:problem=move || { reds > 0 }>{reds}</td>
            <td>{nearest}</td>
            <td class="state">{status.text(texts())}</td>
        </tr>
    }
}

/// Moves the focus to the same button of a row beside.
fn go(event: &KeyboardEvent, to: impl Fn(&Element) -> Option<Element>) {
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let row = here.and_then(|element| element.closest("tr").ok().flatten());
    let button = row.and_then(|row| to(&row)?.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
    }
}

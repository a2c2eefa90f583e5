//! The staff's menu: what holds on this machine, and its self-test.

use leptos::prelude::*;

use crate::kiosk::{Event, StaffEvent};
use crate::ui::components::TouchTest;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Body, FactGroup, FactRow, Page, StaffView};

/// The menu.
#[component]
pub(super) fn StaffMenu(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().staff;
    let view = Memo::new(move |_| match &page.read().body {
        Body::Staff(view) => Some(view.clone()),
        _ => None,
    });
    let send = move |event: StaffEvent| dispatch.send(Event::Staff(event));
    let prints = Memo::new(move |_| view.read().as_ref().is_some_and(|view| view.prints));
    let updates = Memo::new(move |_| view.read().as_ref().is_some_and(|view| view.updates));
    view! {
        <div class="staff">
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead screen-only">{words.lead}</p>
            <p class="hidden" role="status">
                {move || view.get().map(|view| view.updated)}
            </p>
            {move || view.get().map(|view| facts(*view))}
            <TouchTest />
            <p class="paper-only">{move || view.get().map(|view| said(view.test_page))}</p>
        </div>
        <nav class="actions" aria-label=words.title>
            <button type="button" class="back" on:click=move |_| send(StaffEvent::Close)>
                {words.close}
            </button>
            <button type="button" on:click=move |_| send(StaffEvent::Examine)>
                {words.again}
            </button>
            <Show when=move || updates.get()>
                <button type="button" on:click=move |_| send(StaffEvent::Update)>
                    {texts().staff.update_now}
                </button>
            </Show>
            <Show when=move || prints.get()>
                <button
                    type="button"
                    class="primary"
                    on:click=move |_| send(StaffEvent::PrintTest)
                >
                    {texts().staff.print_test}
                </button>
            </Show>
        </nav>
    }
}

fn facts(view: StaffView) -> impl IntoView {
    let words = &texts().staff;
    let problems = if view.problems.is_empty() {
        view! { <p>{words.no_problems}</p> }.into_any()
    } else {
        let problems = view.problems.into_iter().map(|text| view! { <li>{said(text)}</li> });
        view! { <ul class="faults">{problems.collect_view()}</ul> }.into_any()
    };
    let packs = view.packs;
    view! {
        {view.no_pin.map(|text| view! { <p class="notice">{text}</p> })}
        <section>
            <h2>{words.problems}</h2>
            {problems}
        </section>
        <section aria-live="polite">
            <h2>{words.test}</h2>
            {match view.test {
                Some(test) => rows(test.rows).into_any(),
                None => view! { <p>{words.testing}</p> }.into_any(),
            }}
        </section>
        {view.groups.into_iter().map(group).collect_view()}
        <details class="part">
            <summary>{packs.heading}</summary>
            {rows(packs.rows)}
        </details>
    }
}

fn group(group: FactGroup) -> impl IntoView {
    view! {
        <section>
            <h2>{group.heading}</h2>
            {rows(group.rows)}
        </section>
    }
}

fn rows(rows: Vec<FactRow>) -> impl IntoView {
    let words = &texts().staff;
    let rows = rows.into_iter().map(|row| {
        let mark = row.good.map(|good| {
            let word = if good { words.good } else { words.bad };
            view! { <span class="state" class:bad=!good>{word}</span> }
        });
        view! {
            <div>
                <dt>{said(row.name)}</dt>
                <dd>{mark}{said(row.value)}</dd>
            </div>
        }
    });
    view! { <dl class="facts-list">{rows.collect_view()}</dl> }
}

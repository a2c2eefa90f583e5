//! 开始: what this is, how long it takes, what happens to the answers.

use leptos::prelude::*;

use super::kept::Kept;
use crate::kiosk::{DeskEvent, Event};
use crate::ui::components::{Receipt, Refused, StaffCorner};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{DeskOffer, Page, StartView};

/// The start.
#[component]
pub(super) fn Start(view: StartView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().start;
    let [first, second] = words.heading;
    let domains = view
        .domains
        .into_iter()
        .map(|domain| view! { <li><strong>{said(domain.title)}</strong>" "{said(domain.summary)}</li> })
        .collect_view();
    // Only one thing comes first.
    let begin = if view.desk == Some(DeskOffer::First) { "secondary" } else { "primary big" };
    view! {
        <div class="start">
            <StaffCorner />
            <Receipt page />
            <Kept page />
            <h1 tabindex="-1">{first} <br /> {second}</h1>
            <p class="lead">
                {words.lead}
            </p>
            {words.content.map(|told| view! { <p class="remark">{told}</p> })}
            {(view.desk == Some(DeskOffer::First)).then(|| view! { <Desk class="primary big" /> })}
            <button type="button" class=begin on:click=move |_| dispatch.send(Event::Begin)>
                {words.begin}
            </button>
            {view
                .files
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="secondary"
                            on:click=move |_| dispatch.send(Event::PickFile)
                        >
                            {words.open_file}
                        </button>
                    }
                })}
            {(view.desk == Some(DeskOffer::Aside)).then(|| view! { <Desk class="link" /> })}
            <Refused page />
            <ul class="facts">
                <li>
                    <strong>{words.how_long}</strong>
                    {(words.quick)(view.quick_questions, view.quick_minutes)}
                    {(words.full)(view.full_questions, view.full_minutes)}
                </li>
                <li><strong>{words.no_account}</strong>{words.no_account_text}</li>
                <li><strong>{words.no_data}</strong>{words.no_data_text}</li>
            </ul>
            <details class="why">
                <summary>{words.domains}</summary>
                <ul>{domains}</ul>
            </details>
            {view.place.map(|place| view! { <p class="meta place">{said(place)}</p> })}
        </div>
    }
}

/// Leads to the lawyer's desk.
#[component]
fn Desk(class: &'static str) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    view! {
        <button
            type="button"
            class=class
            on:click=move |_| dispatch.send(Event::Desk(DeskEvent::Enter))
        >
            {texts().desk.name}
        </button>
    }
}

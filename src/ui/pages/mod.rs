//! One file for each screen.

mod code;
mod conflicts;
mod desk;
mod file;
mod findings;
mod kept;
mod question;
mod register;
mod register_entry;
mod report;
mod review;
mod scope;
mod sheet;
mod staff;
mod staff_pin;
mod start;
mod tasks;

use leptos::prelude::*;

use super::dispatch::Dispatch;
use super::words::{said, texts};
use crate::kiosk::Event;
use crate::view_model::{Body, Page};

/// The page for a body; `page` goes on telling what changes while it is shown.
pub(super) fn body(body: Body, page: ReadSignal<Page>) -> AnyView {
    match body {
        Body::Loading => view! { <h1 tabindex="-1">{texts().common.opening}</h1> }.into_any(),
        Body::Failed(message) => view! { <Failed message /> }.into_any(),
        Body::Start(view) => view! { <start::Start view page /> }.into_any(),
        Body::StaffPin(_) => view! { <staff_pin::StaffPin page /> }.into_any(),
        Body::Staff(_) => view! { <staff::StaffMenu page /> }.into_any(),
        Body::Question(view) => view! { <question::Question view=*view page /> }.into_any(),
        Body::Scope(view) => view! { <scope::ScopePage view /> }.into_any(),
        Body::Tasks(view) => view! { <tasks::Tasks view page /> }.into_any(),
        Body::Review(view) => view! { <review::Review view /> }.into_any(),
        Body::Report(view) => view! { <report::ReportPage view page /> }.into_any(),
        Body::Sheet(document) => view! { <sheet::SheetPage document page /> }.into_any(),
        Body::Code(codes) => view! { <code::CodePage codes /> }.into_any(),
        Body::File(view) => view! { <file::FilePage view page /> }.into_any(),
        Body::Register(view) => view! { <register::RegisterPage view=*view page /> }.into_any(),
        Body::RegisterEntry(view) => view! { <register_entry::EntryPage view page /> }.into_any(),
        Body::Conflicts(view) => view! { <conflicts::Conflicts view page /> }.into_any(),
        Body::Desk(view) => desk::page(*view, page),
        Body::Ended => view! { <h1 tabindex="-1">{texts().common.clearing}</h1> }.into_any(),
    }
}

#[component]
fn Failed(message: String) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().common;
    view! {
        <h1 tabindex="-1">{words.failed}</h1>
        <p role="alert">{said(message)}</p>
        <button type="button" class="primary" on:click=move |_| dispatch.send(Event::Retry)>
            {words.retry}
        </button>
    }
}

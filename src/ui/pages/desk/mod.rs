//! The lawyer's desk.

mod form;
mod history;
mod key;
mod keyring;
mod line;
mod queue;
mod report;
mod sign;
mod spot;

use leptos::prelude::*;

use crate::ui::words::texts;
use crate::view_model::{Body, DeskBody, DeskTexts, DeskView, Page};

/// The page for what stands at the desk.
pub(super) fn page(view: DeskView, page: ReadSignal<Page>) -> AnyView {
    match view.body {
        DeskBody::Queue(_) => view! { <queue::QueuePage page /> }.into_any(),
        DeskBody::Report(report) => {
            view! { <report::ReportPage view=*report named=view.me.is_some() page /> }.into_any()
        }
        DeskBody::Key(key) => view! { <key::KeyPage me=key.me page /> }.into_any(),
        DeskBody::Sign(sign) => view! { <sign::SignPage view=sign page /> }.into_any(),
    }
}

/// The words of the desk.
fn words() -> &'static DeskTexts {
    &texts().desk
}

/// What stands at the desk, as far as some part of a page hangs on it.
fn at_desk<T>(page: ReadSignal<Page>, look: impl Fn(&DeskBody) -> Option<T>) -> Option<T> {
    match &page.read().body {
        Body::Desk(view) => look(&view.body),
        _ => None,
    }
}

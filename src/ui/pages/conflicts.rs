//! Two people's answers that differ, to be settled one by one.

use leptos::prelude::*;

use crate::kiosk::{Event, Side};
use crate::ui::components::Actions;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Body, ConflictView, Page};

/// The questions on which two files differ.
#[component]
pub(super) fn Conflicts(view: Vec<ConflictView>, page: ReadSignal<Page>) -> impl IntoView {
    let words = &texts().file;
    let rows = view.into_iter().map(|conflict| view! { <Row conflict page /> }).collect_view();
    view! {
        <h1 tabindex="-1">{words.conflicts}</h1>
        <p class="lead">{words.conflicts_text}</p>
        {rows}
        <Actions />
    }
}

#[component]
fn Row(conflict: ConflictView, page: ReadSignal<Page>) -> impl IntoView {
    let ConflictView { link_id, question, ours, theirs, .. } = conflict;
    let id = StoredValue::new(link_id);
    let chosen = Memo::new(move |_| match &page.read().body {
        Body::Conflicts(rows) => rows
            .iter()
            .find(|row| id.with_value(|id| row.link_id == *id))
            .and_then(|row| row.chosen),
        _ => None,
    });
    let (label, words) = (question.clone(), &texts().file);
    view! {
        <section class="conflict" role="group" aria-label=label>
            <h2>{said(question)}</h2>
            <div class="options">
                <Choice name=words.ours answer=ours side=Side::Ours id chosen />
                <Choice name=words.theirs answer=theirs side=Side::Theirs id chosen />
            </div>
        </section>
    }
}

#[component]
fn Choice(
    name: &'static str,
    answer: String,
    side: Side,
    id: StoredValue<String>,
    chosen: Memo<Option<Side>>,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    view! {
        <button
            type="button"
            class="option"
            aria-pressed=move || (chosen.get() == Some(side)).to_string()
            on:click=move |_| dispatch.send(Event::Settle(id.get_value(), side))
        >
            <span>{said(answer)}</span>
            <small>{name}</small>
        </button>
    }
}

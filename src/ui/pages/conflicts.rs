//! Two people's answers that differ, to be settled one by one.

use leptos::prelude::*;

use crate::kiosk::{Event, Side};
use crate::ui::components::Actions;
use crate::ui::dispatch::Dispatch;
use crate::view_model::{Body, ConflictView, Page};

/// The questions on which two files differ.
#[component]
pub(super) fn Conflicts(view: Vec<ConflictView>, page: ReadSignal<Page>) -> impl IntoView {
    let rows = view.into_iter().map(|conflict| view! { <Row conflict page /> }).collect_view();
    view! {
        <h1 tabindex="-1">"两份回答有不同，请逐题选一个"</h1>
        <p class="lead">"其余的回答已经合在一起。全部选完以后继续。"</p>
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
    let label = question.clone();
    view! {
        <section class="conflict" role="group" aria-label=label>
            <h2>{question}</h2>
            <div class="options">
                <Choice name="这里的回答" answer=ours side=Side::Ours id chosen />
                <Choice name="文件里的回答" answer=theirs side=Side::Theirs id chosen />
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
            <span>{answer}</span>
            <small>{name}</small>
        </button>
    }
}

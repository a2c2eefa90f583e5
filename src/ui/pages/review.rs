//! 检查答案: every question that was asked, with its answer and a way to change it.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::Actions;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{ReviewGroup, ReviewRow, ReviewView};

/// 检查答案.
#[component]
pub(super) fn Review(view: ReviewView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().review;
    let ReviewView { groups, open } = view;
    let groups = groups.into_iter().map(|group| view! { <Group group /> }).collect_view();
    view! {
        <h1 tabindex="-1">{words.heading}</h1>
        <p class="lead">
            {if open == 0 {
                words.complete.to_owned()
            } else {
                (words.incomplete)(open)
            }}
        </p>
        {groups}
        <Actions>
            <Show when=move || { open > 0 }>
                <button type="button" on:click=move |_| dispatch.send(Event::Continue)>
                    {words.go_on}
                </button>
            </Show>
            <button type="button" class="primary" on:click=move |_| dispatch.send(Event::MakeReport)>
                {words.make}
            </button>
        </Actions>
    }
}

#[component]
fn Group(group: ReviewGroup) -> impl IntoView {
    let rows = group.rows.into_iter().map(|row| view! { <Row row /> }).collect_view();
    view! {
        <section class="answers">
            <h2>{said(group.title)}</h2>
            <dl>{rows}</dl>
        </section>
    }
}

#[component]
fn Row(row: ReviewRow) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let ReviewRow { link_id, question, answer, unknown } = row;
    let missing = answer.is_none();
    let words = &texts().review;
    let name = (words.change_it)(&question);
    view! {
        <div class="answer" class:open=missing || unknown>
            <dt>{said(question)}</dt>
            <dd>
                <span>{said(answer.unwrap_or_else(|| words.unanswered.to_owned()))}</span>
                <button
                    type="button"
                    class="link"
                    aria-label=name
                    on:click=move |_| dispatch.send(Event::Change(link_id.clone()))
                >
                    {words.change}
                </button>
            </dd>
        </div>
    }
}

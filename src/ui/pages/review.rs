//! 检查答案: every question that was asked, with its answer and a way to change it.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::Actions;
use crate::ui::dispatch::Dispatch;
use crate::view_model::{ReviewGroup, ReviewRow, ReviewView};

/// 检查答案.
#[component]
pub(super) fn Review(view: ReviewView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let ReviewView { groups, open } = view;
    let groups = groups.into_iter().map(|group| view! { <Group group /> }).collect_view();
    view! {
        <h1 tabindex="-1">"检查答案"</h1>
        <p class="lead">
            {if open == 0 {
                "都答完了。点“更改”可以改任何一题。".to_owned()
            } else {
                format!("还有 {open} 题没有回答。可以现在生成报告，没答的会列为“要查清的事”，不算健康。")
            }}
        </p>
        {groups}
        <Actions>
            <Show when=move || { open > 0 }>
                <button type="button" on:click=move |_| dispatch.send(Event::Continue)>
                    "继续答题"
                </button>
            </Show>
            <button type="button" class="primary" on:click=move |_| dispatch.send(Event::MakeReport)>
                "生成报告 ›"
            </button>
        </Actions>
    }
}

#[component]
fn Group(group: ReviewGroup) -> impl IntoView {
    let rows = group.rows.into_iter().map(|row| view! { <Row row /> }).collect_view();
    view! {
        <section class="answers">
            <h2>{group.title}</h2>
            <dl>{rows}</dl>
        </section>
    }
}

#[component]
fn Row(row: ReviewRow) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let ReviewRow { link_id, question, answer, unknown } = row;
    let missing = answer.is_none();
    let name = format!("更改：{question}");
    view! {
        <div class="answer" class:open=missing || unknown>
            <dt>{question}</dt>
            <dd>
                <span>{answer.unwrap_or_else(|| "没有回答".to_owned())}</span>
                <button
                    type="button"
                    class="link"
                    aria-label=name
                    on:click=move |_| dispatch.send(Event::Change(link_id.clone()))
                >
                    "更改"
                </button>
            </dd>
        </div>
    }
}

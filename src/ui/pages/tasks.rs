//! 任务列表: the domains, how far each is, and the way on.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Actions, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::view_model::{Page, TaskView, TasksView};

/// The task list.
#[component]
pub(super) fn Tasks(view: TasksView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let TasksView { tasks, answered, total, next, files } = view;
    let done = next.is_none();
    let label = match next {
        Some(title) => format!("继续：{title} ›"),
        None => "检查答案 ›".to_owned(),
    };
    let go = move |_| dispatch.send(if done { Event::Review } else { Event::Continue });
    let rows = tasks.into_iter().map(|task| view! { <Task task /> }).collect_view();
    view! {
        <h1 tabindex="-1">"要查的方面"</h1>
        <p class="lead">{format!("已答 {answered} 题，共 {total} 题（按回答增减）")}</p>
        <ul class="tasks">{rows}</ul>
        <Show when=move || !done>
            <p>
                <button type="button" class="link" on:click=move |_| dispatch.send(Event::Review)>
                    "先看看已经答了什么"
                </button>
            </p>
        </Show>
        {files
            .then(|| {
                view! {
                    <div class="row">
                        <button
                            type="button"
                            class="secondary"
                            on:click=move |_| dispatch.send(Event::SaveDraft)
                        >
                            "存下来，以后接着做"
                        </button>
                        <button
                            type="button"
                            class="secondary"
                            on:click=move |_| dispatch.send(Event::PickFile)
                        >
                            "并入同事答的部分"
                        </button>
                    </div>
                    <Saved page />
                    <Refused page />
                }
            })}
        <Actions>
            <button type="button" class="primary" on:click=go>{label}</button>
        </Actions>
    }
}

#[component]
fn Task(task: TaskView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let TaskView { id, title, summary, answered, total } = task;
    let state = match answered {
        0 => format!("未开始 · {total} 题"),
        _ if answered == total => "已完成".to_owned(),
        _ => format!("答了 {answered} / {total} 题"),
    };
    view! {
        <li>
            <button
                type="button"
                class="option"
                class:done=answered == total
                on:click=move |_| dispatch.send(Event::OpenPack(id.clone()))
            >
                <span>{title}</span>
                <small>{summary}</small>
                <span class="state">{state}</span>
            </button>
        </li>
    }
}

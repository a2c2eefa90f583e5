//! 任务列表: the domains, how far each is, and the way on.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Actions, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Page, TaskView, TasksView};

/// The task list.
#[component]
pub(super) fn Tasks(view: TasksView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().tasks;
    let TasksView { tasks, answered, total, next, files } = view;
    let done = next.is_none();
    let label = match next {
        Some(title) => (words.go_on)(&title),
        None => words.review.to_owned(),
    };
    let go = move |_| dispatch.send(if done { Event::Review } else { Event::Continue });
    let rows = tasks.into_iter().map(|task| view! { <Task task /> }).collect_view();
    view! {
        <h1 tabindex="-1">{words.heading}</h1>
        <p class="lead">{(words.answered)(answered, total)}</p>
        <ul class="tasks">{rows}</ul>
        <Show when=move || !done>
            <p>
                <button type="button" class="link" on:click=move |_| dispatch.send(Event::Review)>
                    {words.look}
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
                            {words.save}
                        </button>
                        <button
                            type="button"
                            class="secondary"
                            on:click=move |_| dispatch.send(Event::PickFile)
                        >
                            {words.join}
                        </button>
                    </div>
                    <Saved page />
                    <Refused page />
                }
            })}
        <Actions>
            <button type="button" class="primary" on:click=go>{said(label)}</button>
        </Actions>
    }
}

#[component]
fn Task(task: TaskView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().tasks;
    let TaskView { id, title, summary, answered, total } = task;
    let state = match answered {
        0 => (words.open)(total),
        _ if answered == total => words.done.to_owned(),
        _ => (words.begun)(answered, total),
    };
    view! {
        <li>
            <button
                type="button"
                class="option"
                class:done=answered == total
                on:click=move |_| dispatch.send(Event::OpenPack(id.clone()))
            >
                <span>{said(title)}</span>
                <small>{said(summary)}</small>
                <span class="state">{state}</span>
            </button>
        </li>
    }
}

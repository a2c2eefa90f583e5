//! 一企一档: the firm's own file, what became of its findings, and how to go on.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Actions, LevelBadge, Refused, Saved, blocks};
use crate::ui::dispatch::Dispatch;
use crate::view_model::{Body, FolderView, MarkView, Page};

/// The firm's file.
#[component]
pub(super) fn FilePage(view: FolderView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let document = Memo::new(move |_| match &page.read().body {
        Body::File(view) => Some(view.document.clone()),
        _ => None,
    });
    let parts = move || {
        let parts = document.get().map(|document| document.parts.clone());
        let parts = parts.unwrap_or_default().into_iter();
        parts
            .map(|part| view! { <section><h2>{part.heading}</h2>{blocks(part.blocks)}</section> })
            .collect_view()
    };
    let again = format!("复查：只答可能变了的 {} 题 ›", view.again);
    let marks = view.marks.into_iter().map(|mark| view! { <Mark mark page /> }).collect_view();
    view! {
        <div class="report">
            <p class="meta">{view.document.title.clone()}</p>
            <p class="firm">{view.document.firm.clone()}</p>
            <h1 tabindex="-1">"文件已经打开"</h1>
            <div class="options">
                {view.has_draft.then(|| action("接着做没做完的 ›", Event::Tasks))}
                {view.has_report.then(|| action("看最近一份报告 ›", Event::ShowLast))}
                {view.has_report.then(|| action(again, Event::Recheck))}
                {action("从头再做一次 ›", Event::BeginAgain)}
            </div>
            {parts}
            {view
                .has_report
                .then(|| {
                    view! {
                        <section class="marks">
                            <h2>"整改：办好了就记下来"</h2>
                            <p>"记下的由企业自己负责，不改变原来的报告。记完请存一份新文件。"</p>
                            {marks}
                            <Saved page />
                            <Refused page />
                        </section>
                    }
                })}
        </div>
        <Actions>
            {(view.can_save && view.has_report)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="primary"
                            on:click=move |_| dispatch.send(Event::SaveFolder)
                        >
                            "存一份新文件"
                        </button>
                    }
                })}
        </Actions>
    }
}

fn action(name: impl Into<String>, event: Event) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let name: String = name.into();
    view! {
        <button type="button" class="option" on:click=move |_| dispatch.send(event.clone())>
            <span>{name}</span>
        </button>
    }
}

#[component]
fn Mark(mark: MarkView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let MarkView { id, title, level, .. } = mark;
    let id = StoredValue::new(id);
    let done = Memo::new(move |_| match &page.read().body {
        Body::File(view) => {
            view.marks.iter().any(|mark| mark.done && id.with_value(|id| mark.id == *id))
        }
        _ => false,
    });
    let [on, by, note] = [(); 3].map(|()| RwSignal::new(String::new()));
    let mark = move |_| {
        let finding = id.get_value();
        let (on, by, note) = (on.get(), by.get(), note.get());
        dispatch.send(Event::MarkDone { finding, on, by, note });
    };
    view! {
        <details class="mark">
            <summary>
                <LevelBadge level />
                " "
                {title}
                <strong class="done">{move || if done.get() { "　已办好" } else { "" }}</strong>
            </summary>
            <Field label="办好的日期（不填是今天）" kind="date" value=on longest="10" />
            <Field label="经办人（可不填）" kind="text" value=by longest="40" />
            <Field label="凭什么能看出来（可不填）" kind="text" value=note longest="120" />
            <div class="row">
                <button type="button" class="secondary" on:click=mark>
                    "办好了"
                </button>
                <Show when=move || done.get()>
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| dispatch.send(Event::Unmark(id.get_value()))
                    >
                        "没有办好，取消"
                    </button>
                </Show>
            </div>
        </details>
    }
}

#[component]
fn Field(
    label: &'static str,
    kind: &'static str,
    value: RwSignal<String>,
    longest: &'static str,
) -> impl IntoView {
    view! {
        <label>
            {label}
            <input
                type=kind
                autocomplete="off"
                maxlength=longest
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
        </label>
    }
}

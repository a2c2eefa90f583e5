//! 一企一档: the firm's own file, what became of its findings, and how to go on.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::kiosk::pads::Bounds;
use crate::kiosk::{Event, RegisterEvent};
use crate::ui::components::{
    Actions, Active, FieldKeys, LevelBadge, PadsButton, Refused, Saved, blocks, with_dashes,
};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::view_model::{Body, FieldKind, FolderView, MarkView, Page};

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
    let (active, today) = (Active::new(), view.today);
    let mark = |mark| view! { <Mark mark page active today /> };
    let marks = view.marks.into_iter().map(mark).collect_view();
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
                {view
                    .can_save
                    .then(|| action("商业秘密登记 ›", Event::Register(RegisterEvent::Open)))}
            </div>
            {parts}
            {view
                .has_report
                .then(|| {
                    view! {
                        <section class="marks">
                            <h2>"整改：办好了就记下来"</h2>
                            <p>"记下的由企业自己负责，不改变原来的报告。记完请存一份新文件。"</p>
                            <PadsButton />
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
fn Mark(mark: MarkView, page: ReadSignal<Page>, active: Active, today: NaiveDate) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let MarkView { id, title, level, .. } = mark;
    let id = StoredValue::new(id);
    let done = Memo::new(move |_| match &page.read().body {
        Body::File(view) => {
            view.marks.iter().any(|mark| mark.done && id.with_value(|id| mark.id == *id))
        }
        _ => false,
    });
    let key = |name| format!("mark-{}-{name}", id.get_value());
    let typing = Typing::from_context();
    let line = |name| typing.line(key(name), String::new());
    let (on, by, note) = (line("on"), line("by"), line("note"));
    let mark = move |_| {
        let finding = id.get_value();
        let (on, by, note) = (with_dashes(&on.now()), by.now(), note.now());
        dispatch.send(Event::MarkDone { finding, on, by, note });
    };
    let field = move |label: &'static str, id: String, line: Line, kind: FieldKind, most: usize| {
        view! { <Field label id line kind most active today /> }
    };
    view! {
        <details class="mark">
            <summary>
                <LevelBadge level />
                " "
                {title}
                <strong class="done">{move || if done.get() { "　已办好" } else { "" }}</strong>
            </summary>
            {field("办好的日期（不填是今天）", key("on"), on, FieldKind::Day, 10)}
            {field("经办人（可不填）", key("by"), by, FieldKind::Words, 40)}
            {field("凭什么能看出来（可不填）", key("note"), note, FieldKind::Words, 120)}
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
    id: String,
    line: Line,
    kind: FieldKind,
    most: usize,
    active: Active,
    today: NaiveDate,
) -> impl IntoView {
    let typing = Typing::from_context();
    let pads = typing.pads();
    let is_day = kind == FieldKind::Day;
    // The browser's own calendar, where a mouse and a keyboard are at hand.
    let own = move || if is_day && !pads.get() { "date" } else { "text" };
    let shown = move || if is_day { with_dashes(&line.get()) } else { line.get() };
    let bounds = Bounds::new(None, Some(today));
    let focused = id.clone();
    view! {
        <label>
            {label}
            <input
                type=own
                inputmode=typing.input_mode("text")
                autocomplete="off"
                prop:autocorrect=false
                autocapitalize="off"
                spellcheck="false"
                maxlength=most.to_string()
                prop:value=shown
                on:focus=move |_| active.set(&focused)
                on:input:target=move |event| line.typed(&event.target(), str::to_owned)
            />
        </label>
        <FieldKeys active id line kind most bounds today />
    }
}

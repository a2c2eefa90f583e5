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
use crate::ui::words::{said, texts};
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
            .map(|part| view! { <section><h2>{said(part.heading)}</h2>{blocks(part.blocks)}</section> })
            .collect_view()
    };
    let words = &texts().file;
    let again = (words.again)(view.again);
    let (active, today) = (Active::new(), view.today);
    let mark = |mark| view! { <Mark mark page active today /> };
    let marks = view.marks.into_iter().map(mark).collect_view();
    view! {
        <div class="report">
            <p class="meta">{said(view.document.title.clone())}</p>
            <p class="firm">{said(view.document.firm.clone())}</p>
            <h1 tabindex="-1">{words.opened}</h1>
            <div class="options">
                {view.has_draft.then(|| action(words.go_on, Event::Tasks))}
                {view.has_report.then(|| action(words.last, Event::ShowLast))}
                {view.has_report.then(|| action(again, Event::Recheck))}
                {action(words.begin, Event::BeginAgain)}
                {view
                    .can_save
                    .then(|| action(words.register, Event::Register(RegisterEvent::Open)))}
            </div>
            {parts}
            {view
                .has_report
                .then(|| {
                    view! {
                        <section class="marks">
                            <h2>{words.marks}</h2>
                            <p>{words.marks_text}</p>
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
                            {words.save}
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
    let words = &texts().file;
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
                {said(title)}
                <strong class="done">{move || if done.get() { words.done } else { "" }}</strong>
            </summary>
            {field(words.done_on, key("on"), on, FieldKind::Day, 10)}
            {field(words.done_by, key("by"), by, FieldKind::Words, 40)}
            {field(words.done_note, key("note"), note, FieldKind::Words, 120)}
            <div class="row">
                <button type="button" class="secondary" on:click=mark>
                    {words.mark}
                </button>
                <Show when=move || done.get()>
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| dispatch.send(Event::Unmark(id.get_value()))
                    >
                        {words.unmark}
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

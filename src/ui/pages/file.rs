//! 一企一档: the firm's own file, what became of its findings, and how to go on.

use leptos::prelude::*;

use crate::kiosk::{Event, RegisterEvent};
use crate::ui::components::{Actions, LevelBadge, Refused, Saved, blocks};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
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
            .map(|part| view! { <section><h2>{said(part.heading)}</h2>{blocks(part.blocks)}</section> })
            .collect_view()
    };
    let words = &texts().file;
    let again = (words.again)(view.again);
    let marks = view.marks.into_iter().map(|mark| view! { <Mark mark page /> }).collect_view();
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
fn Mark(mark: MarkView, page: ReadSignal<Page>) -> impl IntoView {
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
                {said(title)}
                <strong class="done">{move || if done.get() { words.done } else { "" }}</strong>
            </summary>
            <Field label=words.done_on kind="date" value=on longest="10" />
            <Field label=words.done_by kind="text" value=by longest="40" />
            <Field label=words.done_note kind="text" value=note longest="120" />
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

//! What the frame says of work that is kept on this machine.

use leptos::prelude::*;

use crate::kiosk::{Event, KeepEvent};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;
use crate::view_model::{KeepLine, Page};

/// The line at the foot; empty where nothing is to be said.
#[component]
pub(in crate::ui) fn KeptLine(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let line = Memo::new(move |_| page.read().keep.line.clone());
    let send = move |event: KeepEvent| move |_| dispatch.send(Event::Keep(event.clone()));
    let drawn = move || match line.get()? {
        KeepLine::Offer => Some(
            view! {
                <button type="button" class="link" on:click=send(KeepEvent::Start)>
                    {words.texts().keep.start}
                </button>
            }
            .into_any(),
        ),
        KeepLine::Starting => Some(words.texts().keep.starting.into_any()),
        KeepLine::Kept { text, trouble } => {
            let trouble = trouble.map(|why| view! { <strong class="trouble">{why}</strong> });
            Some(view! { <span>{text}</span>{trouble} }.into_any())
        }
        KeepLine::Not { text, again } => {
            let again = again.then(|| {
                view! {
                    <button type="button" class="link" on:click=send(KeepEvent::Look)>
                        {words.texts().keep.look}
                    </button>
                }
            });
            Some(view! { <span>{text}</span>{again} }.into_any())
        }
    };
    // Said once, not with every step.
    let step = Memo::new(move |_| page.read().keep.step.map(|step| step.to_string()));
    view! {
        <div class="kept" role="status" data-kept=step>
            {drawn}
        </div>
    }
}

/// The code, large, until it was written down.
#[component]
pub(in crate::ui) fn KeptCode(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let note = Memo::new(move |_| page.read().keep.note.clone());
    let drawn = move || {
        note.get().map(|code| {
            view! {
                <section class="notice" id="kept-note" aria-labelledby="kept-code">
                    <h2 id="kept-code">{words.texts().keep.note}</h2>
                    <p class="figure-code">{code}</p>
                    <p>{words.texts().keep.note_text}</p>
                    <div class="row">
                        <button
                            type="button"
                            on:click=move |_| dispatch.send(Event::Keep(KeepEvent::Noted))
                        >
                            {words.texts().keep.noted}
                        </button>
                    </div>
                </section>
            }
        })
    };
    view! { <div role="status">{drawn}</div> }
}

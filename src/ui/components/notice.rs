//! What the last change dropped, with a way back.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::NoticeView;

/// A notice at the top of the screen.
#[component]
pub(in crate::ui) fn NoticeBar(notice: NoticeView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().common;
    let questions = notice.questions.into_iter().map(|text| view! { <li>{said(text)}</li> });
    view! {
        <section class="notice" role="status">
            <p>{notice.text}</p>
            <details>
                <summary>{words.dropped_which}</summary>
                <ul>{questions.collect_view()}</ul>
            </details>
            <div class="row">
                <button type="button" on:click=move |_| dispatch.send(Event::Undo)>
                    {words.undo}
                </button>
                <button type="button" on:click=move |_| dispatch.send(Event::DismissNotice)>
                    {words.understood}
                </button>
            </div>
        </section>
    }
}

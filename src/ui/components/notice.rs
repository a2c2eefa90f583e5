//! What the last change dropped, with a way back.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::view_model::NoticeView;

/// A notice at the top of the screen.
#[component]
pub(in crate::ui) fn NoticeBar(notice: NoticeView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    view! {
        <section class="notice" role="status">
            <p>{notice.text}</p>
            <details>
                <summary>"看看是哪几题"</summary>
                <ul>{notice.questions.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            </details>
            <div class="row">
                <button type="button" on:click=move |_| dispatch.send(Event::Undo)>
                    "撤销，恢复原来的回答"
                </button>
                <button type="button" on:click=move |_| dispatch.send(Event::DismissNotice)>
                    "知道了"
                </button>
            </div>
        </section>
    }
}

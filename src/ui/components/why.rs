//! Why we ask, where to look and which law: one tap away, never in the way.

use leptos::prelude::*;

use crate::kiosk::{Event, SpeechEvent};
use crate::ui::dispatch::Dispatch;
use crate::view_model::QuestionView;

/// The part that unfolds under a question.
#[component]
pub(in crate::ui) fn Why(question: QuestionView) -> impl IntoView {
    let QuestionView { why, find_out, basis, .. } = question;
    let dispatch = Dispatch::from_context();
    // What is unfolded is read aloud with the question.
    let on_toggle = move |event| {
        let open = event_target::<web_sys::Element>(&event).has_attribute("open");
        dispatch.send(Event::Speech(SpeechEvent::WhyOpened(open)));
    };
    let has_basis = !basis.is_empty();
    view! {
        <details class="why" on:toggle=on_toggle>
            <summary>"为什么问这个、到哪里查、依据"</summary>
            <p>{why}</p>
            <p><strong>"到哪里查："</strong>{find_out}</p>
            <Show when=move || has_basis>
                <p><strong>"依据（要旨，非原文）："</strong></p>
            </Show>
            <dl>
                {basis
                    .into_iter()
                    .map(|(label, gist)| view! { <dt>{label}</dt><dd>{gist}</dd> })
                    .collect_view()}
            </dl>
        </details>
    }
}

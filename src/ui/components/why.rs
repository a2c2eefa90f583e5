//! Why we ask, where to look and which law: one tap away, never in the way.

use leptos::prelude::*;

use crate::kiosk::{Event, SpeechEvent};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::QuestionView;

/// The part that unfolds under a question.
#[component]
pub(in crate::ui) fn Why(question: QuestionView) -> impl IntoView {
    let QuestionView { why, find_out, basis, .. } = question;
    let words = &texts().question;
    let dispatch = Dispatch::from_context();
    // What is unfolded is read aloud with the question.
    let on_toggle = move |event| {
        let open = event_target::<web_sys::Element>(&event).has_attribute("open");
        dispatch.send(Event::Speech(SpeechEvent::WhyOpened(open)));
    };
    let has_basis = !basis.is_empty();
    view! {
        <details class="why" on:toggle=on_toggle>
            <summary>{words.why}</summary>
            <p>{said(why)}</p>
            <p><strong>{words.find_out}</strong>{said(find_out)}</p>
            <Show when=move || has_basis>
                <p><strong>{words.basis}</strong></p>
            </Show>
            <dl>
                {basis
                    .into_iter()
                    .map(|(label, gist)| view! { <dt>{said(label)}</dt><dd>{said(gist)}</dd> })
                    .collect_view()}
            </dl>
        </details>
    }
}

//! Why we ask, where to look and which law: one tap away, never in the way.

use leptos::prelude::*;

use crate::view_model::QuestionView;

/// The part that unfolds under a question.
#[component]
pub(in crate::ui) fn Why(question: QuestionView) -> impl IntoView {
    let QuestionView { why, find_out, basis, .. } = question;
    let has_basis = !basis.is_empty();
    view! {
        <details class="why">
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

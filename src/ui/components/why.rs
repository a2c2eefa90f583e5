//! Why we ask, where to look and which law: one tap away, never in the way.

use leptos::prelude::*;

use crate::ui::words::{said, texts};
use crate::view_model::QuestionView;

/// The part that unfolds under a question.
#[component]
pub(in crate::ui) fn Why(question: QuestionView) -> impl IntoView {
    let QuestionView { why, find_out, basis, .. } = question;
    let words = &texts().question;
    let has_basis = !basis.is_empty();
    view! {
        <details class="why">
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

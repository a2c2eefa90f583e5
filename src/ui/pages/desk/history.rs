//! What was done, step by step, and the way to take a step back.

use leptos::prelude::*;

use super::words;
use crate::kiosk::{DeskEvent, Event, FormKind};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::StepView;

/// The history.
#[component]
pub(super) fn History(history: Vec<StepView>, can_act: bool) -> impl IntoView {
    let words = &words().review;
    let none = history.is_empty().then(|| view! { <p class="meta">{words.no_history}</p> });
    let steps = history.into_iter().map(|step| view! { <Step step can_act /> });
    view! {
        <h3>{words.history}</h3>
        {none}
        <ol class="history">{steps.collect_view()}</ol>
    }
}

#[component]
fn Step(step: StepView, can_act: bool) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().review;
    let StepView { id, what, by, says, reason, retracted } = step;
    let reason = (!reason.is_empty()).then(|| {
        let colon = texts().report.joints.colon;
        view! { <p>{words.reason}{colon}{said(reason)}</p> }
    });
    let retract = move |_| {
        dispatch.send(Event::Desk(DeskEvent::Begin(FormKind::Retract(id.clone()))));
    };
    let label = format!("{} {what} {by}", words.retract);
    let says = says.into_iter().map(|line| view! { <p>{said(line)}</p> });
    view! {
        <li>
            <p>
                <strong>{said(what)}</strong>
                {retracted.then_some(words.retracted)}
                " "
                <small>{said(by)}</small>
            </p>
            {says.collect_view()}
            {reason}
            {(can_act && !retracted)
                .then(|| {
                    view! {
                        <button type="button" class="link" aria-label=label on:click=retract>
                            {words.retract}
                        </button>
                    }
                })}
        </li>
    }
}

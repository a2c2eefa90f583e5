//! Forms of a review. What is typed goes to the state machine at once, so that nothing is lost
//! when something else is looked at.

use leptos::prelude::*;

use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, FormField, FormKind};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::said;
use crate::view_model::{DeskBody, FieldLine, FormView, Page};

/// The forms that were begun about what is looked at.
#[component]
pub(super) fn Forms(page: ReadSignal<Page>) -> impl IntoView {
    let forms = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Report(report) => Some(report.forms.clone()),
            _ => None,
        })
        .unwrap_or_default()
    });
    view! {
        <For each=move || forms.get() key=|form| form.kind.clone() let:form>
            <FormPart form forms />
        </For>
    }
}

#[component]
fn FormPart(form: FormView, forms: Memo<Vec<FormView>>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().form;
    let FormView { kind, heading, fields } = form;
    let kind = StoredValue::new(kind);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        dispatch.send(Event::Desk(DeskEvent::Keep(kind.get_value())));
    };
    let drop = move |_| dispatch.send(Event::Desk(DeskEvent::Drop(kind.get_value())));
    let fields = fields.into_iter().map(|line| view! { <Field line kind forms /> });
    view! {
        <form class="step-form" aria-label=heading on:submit=keep novalidate>
            <h3>{heading}</h3>
            {fields.collect_view()}
            <div class="row">
                <button type="submit" class="primary">{words.keep}</button>
                <button type="button" on:click=drop>{words.cancel}</button>
            </div>
        </form>
    }
}

/// One field with its label.
#[component]
fn Field(
    line: FieldLine,
    kind: StoredValue<FormKind>,
    forms: Memo<Vec<FormView>>,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let FieldLine { field, label, choices, long, .. } = line;
    let text = Memo::new(move |_| kind.with_value(|kind| text_of(&forms.read(), kind, field)));
    let typed = move |text: String| {
        dispatch.send(Event::Desk(DeskEvent::Type(kind.get_value(), field, text)));
    };
    let input = if !choices.is_empty() {
        let choices = choices.into_iter().map(|(code, label)| {
            let this = code.clone();
            view! {
                <option value=code selected=move || *text.read() == this>
                    {said(label)}
                </option>
            }
        });
        view! {
            <select on:change=move |event| typed(event_target_value(&event))>
                <option value="">{words().form.choose}</option>
                {choices.collect_view()}
            </select>
        }
        .into_any()
    } else if long {
        view! {
            <textarea
                rows="3"
                autocomplete="off"
                prop:value=text
                on:input:target=move |event| typed(event.target().value())
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                autocomplete="off"
                prop:value=text
                on:input:target=move |event| typed(event.target().value())
            />
        }
        .into_any()
    };
    view! { <label>{label} {input}</label> }
}

fn text_of(forms: &[FormView], kind: &FormKind, field: FormField) -> String {
    let form = forms.iter().find(|form| form.kind == *kind);
    let line = form.and_then(|form| form.fields.iter().find(|line| line.field == field));
    line.map(|line| line.text.clone()).unwrap_or_default()
}

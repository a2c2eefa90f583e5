//! Choices: one tap answers and moves on; where several may be ticked, 下一题 does.

use leptos::prelude::*;

use crate::kiosk::{Entry, Event};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::said;
use crate::view_model::OptionView;

/// One tap on one of these is the answer.
#[component]
pub(in crate::ui) fn ChoiceList(options: Vec<OptionView>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    options
        .into_iter()
        .map(|option| {
            let OptionView { code, text, hint, chosen, .. } = option;
            let answer = move |_| {
                dispatch.send(Event::Answered(Entry::Text(code.clone())));
            };
            view! {
                <button type="button" class="option" aria-pressed=chosen.to_string() on:click=answer>
                    <span>{said(text)}</span>
                    {hint.map(|hint| view! { <small>{said(hint)}</small> })}
                </button>
            }
        })
        .collect_view()
}

/// Any of these; “以上都没有” takes the others away, and they take it away.
#[component]
pub(in crate::ui) fn MultiList(
    options: Vec<OptionView>,
    ticked: RwSignal<Vec<String>>,
) -> impl IntoView {
    let exclusive: Vec<String> = options
        .iter()
        .filter(|option| option.exclusive)
        .map(|option| option.code.clone())
        .collect();
    let exclusive = StoredValue::new(exclusive);
    options
        .into_iter()
        .map(|option| {
            let OptionView { code, text, hint, exclusive: alone, .. } = option;
            let code = StoredValue::new(code);
            let on = Memo::new(move |_| code.with_value(|code| ticked.read().contains(code)));
            let on_toggle = move || {
                let (code, alone_codes) = (code.get_value(), exclusive.get_value());
                ticked.update(|ticked| toggle(ticked, code, alone, &alone_codes));
            };
            view! { <Tick text hint on on_toggle /> }
        })
        .collect_view()
}

/// One choice that can be ticked beside others.
#[component]
pub(in crate::ui) fn Tick(
    text: String,
    #[prop(optional_no_strip)] hint: Option<String>,
    on: Memo<bool>,
    on_toggle: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="option tick"
            role="checkbox"
            aria-checked=move || on.get().to_string()
            on:click=move |_| on_toggle()
        >
            <span class="box" aria-hidden="true"></span>
            <span>{said(text)}</span>
            {hint.map(|hint| view! { <small>{said(hint)}</small> })}
        </button>
    }
}

fn toggle(ticked: &mut Vec<String>, code: String, alone: bool, alone_codes: &[String]) {
    if let Some(at) = ticked.iter().position(|other| *other == code) {
        ticked.remove(at);
    } else if alone {
        *ticked = vec![code];
    } else {
        ticked.retain(|other| !alone_codes.contains(other));
        ticked.push(code);
    }
}

//! One question on one screen.

use leptos::prelude::*;

use crate::kiosk::{Entry, Event, pads};
use crate::ui::components::{
    Actions, ChoiceList, CodeField, DateField, MultiList, NumberField, TextField, Why, ticked,
    with_dashes,
};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::{said, texts};
use crate::view_model::{InputView, Page, QuestionView};

/// One question.
#[component]
pub(super) fn Question(view: QuestionView, page: ReadSignal<Page>) -> impl IntoView {
    let (dispatch, words) = (Dispatch::from_context(), &texts().question);
    let error = Memo::new(move |_| page.read().error.clone());
    let line = Typing::from_context().line(view.link_id.clone(), given(&view.input));
    let input = view.input.clone();
    let one_tap = matches!(input, InputView::Choice(_));
    let kind = view.input.clone();
    let give = move || dispatch.send(Event::Answered(entry(&kind, &line.now())));
    let submit = {
        let give = give.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            give();
        }
    };
    let optional = view.optional;
    view! {
        <form class="question" on:submit=submit novalidate>
            <div class="asked">
                <Progress
                    domain=view.domain.clone()
                    number=view.number
                    left=view.left
                    percent=view.percent
                />
                <h1 tabindex="-1" id="question">{said(view.text.clone())}</h1>
                {view.hint.clone().map(|hint| view! { <p class="hint">{said(hint)}</p> })}
            </div>
            <p id="error" class="error" role="alert">{move || error.get().map(said)}</p>
            <div class="options" role="group" aria-labelledby="question">
                <Input input line invalid=Signal::derive(move || error.read().is_some()) />
                <Ways unknown=view.unknown not_applicable=view.not_applicable.clone() />
            </div>
        </form>
        <Why question=view />
        <Actions>
            <Show when=move || optional>
                <button
                    type="button"
                    on:click=move |_| dispatch.send(Event::Answered(Entry::Skip))
                >
                    {words.skip}
                </button>
            </Show>
            {(!one_tap)
                .then(|| {
                    view! {
                        <button type="button" class="primary" on:click=move |_| give()>
                            {words.next}
                            <span aria-hidden="true">" ›"</span>
                        </button>
                    }
                })}
        </Actions>
    }
}

#[component]
fn Progress(
    domain: String,
    number: usize,
    left: usize,
    #[prop(optional_no_strip)] percent: Option<usize>,
) -> impl IntoView {
    let words = &texts().question;
    let whole = percent.map(|percent| {
        view! {
            <span>{(words.whole)(percent)}</span>
            <progress max="100" value=percent.to_string() aria-label=words.whole_name></progress>
        }
    });
    view! {
        <div class="progress">
            <span>{said((words.progress)(&domain, number, left))}</span>
            {whole}
        </div>
    }
}

#[component]
fn Input(input: InputView, line: Line, invalid: Signal<bool>) -> impl IntoView {
    match input {
        InputView::Choice(options) => view! { <ChoiceList options /> }.into_any(),
        InputView::Multi(options) => view! { <MultiList options line /> }.into_any(),
        InputView::Number { unit, zero, steps, point, .. } => {
            view! { <NumberField line unit zero steps point invalid /> }.into_any()
        }
        InputView::Date { day, bounds, today, .. } => {
            view! { <DateField line day bounds today invalid /> }.into_any()
        }
        InputView::Code { .. } => view! { <CodeField line invalid /> }.into_any(),
        InputView::Text { .. } => view! { <TextField line invalid /> }.into_any(),
    }
}

/// 不适用 and 不清楚, where they are offered.
#[component]
fn Ways(unknown: Option<bool>, not_applicable: Option<(String, bool)>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let way = move |label: String, chosen: bool, entry: Entry| {
        view! {
            <button
                type="button"
                class="option quiet"
                aria-pressed=chosen.to_string()
                on:click=move |_| dispatch.send(Event::Answered(entry.clone()))
            >
                {said(label)}
            </button>
        }
    };
    view! {
        {not_applicable.map(|(label, chosen)| way(label, chosen, Entry::NotApplicable))}
        {unknown.map(|chosen| way(texts().question.unknown.to_owned(), chosen, Entry::Unknown))}
    }
}

/// What was answered before, as the text of the field.
fn given(input: &InputView) -> String {
    match input {
        InputView::Number { value, .. }
        | InputView::Date { value, .. }
        | InputView::Code { value }
        | InputView::Text { value } => value.clone(),
        InputView::Multi(options) => {
            let chosen = options.iter().filter(|option| option.chosen);
            chosen.map(|option| option.code.as_str()).collect::<Vec<_>>().join(",")
        }
        InputView::Choice(_) => String::new(),
    }
}

fn entry(input: &InputView, text: &str) -> Entry {
    match input {
        InputView::Multi(_) => Entry::Codes(ticked(text)),
        InputView::Date { .. } => Entry::Text(with_dashes(text)),
        InputView::Code { .. } => Entry::Text(pads::code(text).text),
        _ => Entry::Text(text.to_owned()),
    }
}

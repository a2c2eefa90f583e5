//! One question on one screen.

use leptos::prelude::*;

use crate::kiosk::{Entry, Event};
use crate::ui::components::{
    Actions, ChoiceList, DateField, MultiList, NumberField, TextField, Why, with_dashes,
};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{InputView, Page, QuestionView};

/// What is being entered and not yet given.
#[derive(Clone, Copy)]
struct Draft {
    text: RwSignal<String>,
    ticked: RwSignal<Vec<String>>,
}

/// One question.
#[component]
pub(super) fn Question(view: QuestionView, page: ReadSignal<Page>) -> impl IntoView {
    let (dispatch, words) = (Dispatch::from_context(), &texts().question);
    let error = Memo::new(move |_| page.read().error.clone());
    let draft = draft(&view.input);
    let input = view.input.clone();
    let one_tap = matches!(input, InputView::Choice(_));
    let kind = view.input.clone();
    let give = move || dispatch.send(Event::Answered(entry(&kind, draft)));
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
                <Input input draft invalid=Signal::derive(move || error.read().is_some()) />
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
fn Input(input: InputView, draft: Draft, invalid: Signal<bool>) -> impl IntoView {
    let Draft { text, ticked } = draft;
    match input {
        InputView::Choice(options) => view! { <ChoiceList options /> }.into_any(),
        InputView::Multi(options) => view! { <MultiList options ticked /> }.into_any(),
        InputView::Number { unit, zero, steps, point, .. } => {
            view! { <NumberField text unit zero steps point invalid /> }.into_any()
        }
        InputView::Date { day, .. } => view! { <DateField text day invalid /> }.into_any(),
        InputView::Text { keys, .. } => view! { <TextField text keys invalid /> }.into_any(),
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

/// The draft begins with the answer that was given before.
fn draft(input: &InputView) -> Draft {
    let text = match input {
        InputView::Number { value, .. }
        | InputView::Date { value, .. }
        | InputView::Text { value, .. } => value.clone(),
        InputView::Choice(_) | InputView::Multi(_) => String::new(),
    };
    let ticked = match input {
        InputView::Multi(options) => options
            .iter()
            .filter(|option| option.chosen)
            .map(|option| option.code.clone())
            .collect(),
        _ => Vec::new(),
    };
    Draft { text: RwSignal::new(text), ticked: RwSignal::new(ticked) }
}

fn entry(input: &InputView, draft: Draft) -> Entry {
    match input {
        InputView::Multi(_) => Entry::Codes(draft.ticked.get_untracked()),
        InputView::Date { .. } => Entry::Text(with_dashes(&draft.text.read_untracked())),
        _ => Entry::Text(draft.text.get_untracked()),
    }
}

//! Chinese by sound: letters, words to choose from, and nothing that is kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::text_keys::ROWS;
use super::{LetterRows, PadKey};
use crate::kiosk::Event;
use crate::kiosk::pinyin::{Candidate, Composition, Dictionary, Table};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::Words;

/// The keys, once the table is there.
#[component]
pub(in crate::ui) fn PinyinKeys(
    line: Line,
    most: usize,
    /// The letters that wait for their characters.
    composing: RwSignal<Composition>,
) -> impl IntoView {
    let (dispatch, words) = (Dispatch::from_context(), Words::from_context());
    let dictionary = Typing::from_context().dictionary();
    let want = move || dispatch.send(Event::WantDictionary);
    if dictionary.get_untracked() == Dictionary::Absent {
        // Not while the page is being drawn, which the answer would draw again.
        queue_microtask(want);
    }
    move || match dictionary.get() {
        Dictionary::Absent | Dictionary::Coming => {
            view! { <p role="status">{move || words.texts().pads.coming}</p> }.into_any()
        }
        Dictionary::Failed(why) => view! {
            <p class="error" role="alert">{move || why.text(words.texts())}</p>
            <button type="button" on:click=move |_| want()>
                {move || words.texts().pads.again}
            </button>
        }
        .into_any(),
        Dictionary::Ready(table) => view! { <Keys line most composing table /> }.into_any(),
    }
}

#[component]
fn Keys(
    line: Line,
    most: usize,
    composing: RwSignal<Composition>,
    table: Arc<Table>,
) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let typed = move |letter: char| composing.update(|composing| composing.typed(letter));
    let delete = move || {
        if composing.try_update(Composition::deleted) != Some(true) {
            line.pop();
        }
    };
    let apart = Signal::derive(move || texts().apart.to_owned());
    let before = view! { <PadKey sign=apart class="before" press=move || typed('\'') /> };
    view! {
        <Choice line most table composing />
        <LetterRows
            rows=ROWS
            label=Signal::derive(move || texts().chinese)
            shown=|letter| letter.to_string()
            press=typed
            before=before.into_any()
            delete
        />
    }
}

/// The letters that wait, and the words for them.
#[component]
fn Choice(
    line: Line,
    most: usize,
    table: Arc<Table>,
    composing: RwSignal<Composition>,
) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let table = StoredValue::new(table);
    let candidates =
        Memo::new(move |_| table.with_value(|table| composing.read().candidates(table)));
    let pages = Memo::new(move |_| table.with_value(|table| composing.read().pages(table)));
    let choose = move |candidate: Candidate| {
        line.push(&candidate.text, most);
        composing.update(|composing| composing.chosen(&candidate));
    };
    let one = move |candidate: Candidate| {
        let text = candidate.text.clone();
        view! {
            <button type="button" lang="zh-CN" on:click=move |_| choose(candidate.clone())>
                {text}
            </button>
        }
    };
    let turn = move |forward: bool| {
        table.with_value(|table| composing.update(|composing| composing.turned(forward, table)));
    };
    let said = move || {
        let composing = composing.read();
        match composing.letters() {
            "" => texts().pinyin_hint.to_owned(),
            letters if candidates.read().is_empty() => {
                format!("{letters} {}", texts().nothing_found)
            }
            letters => letters.to_owned(),
        }
    };
    view! {
        <p class="composing" role="status">{said}</p>
        <div class="choice">
            <div class="candidates" role="group" aria-label=move || texts().candidates>
                {move || candidates.get().into_iter().map(one).collect_view()}
            </div>
            <button type="button" disabled=move || !pages.get().0 on:click=move |_| turn(false)>
                {move || texts().earlier}
            </button>
            <button type="button" disabled=move || !pages.get().1 on:click=move |_| turn(true)>
                {move || texts().later}
            </button>
        </div>
    }
}

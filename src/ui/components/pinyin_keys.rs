//! Chinese by sound: letters, words to choose from, and nothing that is kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::text_keys::{ROWS, placed};
use super::{Pad, PadKey};
use crate::kiosk::Event;
use crate::kiosk::pinyin::{Candidate, Composition, Dictionary, Table};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::Words;

/// The keys, once the table is there.
#[component]
pub(in crate::ui) fn PinyinKeys(line: Line, most: usize) -> impl IntoView {
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
            <p class="error" role="alert">{why}</p>
            <button type="button" on:click=move |_| want()>
                {move || words.texts().pads.again}
            </button>
        }
        .into_any(),
        Dictionary::Ready(table) => view! { <Keys line most table /> }.into_any(),
    }
}

#[component]
fn Keys(line: Line, most: usize, table: Arc<Table>) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let composing = RwSignal::new(Composition::default());
    let typed = move |letter: char| composing.update(|composing| composing.typed(letter));
    let delete = move || {
        if composing.try_update(Composition::deleted) != Some(true) {
            line.pop();
        }
    };
    let clear = move |_| {
        if composing.with_untracked(|composing| composing.letters().is_empty()) {
            line.set(String::new());
        }
        composing.set(Composition::default());
    };
    let key = move |(letter, class): (char, &'static str)| {
        let press = move || typed(letter);
        view! { <PadKey sign=letter.to_string() class first={letter == 'q'} press /> }
    };
    view! {
        <Choice line most table composing />
        <Pad class="letters" label=Signal::derive(move || texts().chinese)>
            {placed(ROWS).map(key).collect_view()}
        </Pad>
        <div class="row">
            <button type="button" class="wide" on:click=move |_| typed('\'')>
                {move || texts().apart}
            </button>
            <button type="button" on:click=move |_| delete()>
                {move || texts().delete}
            </button>
            <button type="button" on:click=clear>
                {move || texts().clear}
            </button>
        </div>
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
        view! { <button type="button" on:click=move |_| choose(candidate.clone())>{text}</button> }
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
        <div class="candidates" role="group" aria-label=move || texts().candidates>
            {move || candidates.get().into_iter().map(one).collect_view()}
        </div>
        <div class="row pages">
            <button type="button" disabled=move || !pages.get().0 on:click=move |_| turn(false)>
                {move || texts().earlier}
            </button>
            <button type="button" disabled=move || !pages.get().1 on:click=move |_| turn(true)>
                {move || texts().later}
            </button>
        </div>
    }
}

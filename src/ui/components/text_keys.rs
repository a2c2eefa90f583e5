//! The keys for text: Chinese by sound, letters, digits and signs.

use leptos::prelude::*;

use super::{Pad, PadKey, PinyinKeys};
use crate::texts::Pads;
use crate::ui::typing::Line;
use crate::ui::words::Words;

/// Letters as on a keyboard, row by row.
pub(super) const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// Digits and what stands in names and addresses.
const SIGNS: [&str; 3] = ["1234567890", "（）《》、，。：-", "&./@+#_"];

/// The keys of three rows, each with how it is placed.
pub(super) fn placed(rows: [&'static str; 3]) -> impl Iterator<Item = (char, &'static str)> {
    rows.into_iter().zip(["", "second", "third"]).flat_map(|(row, class)| {
        row.chars().enumerate().map(move |(at, sign)| (sign, if at == 0 { class } else { "" }))
    })
}

/// What the keys write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chinese,
    Letters,
    Signs,
}

/// Keys for a line of text of at most so many characters.
#[component]
pub(in crate::ui) fn TextKeys(line: Line, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let kind = RwSignal::new(Kind::Chinese);
    let choice = move |own: Kind, name: fn(&Pads) -> &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (kind.get() == own).to_string()
                on:click=move |_| kind.set(own)
            >
                {move || name(texts())}
            </button>
        }
    };
    view! {
        <div
            class="text-keys"
            role="group"
            aria-label=move || texts().text_keys
            on:mousedown=|event| event.prevent_default()
        >
            <div class="kinds">
                {choice(Kind::Chinese, |texts| texts.chinese)}
                {choice(Kind::Letters, |texts| texts.letters)}
                {choice(Kind::Signs, |texts| texts.signs)}
            </div>
            {move || match kind.get() {
                Kind::Chinese => view! { <PinyinKeys line most /> }.into_any(),
                Kind::Letters => view! { <Letters line most /> }.into_any(),
                Kind::Signs => view! { <Signs line most /> }.into_any(),
            }}
        </div>
    }
}

/// Letters that are written as they are.
#[component]
fn Letters(line: Line, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let capitals = RwSignal::new(false);
    let shown = move |sign: char| {
        if capitals.get() { sign.to_ascii_uppercase().to_string() } else { sign.to_string() }
    };
    let key = move |(sign, class): (char, &'static str)| {
        let press = move || line.push(&untrack(|| shown(sign)), most);
        let sign_shown = Signal::derive(move || shown(sign));
        view! { <PadKey sign=sign_shown class first={sign == 'q'} press /> }
    };
    view! {
        <Pad class="letters" label=Signal::derive(move || texts().letters)>
            {placed(ROWS).map(key).collect_view()}
        </Pad>
        <div class="row">
            <button
                type="button"
                aria-pressed=move || capitals.get().to_string()
                on:click=move |_| capitals.update(|on| *on = !*on)
            >
                {move || texts().capitals}
            </button>
            <Common line most />
        </div>
    }
}

/// Digits and signs.
#[component]
fn Signs(line: Line, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let key = move |(sign, class): (char, &'static str)| {
        let press = move || line.push(&sign.to_string(), most);
        view! { <PadKey sign=sign.to_string() class first={sign == '1'} press /> }
    };
    view! {
        <Pad class="letters" label=Signal::derive(move || words.texts().pads.signs)>
            {placed(SIGNS).map(key).collect_view()}
        </Pad>
        <div class="row">
            <Common line most />
        </div>
    }
}

/// What letters and signs have in common.
#[component]
fn Common(line: Line, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    view! {
        <button type="button" class="wide" on:click=move |_| line.push(" ", most)>
            {move || texts().space}
        </button>
        <button type="button" on:click=move |_| line.pop()>
            {move || texts().delete}
        </button>
        <button type="button" on:click=move |_| line.set(String::new())>
            {move || texts().clear}
        </button>
    }
}

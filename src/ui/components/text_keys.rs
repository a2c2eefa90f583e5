//! The keys for text: Chinese by sound, letters, digits and signs.

use leptos::prelude::*;

use super::{LetterRows, PadKey, PinyinKeys};
use crate::kiosk::pinyin::Composition;
use crate::texts::Pads;
use crate::ui::typing::Line;
use crate::ui::words::Words;

/// Letters as on a keyboard, row by row.
pub(super) const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// Digits and what stands in names and addresses.
const SIGNS: [&str; 3] = ["1234567890", "（）《》、，。：-", "&./@+#_"];

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
    let composing = RwSignal::new(Composition::default());
    let clear = move |_| {
        if composing.with_untracked(|composing| composing.letters().is_empty()) {
            line.set(String::new());
        }
        composing.set(Composition::default());
    };
    let choice = move |own: Kind, name: fn(&Pads) -> &'static str| {
        let choose = move |_| {
            composing.set(Composition::default());
            kind.set(own);
        };
        view! {
            <button
                type="button"
                aria-pressed=move || (kind.get() == own).to_string()
                on:click=choose
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
                <button type="button" on:click=clear>
                    {move || texts().clear}
                </button>
            </div>
            {move || match kind.get() {
                Kind::Chinese => view! { <PinyinKeys line most composing /> }.into_any(),
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
    let before = view! {
        <button
            type="button"
            class="before"
            tabindex="-1"
            aria-pressed=move || capitals.get().to_string()
            on:click=move |_| capitals.update(|on| *on = !*on)
        >
            {move || texts().capitals}
        </button>
    };
    view! {
        <LetterRows
            rows=ROWS
            label=Signal::derive(move || texts().letters)
            shown
            press=move |sign| line.push(&untrack(|| shown(sign)), most)
            before=before.into_any()
            delete=move || line.pop()
        />
        <button
            type="button"
            class="space"
            on:click=move |_| line.push(" ", most)
        >
            {move || texts().space}
        </button>
    }
}

/// Digits and signs.
#[component]
fn Signs(line: Line, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let space = Signal::derive(move || texts().space.to_owned());
    let before = view! { <PadKey sign=space class="before" press=move || line.push(" ", most) /> };
    view! {
        <LetterRows
            rows=SIGNS
            label=Signal::derive(move || texts().signs)
            shown=|sign| sign.to_string()
            press=move |sign| line.push(&sign.to_string(), most)
            before=before.into_any()
            delete=move || line.pop()
        />
    }
}

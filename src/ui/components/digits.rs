//! The keys for digits.

use leptos::prelude::*;

use super::{Pad, PadKey};
use crate::ui::typing::Line;
use crate::ui::words::Words;

/// Digits, a point where one may stand, and the ways to take something back.
#[component]
pub(in crate::ui) fn Digits(line: Line, point: bool, most: usize) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let key = move |sign: &'static str, class: &'static str| {
        let press = move || line.push(sign, most);
        view! { <PadKey sign class first={sign == "1"} press /> }
    };
    let zero = if point { "" } else { "zero" };
    view! {
        <Pad class="digits" label=Signal::derive(move || texts().digits)>
            {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(|sign| key(sign, "")).collect_view()}
            {point.then(|| key(".", ""))}
            {key("0", zero)}
            <PadKey
                sign=Signal::derive(move || texts().delete.to_owned())
                class="delete"
                press=move || line.pop()
            />
            <PadKey
                sign=Signal::derive(move || texts().clear.to_owned())
                class="clear"
                press=move || line.set(String::new())
            />
        </Pad>
    }
}

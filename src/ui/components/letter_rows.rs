//! Three rows of keys, as on a keyboard.

use leptos::prelude::*;

use super::{Pad, PadKey};
use crate::ui::words::Words;

/// Ten, nine and seven keys; the seven stand between a key of another kind and 删除.
#[component]
pub(in crate::ui) fn LetterRows(
    rows: [&'static str; 3],
    /// Name for screen readers.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What a key shows.
    shown: impl Fn(char) -> String + Copy + Send + Sync + 'static,
    /// What a key does.
    press: impl Fn(char) + Copy + Send + Sync + 'static,
    /// The key before the third row.
    before: AnyView,
    delete: impl Fn() + Send + 'static,
) -> impl IntoView {
    let words = Words::from_context();
    let first = rows.iter().find_map(|row| row.chars().next());
    let key = move |sign: char, class: &'static str| {
        let label = Signal::derive(move || shown(sign));
        view! { <PadKey sign=label class first={Some(sign) == first} press=move || press(sign) /> }
    };
    // Each row but the first begins further in.
    let row = move |row: &'static str, class: &'static str| {
        let signs = row.chars().enumerate();
        signs.map(move |(at, sign)| key(sign, if at == 0 { class } else { "" })).collect_view()
    };
    let [upper, middle, lower] = rows;
    view! {
        <Pad class="letters" label>
            {row(upper, "")}
            {row(middle, "second")}
            {before}
            {row(lower, "third")}
            <PadKey
                sign=Signal::derive(move || words.texts().pads.delete.to_owned())
                class="delete"
                press=delete
            />
        </Pad>
    }
}

//! A day or a month: digits in, a date out.

use leptos::prelude::*;

use super::Pad;
use crate::ui::words::texts;
use crate::view_model::Field;

/// A day (`YYYYMMDD`) or a month (`YYYYMM`); what was typed is read back in words.
#[component]
pub(in crate::ui) fn DateField(
    text: RwSignal<String>,
    day: bool,
    invalid: Signal<bool>,
) -> impl IntoView {
    let most = if day { 8 } else { 6 };
    let words = &texts().question.field;
    let example = (words.example)(if day { "20241121" } else { "202411" });
    let digits = move |value: String| -> String {
        value.chars().filter(char::is_ascii_digit).take(most).collect()
    };
    view! {
        <div class="number">
            <label class="figure">
                <span class="hidden">{(words.date)(&example)}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder=example
                    aria-describedby="error read-back"
                    aria-invalid=move || invalid.get().to_string()
                    prop:value=text
                    on:input:target=move |event| text.set(digits(event.target().value()))
                />
            </label>
        </div>
        <p id="read-back" class="read-back" role="status">{move || in_words(&text.read(), day, words)}</p>
        <Pad label=words.digits keys="1234567890" text most />
    }
}

/// `202411` as 2024 年 11 月, as far as it was typed.
fn in_words(digits: &str, day: bool, words: &Field) -> String {
    let part = |from: usize, to: usize| {
        let taken: String = digits.chars().skip(from).take(to - from).collect();
        format!("{taken:_<width$}", width = to - from)
    };
    let (year, month) = (part(0, 4), part(4, 6));
    if day { (words.day)(&year, &month, &part(6, 8)) } else { (words.month)(&year, &month) }
}

/// `20241121` as the contract writes it, `2024-11-21`; anything else as it was typed.
pub(in crate::ui) fn with_dashes(digits: &str) -> String {
    let part = |from, to| digits.get(from..to);
    match (digits.len(), part(0, 4), part(4, 6), part(6, 8)) {
        (8, Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        (6, Some(year), Some(month), _) => format!("{year}-{month}"),
        _ => digits.to_owned(),
    }
}

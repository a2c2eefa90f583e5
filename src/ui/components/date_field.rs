//! A day or a month: digits or wheels, read back in words.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{DateWheels, Digits, PadsButton};
use crate::kiosk::pads::{self, Bounds};
use crate::ui::typing::{Line, Typing};
use crate::ui::words::texts;
use crate::view_model::Field;

/// A day (`YYYYMMDD`) or a month (`YYYYMM`).
#[component]
pub(in crate::ui) fn DateField(
    line: Line,
    day: bool,
    bounds: Bounds,
    today: NaiveDate,
    invalid: Signal<bool>,
) -> impl IntoView {
    let typing = Typing::from_context();
    let shown = typing.pads();
    let most = if day { 8 } else { 6 };
    let words = &texts().question.field;
    let example = (words.example)(if day { "20241121" } else { "202411" });
    view! {
        <div class="number">
            <label class="figure">
                <span class="hidden">{(words.date)(&example)}</span>
                <input
                    type="text"
                    inputmode=typing.input_mode("numeric")
                    autocomplete="off"
                    prop:autocorrect=false
                    spellcheck="false"
                    placeholder=example
                    aria-describedby="error read-back"
                    aria-invalid=move || invalid.get().to_string()
                    prop:value=move || digits(&line.get(), most)
                    on:input:target=move |event| {
                        line.typed(&event.target(), |raw| digits(raw, most));
                    }
                />
            </label>
        </div>
        <p id="read-back" class="read-back" role="status">
            {move || in_words(&digits(&line.get(), most), day, words)}
        </p>
        <DateWheels line day bounds today />
        <PadsButton />
        <Show when=move || shown.get()>
            <Digits line point=false most />
        </Show>
    }
}

/// The digits of what was typed, as many as a date has.
fn digits(raw: &str, most: usize) -> String {
    raw.chars().map(pads::narrow).filter(char::is_ascii_digit).take(most).collect()
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
pub(in crate::ui) fn with_dashes(typed: &str) -> String {
    let digits = digits(typed, 8);
    let part = |from, to| digits.get(from..to);
    match (digits.len(), part(0, 4), part(4, 6), part(6, 8)) {
        (8, Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        (6, Some(year), Some(month), _) => format!("{year}-{month}"),
        _ => digits.clone(),
    }
}

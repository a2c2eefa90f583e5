//! Fields over the width of the screen that show whether each of them can be touched.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::ui::words::texts;

/// Fields in the grid; four stand in a row.
const FIELDS: usize = 12;

/// The grid. Nothing of it is kept.
#[component]
pub(in crate::ui) fn TouchTest() -> impl IntoView {
    let words = &texts().staff;
    let touched = RwSignal::new(BTreeSet::<usize>::new());
    let fields = (1..=FIELDS).map(|number| {
        let done = Memo::new(move |_| touched.read().contains(&number));
        view! {
            <button
                type="button"
                aria-label=(words.touch_field)(number)
                aria-pressed=move || done.get().to_string()
                on:click=move |_| touched.update(|touched| { touched.insert(number); })
            >
                {move || if done.get() { "✓" } else { "" }}
            </button>
        }
    });
    view! {
        <section class="touch screen-only">
            <h2>{words.touch}</h2>
            <p>{words.touch_hint}</p>
            <div class="grid">{fields.collect_view()}</div>
            <p role="status">{move || (words.touched)(touched.read().len(), FIELDS)}</p>
        </section>
    }
}

//! The button that reads aloud, and stops.

use leptos::prelude::*;

use crate::kiosk::{Event, Passage, SpeechEvent};
use crate::ui::dispatch::Dispatch;
use crate::ui::reading::Shown;
use crate::ui::words::Words;
use crate::view_model::{DisplayView, Reads, Texts};

/// Reads what the screen is about; nothing where there is no voice or nothing to read.
#[component]
pub(in crate::ui) fn ReadScreen(view: Memo<DisplayView>) -> impl IntoView {
    let reads = Memo::new(move |_| view.read().reads);
    let name = move |texts: &'static Texts| match reads.get() {
        Some(Reads::Report) => texts.display.read_report,
        _ => texts.display.read_question,
    };
    view! {
        <Show when=move || reads.get().is_some()>
            <Toggle passage=Passage::Screen view name />
        </Show>
    }
}

/// Reads one finding.
#[component]
pub(in crate::ui) fn ReadFinding(id: String) -> impl IntoView {
    let shown = use_context::<Shown>();
    let id = StoredValue::new(id);
    shown.map(|Shown(view)| {
        let passage = move || Passage::Finding(id.get_value());
        view! {
            <Show when=move || view.read().voice>
                <Toggle passage=passage() view name=|texts| texts.display.read_finding />
            </Show>
        }
    })
}

#[component]
fn Toggle(
    passage: Passage,
    view: Memo<DisplayView>,
    name: impl Fn(&'static Texts) -> &'static str + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let passage = StoredValue::new(passage);
    let on = Memo::new(move |_| passage.with_value(|it| view.read().reading.as_ref() == Some(it)));
    let toggle = move |_| {
        let event = match on.get_untracked() {
            true => SpeechEvent::Hush,
            false => SpeechEvent::Read(passage.get_value()),
        };
        dispatch.send(Event::Speech(event));
    };
    view! {
        <button type="button" class="aid read" on:click=toggle>
            {move || if on.get() { words.texts().display.hush } else { name(words.texts()) }}
        </button>
    }
}

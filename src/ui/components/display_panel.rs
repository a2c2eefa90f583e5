//! 显示: size of the text, contrast, reach and reading aloud, each one tap away.

use leptos::prelude::*;

use crate::kiosk::{Contrast, DisplayEvent, Event, TextSize};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;
use crate::view_model::{DisplayTexts as Texts, DisplayView};

/// Id of the panel.
const PANEL: &str = "display";

/// Id of its button.
const BUTTON: &str = "display-button";

/// Opens the panel and closes it.
#[component]
pub(in crate::ui) fn DisplayButton(view: Memo<DisplayView>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let open = Memo::new(move |_| view.read().open);
    view! {
        <button
            type="button"
            class="aid"
            id=BUTTON
            aria-expanded=move || open.get().to_string()
            aria-controls=PANEL
            on:click=move |_| dispatch.send(Event::Display(DisplayEvent::Toggle))
        >
            {move || words.texts().display.panel}
        </button>
    }
}

/// What can be set. It stands in the page and not over it, so that one sees what it does.
#[component]
pub(in crate::ui) fn DisplayPanel(view: Memo<DisplayView>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let voice = Memo::new(move |_| view.read().voice);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            dispatch.send(Event::Display(DisplayEvent::Close));
            // The panel takes the focus along; it goes back to where it came from.
            if let Some(button) = document().get_element_by_id(BUTTON) {
                let button: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(button);
                let _ = button.focus();
            }
        }
    };
    view! {
        <div
            class="panel"
            id=PANEL
            role="group"
            aria-label=move || words.texts().display.panel
            on:keydown=on_key
        >
            {move || rows(&words.texts().display, view, voice.get())}
        </div>
    }
}

fn rows(texts: &'static Texts, view: Memo<DisplayView>, voice: bool) -> impl IntoView {
    let sizes = [TextSize::Standard, TextSize::Large, TextSize::Largest];
    let sizes = texts.sizes.into_iter().zip(sizes);
    let contrasts = texts.contrasts.into_iter().zip([Contrast::Standard, Contrast::High]);
    let reaches = texts.reaches.into_iter().zip([false, true]);
    let alouds = texts.alouds.into_iter().zip([false, true]);
    view! {
        <Row
            id="text"
            name=texts.text
            choices=sizes.collect()
            now=move || view.read().set.text
            event=DisplayEvent::Text
        />
        <Row
            id="contrast"
            name=texts.contrast
            choices=contrasts.collect()
            now=move || view.read().set.contrast
            event=DisplayEvent::Contrast
        />
        <Row
            id="reach"
            name=texts.reach
            choices=reaches.collect()
            now=move || view.read().set.low
            event=DisplayEvent::Low
        />
        {voice
            .then(|| {
                view! {
                    <Row
                        id="aloud"
                        name=texts.aloud
                        choices=alouds.collect()
                        now=move || view.read().set.aloud
                        event=DisplayEvent::Aloud
                    />
                }
            })}
    }
}

/// One thing that can be set, with its choices side by side.
#[component]
fn Row<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    name: &'static str,
    choices: Vec<(&'static str, T)>,
    now: impl Fn() -> T + Copy + Send + Sync + 'static,
    event: fn(T) -> DisplayEvent,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let label = format!("display-{id}");
    let labelled = label.clone();
    let choices = choices.into_iter().map(|(name, value)| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (now() == value).to_string()
                on:click=move |_| dispatch.send(Event::Display(event(value)))
            >
                {name}
            </button>
        }
    });
    let choices = choices.collect_view();
    view! {
        <div class=format!("setting {id}") role="group" aria-labelledby=labelled>
            <span id=label>{name}</span>
            <div class="choices">{choices}</div>
        </div>
    }
}

//! What is typed: every field's text is in the state of the page, not in the field, so that a
//! page that is drawn again shows it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::dispatch::Dispatch;
use crate::kiosk::Event;
use crate::kiosk::pinyin::Dictionary;
use crate::view_model::{Page, ScanView};

/// The page, as fields see it; in context.
#[derive(Clone, Copy)]
pub(super) struct Typing(ReadSignal<Page>);

/// The text of one field. Copied freely into handlers.
#[derive(Clone, Copy)]
pub(super) struct Line {
    text: Memo<String>,
    sink: Callback<String>,
}

impl Typing {
    /// Of a page.
    pub(super) fn new(page: ReadSignal<Page>) -> Self {
        Self(page)
    }

    /// The one in context.
    pub(super) fn from_context() -> Self {
        use_context().unwrap_or_else(|| {
            Self(signal(crate::view_model::page(&crate::kiosk::Model::default())).0)
        })
    }

    /// The field of a key; until something is typed it holds what was given before.
    pub(super) fn line(self, key: String, given: String) -> Line {
        let page = self.0;
        let own = key.clone();
        let text = Memo::new(move |_| match page.read().drafts.get(&own) {
            Some(text) => text.clone(),
            None => given.clone(),
        });
        let dispatch = Dispatch::from_context();
        let typed = move |text| dispatch.send(Event::Typed { key: key.clone(), text });
        Line { text, sink: Callback::new(typed) }
    }

    /// Whether fields come with keys on the screen.
    pub(super) fn pads(self) -> Memo<bool> {
        Memo::new(move |_| self.0.read().pads)
    }

    /// Whether that can be chosen here.
    pub(super) fn optional(self) -> bool {
        self.0.read_untracked().pads_optional
    }

    /// The table for writing by sound.
    pub(super) fn dictionary(self) -> Memo<Dictionary> {
        Memo::new(move |_| self.0.read().dictionary.clone())
    }

    /// What a scanner brought.
    pub(super) fn scan(self) -> Memo<Option<ScanView>> {
        Memo::new(move |_| self.0.read().scan.clone())
    }

    /// The keyboard that the system shows for a field: none where the page has its own.
    pub(super) fn input_mode(self, usual: &'static str) -> impl Fn() -> &'static str {
        let pads = self.pads();
        move || if pads.get() { "none" } else { usual }
    }
}

impl Line {
    /// A text that only its own page holds: a code that nothing else is to see.
    pub(super) fn alone(text: RwSignal<String>) -> Self {
        let sink = Callback::new(move |typed| text.set(typed));
        Self { text: Memo::new(move |_| text.get()), sink }
    }

    /// The text; what reads it follows it.
    pub(super) fn get(self) -> String {
        self.text.get()
    }

    /// The text as it is now.
    pub(super) fn now(self) -> String {
        self.text.get_untracked()
    }

    /// Another text.
    pub(super) fn set(self, text: String) {
        self.sink.run(text);
    }

    /// The same field, of which somebody else hears too.
    pub(super) fn heard_by(self, hears: impl Fn(String) + Send + Sync + 'static) -> Self {
        let told = self.sink;
        let sink = Callback::new(move |text: String| {
            told.run(text.clone());
            hears(text);
        });
        Self { sink, ..self }
    }

    /// Something was typed in the field itself. What `taken` leaves out is gone from it too.
    pub(super) fn typed(self, field: &HtmlInputElement, taken: impl Fn(&str) -> String) {
        let raw = field.value();
        self.set(raw.clone());
        let text = taken(&raw);
        if text != raw {
            field.set_value(&text);
        }
    }

    /// Puts a text behind what is there, while it is not longer than so many characters.
    pub(super) fn push(self, more: &str, most: usize) {
        let text = self.now();
        if text.chars().count() + more.chars().count() <= most {
            self.set(text + more);
        }
    }

    /// Takes the last character away.
    pub(super) fn pop(self) {
        let mut text = self.now();
        text.pop();
        self.set(text);
    }
}

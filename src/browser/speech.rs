//! Reading aloud, by a voice of the machine itself. Without one nothing is ever handed to the
//! browser's speech, which might send it away.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use crate::kiosk::{SpeechEvent, Voice, choose};

/// What reads aloud; clones share it.
#[derive(Clone)]
pub struct Speaker(Rc<Inner>);

struct Inner {
    synthesis: Option<SpeechSynthesis>,
    /// What waits for the end of the sentences. Without it their end is not told.
    ends: RefCell<Vec<EventListener>>,
}

impl Speaker {
    /// The browser's, which is silent.
    #[must_use]
    pub fn start() -> Self {
        Self(Rc::new(Inner { synthesis: synthesis(), ends: RefCell::default() }))
    }

    /// Tells whether there is a voice, now and whenever that changes, and asks for silence when
    /// the page is out of sight.
    pub fn watch(&self, send: impl Fn(SpeechEvent) + Copy + 'static) -> Vec<EventListener> {
        let Some(synthesis) = self.0.synthesis.clone() else { return Vec::new() };
        send(SpeechEvent::Voice(voice(&synthesis).is_some()));
        // Many browsers know their voices only some time after the page was opened.
        let target = synthesis.clone();
        let voices = EventListener::new(&target, "voiceschanged", move |_| {
            send(SpeechEvent::Voice(voice(&synthesis).is_some()));
        });
        let document = web_sys::window().and_then(|window| window.document());
        let hidden = document.map(|document| {
            EventListener::new(&document.clone(), "visibilitychange", move |_| {
                if document.hidden() {
                    send(SpeechEvent::Hush);
                }
            })
        });
        std::iter::once(voices).chain(hidden).collect()
    }

    /// Says sentences one after the other, in the place of others; `ended` comes after the last.
    pub fn say(&self, sentences: &[String], ended: impl Fn() + Copy + 'static) {
        self.hush();
        let Some(synthesis) = &self.0.synthesis else { return };
        let Some(voice) = voice(synthesis) else {
            ended();
            return;
        };
        let last = sentences.len().saturating_sub(1);
        for (at, sentence) in sentences.iter().enumerate() {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(sentence) else { continue };
            utterance.set_voice(Some(&voice));
            utterance.set_lang(&voice.lang());
            let kinds: &[&'static str] = if at == last { &["end", "error"] } else { &["error"] };
            let ends =
                kinds.iter().map(|kind| EventListener::new(&utterance, *kind, move |_| ended()));
            self.0.ends.borrow_mut().extend(ends);
            synthesis.speak(&utterance);
        }
    }

    /// Stops.
    pub fn hush(&self) {
        self.0.ends.borrow_mut().clear();
        if let Some(synthesis) = &self.0.synthesis {
            synthesis.cancel();
        }
    }
}

/// Browsers without speech have no such property, or an empty one.
pub(super) fn synthesis() -> Option<SpeechSynthesis> {
    let window: JsValue = web_sys::window()?.into();
    let found = Reflect::get(&window, &JsValue::from_str("speechSynthesis")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// The voice that reads, if there is one.
pub(super) fn voice(synthesis: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    let found: Vec<SpeechSynthesisVoice> =
        synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
    let known: Vec<Voice> = found
        .iter()
        .map(|voice| Voice { lang: voice.lang(), local: voice.local_service() })
        .collect();
    found.into_iter().nth(choose(&known)?)
}

//! Reading aloud. What is on the screen is read when somebody asks for it, by a voice of the
//! machine itself, and only as long as it is on the screen and somebody is there.

mod voice;
mod words;

use super::{Effect, Model, Screen, Stage};

pub use voice::{Voice, choose};

/// Whether something is read aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// Whether the machine has a voice that may be used.
    pub voice: bool,
    /// What is being read.
    pub reading: Option<Passage>,
}

/// What is read at one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// What the screen is about: the question with its choices, or what the report comes to.
    Screen,
    /// One finding of the report in full, by its id.
    Finding(String),
}

/// What happens to the voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeechEvent {
    /// The machine has a voice that may be used, or none any more.
    Voice(bool),
    /// Read this.
    Read(Passage),
    /// Be silent.
    Hush,
    /// Everything was said.
    Ended,
    /// Why the question is asked was unfolded, or folded again.
    WhyOpened(bool),
}

pub(super) fn update(model: &mut Model, event: SpeechEvent) -> Vec<Effect> {
    match event {
        SpeechEvent::Voice(voice) => {
            model.speech.voice = voice;
            if voice { Vec::new() } else { hush(model) }
        }
        SpeechEvent::Read(passage) => {
            // Nobody is there to hear it.
            if model.watch.warning().is_some() {
                return Vec::new();
            }
            model.watch.touched();
            read(model, passage)
        }
        SpeechEvent::Hush => hush(model),
        SpeechEvent::Ended => {
            model.speech.reading = None;
            Vec::new()
        }
        SpeechEvent::WhyOpened(open) => {
            why(model, open);
            Vec::new()
        }
    }
}

/// Reads a passage, in the place of what is being read.
fn read(model: &mut Model, passage: Passage) -> Vec<Effect> {
    let Some(visit) = model.visit().filter(|_| model.speech.voice) else { return Vec::new() };
    let sentences = match &passage {
        Passage::Screen => words::screen(visit),
        Passage::Finding(id) => words::finding(visit, id),
    };
    if sentences.is_empty() {
        return Vec::new();
    }
    model.speech.reading = Some(passage);
    vec![Effect::Say(sentences)]
}

/// Silence, where something is being read.
pub(super) fn hush(model: &mut Model) -> Vec<Effect> {
    let reading = model.speech.reading.take();
    reading.map(|_| Effect::Hush).into_iter().collect()
}

/// A screen was drawn anew: everything on it is folded, and the last one is no longer read.
pub(super) fn drawn(model: &mut Model) -> Vec<Effect> {
    why(model, false);
    hush(model)
}

/// Reads the question on the screen, where 自动朗读 is on.
pub(super) fn by_itself(model: &mut Model) -> Vec<Effect> {
    let asked = model.visit().is_some_and(|visit| matches!(visit.screen, Screen::Question(_)));
    if asked && model.display.aloud { read(model, Passage::Screen) } else { Vec::new() }
}

fn why(model: &mut Model, open: bool) {
    if let Stage::Visiting(visit) = &mut model.stage {
        visit.why_open = open;
    }
}

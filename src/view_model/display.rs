//! How the page is shown, and what can be read aloud.

use super::Body;
use crate::kiosk::{Display, Model, Passage};

/// How the page is shown, and what can be read aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayView {
    /// How it is shown.
    pub set: Display,
    /// Whether the panel is open in which that is set.
    pub open: bool,
    /// Whether reading aloud is offered at all.
    pub voice: bool,
    /// What of this screen is read by the button in the frame.
    pub reads: Option<Reads>,
    /// What is being read.
    pub reading: Option<Passage>,
}

/// What the button in the frame reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The question.
    Question,
    /// What the report comes to.
    Report,
}

pub(super) fn view(model: &Model, body: &Body) -> DisplayView {
    let reads = match body {
        Body::Question(_) => Some(Reads::Question),
        Body::Report(_) => Some(Reads::Report),
        _ => None,
    };
    DisplayView {
        set: model.display,
        open: model.panel,
        voice: model.speech.voice,
        reads: reads.filter(|_| model.speech.voice),
        reading: model.speech.reading.clone(),
    }
}

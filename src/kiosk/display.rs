//! How the page is shown: what a visitor sets for the eyes, the hands and the ears.

use super::{Effect, Model, speech};

/// How the page is shown. The default is the standard that every visit begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// Size of the text.
    pub text: TextSize,
    /// Contrast.
    pub contrast: Contrast,
    /// 低位: on a tall panel everything that is touched lies in the lower half, within reach of
    /// somebody who sits.
    pub low: bool,
    /// 自动朗读: each question is read when it appears.
    pub aloud: bool,
}

/// Size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 标准.
    #[default]
    Standard,
    /// 大字（长辈）: one and a half times the standard.
    Large,
    /// 特大: twice the standard, as far as WCAG 1.4.4 asks for.
    Largest,
}

/// Contrast of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contrast {
    /// At least 7:1, with colours.
    #[default]
    Standard,
    /// Black on white.
    High,
}

/// What is done with the panel 显示.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisplayEvent {
    /// Open the panel, or close it.
    Toggle,
    /// Close it.
    Close,
    /// Size of the text.
    Text(TextSize),
    /// Contrast.
    Contrast(Contrast),
    /// 低位, or as usual.
    Low(bool),
    /// 自动朗读, or on request only.
    Aloud(bool),
    /// What the machine asks for: the standard for everybody here.
    Preferred(Contrast),
}

pub(super) fn update(model: &mut Model, event: DisplayEvent) -> Vec<Effect> {
    // Nobody is there to set anything.
    if model.watch.warning().is_some() {
        return Vec::new();
    }
    model.watch.touched();
    match event {
        DisplayEvent::Toggle => model.panel = !model.panel,
        DisplayEvent::Close => model.panel = false,
        DisplayEvent::Text(text) => model.display.text = text,
        DisplayEvent::Contrast(contrast) => model.display.contrast = contrast,
        DisplayEvent::Low(low) => model.display.low = low,
        DisplayEvent::Aloud(aloud) => return read_aloud(model, aloud),
        DisplayEvent::Preferred(contrast) => {
            model.standard.contrast = contrast;
            model.display.contrast = contrast;
        }
    }
    match event {
        DisplayEvent::Toggle | DisplayEvent::Close => Vec::new(),
        _ => vec![Effect::Display(model.display)],
    }
}

/// Nothing looks different; the question on the screen is read at once.
fn read_aloud(model: &mut Model, aloud: bool) -> Vec<Effect> {
    model.display.aloud = aloud;
    let mut effects = speech::hush(model);
    effects.extend(speech::by_itself(model));
    effects
}

/// Nothing that somebody set is left for the next one.
pub(super) fn reset(model: &mut Model) -> Vec<Effect> {
    model.panel = false;
    model.display = model.standard;
    vec![Effect::Display(model.display)]
}

/// Whether somebody set something, or looks at what can be set.
pub(super) fn is_set(model: &Model) -> bool {
    model.panel || model.display != model.standard
}

//! What the keys on the screen show of what is typed.

use crate::kiosk::{Scanned, pads};
use crate::questionnaire::uscc::{self, LENGTH, Part, UsccError};
use crate::texts::{Lang, Texts};

/// The 31 keys for a 统一社会信用代码.
pub const CODE_KEYS: &str = uscc::SIGNS;

/// Signs in a 统一社会信用代码.
pub const CODE_LENGTH: usize = LENGTH;

/// A 统一社会信用代码 while it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsccView {
    /// The signs that were taken.
    pub text: String,
    /// Its five parts.
    pub parts: Vec<UsccPart>,
    /// How far it is, or what is wrong.
    pub said: String,
    /// How it stands.
    pub state: UsccState,
}

/// How a code that is typed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsccState {
    /// Not complete, and nothing wrong so far.
    Open,
    /// Complete, and the check digit fits.
    Fits,
    /// Something is wrong.
    Wrong,
}

/// One part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsccPart {
    /// Its name.
    pub name: &'static str,
    /// Its signs; `_` where none is yet.
    pub signs: String,
    /// Whether what is wrong is in it.
    pub wrong: bool,
}

/// What a scanner brought, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanView {
    /// The sentence.
    pub text: String,
    /// Whether a code was taken.
    pub taken: bool,
    /// Whether the screen asks for one.
    pub wanted: bool,
}

impl UsccView {
    /// How a code stands whose field holds this text.
    #[must_use]
    pub fn of(raw: &str, lang: Lang) -> Self {
        let all = lang.texts();
        let texts = &all.pads;
        let typed = pads::code(raw);
        let wrong = wrong(&typed.text);
        let count = typed.text.len();
        let (state, said) = match (&wrong, typed.refused) {
            (_, Some(sign)) => (UsccState::Wrong, (texts.code_refused)(sign)),
            _ if typed.too_many => (UsccState::Wrong, texts.code_too_many.to_owned()),
            (Some(error), _) => (UsccState::Wrong, error.text(all)),
            _ if count < LENGTH => (UsccState::Open, (texts.code_count)(count, LENGTH)),
            _ => (UsccState::Fits, texts.code_fits.to_owned()),
        };
        let parts = parts(&typed.text, wrong.as_ref(), &texts.code_parts);
        Self { text: typed.text, parts, said, state }
    }
}

/// What is wrong with as much of a code as there is.
fn wrong(text: &str) -> Option<UsccError> {
    if text.len() == LENGTH {
        return uscc::check(text).err();
    }
    let in_division = |at: &usize| Part::of(at + 1) == Part::Division;
    let letter =
        text.chars().enumerate().find(|(at, sign)| in_division(at) && !sign.is_ascii_digit());
    letter.map(|(at, _)| UsccError::Division { position: at + 1 })
}

fn parts(text: &str, wrong: Option<&UsccError>, names: &[&'static str; 5]) -> Vec<UsccPart> {
    let bad = |part: Part| match wrong {
        Some(UsccError::Division { .. }) => part == Part::Division,
        Some(UsccError::CheckDigit { subject_fits: false, .. }) => part == Part::Subject,
        Some(UsccError::CheckDigit { .. }) => part == Part::Check,
        _ => false,
    };
    let mut rest = text.chars();
    Part::ALL
        .into_iter()
        .zip(names)
        .map(|(part, name)| {
            let sign = |_| rest.next().unwrap_or('_');
            UsccPart { name, signs: (0..part.length()).map(sign).collect(), wrong: bad(part) }
        })
        .collect()
}

pub(super) fn scan(scanned: &Scanned, texts: &Texts) -> ScanView {
    let texts = &texts.pads;
    let text = match scanned {
        Scanned::Code(code) => (texts.scanned)(code),
        Scanned::Unclear { codes } => (texts.scan_unclear)(*codes),
        Scanned::Unwanted => texts.scan_unwanted.to_owned(),
    };
    let (taken, wanted) = (matches!(scanned, Scanned::Code(_)), *scanned != Scanned::Unwanted);
    ScanView { text, taken, wanted }
}

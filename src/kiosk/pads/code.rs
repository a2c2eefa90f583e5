//! A 统一社会信用代码 while it is typed.

use super::narrow;
use crate::questionnaire::uscc::{LENGTH, SIGNS};

/// What was typed, as far as it can stand in a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The signs that were taken: capitals and digits, 18 at most.
    pub text: String,
    /// The first one that no code contains.
    pub refused: Option<char>,
    /// Whether there were more than 18.
    pub too_many: bool,
}

/// Takes what was typed or pasted: small letters are raised, full-width ones narrowed, blanks and
/// dashes left out.
#[must_use]
pub fn code(raw: &str) -> Typed {
    let mut typed = Typed::default();
    let mut taken = 0;
    for sign in raw.chars().map(|sign| narrow(sign).to_ascii_uppercase()) {
        if sign.is_whitespace() || matches!(sign, '-' | '—' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
        {
            continue;
        }
        if !SIGNS.contains(sign) {
            typed.refused = typed.refused.or(Some(sign));
        } else if taken == LENGTH {
            typed.too_many = true;
        } else {
            typed.text.push(sign);
            taken += 1;
        }
    }
    typed
}

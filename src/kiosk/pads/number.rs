//! A number while it is typed.

use super::narrow;

/// Takes what was typed or pasted: full-width digits are narrowed. Everything else stays as it is,
/// so that a wrong entry can be seen and mended.
#[must_use]
pub fn number(raw: &str) -> String {
    raw.chars().map(narrow).collect()
}

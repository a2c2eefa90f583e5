//! Errors in packs: values with a place, a message and a hint, many at once.

use std::fmt;

/// Where a problem is: a file and a JSON pointer into it.
///
/// The native program turns the pointer into a line (see `authoring::lines`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path as it was given to the reader, or the id of the pack.
    pub file: String,
    /// JSON pointer, for example `/sections/0/items/2/enable_when`.
    pub pointer: String,
}

impl Place {
    /// A place below this one.
    #[must_use]
    pub fn child(&self, part: impl fmt::Display) -> Self {
        Self { file: self.file.clone(), pointer: format!("{}/{part}", self.pointer) }
    }
}

/// One thing that is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong, in Chinese.
    pub message: String,
    /// What to do, in Chinese.
    pub hint: String,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn new(place: &Place, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { place: place.clone(), message: message.into(), hint: hint.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}: {}（{}）", self.place.file, self.place.pointer, self.message, self.hint)
    }
}

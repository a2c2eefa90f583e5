//! Why a check was not written or not read, as a message that a person can act on.

use std::fmt;

use super::{MAX_BYTES, MAX_PARTS, MAX_TEXT};
use crate::texts::{Lang, Texts};

/// Why a check was not written or not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompactError {
    /// An answer that its question does not accept, by `link_id`.
    Answer(String),
    /// The day of the check is not between 2000 and 2179.
    Day,
    /// A topic that is no pack, or more topics than packs.
    Topics,
    /// More bytes than allowed.
    TooLong,
    /// More signs of text than allowed.
    TextTooLong,
    /// Too little for a check.
    TooShort,
    /// A sign that does not occur in the text form, or one that is left over.
    Sign {
        /// Position in the text form, from 1.
        position: usize,
    },
    /// Bytes of another version of the format.
    Version(u8),
    /// The check at the end does not fit.
    Damaged,
    /// Made with other packs.
    OtherPacks,
    /// Whole, but no check that this program would write.
    Content,
    /// One part of a series where a whole check is wanted.
    IsPart {
        /// Number of the part, from 1.
        number: u8,
        /// How many parts there are.
        of: u8,
    },
    /// A part of another series.
    OtherSeries,
    /// Parts that are still to come.
    Missing {
        /// Their numbers, from 1.
        numbers: Vec<u8>,
        /// How many parts there are.
        of: u8,
    },
    /// Would need more parts than allowed.
    TooManyParts,
    /// Does not fit one QR code.
    QrFull,
}

impl CompactError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.code;
        let told = match self {
            Self::Answer(link_id) => return (words.answer)(link_id),
            Self::Day => words.day,
            Self::Topics => words.topics,
            Self::TooLong => return (words.too_long)(MAX_BYTES),
            Self::TextTooLong => return (words.text_too_long)(MAX_TEXT),
            Self::TooShort => words.too_short,
            Self::Sign { position } => return (words.sign)(*position),
            Self::Version(found) => return (words.version)(*found),
            Self::Damaged => words.damaged,
            Self::OtherPacks => words.other_packs,
            Self::Content => words.content,
            Self::IsPart { number, of } => return (words.is_part)(*number, *of),
            Self::OtherSeries => words.other_series,
            Self::Missing { numbers, of } => {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                return (words.missing)(&numbers, *of);
            }
            Self::TooManyParts => return (words.too_many_parts)(MAX_PARTS),
            Self::QrFull => words.qr_full,
        };
        told.to_owned()
    }
}

impl fmt::Display for CompactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

impl std::error::Error for CompactError {}

//! Why an answer was not accepted, as a message that a person can act on.

use std::fmt;

use crate::questionnaire::uscc::UsccError;
use crate::texts::{Lang, Texts};

/// Why an answer was not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// Nothing was entered.
    Empty,
    /// The JSON value is of another type than the question asks for.
    WrongType {
        /// What is asked for, in Chinese.
        wanted: &'static str,
    },
    /// A code that is not offered.
    UnknownCode {
        /// The code.
        code: String,
        /// What is offered.
        offered: String,
    },
    /// “以上都没有” beside something else.
    Exclusive {
        /// Label of the choice that stands alone.
        label: String,
    },
    /// 不清楚 or 不适用 where it is not offered.
    NotOffered {
        /// The word.
        word: &'static str,
    },
    /// Not a number.
    NotANumber(String),
    /// More decimals than allowed.
    Decimals {
        /// How many are allowed.
        allowed: u32,
    },
    /// Below the smallest or above the largest.
    Range {
        /// Smallest, as shown.
        min: Option<String>,
        /// Largest, as shown.
        max: Option<String>,
    },
    /// Not a day or month of the calendar.
    NotADate {
        /// What was entered.
        text: String,
        /// How it should look.
        form: &'static str,
    },
    /// Longer than allowed.
    TooLong {
        /// Characters allowed.
        allowed: usize,
        /// Characters entered.
        found: usize,
    },
    /// A sign that no printer shows, such as a control or direction mark.
    Invisible,
    /// A 统一社会信用代码 that does not hold.
    Uscc(UsccError),
}

impl AnswerError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.entry;
        match self {
            Self::Empty => words.empty.to_owned(),
            Self::WrongType { wanted } => (words.wrong_type)(wanted),
            Self::UnknownCode { code, offered } => (words.unknown_code)(code, offered),
            Self::Exclusive { label } => (words.exclusive)(label),
            Self::NotOffered { word } => (words.not_offered)(word),
            Self::NotANumber(text) => (words.not_a_number)(text),
            Self::Decimals { allowed: 0 } => words.whole.to_owned(),
            Self::Decimals { allowed } => (words.decimals)(*allowed),
            Self::Range { min: Some(min), max: Some(max) } => (words.between)(min, max),
            Self::Range { min: Some(min), max: None } => (words.at_least)(min),
            Self::Range { min: None, max: Some(max) } => (words.at_most)(max),
            Self::Range { min: None, max: None } => words.out_of_range.to_owned(),
            Self::NotADate { text, form } => (words.not_a_date)(text, form),
            Self::TooLong { allowed, found } => (words.too_long)(*allowed, *found),
            Self::Invisible => words.invisible.to_owned(),
            Self::Uscc(error) => error.text(texts),
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

impl std::error::Error for AnswerError {}

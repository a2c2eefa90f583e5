//! Why an answer was not accepted, as a message that a person can act on.

use std::fmt;

use crate::questionnaire::uscc::UsccError;

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

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("还没有填。请填写后继续，或者选“不清楚”。"),
            Self::WrongType { wanted } => write!(f, "这里要填{wanted}。"),
            Self::UnknownCode { code, offered } => {
                write!(f, "没有“{code}”这个选项，可以选：{offered}。")
            }
            Self::Exclusive { label } => {
                write!(f, "选了“{label}”就不能再选别的，请去掉其中一边。")
            }
            Self::NotOffered { word } => write!(f, "这一题不能答“{word}”。"),
            Self::NotANumber(text) => write!(f, "“{text}”不是数。请只填数字。"),
            Self::Decimals { allowed: 0 } => f.write_str("请填整数，不带小数点。"),
            Self::Decimals { allowed } => write!(f, "小数点后最多 {allowed} 位。"),
            Self::Range { min: Some(min), max: Some(max) } => {
                write!(f, "请填 {min} 到 {max} 之间的值。")
            }
            Self::Range { min: Some(min), max: None } => write!(f, "不能小于（早于）{min}。"),
            Self::Range { min: None, max: Some(max) } => write!(f, "不能大于（晚于）{max}。"),
            Self::Range { min: None, max: None } => f.write_str("超出范围。"),
            Self::NotADate { text, form } => {
                write!(f, "“{text}”不是日历上的日子。请照“{form}”的样子填。")
            }
            Self::TooLong { allowed, found } => {
                write!(f, "最多 {allowed} 个字，现在是 {found} 个。请缩短。")
            }
            Self::Invisible => f.write_str("里面有看不见的字符，请删掉后重新输入。"),
            Self::Uscc(error) => f.write_str(&error.message()),
        }
    }
}

impl std::error::Error for AnswerError {}

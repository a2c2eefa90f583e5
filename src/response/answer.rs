//! The value of one answer. Absent is unanswered, and is no value.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::questionnaire::{Exact, Item, ItemKind};

/// An answer that was accepted for its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A code of a `choice`, or `yes` / `no`.
    Code(String),
    /// The codes that were ticked, in the order of the options.
    Codes(Vec<String>),
    /// A number, or yuan.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
    /// A month, as its first day.
    Month(NaiveDate),
    /// Text.
    Text(String),
    /// 不清楚.
    Unknown,
    /// 不适用.
    NotApplicable,
}

/// How 不清楚 is written in files.
pub(super) const UNKNOWN: &str = "unknown";
/// How 不适用 is written in files.
pub(super) const NOT_APPLICABLE: &str = "not_applicable";

impl Answer {
    /// The answer as a person reads it under its question.
    #[must_use]
    pub fn display(&self, item: &Item) -> String {
        let label = |code: &String| item.label(code).unwrap_or(code).to_owned();
        match self {
            Self::Code(code) => label(code),
            Self::Codes(codes) => codes.iter().map(label).collect::<Vec<_>>().join("、"),
            Self::Number(number) => {
                let unit = item.unit.as_deref().unwrap_or_default();
                let unit = if item.kind == ItemKind::Money { "元" } else { unit };
                format!("{} {unit}", grouped(*number))
            }
            Self::Day(day) => day.format("%Y 年 %-m 月 %-d 日").to_string(),
            Self::Month(day) => day.format("%Y 年 %-m 月").to_string(),
            Self::Text(text) => text.clone(),
            Self::Unknown => "不清楚".to_owned(),
            Self::NotApplicable => {
                item.not_applicable.clone().unwrap_or_else(|| "不适用".to_owned())
            }
        }
    }

    /// The answer inside a sentence: numbers without their unit.
    #[must_use]
    pub fn inline(&self, item: &Item) -> String {
        match self {
            Self::Number(number) => grouped(*number),
            other => other.display(item),
        }
    }
}

/// A number with a comma between thousands.
#[must_use]
pub fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Code(text) | Self::Text(text) => serializer.serialize_str(text),
            Self::Codes(codes) => codes.serialize(serializer),
            Self::Number(number) => Exact(*number).serialize(serializer),
            Self::Day(day) => serializer.collect_str(&day.format("%Y-%m-%d")),
            Self::Month(day) => serializer.collect_str(&day.format("%Y-%m")),
            Self::Unknown => serializer.serialize_str(UNKNOWN),
            Self::NotApplicable => serializer.serialize_str(NOT_APPLICABLE),
        }
    }
}

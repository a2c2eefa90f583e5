//! `enable_when`, `applies_when` and `when`: conditions as structured data, never code.

use std::fmt;

use chrono::{Days, Months, NaiveDate};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::exact::{self, Exact};

/// A condition over answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "Raw", into = "Raw")]
pub enum Condition {
    /// True when every part is.
    All(Vec<Condition>),
    /// True when one part is.
    Any(Vec<Condition>),
    /// True when the part is false.
    Not(Box<Condition>),
    /// One answer is compared.
    Item {
        /// The question whose answer is compared.
        item: String,
        /// With what, and how.
        test: Test,
    },
}

/// A comparison with one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// The code is one of these (`is`, `in`), or one of these was ticked (`includes`).
    Codes {
        /// `includes`, for multi-choice; otherwise `is` or `in`.
        ticked: bool,
        /// The codes.
        codes: Vec<String>,
    },
    /// A number, an amount, a day or a month is compared.
    Compare(Comparison, Operand),
}

/// Order of two numbers, or of two days (`Gt` is later).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Greater, or later.
    Gt,
    /// Greater or equal.
    Ge,
    /// Less, or earlier.
    Lt,
    /// Less or equal.
    Le,
    /// Equal.
    Eq,
}

/// What an answer is compared with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Operand {
    /// A number.
    Number(Exact),
    /// A day.
    Date(NaiveDate),
    /// The answer to another question.
    Item(ItemOperand),
    /// The day of the check, moved by a period.
    Today(TodayOperand),
}

/// The answer to another question, as an operand.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(deny_unknown_fields))]
pub struct ItemOperand {
    /// The question.
    pub item: String,
    /// Factor, for numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Exact>,
    /// Period to add, for days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plus: Option<Period>,
}

/// The day of the check, as an operand.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(deny_unknown_fields))]
pub struct TodayOperand {
    /// Period to add.
    pub today: Period,
}

/// Calendar years, months and days; negative goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Period {
    /// Years.
    #[serde(skip_serializing_if = "is_zero")]
    pub years: i32,
    /// Months.
    #[serde(skip_serializing_if = "is_zero")]
    pub months: i32,
    /// Days.
    #[serde(skip_serializing_if = "is_zero")]
    pub days: i32,
}

/// The mapping that an operand may be; one of the two keys `item` and `today`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOperand {
    #[serde(default)]
    item: Option<String>,
    #[serde(default)]
    times: Option<Exact>,
    #[serde(default)]
    plus: Option<Period>,
    #[serde(default)]
    today: Option<Period>,
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OperandVisitor)
    }
}

/// Reads an operand by its form, so that a mistake in it is named and not the whole refused.
struct OperandVisitor;

impl<'de> Visitor<'de> for OperandVisitor {
    type Value = Operand;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a date, {item: …} or {today: …}")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Operand, E> {
        Ok(Operand::Number(Exact(value.into())))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Operand, E> {
        Ok(Operand::Number(Exact(value.into())))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Operand, E> {
        let number = exact::from_f64(value).ok_or_else(|| E::custom("数太大"))?;
        Ok(Operand::Number(Exact(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Operand, E> {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d");
        day.map(Operand::Date)
            .map_err(|_| E::custom(format!("“{text}”不是日历上的日子，请写成 2026-11-21 的样子")))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Operand, A::Error> {
        let raw = RawOperand::deserialize(MapAccessDeserializer::new(map))?;
        match raw {
            RawOperand { item: Some(item), times, plus, today: None } => {
                Ok(Operand::Item(ItemOperand { item, times, plus }))
            }
            RawOperand { item: None, times: None, plus: None, today: Some(today) } => {
                Ok(Operand::Today(TodayOperand { today }))
            }
            _ => Err(A::Error::custom("写 {item: …}（可加 times 或 plus），或者 {today: {…}}")),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

impl Period {
    /// The day after this period; a day that the month lacks becomes its last
    /// (民法典 202 for the end of a month). `None` outside chrono's calendar.
    #[must_use]
    pub fn after(self, from: NaiveDate) -> Option<NaiveDate> {
        let months = self.years.checked_mul(12)?.checked_add(self.months)?;
        let shift = Months::new(months.unsigned_abs());
        let day = if months < 0 {
            from.checked_sub_months(shift)
        } else {
            from.checked_add_months(shift)
        }?;
        let shift = Days::new(u64::from(self.days.unsigned_abs()));
        if self.days < 0 { day.checked_sub_days(shift) } else { day.checked_add_days(shift) }
    }
}

impl Comparison {
    /// Whether two ordered values stand so.
    #[must_use]
    pub fn holds<T: PartialOrd>(self, left: &T, right: &T) -> bool {
        match self {
            Self::Gt => left > right,
            Self::Ge => left >= right,
            Self::Lt => left < right,
            Self::Le => left <= right,
            Self::Eq => left == right,
        }
    }
}

impl Condition {
    /// Every question that the condition looks at, with repetitions.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        let mut items = Vec::new();
        self.collect(&mut items);
        items
    }

    fn collect<'a>(&'a self, items: &mut Vec<&'a str>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect(items);
                }
            }
            Self::Not(part) => part.collect(items),
            Self::Item { item, test } => {
                items.push(item);
                if let Test::Compare(_, Operand::Item(other)) = test {
                    items.push(&other.item);
                }
            }
        }
    }
}

/// The written form: one flat mapping, so that a misplaced key can be named.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
struct Raw {
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<Code>,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    one_of: Option<Codes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    includes: Option<Codes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gt: Option<Operand>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ge: Option<Operand>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lt: Option<Operand>,
    #[serde(skip_serializing_if = "Option::is_none")]
    le: Option<Operand>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eq: Option<Operand>,
}

/// A code; YAML reads an unquoted `yes` or `no` as a truth value.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Code {
    Truth(bool),
    Text(String),
}

/// One code or several.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Codes {
    One(Code),
    Many(Vec<Code>),
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        match code {
            Code::Truth(true) => "yes".to_owned(),
            Code::Truth(false) => "no".to_owned(),
            Code::Text(text) => text,
        }
    }
}

impl From<Codes> for Vec<String> {
    fn from(codes: Codes) -> Self {
        match codes {
            Codes::One(code) => vec![code.into()],
            Codes::Many(codes) => codes.into_iter().map(String::from).collect(),
        }
    }
}

const ONE_TEST: &str = "一个条件只写一种：all、any、not，或者 item 加上 is / in / includes / gt / ge / lt / le / eq 之一";

impl TryFrom<Raw> for Condition {
    type Error = &'static str;

    fn try_from(raw: Raw) -> Result<Self, Self::Error> {
        let tests = raw.tests();
        match (raw.all, raw.any, raw.not, raw.item) {
            (Some(parts), None, None, None) if tests.is_empty() => Ok(Self::All(parts)),
            (None, Some(parts), None, None) if tests.is_empty() => Ok(Self::Any(parts)),
            (None, None, Some(part), None) if tests.is_empty() => Ok(Self::Not(part)),
            (None, None, None, Some(item)) => {
                let mut tests = tests.into_iter();
                match (tests.next(), tests.next()) {
                    (Some(test), None) => Ok(Self::Item { item, test }),
                    _ => Err(ONE_TEST),
                }
            }
            _ => Err(ONE_TEST),
        }
    }
}

impl Raw {
    fn tests(&self) -> Vec<Test> {
        let codes = |codes: &Codes, ticked| Test::Codes { ticked, codes: codes.clone().into() };
        let compare = |operand: &Option<Operand>, comparison| {
            operand.clone().map(|operand| Test::Compare(comparison, operand))
        };
        let is = self.is.clone().map(|code| codes(&Codes::One(code), false));
        let one_of = self.one_of.as_ref().map(|many| codes(many, false));
        let includes = self.includes.as_ref().map(|many| codes(many, true));
        [
            is,
            one_of,
            includes,
            compare(&self.gt, Comparison::Gt),
            compare(&self.ge, Comparison::Ge),
            compare(&self.lt, Comparison::Lt),
            compare(&self.le, Comparison::Le),
            compare(&self.eq, Comparison::Eq),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl From<Condition> for Raw {
    fn from(condition: Condition) -> Self {
        let mut raw = Self::default();
        match condition {
            Condition::All(parts) => raw.all = Some(parts),
            Condition::Any(parts) => raw.any = Some(parts),
            Condition::Not(part) => raw.not = Some(part),
            Condition::Item { item, test } => {
                raw.item = Some(item);
                match test {
                    Test::Codes { ticked, codes } => {
                        let codes = Some(Codes::Many(codes.into_iter().map(Code::Text).collect()));
                        if ticked { raw.includes = codes } else { raw.one_of = codes }
                    }
                    Test::Compare(comparison, operand) => {
                        let slot = match comparison {
                            Comparison::Gt => &mut raw.gt,
                            Comparison::Ge => &mut raw.ge,
                            Comparison::Lt => &mut raw.lt,
                            Comparison::Le => &mut raw.le,
                            Comparison::Eq => &mut raw.eq,
                        };
                        *slot = Some(operand);
                    }
                }
            }
        }
        raw
    }
}

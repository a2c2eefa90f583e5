//! From what came in (JSON of a file, text of a field) to an accepted answer.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde_json::Value;

use super::answer::{NOT_APPLICABLE, UNKNOWN, grouped};
use super::{Answer, AnswerError};
use crate::questionnaire::model::{Bound, TextFormat};
use crate::questionnaire::{Exact, Item, ItemKind, exact, uscc};

/// Characters allowed in a text whose author set no limit.
const DEFAULT_MAX_LENGTH: usize = 60;
/// Places after the point of an amount in yuan: down to 分.
const MONEY_DECIMALS: u32 = 2;

/// Accepts the JSON value of an answers file for a question, on the day of the check.
///
/// # Errors
/// Why the value does not fit the question.
pub fn read_json(item: &Item, value: &Value, today: NaiveDate) -> Result<Answer, AnswerError> {
    match value {
        Value::String(text) if text == UNKNOWN => offer(item.unknown, Answer::Unknown, "不清楚"),
        Value::String(text) if text == NOT_APPLICABLE => {
            offer(item.not_applicable.is_some(), Answer::NotApplicable, "不适用")
        }
        Value::String(text) if !matches!(item.kind, ItemKind::Number | ItemKind::Money) => {
            read_text(item, text, today)
        }
        Value::Array(values) if item.kind == ItemKind::MultiChoice => {
            let codes: Option<Vec<String>> =
                values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
            read_codes(item, &codes.ok_or(AnswerError::WrongType { wanted: wanted(item.kind) })?)
        }
        Value::Number(number) if matches!(item.kind, ItemKind::Number | ItemKind::Money) => {
            let number = match number.as_i64() {
                Some(whole) => Some(Decimal::from(whole)),
                None => number.as_f64().and_then(exact::from_f64),
            };
            read_number(item, number.ok_or(AnswerError::WrongType { wanted: "数" })?)
        }
        _ => Err(AnswerError::WrongType { wanted: wanted(item.kind) }),
    }
}

/// Accepts the text of a field, or a code, for a question, on the day of the check.
///
/// # Errors
/// Why the text does not fit the question.
pub fn read_text(item: &Item, text: &str, today: NaiveDate) -> Result<Answer, AnswerError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AnswerError::Empty);
    }
    match item.kind {
        ItemKind::YesNo | ItemKind::Choice => read_code(item, text).map(Answer::Code),
        ItemKind::MultiChoice => read_codes(item, &[text.to_owned()]),
        ItemKind::Number | ItemKind::Money => read_number(item, read_decimal(text)?),
        ItemKind::Date => read_day(item, text, text, "2026-11-21", today).map(Answer::Day),
        ItemKind::Month => {
            read_day(item, text, &format!("{text}-01"), "2026-11", today).map(Answer::Month)
        }
        ItemKind::Text => read_words(item, text).map(Answer::Text),
    }
}

fn offer(offered: bool, answer: Answer, word: &'static str) -> Result<Answer, AnswerError> {
    if offered { Ok(answer) } else { Err(AnswerError::NotOffered { word }) }
}

fn wanted(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::YesNo => "yes 或 no",
        ItemKind::Choice => "一个选项的代码",
        ItemKind::MultiChoice => "选项代码的列表",
        ItemKind::Number => "数",
        ItemKind::Money => "以元为单位的数",
        ItemKind::Date => "日期，例如 2026-11-21",
        ItemKind::Month => "月份，例如 2026-11",
        ItemKind::Text => "文字",
    }
}

fn read_code(item: &Item, code: &str) -> Result<String, AnswerError> {
    if item.label(code).is_some() {
        return Ok(code.to_owned());
    }
    Err(AnswerError::UnknownCode { code: code.to_owned(), offered: item.codes().join("、") })
}

fn read_codes(item: &Item, codes: &[String]) -> Result<Answer, AnswerError> {
    if codes.is_empty() {
        return Err(AnswerError::Empty);
    }
    for code in codes {
        read_code(item, code)?;
    }
    let ticked = |code: &str| codes.iter().any(|ticked| ticked == code);
    let in_order: Vec<String> =
        item.codes().into_iter().filter(|code| ticked(code)).map(str::to_owned).collect();
    let alone = item.options.iter().find(|option| option.exclusive && ticked(&option.code));
    match alone {
        Some(option) if in_order.len() > 1 => {
            Err(AnswerError::Exclusive { label: option.text.clone() })
        }
        _ => Ok(Answer::Codes(in_order)),
    }
}

/// Accepts a number, with or without commas between thousands.
///
/// # Errors
/// When it is none.
pub fn read_decimal(text: &str) -> Result<Decimal, AnswerError> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '，' | ' ')).collect();
    Decimal::from_str(&plain).map_err(|_| AnswerError::NotANumber(text.to_owned()))
}

fn read_number(item: &Item, number: Decimal) -> Result<Answer, AnswerError> {
    let number = number.normalize();
    let allowed = if item.kind == ItemKind::Money { MONEY_DECIMALS } else { item.decimals };
    if number.scale() > allowed {
        return Err(AnswerError::Decimals { allowed });
    }
    let bound = |bound: &Option<Bound>| match bound {
        Some(Bound::Number(Exact(number))) => Some(*number),
        _ => None,
    };
    let floor = if item.kind == ItemKind::Money { Some(Decimal::ZERO) } else { None };
    let (min, max) = (bound(&item.min).or(floor), bound(&item.max));
    if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
        return Err(AnswerError::Range { min: min.map(grouped), max: max.map(grouped) });
    }
    Ok(Answer::Number(number))
}

fn read_day(
    item: &Item,
    text: &str,
    full: &str,
    form: &'static str,
    today: NaiveDate,
) -> Result<NaiveDate, AnswerError> {
    let wrong = || AnswerError::NotADate { text: text.to_owned(), form };
    // chrono accepts signs and missing zeros; the contract is exactly YYYY-MM-DD.
    let shape = full.len() == 10 && full.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day =
        NaiveDate::parse_from_str(full, "%Y-%m-%d").ok().filter(|_| shape).ok_or_else(wrong)?;
    // A month is kept as its first day, and so is the month of today.
    let this_one = match item.kind {
        ItemKind::Month => today.with_day(1).unwrap_or(today),
        _ => today,
    };
    let bound = |bound: &Option<Bound>| match bound {
        Some(Bound::Text(text)) => item.day_bound(text).map(|day| day.unwrap_or(this_one)),
        _ => None,
    };
    let (min, max) = (bound(&item.min), bound(&item.max));
    if min.is_some_and(|min| day < min) || max.is_some_and(|max| day > max) {
        let show = |day: NaiveDate| {
            let answer =
                if item.kind == ItemKind::Month { Answer::Month(day) } else { Answer::Day(day) };
            answer.display(item)
        };
        return Err(AnswerError::Range { min: min.map(show), max: max.map(show) });
    }
    Ok(day)
}

fn read_words(item: &Item, text: &str) -> Result<String, AnswerError> {
    if item.format == Some(TextFormat::Uscc) {
        return uscc::check(text).map_err(AnswerError::Uscc);
    }
    read_line(text, item.max_length.unwrap_or(DEFAULT_MAX_LENGTH))
}

/// Accepts a line of at most so many characters, without signs that no printer shows.
///
/// # Errors
/// Why it is not accepted.
pub fn read_line(text: &str, allowed: usize) -> Result<String, AnswerError> {
    if text.chars().any(is_invisible) {
        return Err(AnswerError::Invisible);
    }
    let found = text.chars().count();
    if found > allowed {
        return Err(AnswerError::TooLong { allowed, found });
    }
    Ok(text.to_owned())
}

/// Controls and direction marks, which can make a name read as another.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

//! What can be answered to a question: what is clicked, what is typed.

use chrono::NaiveDate;
use serde_json::Value;

use crate::questionnaire::model::Bound;
use crate::questionnaire::{Exact, Item, ItemKind};
use crate::response::{Answer, AnswerError, grouped, read_json, read_text};

use super::{Choice, Field};

/// Accepts an answer as an answers file has it, or the text of a field.
pub(super) fn read(item: &Item, value: &Value, on: NaiveDate) -> Result<Answer, AnswerError> {
    let number = matches!(item.kind, ItemKind::Number | ItemKind::Money);
    match value {
        Value::String(text) if number && !is_special(value) => read_text(item, text, on),
        _ => read_json(item, value, on),
    }
}

fn is_special(value: &Value) -> bool {
    [Answer::Unknown, Answer::NotApplicable].iter().any(|answer| json(answer) == *value)
}

/// Every answer of a question that can be clicked, without its effect.
pub(super) fn choices(item: &Item, answer: Option<&Answer>) -> Vec<Choice> {
    let zero = item.zero.iter().map(|label| plain(label, &Answer::Number(0.into()), answer));
    let unknown = item.unknown.then(|| plain("不清楚", &Answer::Unknown, answer));
    let not = item.not_applicable.iter().map(|label| plain(label, &Answer::NotApplicable, answer));
    let codes = item.codes();
    let codes = codes.into_iter().map(|code| coded(item, code, answer));
    codes.chain(zero).chain(unknown).chain(not).collect()
}

fn plain(text: &str, this: &Answer, answer: Option<&Answer>) -> Choice {
    Choice {
        answer: json(this),
        text: text.to_owned(),
        hint: None,
        chosen: answer == Some(this),
        several: false,
        effect: Vec::new(),
        opens: Vec::new(),
    }
}

fn coded(item: &Item, code: &str, answer: Option<&Answer>) -> Choice {
    let several = item.kind == ItemKind::MultiChoice;
    let ticked: &[String] = match answer {
        Some(Answer::Codes(codes)) => codes,
        _ => &[],
    };
    let this = Answer::Code(code.to_owned());
    let option = item.options.iter().find(|option| option.code == code);
    Choice {
        answer: if several { toggled(item, ticked, code) } else { json(&this) },
        text: item.label(code).unwrap_or(code).to_owned(),
        hint: option.and_then(|option| option.hint.clone()),
        chosen: answer == Some(&this) || ticked.iter().any(|ticked| ticked == code),
        several,
        effect: Vec::new(),
        opens: Vec::new(),
    }
}

/// The codes after one more click: what stands alone drives out the others.
fn toggled(item: &Item, ticked: &[String], code: &str) -> Value {
    let alone =
        |code: &str| item.options.iter().any(|option| option.code == code && option.exclusive);
    if ticked.iter().any(|one| one == code) {
        let rest: Vec<&String> = ticked.iter().filter(|one| *one != code).collect();
        return if rest.is_empty() { Value::Null } else { serde_json::json!(rest) };
    }
    let stays = |one: &&str| *one == code || (!alone(code) && !alone(one) && has(ticked, one));
    serde_json::json!(item.codes().into_iter().filter(stays).collect::<Vec<&str>>())
}

fn has(ticked: &[String], code: &str) -> bool {
    ticked.iter().any(|one| one == code)
}

/// An answer as an answers file has it.
fn json(answer: &Answer) -> Value {
    serde_json::to_value(answer).unwrap_or_default()
}

/// Where a question is answered by typing.
pub(super) fn field(item: &Item, answer: Option<&Answer>) -> Option<Field> {
    let kind = match item.kind {
        ItemKind::YesNo | ItemKind::Choice | ItemKind::MultiChoice => return None,
        ItemKind::Number | ItemKind::Money => "number",
        ItemKind::Date => "date",
        ItemKind::Month => "month",
        ItemKind::Text => "text",
    };
    let value = match answer {
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::Text(text)) => text.clone(),
        Some(day @ (Answer::Day(_) | Answer::Month(_))) => {
            json(day).as_str().unwrap_or_default().to_owned()
        }
        _ => String::new(),
    };
    let unit = if item.kind == ItemKind::Money { Some("元") } else { item.unit.as_deref() };
    Some(Field { kind, value, unit: unit.unwrap_or_default().to_owned(), range: range(item) })
}

fn range(item: &Item) -> String {
    let (least, most) = match item.kind {
        ItemKind::Date | ItemKind::Month => ("不早于", "不晚于"),
        _ => ("不小于", "不大于"),
    };
    match (item.min.as_ref().map(bound), item.max.as_ref().map(bound)) {
        (Some(min), Some(max)) => format!("可填 {min} 到 {max}"),
        (Some(min), None) => format!("{least} {min}"),
        (None, Some(max)) => format!("{most} {max}"),
        (None, None) => String::new(),
    }
}

fn bound(bound: &Bound) -> String {
    match bound {
        Bound::Number(Exact(number)) => grouped(*number),
        Bound::Text(text) if text == "today" => "体检当天".to_owned(),
        Bound::Text(text) => text.clone(),
    }
}

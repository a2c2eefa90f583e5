//! What stands in one cell of the table.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::District;
use crate::deployment::{Output, Printer, TerminalId};

/// Signs that names may hold besides letters, digits and Chinese characters.
const SIGNS: &str = " ·（）()、.-_#";
/// How a table says that no printer is fitted.
const NO_PRINTER: &str = "无";

pub(super) fn terminal(text: &str) -> Result<TerminalId, String> {
    TerminalId::try_from(text.to_owned())
}

pub(super) fn district(text: &str, districts: &[District]) -> Result<District, String> {
    let found = districts.iter().find(|district| district.name == text || district.code == text);
    found.cloned().ok_or_else(|| {
        let names: Vec<&str> = districts.iter().map(|district| district.name.as_str()).collect();
        format!("district：没有区县“{text}”。可以写：{}", names.join("、"))
    })
}

/// A name that is needed: neither a formula for a spreadsheet nor anything for a shell or a page.
pub(super) fn name(column: &str, text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_alphanumeric() || SIGNS.contains(c);
    let begins = text.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '（');
    if text.is_empty() {
        Err(format!("{column} 没有填"))
    } else if begins && text.chars().all(plain) {
        Ok(text.to_owned())
    } else {
        Err(format!(
            "{column}：“{}”里有不能用的符号，只用汉字、字母、数字和 {SIGNS}",
            text.escape_debug()
        ))
    }
}

/// One of the words that the configuration knows.
pub(super) fn word<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, String> {
    let read = serde_json::from_value(Value::String(text.to_owned()));
    read.map_err(|error| format!("{column}：不认识“{}”（{error}）", text.escape_debug()))
}

/// Empty when one is fitted, else its name, or that there is none.
pub(super) fn printer(text: &str) -> Result<Printer, String> {
    match text {
        "" => Ok(Printer { fitted: true, name: None }),
        NO_PRINTER => Ok(Printer { fitted: false, name: None }),
        named => Ok(Printer { fitted: true, name: Some(name("printer", named)?) }),
    }
}

/// Words with spaces between them; none means nothing but paper.
pub(super) fn outputs(text: &str) -> Result<Vec<Output>, String> {
    text.split_whitespace().map(|one| word("outputs", one)).collect()
}

/// Seconds; nothing when the usual ones hold.
pub(super) fn seconds(column: &str, text: &str) -> Result<Option<u64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().map_err(|_| format!("{column}：“{}”不是整数", text.escape_debug()));
    number.map(Some)
}

//! From bytes that anybody may have written to a JSON value, within limits that are held before
//! anything is parsed.

use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::envelope::{FileError, LARGEST, Spot};

/// Most lists and objects inside each other; a report has seven.
const DEEPEST: usize = 64;
/// What the reader's own error begins with.
const TWICE: &str = "twice:";
/// Signs of a name that a message shows.
const SHOWN: usize = 40;

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, FileError> {
    if bytes.len() > LARGEST {
        return Err(FileError::TooBig);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => FileError::CutOff,
        Some(_) => FileError::NotUtf8,
    })?;
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.is_empty() { Err(FileError::Empty) } else { Ok(text) }
}

/// The value of a JSON text: not too deep, every name once.
pub(super) fn value(json: &str) -> Result<Value, FileError> {
    if depth(json) > DEEPEST {
        return Err(FileError::TooDeep);
    }
    serde_json::from_str::<Unique>(json).map(|unique| unique.0).map_err(|error| {
        match error.classify() {
            Category::Eof | Category::Io => FileError::CutOff,
            Category::Data => {
                let message = error.to_string();
                let name = message.strip_prefix(TWICE).unwrap_or(&message);
                FileError::Twice(name.chars().take(SHOWN).collect())
            }
            Category::Syntax => {
                FileError::Damaged(Spot::At { line: error.line(), column: error.column() })
            }
        }
    })
}

/// How many lists and objects are open at once, at most. Brackets in strings do not count.
fn depth(json: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let (mut inside, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'[' | b'{' if !inside => {
                open += 1;
                most = most.max(open);
            }
            b']' | b'}' if !inside => open = open.saturating_sub(1),
            _ => {}
        }
    }
    most
}

/// A value in whose objects every name stands once.
struct Unique(Value);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Unique(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((name, Unique(value))) = object.next_entry::<String, Unique>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format!("{TWICE}{name}")));
            }
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

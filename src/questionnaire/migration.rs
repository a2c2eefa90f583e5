//! How answers to questions that are gone move to those that took their place. Authors write it
//! as YAML beside the packs; `archive::migrate` carries answers by it.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The word for the same answer under another `link_id`.
const KEEP: &str = "keep";

/// What moved in one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Migration {
    /// Id of the pack.
    pub pack: String,
    /// Questions that took the place of others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// Questions that nothing took the place of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<DroppedItem>,
}

/// One question that took the place of one or more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Version of the pack in which it came.
    pub since: Version,
    /// The new question.
    pub to: String,
    /// Every question that it replaces, and how its answers are read.
    pub from: BTreeMap<String, Mapping>,
    /// The code for nothing collected, for a `multi-choice`.
    #[serde(default, rename = "else", skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
}

/// One question that nothing took the place of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DroppedItem {
    /// Version of the pack in which it went.
    pub since: Version,
    /// The old question.
    pub link_id: String,
    /// Why its answer cannot be carried, for the person.
    pub why: String,
}

/// How the answers to an old question are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mapping {
    /// The same answer.
    Keep,
    /// Old code → codes of the new question; an empty list means that nothing was wrong.
    Codes(BTreeMap<String, Vec<String>>),
}

/// Version of a pack's content: whole numbers with points between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u32>);

impl Version {
    /// Reads `2026.11.3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Result<Vec<u32>, _> = text.split('.').map(str::parse).collect();
        parts.ok().map(Self)
    }
}

impl Mapping {
    /// Every code of the new question that an old answer can become.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let codes = match self {
            Self::Keep => None,
            Self::Codes(codes) => Some(codes),
        };
        codes.into_iter().flat_map(BTreeMap::values).flatten().map(String::as_str)
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        serializer.serialize_str(&parts.join("."))
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let version = value.as_str().and_then(Self::parse);
        version.ok_or_else(|| D::Error::custom("版本写成 2026.11.3 的样子"))
    }
}

impl Serialize for Mapping {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => serializer.serialize_str(KEEP),
            Self::Codes(codes) => codes.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(word) if word == KEEP => Ok(Self::Keep),
            Value::Object(map) => map
                .into_iter()
                .map(|(code, to)| Ok((code_of(&Value::String(code))?, codes_of(&to)?)))
                .collect::<Result<_, String>>()
                .map(Self::Codes)
                .map_err(D::Error::custom),
            _ => Err(D::Error::custom("写 keep，或者“旧代码: 新代码”的对照")),
        }
    }
}

fn codes_of(value: &Value) -> Result<Vec<String>, String> {
    match value {
        Value::Array(codes) => codes.iter().map(code_of).collect(),
        code => Ok(vec![code_of(code)?]),
    }
}

/// A code; YAML may have made a truth value of an unquoted one.
fn code_of(value: &Value) -> Result<String, String> {
    match value {
        Value::String(code) if code != "true" && code != "false" => Ok(code.clone()),
        Value::Bool(_) | Value::String(_) => {
            Err("yes、no、on、y、n 要写在引号里，否则不是代码".to_owned())
        }
        _ => Err("这里要写选项的代码，不要写数".to_owned()),
    }
}

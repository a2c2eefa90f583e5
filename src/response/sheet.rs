//! The answers file (`ANSWERS.json`): a contract that other programs write.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Answer, AnswerError, read_json};
use crate::questionnaire::{Compiled, ItemIx};

/// The version of the answers file that this program writes and reads.
const SCHEMA: u32 = 1;

/// One answers file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Sheet {
    /// Version of the format.
    pub schema: u32,
    /// Day of the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// How much is asked.
    #[serde(default)]
    pub mode: Mode,
    /// Packs of a `topics` check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Answers by `link_id`; a question stands once.
    #[serde(deserialize_with = "each_once")]
    pub answers: BTreeMap<String, Value>,
}

/// serde would also take a list of the fields' values; the contract is an object.
impl<'de> Deserialize<'de> for Sheet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Sheet;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with schema and answers")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Sheet, A::Error> {
                Sheet::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

impl Serialize for Sheet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

/// Reads the answers; of two to one question neither is taken.
fn each_once<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Value>, D::Error> {
    struct EachOnce;
    impl<'de> Visitor<'de> for EachOnce {
        type Value = BTreeMap<String, Value>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of answers by link_id")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut answers = BTreeMap::new();
            while let Some((link_id, value)) = map.next_entry::<String, Value>()? {
                if answers.insert(link_id.clone(), value).is_some() {
                    return Err(A::Error::custom(format!("duplicate answer `{link_id}`")));
                }
            }
            Ok(answers)
        }
    }
    deserializer.deserialize_map(EachOnce)
}

/// How much is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The most consequential questions only.
    Quick,
    /// Every pack that concerns the firm.
    #[default]
    Full,
    /// Chosen packs.
    Topics,
}

/// Why a file of answers was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetError {
    /// A version that this program does not know.
    Schema(u32),
    /// No such question.
    UnknownItem(String),
    /// No such pack, or none named for a `topics` check.
    Topic(Option<String>),
    /// The value does not fit the question.
    Answer(String, AnswerError),
}

impl Sheet {
    /// Accepts every answer for its question, on the day of the check.
    ///
    /// # Errors
    /// Everything that is wrong, never only the first.
    pub fn read(
        &self,
        compiled: &Compiled,
        today: NaiveDate,
    ) -> Result<Vec<(ItemIx, Answer)>, Vec<SheetError>> {
        let mut errors = Vec::new();
        if self.schema != SCHEMA {
            errors.push(SheetError::Schema(self.schema));
        }
        if self.mode == Mode::Topics && self.topics.is_empty() {
            errors.push(SheetError::Topic(None));
        }
        for topic in &self.topics {
            if compiled.find_pack(topic).is_none() {
                errors.push(SheetError::Topic(Some(topic.clone())));
            }
        }
        let mut answers = Vec::new();
        for (link_id, value) in &self.answers {
            let Some(ix) = compiled.find(link_id) else {
                errors.push(SheetError::UnknownItem(link_id.clone()));
                continue;
            };
            match read_json(compiled.item(ix), value, today) {
                Ok(answer) => answers.push((ix, answer)),
                Err(error) => errors.push(SheetError::Answer(link_id.clone(), error)),
            }
        }
        // In the order of asking, so that an answer meets the state that it was given in.
        answers.sort_by_key(|(ix, _)| *ix);
        if errors.is_empty() { Ok(answers) } else { Err(errors) }
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schema(found) => {
                write!(f, "schema: 是 {found}，本程序只认 {SCHEMA}。请用同一版本的程序导出答案")
            }
            Self::UnknownItem(link_id) => {
                write!(f, "answers.{link_id}: 没有这一题。请检查代码，或换用同一版本的问卷")
            }
            Self::Topic(None) => f.write_str("topics: mode 是 topics 时要写出至少一份问卷的代码"),
            Self::Topic(Some(topic)) => write!(f, "topics: 没有 {topic} 这份问卷，请检查代码"),
            Self::Answer(link_id, error) => write!(f, "answers.{link_id}: {error}"),
        }
    }
}

impl std::error::Error for SheetError {}

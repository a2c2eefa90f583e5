//! The file as data. Fields are only ever added; what this program does not know it keeps.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::remedy::Remedy;
use super::{html, strict};

use crate::report::{self, Report, canonical};
use crate::response::Sheet;
use crate::risk::Check;
use crate::texts::{Lang, Texts};

/// Largest file, in bytes: some eighty full reports.
pub const LARGEST: usize = 8 << 20;
/// The name of the format.
const FORMAT: &str = "tijian";
/// The version of the file that this program writes and reads.
const SCHEMA: u64 = 1;
/// Most reports in a file: each is computed again when the file is opened.
const MOST_CHECKS: usize = 100;
/// The members that this program knows, beside `checks`, `draft` and `remedies`.
const FRAME: [&str; 3] = ["format", "schema", "digest"];

/// One firm's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Envelope {
    /// Reports as they were sealed, the oldest first. They are kept as they came, so that the seal
    /// of a report from another version still holds.
    pub checks: Vec<Value>,
    /// A check that was begun.
    pub draft: Option<Draft>,
    /// What was put right.
    pub remedies: Vec<Remedy>,
    /// Every other member, kept as it came: `register`, `reviews` and what later versions add.
    pub more: BTreeMap<String, Value>,
}

/// A check that was begun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The answers.
    pub sheet: Sheet,
    /// The packs that they were given to.
    #[serde(default)]
    pub packs: Vec<PackRef>,
    /// What later versions add.
    #[serde(flatten)]
    pub more: BTreeMap<String, Value>,
}

/// One pack by its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Id.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// SM3 of the content, in hex.
    pub hash: String,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The file.
    pub envelope: Envelope,
    /// Whether its content is that which it was written with.
    pub digest: Digest,
}

/// Whether a file's content is that which it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digest {
    /// The digest is that of the content.
    Holds,
    /// The content was changed after it was written, or the digest was.
    Broken,
    /// The file has none.
    Missing,
    /// A single report, which has its seal instead.
    Report,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than any file of ours.
    TooBig,
    /// Nothing in it.
    Empty,
    /// GBK, UTF-16 or no text at all.
    NotUtf8,
    /// Text, but not of this program.
    NotOurs,
    /// It ends in the middle.
    CutOff,
    /// It cannot be read; where.
    Damaged(Spot),
    /// Lists and objects deeper inside each other than any file of ours.
    TooDeep,
    /// A name stands twice in an object.
    Twice(String),
    /// A page with more than one file in it.
    TwoFiles,
    /// Too many reports.
    TooMany,
    /// Made by a later version of the program.
    Future,
}

/// A spot of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A member of an object, by its name.
    Member(String),
    /// A place in the text, each from 1.
    At {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
}

impl Envelope {
    /// Adds a report behind those of its day and before.
    pub fn add(&mut self, report: &Report) {
        let Ok(value) = serde_json::to_value(report) else { return };
        let day = |value: &Value| value.get("on").and_then(Value::as_str).map(str::to_owned);
        let later = self.checks.iter().position(|other| day(other) > day(&value));
        self.checks.insert(later.unwrap_or(self.checks.len()), value);
    }
}

impl Draft {
    /// The draft of a check: its answers and the packs that they were given to.
    #[must_use]
    pub fn of(check: &Check) -> Self {
        let compiled = check.compiled();
        let (flow, scope) = (check.flow(), check.flow().scope());
        let mut packs: Vec<_> = flow.path().map(|ix| compiled.items.at(ix).pack).collect();
        packs.dedup();
        let written = |answer| serde_json::to_value(answer).unwrap_or_default();
        let answers = check.answers().into_iter();
        Self {
            sheet: Sheet {
                schema: 1,
                on: Some(flow.today()),
                mode: scope.mode,
                topics: scope.topics.clone(),
                answers: answers
                    .map(|(ix, answer)| (compiled.item(ix).link_id.clone(), written(answer)))
                    .collect(),
            },
            packs: packs
                .into_iter()
                .map(|ix| compiled.packs.at(ix))
                .map(|pack| PackRef {
                    id: pack.id.clone(),
                    version: pack.version.clone(),
                    hash: pack.hash.clone(),
                })
                .collect(),
            more: BTreeMap::new(),
        }
    }
}

/// Writes a file: canonical JSON with the digest of its content.
///
/// # Errors
/// When this program could not read it again.
pub fn write(envelope: &Envelope) -> Result<String, FileError> {
    if envelope.checks.len() > MOST_CHECKS {
        return Err(FileError::TooMany);
    }
    let mut content = content(envelope).map_err(|_| damaged("content"))?;
    let unsealed = canonical(&content).map_err(|_| damaged("content"))?;
    if unsealed.len() > LARGEST {
        return Err(FileError::TooBig);
    }
    content.insert("digest".to_owned(), report::digest(unsealed.as_bytes()).into());
    let text = canonical(&content).map_err(|_| damaged("content"))?;
    if text.len() > LARGEST { Err(FileError::TooBig) } else { Ok(text) }
}

fn content(envelope: &Envelope) -> Result<Map<String, Value>, serde_json::Error> {
    let mut map: Map<String, Value> =
        envelope.more.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    map.insert("format".to_owned(), FORMAT.into());
    map.insert("schema".to_owned(), SCHEMA.into());
    map.insert("checks".to_owned(), Value::Array(envelope.checks.clone()));
    map.insert("remedies".to_owned(), serde_json::to_value(&envelope.remedies)?);
    if let Some(draft) = &envelope.draft {
        map.insert("draft".to_owned(), serde_json::to_value(draft)?);
    }
    Ok(map)
}

/// Reads a file: the JSON, a page that it is embedded in, or one report as `tijian assess` makes it.
///
/// # Errors
/// Why it is refused, and what to do.
pub fn read(bytes: &[u8]) -> Result<Loaded, FileError> {
    let text = strict::text(bytes)?;
    let json = match text.as_bytes().first() {
        Some(b'{') => text,
        Some(b'<') => html::extract(text)?,
        _ => return Err(FileError::NotOurs),
    };
    let Value::Object(map) = strict::value(json)? else { return Err(FileError::NotOurs) };
    if is_report(&map) {
        let checks = vec![Value::Object(map)];
        let envelope = Envelope { checks, ..Envelope::default() };
        return Ok(Loaded { envelope, digest: Digest::Report });
    }
    of_map(map)
}

/// A report has no format's name, but what every report has.
fn is_report(map: &Map<String, Value>) -> bool {
    let has = |name: &str| map.contains_key(name);
    !has("format") && ["schema", "on", "packs", "findings"].into_iter().all(has)
}

fn of_map(mut map: Map<String, Value>) -> Result<Loaded, FileError> {
    if map.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::NotOurs);
    }
    match map.get("schema").and_then(Value::as_u64) {
        Some(SCHEMA) => {}
        Some(later) if later > SCHEMA => return Err(FileError::Future),
        _ => return Err(damaged("schema")),
    }
    let digest = digest_of(&mut map);
    let checks: Vec<Value> = member(&mut map, "checks")?.ok_or_else(|| damaged("checks"))?;
    if checks.len() > MOST_CHECKS {
        return Err(FileError::TooMany);
    }
    let draft = member(&mut map, "draft")?;
    let remedies = member(&mut map, "remedies")?.unwrap_or_default();
    map.retain(|name, _| !FRAME.contains(&name.as_str()));
    let more = map.into_iter().collect();
    Ok(Loaded { envelope: Envelope { checks, draft, remedies, more }, digest })
}

/// Takes the digest out and holds it against the rest.
fn digest_of(map: &mut Map<String, Value>) -> Digest {
    match map.remove("digest") {
        None => Digest::Missing,
        Some(Value::String(digest)) if digest == report::seal(map) => Digest::Holds,
        Some(_) => Digest::Broken,
    }
}

fn member<T: DeserializeOwned>(
    map: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<T>, FileError> {
    let Some(value) = map.remove(name) else { return Ok(None) };
    serde_json::from_value(value).map(Some).map_err(|_| damaged(name))
}

fn damaged(name: &str) -> FileError {
    FileError::Damaged(Spot::Member(name.to_owned()))
}

impl FileError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.file;
        let told = match self {
            Self::TooBig => words.too_big,
            Self::Empty => words.empty,
            Self::NotUtf8 => words.not_utf8,
            Self::NotOurs => words.not_ours,
            Self::CutOff => words.cut_off,
            Self::Damaged(Spot::Member(name)) => return (words.damaged)(name),
            Self::Damaged(Spot::At { line, column }) => return (words.damaged_at)(*line, *column),
            Self::TooDeep => words.too_deep,
            Self::Twice(name) => return (words.twice)(name),
            Self::TwoFiles => words.two_files,
            Self::TooMany => words.too_many,
            Self::Future => words.future,
        };
        told.to_owned()
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

impl std::error::Error for FileError {}

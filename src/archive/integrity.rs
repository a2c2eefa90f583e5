//! Whether a stored report is what its answers give. The seal shows a change by accident or by
//! hand; it is no signature, so what the file says is held against what its answers give.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::report::{Report, seal};
use crate::texts::{Lang, Texts};

/// Whether a stored report can be relied on. What is shown is always what its answers give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Integrity {
    /// The seal holds, and the answers give the same report.
    Verified,
    /// The seal holds and the answers give the same conclusions; laws, services or the program have
    /// changed since, so that other words stand around them.
    Reworded,
    /// The seal holds, but the report was made with other packs, so that it cannot be made again.
    OtherPacks,
    /// The seal holds, but the answers give other conclusions under the same packs.
    Mismatch,
    /// The content is not that which was sealed.
    Altered,
}

/// One thing that a stored report says otherwise than its answers give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "what")]
pub enum Difference {
    /// A finding that the answers do not give.
    Claimed(String),
    /// A finding that the answers give and the report does not name.
    Hidden(String),
    /// A finding with another level, reason or amount.
    Finding(String),
    /// Another part of the report.
    Part(String),
}

/// Parts that follow from answers and packs alone.
const PARTS: [&str; 12] = [
    "schema",
    "on",
    "mode",
    "topics",
    "packs",
    "firm",
    "answers",
    "grade",
    "index",
    "coverage",
    "sums",
    "priorities",
];
/// Members of a finding that follow from answers and packs alone.
const JUDGED: [&str; 7] =
    ["domain", "title", "level", "likelihood", "consequence", "score", "flags"];

/// Whether the seal of a report is that of its content.
#[must_use]
pub fn seal_holds(stored: &Value) -> bool {
    let Some(sealed) = stored.get("seal").and_then(Value::as_str) else { return false };
    let mut content = stored.clone();
    if let Some(place) = content.get_mut("seal") {
        *place = Value::from("");
    }
    !sealed.is_empty() && seal(&content) == sealed
}

/// Judges a stored report against the one that its answers give with the packs of today.
#[must_use]
pub fn judge(stored: &Value, rebuilt: &Report, same_packs: bool) -> (Integrity, Vec<Difference>) {
    let differences = if same_packs { differences(stored, rebuilt) } else { Vec::new() };
    let same_seal = stored.get("seal").and_then(Value::as_str) == Some(&rebuilt.seal);
    let integrity = match (seal_holds(stored), same_packs) {
        (false, _) => Integrity::Altered,
        (true, false) => Integrity::OtherPacks,
        (true, true) if same_seal => Integrity::Verified,
        (true, true) if differences.is_empty() => Integrity::Reworded,
        (true, true) => Integrity::Mismatch,
    };
    (integrity, differences)
}

/// What a stored report says otherwise than the one made again, worst first.
fn differences(stored: &Value, rebuilt: &Report) -> Vec<Difference> {
    let made = serde_json::to_value(rebuilt).unwrap_or_default();
    let (old, new) = (by_id(stored, "findings"), by_id(&made, "findings"));
    let mut found: Vec<Difference> = Vec::new();
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    for id in ids {
        match (old.get(id), new.get(id)) {
            (Some(_), None) => found.push(Difference::Claimed(id.to_owned())),
            (None, Some(_)) => found.push(Difference::Hidden(id.to_owned())),
            (Some(old), Some(new)) if !same_finding(old, new) => {
                found.push(Difference::Finding(id.to_owned()));
            }
            _ => {}
        }
    }
    if list(stored, "findings").len() != old.len() {
        found.push(Difference::Part("findings".to_owned()));
    }
    let part = |name: &str| Difference::Part(name.to_owned());
    let differs = |name: &&&str| stored.get(**name) != made.get(**name);
    found.extend(PARTS.iter().filter(differs).map(|name| part(name)));
    let (old, new) = (by_id(stored, "domains"), by_id(&made, "domains"));
    if old != new {
        found.push(part("domains"));
    }
    let dues = |report: &Value| -> Vec<(Value, Value)> {
        let member = |entry: &Value, name| entry.get(name).cloned().unwrap_or_default();
        list(report, "deadlines")
            .iter()
            .map(|one| (member(one, "id"), member(one, "due")))
            .collect()
    };
    if dues(stored) != dues(&made) {
        found.push(part("deadlines"));
    }
    found
}

fn same_finding(old: &Value, new: &Value) -> bool {
    let because = |finding: &Value| -> Vec<(Value, Value)> {
        let member = |entry: &Value, name| entry.get(name).cloned().unwrap_or_default();
        let entries = list(finding, "because");
        entries.iter().map(|one| (member(one, "link_id"), member(one, "answer"))).collect()
    };
    let amount = |finding: &Value| {
        let exposure = finding.get("exposure");
        ["low", "high"].map(|name| exposure.and_then(|money| money.get(name)).cloned())
    };
    JUDGED.iter().all(|name| old.get(name) == new.get(name))
        && because(old) == because(new)
        && amount(old) == amount(new)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn by_id<'a>(report: &'a Value, name: &str) -> BTreeMap<&'a str, &'a Value> {
    let id = |entry: &'a Value| Some((entry.get("id")?.as_str()?, entry));
    list(report, name).iter().filter_map(id).collect()
}

impl Integrity {
    /// Whether nothing speaks against the stored report.
    #[must_use]
    pub fn holds(self) -> bool {
        matches!(self, Self::Verified | Self::Reworded)
    }

    /// What is told.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let words = &texts.file.trust;
        match self {
            Self::Verified => words.verified,
            Self::Reworded => words.reworded,
            Self::OtherPacks => words.other_packs,
            Self::Mismatch => words.mismatch,
            Self::Altered => words.altered,
        }
    }
}

impl Difference {
    /// What is told.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.file.trust;
        match self {
            Self::Claimed(id) => (words.claimed)(id),
            Self::Hidden(id) => (words.hidden)(id),
            Self::Finding(id) => (words.finding)(id),
            Self::Part(name) => (words.part)(name),
        }
    }
}

impl fmt::Display for Integrity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::Zh.texts()))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

//! Carries old answers to the packs of today. What cannot be carried is asked again and listed:
//! silence never becomes health.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::envelope::PackRef;
use super::lost::{Lost, Why};
use crate::questionnaire::{Compiled, ItemIx, ItemKind, Mapping, Migration, Move, Version};
use crate::report::Library;
use crate::response::{Answer, read_json};

/// How 不清楚 is written in files.
const UNKNOWN: &str = "unknown";

/// Old answers in the packs of today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// The answers, in the order of asking.
    pub answers: Vec<(ItemIx, Answer)>,
    /// What could not be carried, by `link_id`.
    pub lost: Vec<Lost>,
}

/// Why a move gives no answer; the old question that is to blame, where it is one.
enum Failure<'a> {
    Missing(&'a str),
    Code(&'a str),
    Unclear,
    Several,
}

/// The answers of one file on their way.
struct Journey<'a> {
    values: BTreeMap<&'a str, Value>,
    /// For an answer that a move made, the answers of the file that it was made of.
    origins: BTreeMap<&'a str, Vec<&'a str>>,
    /// Old questions of which a move took the answer.
    taken: BTreeSet<&'a str>,
    lost: BTreeMap<&'a str, Why<'a>>,
}

/// Carries answers by their `link_id` from the packs that they were given to, to those of a
/// library. They are read on a day.
#[must_use]
pub fn carry(
    answers: &BTreeMap<String, Value>,
    packs: &[PackRef],
    library: &Library,
    on: NaiveDate,
) -> Carried {
    let mut journey = Journey {
        values: answers.iter().map(|(id, value)| (id.as_str(), value.clone())).collect(),
        origins: BTreeMap::new(),
        taken: BTreeSet::new(),
        lost: BTreeMap::new(),
    };
    for one in in_order(&library.migrations, packs) {
        journey.apply(one, &library.compiled);
    }
    journey.arrive(answers, library, on)
}

/// The moves of every pack that came after the answers, the oldest first; else in the order of the
/// files. Of a pack that the answers do not name every move is tried.
fn in_order<'a>(migrations: &'a [Migration], packs: &[PackRef]) -> Vec<&'a Move> {
    let versions: BTreeMap<&str, Version> = packs
        .iter()
        .filter_map(|pack| Some((pack.id.as_str(), Version::parse(&pack.version)?)))
        .collect();
    let came_after = |migration: &Migration, one: &Move| {
        versions.get(migration.pack.as_str()).is_none_or(|version| one.since > *version)
    };
    let mut moves: Vec<&Move> = migrations
        .iter()
        .flat_map(|all| all.moves.iter().filter(move |one| came_after(all, one)))
        .collect();
    moves.sort_by_key(|one| &one.since);
    moves
}

impl<'a> Journey<'a> {
    fn apply(&mut self, one: &'a Move, compiled: &Compiled) {
        let to = one.to.as_str();
        let mut present: Vec<&'a str> =
            one.from.keys().map(String::as_str).filter(|id| self.values.contains_key(id)).collect();
        if present.is_empty() {
            return;
        }
        let before = self.values.contains_key(to).then_some(to);
        match self.mapped(one, compiled) {
            Ok(None) => {}
            Ok(Some(value)) => {
                self.taken.extend(&present);
                present.extend(before);
                let origins = present.into_iter().flat_map(|id| self.origins_of(id)).collect();
                self.origins.insert(to, origins);
                self.values.insert(to, value);
            }
            Err(failure) => {
                // An answer that is there already did not know of what the others would add.
                present.extend(before);
                for id in present {
                    self.lose(id, &failure.why(id, to));
                }
                self.values.remove(to);
            }
        }
    }

    fn origins_of(&self, id: &'a str) -> Vec<&'a str> {
        self.origins.get(id).cloned().unwrap_or_else(|| vec![id])
    }

    /// Lists what the file had; what a move made of it is no answer that anybody gave.
    fn lose(&mut self, id: &'a str, why: &Why<'a>) {
        for origin in self.origins_of(id) {
            self.lost.entry(origin).or_insert_with(|| why.clone());
        }
    }

    /// The answer to the new question; `None` when nothing was collected and no code says so, as
    /// with a question that is only asked about what was collected.
    fn mapped(&self, one: &'a Move, compiled: &Compiled) -> Result<Option<Value>, Failure<'a>> {
        let already = self.values.get(one.to.as_str());
        let mut codes: BTreeSet<String> = BTreeSet::new();
        let mut unknown = false;
        for (id, mapping) in &one.from {
            let value = self.values.get(id.as_str()).ok_or(Failure::Missing(id))?;
            if *mapping == Mapping::Keep && one.from.len() == 1 && already.is_none() {
                return Ok(Some(value.clone()));
            }
            unknown |= collect(one, mapping, value, &mut codes).ok_or(Failure::Code(id))?;
        }
        if let Some(value) = already {
            let read = collect(one, &Mapping::Keep, value, &mut codes);
            unknown |= read.ok_or(Failure::Several)?;
        }
        match (unknown, codes.is_empty()) {
            (true, true) => Ok(Some(Value::from(UNKNOWN))),
            (true, false) => Err(Failure::Unclear),
            (false, true) if one.otherwise.is_none() => Ok(None),
            (false, _) => answer_of(one, codes, compiled).map(Some).ok_or(Failure::Several),
        }
    }

    /// Reads what arrived by the questions of today and lists the rest.
    fn arrive(
        mut self,
        original: &BTreeMap<String, Value>,
        library: &'a Library,
        on: NaiveDate,
    ) -> Carried {
        let compiled = &library.compiled;
        let mut answers = Vec::new();
        for (id, value) in std::mem::take(&mut self.values) {
            let read = compiled.find(id).map(|ix| (ix, read_json(compiled.item(ix), &value, on)));
            match read {
                Some((ix, Ok(answer))) => answers.push((ix, answer)),
                Some((_, Err(error))) => self.lose(id, &Why::Unread(error.to_string())),
                None if self.taken.contains(id) => {}
                None => self.lose(id, &gone(id, &library.migrations)),
            }
        }
        answers.sort_by_key(|(ix, _)| *ix);
        let text = |id: &str| compiled.find(id).map(|ix| compiled.item(ix).text.clone());
        let lost = self.lost.into_iter().map(|(id, why)| Lost {
            link_id: id.to_owned(),
            question: text(id),
            answer: original.get(id).cloned().unwrap_or_default(),
            fate: why.fate(),
            why: why.words(|id| text(id).unwrap_or_else(|| id.to_owned())),
        });
        Carried { answers, lost: lost.collect() }
    }
}

impl<'a> Failure<'a> {
    /// The failure as it is for one of the old questions.
    fn why(&self, id: &str, to: &'a str) -> Why<'a> {
        match self {
            Self::Code(culprit) if *culprit == id => Why::Code(to),
            Self::Code(culprit) | Self::Missing(culprit) => Why::Partner(culprit),
            Self::Unclear => Why::Unclear(to),
            Self::Several => Why::Several(to),
        }
    }
}

/// Adds the codes that an old answer becomes; tells whether it is 不清楚. `None` when it cannot be
/// read as codes.
fn collect(
    one: &Move,
    mapping: &Mapping,
    value: &Value,
    codes: &mut BTreeSet<String>,
) -> Option<bool> {
    let old: Vec<&str> = match value {
        Value::String(word) if word == UNKNOWN => return Some(true),
        Value::String(code) => vec![code],
        Value::Array(list) => list.iter().map(Value::as_str).collect::<Option<_>>()?,
        _ => return None,
    };
    if old.is_empty() {
        return None;
    }
    for code in old {
        match mapping {
            Mapping::Keep if one.otherwise.as_deref() == Some(code) => {}
            Mapping::Keep => {
                codes.insert(code.to_owned());
            }
            Mapping::Codes(map) => codes.extend(map.get(code)?.iter().cloned()),
        }
    }
    Some(false)
}

/// The collected codes as an answer; `None` when they are not one.
fn answer_of(one: &Move, mut codes: BTreeSet<String>, compiled: &Compiled) -> Option<Value> {
    let several = match compiled.find(&one.to) {
        Some(ix) => compiled.item(ix).kind == ItemKind::MultiChoice,
        // A later move takes it on, in either form.
        None => one.otherwise.is_some(),
    };
    if several {
        if codes.is_empty() {
            codes.insert(one.otherwise.clone()?);
        }
        return Some(codes.into_iter().map(Value::from).collect());
    }
    let code = codes.pop_first()?;
    codes.is_empty().then(|| Value::from(code))
}

fn gone<'a>(id: &str, migrations: &'a [Migration]) -> Why<'a> {
    let mut dropped = migrations.iter().flat_map(|migration| &migration.dropped);
    dropped.find(|one| one.link_id == id).map_or(Why::Gone, |one| Why::Dropped(&one.why))
}

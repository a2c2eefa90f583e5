//! Opens a file: every report is made again from its answers, and what the file says is only held
//! against that.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde_json::Value;

use super::edition::Original;
use super::envelope::{Digest, Draft, Envelope, FileError, Loaded, PackRef, read};
use super::integrity::{Difference, Integrity, judge};
use super::lost::Lost;
use super::migrate::carry;
use super::problem::{CheckProblem, OpenProblem};
use crate::flow::Scope;
use crate::questionnaire::Compiled;
use crate::report::recall::{OldReport, Recalled, recall};
use crate::report::{Library, Report, build};
use crate::response::Mode;
use crate::risk::Check;

/// The version of a report that this program reads.
const SCHEMA: u64 = 1;
/// Years in which a check can have been made.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2199;

/// An opened file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The file as it came, to be written back.
    pub envelope: Envelope,
    /// Its reports, in the order of the file.
    pub checks: Vec<OpenedCheck>,
    /// Its draft.
    pub draft: Option<OpenedDraft>,
    /// What is wrong with the file, beside what its checks say themselves.
    pub problems: Vec<OpenProblem>,
}

/// One stored report, made again.
#[derive(Clone, Debug)]
pub struct OpenedCheck {
    /// Its place in the file, from 0.
    pub at: usize,
    /// The seal that is stored.
    pub seal: String,
    /// The packs that it was made with.
    pub packs: Vec<PackRef>,
    /// Whether those are the packs of today.
    pub same_packs: bool,
    /// Whether it can be relied on.
    pub integrity: Integrity,
    /// What it says otherwise than its answers give, when the packs are the same.
    pub differences: Vec<Difference>,
    /// Its answers in the packs of today, on its day.
    pub check: Check,
    /// The report that they give: the one to show.
    pub report: Report,
    /// The report that its own packs give, when they are not those of today and could be had.
    pub original: Option<Original>,
    /// Answers that could not be carried.
    pub lost: Vec<Lost>,
    /// Findings that rest on articles changed since.
    pub recalled: Vec<Recalled>,
}

/// A stored draft in the packs of today.
#[derive(Clone, Debug)]
pub struct OpenedDraft {
    /// Its answers, to be gone on with today.
    pub check: Check,
    /// Answers that could not be carried.
    pub lost: Vec<Lost>,
}

/// As much of a stored report as is needed to make it again.
#[derive(Deserialize)]
struct Stored {
    on: NaiveDate,
    mode: Mode,
    topics: Vec<String>,
    packs: Vec<PackRef>,
    answers: BTreeMap<String, Value>,
    #[serde(default)]
    seal: String,
}

/// Opens a file: the JSON, a page with it, or one report as `tijian assess` makes it.
///
/// # Errors
/// Why the file is refused, and what to do.
pub fn open(bytes: &[u8], library: &Library, today: NaiveDate) -> Result<Opened, FileError> {
    Ok(open_loaded(read(bytes)?, library, today))
}

/// Opens what was read.
#[must_use]
pub fn open_loaded(loaded: Loaded, library: &Library, today: NaiveDate) -> Opened {
    let Loaded { envelope, digest } = loaded;
    let mut problems = Vec::new();
    match digest {
        Digest::Broken => problems.push(OpenProblem::Digest),
        Digest::Missing => problems.push(OpenProblem::NoDigest),
        Digest::Holds | Digest::Report => {}
    }
    let mut checks = Vec::new();
    for (at, stored) in envelope.checks.iter().enumerate() {
        match read_stored(stored) {
            Ok(parts) => {
                if parts.on > today {
                    problems.push(OpenProblem::Tomorrow(at, parts.on));
                }
                checks.push(open_check(at, stored, parts, library, today, &mut problems));
            }
            Err(problem) => problems.push(OpenProblem::Check(at, problem)),
        }
    }
    let draft =
        envelope.draft.as_ref().map(|draft| open_draft(draft, library, today, &mut problems));
    Opened { envelope, checks, draft, problems }
}

fn read_stored(stored: &Value) -> Result<Stored, CheckProblem> {
    let schema = stored.get("schema").and_then(Value::as_u64);
    if schema.is_some_and(|schema| schema > SCHEMA) {
        return Err(CheckProblem::Future);
    }
    if stored.is_object() && stored.get("answers").is_none() {
        return Err(CheckProblem::NoAnswers);
    }
    let parts = Stored::deserialize(stored).map_err(|_| CheckProblem::Damaged)?;
    let good = schema == Some(SCHEMA) && YEARS.contains(&parts.on.year());
    if good { Ok(parts) } else { Err(CheckProblem::Damaged) }
}

fn open_check(
    at: usize,
    value: &Value,
    stored: Stored,
    library: &Library,
    today: NaiveDate,
    problems: &mut Vec<OpenProblem>,
) -> OpenedCheck {
    let same_packs = same_packs(&stored.packs, &library.compiled);
    let scope = scope(stored.mode, &stored.topics, library, problems);
    let (check, mut lost) = rebuilt(&stored.answers, &stored.packs, scope, library, stored.on);
    name_questions(&mut lost, value);
    let report = build(&check, library);
    let (integrity, differences) = judge(value, &report, same_packs);
    let recalled = recalled(&report, library, today);
    let Stored { seal, packs, .. } = stored;
    OpenedCheck {
        at,
        seal,
        packs,
        same_packs,
        integrity,
        differences,
        check,
        report,
        original: None,
        lost,
        recalled,
    }
}

/// A stored report made again with a library, which holds its own packs.
pub(super) fn made_again(stored: &Value, library: &Library) -> Option<Report> {
    let parts = read_stored(stored).ok()?;
    let scope = scope(parts.mode, &parts.topics, library, &mut Vec::new());
    let (check, _) = rebuilt(&parts.answers, &parts.packs, scope, library, parts.on);
    Some(build(&check, library))
}

fn open_draft(
    draft: &Draft,
    library: &Library,
    today: NaiveDate,
    problems: &mut Vec<OpenProblem>,
) -> OpenedDraft {
    let sheet = &draft.sheet;
    let scope = scope(sheet.mode, &sheet.topics, library, problems);
    let (check, lost) = rebuilt(&sheet.answers, &draft.packs, scope, library, today);
    OpenedDraft { check, lost }
}

/// Whether the packs that a report names are those that are compiled, by their digests.
pub(super) fn same_packs(packs: &[PackRef], compiled: &Compiled) -> bool {
    let now: BTreeMap<&str, &str> =
        compiled.packs.iter().map(|pack| (pack.id.as_str(), pack.hash.as_str())).collect();
    packs.iter().all(|pack| now.get(pack.id.as_str()) == Some(&pack.hash.as_str()))
}

fn scope(
    mode: Mode,
    topics: &[String],
    library: &Library,
    problems: &mut Vec<OpenProblem>,
) -> Scope {
    let (there, gone): (Vec<String>, Vec<String>) =
        topics.iter().cloned().partition(|topic| library.compiled.find_pack(topic).is_some());
    problems.extend(gone.into_iter().map(OpenProblem::Topic));
    Scope { mode, topics: there }
}

/// The check that answers give in the packs of today, and what is not in it.
fn rebuilt(
    answers: &BTreeMap<String, Value>,
    packs: &[PackRef],
    scope: Scope,
    library: &Library,
    on: NaiveDate,
) -> (Check, Vec<Lost>) {
    let carried = carry(answers, packs, library, on);
    let (check, off) = Check::with(Rc::clone(&library.compiled), scope, on, carried.answers);
    let mut lost = carried.lost;
    // A question may be asked still, although what it was to move to is not answered.
    let asked = |id: &str| library.compiled.find(id).and_then(|ix| check.flow().answer(ix));
    lost.retain(|lost| asked(&lost.link_id).is_none());
    let known: BTreeSet<String> = lost.iter().map(|lost| lost.link_id.clone()).collect();
    let off =
        off.into_iter().map(|(ix, answer)| Lost::off_path(library.compiled.item(ix), &answer));
    lost.extend(off.filter(|lost| !known.contains(&lost.link_id)));
    (check, lost)
}

/// Gives lost answers the words of their question, where the report quotes it.
fn name_questions(lost: &mut [Lost], stored: &Value) {
    let list = |value: &Value, name: &str| -> Vec<Value> {
        value.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let text = |value: &Value, name: &str| Some(value.get(name)?.as_str()?.to_owned());
    let reasons = list(stored, "findings").into_iter().flat_map(|one| list(&one, "because"));
    let quoted: BTreeMap<String, String> = reasons
        .chain(list(stored, "unknowns"))
        .filter_map(|one| Some((text(&one, "link_id")?, text(&one, "question")?)))
        .collect();
    for one in lost.iter_mut().filter(|one| one.question.is_none()) {
        one.question = quoted.get(&one.link_id).cloned();
    }
}

fn recalled(report: &Report, library: &Library, today: NaiveDate) -> Vec<Recalled> {
    let old =
        serde_json::to_value(report).ok().and_then(|value| OldReport::deserialize(value).ok());
    old.map(|old| recall(&old, &library.laws, today)).unwrap_or_default()
}

impl Opened {
    /// Whether nothing speaks against what the file says.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
            && self.checks.iter().all(|check| check.integrity.holds() && check.lost.is_empty())
    }

    /// The file in the packs of today: every report made again from its answers. What cannot be
    /// opened stays as it was.
    #[must_use]
    pub fn carried(&self) -> Envelope {
        let mut envelope = self.envelope.clone();
        for check in &self.checks {
            if let (Some(place), Ok(value)) =
                (envelope.checks.get_mut(check.at), serde_json::to_value(&check.report))
            {
                *place = value;
            }
        }
        if let (Some(opened), Some(draft)) = (&self.draft, &mut envelope.draft) {
            let on = draft.sheet.on;
            let carried = Draft::of(&opened.check);
            (draft.sheet, draft.packs) = (carried.sheet, carried.packs);
            draft.sheet.on = on;
        }
        envelope
    }
}

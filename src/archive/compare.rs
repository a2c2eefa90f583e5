//! Two checks of one firm side by side, both in the packs of today.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::questionnaire::Compiled;
use crate::report::{Deadline, Domain, Finding, Report};
use crate::risk::{Check, Grade, Level, Outcome};

/// A check and the report that was made of it.
pub type Checked<'a> = (&'a Check, &'a Report);

/// What has changed from one check to the next. Lists are worst first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Day of the older check.
    pub old_on: NaiveDate,
    /// Day of the newer check.
    pub new_on: NaiveDate,
    /// Index, coverage and verdict.
    pub figures: Figures,
    /// The same domain by domain, in the order of asking.
    pub domains: Vec<DomainChange>,
    /// Found then, looked at now and not there.
    pub fixed: Vec<Line>,
    /// Found then and now.
    pub still: Vec<Line>,
    /// Looked at then and not there, or no concern of the firm then; found now.
    pub new: Vec<Line>,
    /// Found in one, not judged in the other.
    pub not_comparable: Vec<Line>,
    /// Deadlines of the older check that were still running then and have passed by the newer.
    pub due_since: Vec<Deadline>,
}

/// Figures before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// 0 to 100; absent when nothing was assessed.
    pub index: Change<Option<u32>>,
    /// Per cent; absent when nothing concerns the firm.
    pub coverage: Change<Option<u32>>,
    /// The verdict; absent when the domain was not in the check.
    pub grade: Change<Option<Grade>>,
}

/// A value in the older and in the newer check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change<T> {
    /// In the older.
    pub before: T,
    /// In the newer.
    pub after: T,
}

/// One domain in both checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DomainChange {
    /// Id of the pack.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its figures.
    pub figures: Figures,
}

/// One finding in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Id of the rule.
    pub id: String,
    /// Id of the domain.
    pub domain: String,
    /// Names the problem, as in the newer check that has it.
    pub title: String,
    /// The level in each check that has it.
    pub level: Change<Option<Level>>,
    /// The other check's reason for not judging it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<NotJudged>,
}

/// Why a check does not judge a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotJudged {
    /// Its questions were not part of the check, or there was no such rule.
    NotAsked,
    /// An answer was missing or 不清楚.
    NotAnswered,
    /// It did not concern the firm.
    NotApplicable,
}

/// What one check says about one rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Triggered,
    Clear,
    Not(NotJudged),
}

/// Compares two checks. Both are to be made in the packs of today, as
/// [`open`](super::open::open) does.
#[must_use]
pub fn compare(old: Checked, new: Checked) -> Comparison {
    let (then, now) = (states(old.0), states(new.0));
    let origin = |finding: &Finding| origin(new.0.compiled(), &finding.id).to_owned();
    let state = |states: &BTreeMap<&str, State>, id: &str| {
        states.get(id).copied().unwrap_or(State::Not(NotJudged::NotAsked))
    };
    let (mut fixed, mut not_comparable) = (Vec::new(), Vec::new());
    for finding in &old.1.findings {
        let before = Change { before: Some(finding.level), after: None };
        match state(&now, &origin(finding)) {
            State::Triggered => {}
            State::Clear => fixed.push(line(finding, before, None)),
            State::Not(why) => not_comparable.push(line(finding, before, Some(why))),
        }
    }
    let levels: BTreeMap<String, Level> =
        old.1.findings.iter().map(|finding| (origin(finding), finding.level)).collect();
    let (mut still, mut fresh) = (Vec::new(), Vec::new());
    for finding in &new.1.findings {
        let before = levels.get(&origin(finding)).copied();
        let level = Change { before, after: Some(finding.level) };
        match state(&then, &origin(finding)) {
            State::Triggered => still.push(line(finding, level, None)),
            State::Clear | State::Not(NotJudged::NotApplicable) => {
                fresh.push(line(finding, level, None));
            }
            State::Not(why) => not_comparable.push(line(finding, level, Some(why))),
        }
    }
    // Stable: what is equally grave stays in the order of its report, the older first.
    not_comparable.sort_by_key(|line| line.level.after.or(line.level.before));
    Comparison {
        old_on: old.1.on,
        new_on: new.1.on,
        figures: figures(old.1, new.1),
        domains: domains(old.1, new.1),
        fixed,
        still,
        new: fresh,
        not_comparable,
        due_since: due_since(old.1, new.1.on),
    }
}

/// The first of the rules that take each other's place when the law changes.
fn origin<'a>(compiled: &'a Compiled, id: &'a str) -> &'a str {
    let rule = compiled.findings.iter().map(|node| &node.rule).find(|rule| rule.id == id);
    let earlier = rule.and_then(|rule| rule.follows.as_deref());
    earlier.map_or(id, |earlier| origin(compiled, earlier))
}

/// What a check says about each rule, under the id of its origin.
fn states(check: &Check) -> BTreeMap<&str, State> {
    let compiled = check.compiled();
    let state = |ix| {
        let node = compiled.findings.at(ix);
        match check.board().outcome(ix) {
            Outcome::Triggered => State::Triggered,
            Outcome::Clear => State::Clear,
            Outcome::Unassessed => State::Not(NotJudged::NotAnswered),
            Outcome::NotApplicable => {
                let flow = check.flow();
                let judged = flow.scope().judges(compiled, node, |item| flow.asked(item));
                State::Not(if judged { NotJudged::NotApplicable } else { NotJudged::NotAsked })
            }
        }
    };
    // Of rules that take each other's place the one that is law on the day has the last word.
    let on_day = |law: bool| {
        let entries = compiled.findings.entries();
        entries.filter(move |(_, node)| node.rule.in_force(check.flow().today()) == law)
    };
    on_day(false)
        .chain(on_day(true))
        .map(|(ix, node)| {
            let rule = &node.rule;
            let earlier = rule.follows.as_deref();
            (earlier.map_or(rule.id.as_str(), |earlier| origin(compiled, earlier)), state(ix))
        })
        .collect()
}

fn line(finding: &Finding, level: Change<Option<Level>>, why: Option<NotJudged>) -> Line {
    Line {
        id: finding.id.clone(),
        domain: finding.domain.clone(),
        title: finding.title.clone(),
        level,
        why,
    }
}

fn figures(old: &Report, new: &Report) -> Figures {
    Figures {
        index: Change { before: old.index, after: new.index },
        coverage: Change { before: old.coverage, after: new.coverage },
        grade: Change { before: Some(old.grade), after: Some(new.grade) },
    }
}

/// Every domain of either check: those of the newer, then those that only the older has.
fn domains(old: &Report, new: &Report) -> Vec<DomainChange> {
    let find = |report: &'_ Report, id: &str| -> Option<Domain> {
        report.domains.iter().find(|domain| domain.id == id).cloned()
    };
    let gone = old.domains.iter().filter(|domain| find(new, &domain.id).is_none());
    let change = |domain: &Domain| {
        let sides = [find(old, &domain.id), find(new, &domain.id)];
        let [index, coverage] = [|one: &Domain| one.index, |one: &Domain| one.coverage].map(|of| {
            let [before, after] = sides.each_ref().map(|side| side.as_ref().and_then(of));
            Change { before, after }
        });
        let [before, after] = sides.each_ref().map(|side| side.as_ref().map(|one| one.grade));
        DomainChange {
            id: domain.id.clone(),
            title: domain.title.clone(),
            figures: Figures { index, coverage, grade: Change { before, after } },
        }
    };
    new.domains.iter().chain(gone).map(change).collect()
}

fn due_since(old: &Report, now: NaiveDate) -> Vec<Deadline> {
    let passed = |deadline: &&Deadline| deadline.due >= old.on && deadline.due < now;
    old.deadlines.iter().filter(passed).cloned().collect()
}

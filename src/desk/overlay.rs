//! What stands after all steps of a review.

use std::collections::{BTreeMap, BTreeSet};

use super::{Act, Change, NewFinding, OutcomeKind, Reviewer, Step};
use crate::questionnaire::Exact;
use crate::report::Report;
use crate::risk::Level;

/// A report as its reviews leave it. The report itself is not touched.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay<'a> {
    /// Every finding of the report, in its order.
    pub findings: Vec<Judged<'a>>,
    /// Findings that were added.
    pub added: Vec<Added<'a>>,
    /// What the firm is asked.
    pub questions: Vec<Asked<'a>>,
    /// The opinion on the whole.
    pub opinion: Option<Stated<'a, str>>,
    /// What came of it.
    pub outcomes: Vec<Outcome<'a>>,
    /// Steps about findings that the report does not have.
    pub stray: Vec<&'a Step>,
}

/// One finding of the report after review.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged<'a> {
    /// Id.
    pub id: &'a str,
    /// What the lawyers say of it.
    pub verdict: Verdict,
    /// Its level now.
    pub level: Level,
    /// Its title now.
    pub title: &'a str,
    /// What can follow, now.
    pub effects: &'a str,
    /// What to do now, when that was corrected.
    pub treatment: Option<&'a [String]>,
    /// Every step about it, also those that no longer count.
    pub history: Vec<&'a Step>,
    /// Whether two lawyers say different things of it.
    pub disputed: bool,
}

/// What the lawyers say of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing yet.
    Open,
    /// 属实.
    Confirmed,
    /// 更正.
    Corrected,
    /// 撤销.
    Withdrawn,
}

/// A finding that was added.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Added<'a> {
    /// The step that added it.
    pub step: &'a Step,
    /// What it says.
    pub finding: &'a NewFinding,
}

/// A question to the firm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked<'a> {
    /// The step.
    pub step: &'a Step,
    /// Id of the finding that it is about.
    pub finding: Option<&'a str>,
    /// The question.
    pub question: &'a str,
}

/// Something that somebody said.
#[derive(Debug, PartialEq)]
pub struct Stated<'a, T: ?Sized> {
    /// What.
    pub what: &'a T,
    /// Who.
    pub by: &'a Reviewer,
}

impl<T: ?Sized> Clone for Stated<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Stated<'_, T> {}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// The step.
    pub step: &'a Step,
    /// Which kind.
    pub kind: OutcomeKind,
    /// Yuan, where a sum was named.
    pub yuan: Option<Exact>,
    /// What happened.
    pub note: &'a str,
}

impl<'a> Overlay<'a> {
    /// What stands. Steps count in their order; a step that is there twice counts once.
    #[must_use]
    pub fn of(report: &'a Report, steps: &'a [Step]) -> Self {
        let counting = counting(steps);
        let mut by_finding: BTreeMap<&str, Vec<&Step>> = BTreeMap::new();
        for step in steps {
            if let Some(id) = step.act.finding() {
                let own = by_finding.entry(id).or_default();
                if own.iter().all(|other| other.id != step.id) {
                    own.push(step);
                }
            }
        }
        let findings = report.findings.iter().map(|found| {
            let history = by_finding.remove(found.id.as_str()).unwrap_or_default();
            let start = Judged {
                id: &found.id,
                verdict: Verdict::Open,
                level: found.level,
                title: &found.title,
                effects: &found.effects,
                treatment: None,
                history: Vec::new(),
                disputed: false,
            };
            start.after(history, &counting)
        });
        let mut overlay = Self {
            findings: findings.collect(),
            added: Vec::new(),
            questions: Vec::new(),
            opinion: None,
            outcomes: Vec::new(),
            stray: by_finding.into_values().flatten().collect(),
        };
        let mut seen = BTreeSet::new();
        for step in steps {
            if counting.contains(step.id.as_str()) && seen.insert(step.id.as_str()) {
                overlay.take(step);
            }
        }
        overlay
    }

    fn take(&mut self, step: &'a Step) {
        match &step.act {
            Act::Add(finding) => self.added.push(Added { step, finding }),
            Act::Ask { finding, question } => {
                self.questions.push(Asked { step, finding: finding.as_deref(), question });
            }
            Act::Opinion { text } => self.opinion = Some(Stated { what: text, by: &step.by }),
            Act::Outcome { kind, yuan, note, .. } => {
                self.outcomes.push(Outcome { step, kind: *kind, yuan: *yuan, note });
            }
            Act::Confirm { .. }
            | Act::Correct { .. }
            | Act::Withdraw { .. }
            | Act::Retract { .. } => {}
        }
    }

    /// How many findings stand at each level, those that were added among them.
    #[must_use]
    pub fn levels(&self) -> BTreeMap<Level, usize> {
        let own = self.findings.iter().filter(|one| one.verdict != Verdict::Withdrawn);
        let levels = own.map(|one| one.level).chain(self.added.iter().map(|one| one.finding.level));
        let mut counts = BTreeMap::new();
        for level in levels {
            *counts.entry(level).or_default() += 1;
        }
        counts
    }

    /// How many findings nobody has judged yet.
    #[must_use]
    pub fn open(&self) -> usize {
        self.findings.iter().filter(|one| one.verdict == Verdict::Open).count()
    }
}

impl<'a> Judged<'a> {
    fn after(mut self, history: Vec<&'a Step>, counting: &BTreeSet<&str>) -> Self {
        let mut said: BTreeMap<&Reviewer, Verdict> = BTreeMap::new();
        for step in history.iter().copied().filter(|step| counting.contains(step.id.as_str())) {
            let verdict = match &step.act {
                Act::Confirm { .. } => match self.verdict {
                    // Who confirms what was corrected confirms the correction.
                    Verdict::Corrected => Verdict::Corrected,
                    _ => Verdict::Confirmed,
                },
                Act::Correct { change, .. } => {
                    self.change(change);
                    Verdict::Corrected
                }
                Act::Withdraw { .. } => Verdict::Withdrawn,
                _ => continue,
            };
            self.verdict = verdict;
            said.insert(&step.by, verdict);
        }
        let verdicts: BTreeSet<bool> =
            said.values().map(|one| *one == Verdict::Withdrawn).collect();
        self.disputed = verdicts.len() > 1;
        self.history = history;
        self
    }

    fn change(&mut self, change: &'a Change) {
        self.level = change.level.unwrap_or(self.level);
        self.title = change.title.as_deref().unwrap_or(self.title);
        self.effects = change.effects.as_deref().unwrap_or(self.effects);
        self.treatment = change.treatment.as_deref().or(self.treatment);
    }
}

/// Ids of the steps that count: those that no counting step takes back. A step can only be taken
/// back by a later one, so the last come first.
fn counting(steps: &[Step]) -> BTreeSet<&str> {
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    let mut counting = BTreeSet::new();
    for step in steps.iter().rev() {
        if gone.contains(step.id.as_str()) {
            continue;
        }
        counting.insert(step.id.as_str());
        if let Act::Retract { step: id } = &step.act {
            gone.insert(id);
        }
    }
    counting
}

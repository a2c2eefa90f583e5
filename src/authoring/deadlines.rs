//! Reads and checks the calendar and the deadline rules, and what packs take from them.

use std::path::Path;

use chrono::NaiveDate;

use super::load::Authored;
use crate::law::{Calendar, DeadlineRule, Deadlines, Register};
use crate::questionnaire::{Place, Problem, Source};

/// Reads `calendar.yaml` and `deadlines.yaml`; a directory without them has no deadlines.
pub(super) fn read(
    authored: &mut Authored,
    directory: &Path,
    laws: &Register,
    on: NaiveDate,
) -> (Calendar, Deadlines, Vec<Problem>) {
    let [days, rules] = ["calendar.yaml", "deadlines.yaml"].map(|name| directory.join(name));
    let calendar: Calendar = read_one(authored, &days);
    let deadlines: Deadlines = read_one(authored, &rules);
    let mut problems = at(&days, calendar.problems());
    problems.extend(at(&rules, deadlines.problems()));
    problems.extend(at(&rules, citations(&deadlines, laws, on)));
    problems.extend(entries(&authored.sources, &deadlines));
    (calendar, deadlines, problems)
}

fn read_one<T: Default + serde::de::DeserializeOwned>(authored: &mut Authored, path: &Path) -> T {
    if path.exists() { authored.one(path).unwrap_or_default() } else { T::default() }
}

fn at(path: &Path, found: Vec<(String, String)>) -> Vec<Problem> {
    let file = path.display().to_string();
    let place = |pointer| Place { file: file.clone(), pointer };
    let hint = "对照 docs/writing-a-questionnaire.md 的“期限”";
    found
        .into_iter()
        .map(|(pointer, message)| Problem::new(&place(pointer), message, hint))
        .collect()
}

/// Articles that the register has no gist of, on the days on which the rule is law.
fn citations(deadlines: &Deadlines, laws: &Register, on: NaiveDate) -> Vec<(String, String)> {
    let day = |rule: &DeadlineRule| {
        let on = rule.from.map_or(on, |from| on.max(from));
        rule.to.map_or(on, |to| on.min(to))
    };
    let mut problems = Vec::new();
    for (r, rule) in deadlines.rules.iter().enumerate() {
        for (b, citation) in rule.basis.iter().enumerate() {
            if let Err(error) = laws.holds(citation, day(rule), rule.to) {
                problems.push((format!("/rules/{r}/basis/{b}"), format!("{citation}: {error}")));
            }
        }
    }
    problems
}

/// Deadlines of packs whose rule is missing.
fn entries(sources: &[Source], deadlines: &Deadlines) -> Vec<Problem> {
    let mut problems = Vec::new();
    for source in sources {
        for (at, entry) in source.pack.deadlines.iter().enumerate() {
            if deadlines.find(&entry.rule).is_none() {
                let pointer = format!("/deadlines/{at}/rule");
                let place = Place { file: source.file.clone(), pointer };
                let message = format!("deadlines.yaml 里没有 {}", entry.rule);
                problems.push(Problem::new(&place, message, "检查代码"));
            }
        }
    }
    problems
}

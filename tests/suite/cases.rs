//! Walks every pack through its case file, forward and back, and fails on any question, option
//! or finding that no case reaches. `CASES=labour` runs the file of one pack.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;
use tijian::flow::Scope;
use tijian::questionnaire::{Compiled, ItemIx};
use tijian::report;
use tijian::response::{Answer, Mode, Sheet, read_json};
use tijian::risk::{Check, Level};

use crate::support::{compiled, library};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pack: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    on: NaiveDate,
    #[serde(default)]
    mode: Option<Mode>,
    answers: BTreeMap<String, Value>,
    path: Vec<String>,
    #[serde(default)]
    findings: BTreeMap<String, Level>,
}

/// What the cases of a file reached.
#[derive(Default)]
struct Reached {
    items: BTreeSet<String>,
    options: BTreeSet<(String, String)>,
    findings: BTreeSet<String>,
}

#[test]
fn every_pack_is_walked_by_its_cases() {
    let only = std::env::var("CASES").ok();
    let compiled = compiled();
    let mut failures = Vec::new();
    let mut known = BTreeSet::new();
    for pack in compiled.packs.iter() {
        if only.as_ref().is_some_and(|only| *only != pack.id) {
            continue;
        }
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{}.yaml", pack.id));
        let Ok(text) = std::fs::read_to_string(&path) else {
            failures
                .push(format!("{}: there is no case file tests/cases/{}.yaml", pack.id, pack.id));
            continue;
        };
        match serde_saphyr::from_str::<File>(&text) {
            Err(error) => failures.push(format!("{}: {error}", pack.id)),
            Ok(file) => run(&compiled, &file, &pack.id, &mut failures, &mut known),
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
    assert!(!known.is_empty(), "no case ran");
}

fn run(
    compiled: &Rc<Compiled>,
    file: &File,
    pack: &str,
    failures: &mut Vec<String>,
    known: &mut BTreeSet<String>,
) {
    if file.pack != pack {
        failures.push(format!("{pack}: the file says pack: {}", file.pack));
    }
    let mut reached = Reached::default();
    for case in &file.cases {
        if !known.insert(format!("{pack}/{}", case.name)) {
            failures.push(format!("{pack}/{}: the name stands twice", case.name));
        }
        let outcome = walk(compiled, pack, case, &mut reached);
        failures
            .extend(outcome.into_iter().map(|failure| format!("{pack}/{}: {failure}", case.name)));
    }
    failures.extend(
        unreached(compiled, pack, &reached).map(|what| format!("{pack}: no case reaches {what}")),
    );
}

/// One case: forward by `next`, back by `back`, then the findings.
fn walk(compiled: &Rc<Compiled>, pack: &str, case: &Case, reached: &mut Reached) -> Vec<String> {
    let mut failures = Vec::new();
    let scope = Scope { mode: case.mode.unwrap_or_default(), topics: Vec::new() };
    let mut check = Check::new(Rc::clone(compiled), scope, case.on);
    let mut given: BTreeSet<&str> = BTreeSet::new();
    let mut visited: Vec<ItemIx> = Vec::new();
    let mut at = check.flow().path().next();
    while let Some(ix) = at {
        visited.push(ix);
        let item = compiled.item(ix);
        if let Some(value) = case.answers.get(&item.link_id) {
            given.insert(&item.link_id);
            match read_json(item, &as_codes(value), case.on) {
                Ok(answer) => {
                    note(reached, item.link_id.clone(), &answer);
                    let dropped = check.answer(ix, answer);
                    assert!(dropped.is_empty(), "a first answer drops nothing");
                }
                Err(error) => failures.push(format!("{}: {error}", item.link_id)),
            }
        } else if id_of(compiled, ix) == pack && item.required {
            failures.push(format!("{} is asked but has no answer", item.link_id));
        }
        at = check.flow().next(ix);
    }
    let mut back: Vec<ItemIx> = visited.last().copied().into_iter().collect();
    while let Some(before) = back.last().and_then(|ix| check.flow().back(*ix)) {
        back.push(before);
    }
    back.reverse();
    if back != visited {
        failures.push("the way back is not the way forward".to_owned());
    }
    for link_id in case.answers.keys().filter(|id| !given.contains(id.as_str())) {
        failures.push(format!("{link_id} is answered but not asked"));
    }
    let path: Vec<&String> = visited
        .iter()
        .filter(|ix| id_of(compiled, **ix) == pack)
        .map(|ix| &compiled.item(*ix).link_id)
        .collect();
    reached.items.extend(path.iter().map(|id| (*id).clone()));
    if path != case.path.iter().collect::<Vec<_>>() {
        failures.push(format!("path\n    is    {}\n    wants {}", join(&path), join(&case.path)));
    }
    failures.extend(findings(&check, pack, case, reached));
    failures
}

fn findings(check: &Check, pack: &str, case: &Case, reached: &mut Reached) -> Vec<String> {
    let report = report::build(check, &library());
    let found: BTreeMap<String, Level> = report
        .findings
        .iter()
        .filter(|finding| finding.domain == pack)
        .map(|finding| (finding.id.clone(), finding.level))
        .collect();
    reached.findings.extend(found.keys().cloned());
    let mut failures = Vec::new();
    for (id, level) in &found {
        match case.findings.get(id) {
            None => failures.push(format!("unexpected finding {id}: {level:?}")),
            Some(wanted) if wanted != level => {
                failures.push(format!("{id} is {level:?}, the case wants {wanted:?}"));
            }
            Some(_) => {}
        }
    }
    for id in case.findings.keys().filter(|id| !found.contains_key(*id)) {
        failures.push(format!("missing finding {id}"));
    }
    failures
}

fn note(reached: &mut Reached, link_id: String, answer: &Answer) {
    match answer {
        Answer::Code(code) => {
            reached.options.insert((link_id, code.clone()));
        }
        Answer::Codes(codes) => {
            reached.options.extend(codes.iter().map(|code| (link_id.clone(), code.clone())));
        }
        _ => {}
    }
}

fn unreached(compiled: &Compiled, pack: &str, reached: &Reached) -> impl Iterator<Item = String> {
    let mut missing = Vec::new();
    for (ix, node) in compiled.items.entries().filter(|(ix, _)| id_of(compiled, *ix) == pack) {
        let id = &compiled.item(ix).link_id;
        if !reached.items.contains(id) {
            missing.push(format!("question {id}"));
        }
        for code in node.item.codes() {
            if !reached.options.contains(&(id.clone(), code.to_owned())) {
                missing.push(format!("option {id} = {code}"));
            }
        }
    }
    for node in compiled.findings.iter().filter(|node| compiled.packs.at(node.pack).id == pack) {
        if !reached.findings.contains(&node.rule.id) {
            missing.push(format!("finding {}", node.rule.id));
        }
    }
    missing.into_iter()
}

/// YAML may read an unquoted `yes` or `no` as a truth value.
fn as_codes(value: &Value) -> Value {
    match value {
        Value::Bool(true) => Value::from("yes"),
        Value::Bool(false) => Value::from("no"),
        other => other.clone(),
    }
}

fn id_of(compiled: &Compiled, ix: ItemIx) -> &str {
    &compiled.packs.at(compiled.items.at(ix).pack).id
}

fn join<T: AsRef<str>>(ids: &[T]) -> String {
    ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}

/// The runner itself: a case that leaves something out is seen.
#[test]
fn a_missing_question_is_reported() {
    let compiled = compiled();
    let reached = Reached::default();
    assert!(unreached(&compiled, "profile", &reached).any(|what| what == "question profile.form"));
    let sheet: Result<Sheet, _> = serde_json::from_str(r#"{"schema":1,"answers":{},"extra":1}"#);
    assert!(sheet.is_err());
}

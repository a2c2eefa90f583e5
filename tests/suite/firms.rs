//! Whole firms: each answers a full check, and what must come out stands beside the answers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;
use tijian::flow::Scope;
use tijian::questionnaire::Compiled;
use tijian::report::{self, Finding, Report};
use tijian::response::read_json;
use tijian::risk::{Check, Grade, Level};

use crate::support::{compiled, library};

/// Fewest firms.
const FIRMS: usize = 12;
/// Fewest different findings that the firms have together.
const FINDINGS: usize = 60;
/// Most red findings of one firm: a report with forty is read by nobody.
const REDS: usize = 8;
/// Most questions for a firm with nothing wrong, profile included.
const SHORT: usize = 70;

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Firm {
    name: String,
    on: NaiveDate,
    answers: BTreeMap<String, Value>,
    /// The report's priorities, in order.
    priorities: Vec<String>,
    /// Findings that are there, among others.
    must: BTreeMap<String, Level>,
    /// Findings that are not there.
    must_not: Vec<String>,
    /// How many questions are seen, those that may be skipped included.
    questions: usize,
    grade: Grade,
}

#[test]
fn every_firm_gets_the_report_that_it_should() {
    let compiled = compiled();
    let firms = firms();
    let mut failures = Vec::new();
    let mut names = BTreeSet::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (file, firm) in &firms {
        if !names.insert(&firm.name) {
            failures.push(format!("{file}: the name {} stands twice", firm.name));
        }
        let (report, wrong) = examine(&compiled, firm);
        failures.extend(wrong.into_iter().map(|what| format!("{file}: {what}")));
        seen.extend(report.findings.into_iter().map(|finding| finding.id));
    }
    if firms.len() < FIRMS {
        failures.push(format!("{} firms, there must be {FIRMS}", firms.len()));
    }
    if seen.len() < FINDINGS {
        failures.push(format!("{} different findings, there must be {FINDINGS}", seen.len()));
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Nothing red, nothing orange, and no more questions than an owner has the patience for.
#[test]
fn the_healthy_firm_has_little_to_answer_and_nothing_to_fear() {
    let (_, firm) = firms().into_iter().find(|(file, _)| file == "healthy").expect("the firm");
    let (report, wrong) = examine(&compiled(), &firm);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let grave = |finding: &&Finding| matches!(finding.level, Level::Red | Level::Orange);
    let grave: Vec<&str> =
        report.findings.iter().filter(grave).map(|finding| finding.id.as_str()).collect();
    assert!(grave.is_empty(), "{grave:?}");
    assert_eq!(report.grade, Grade::Good);
    assert!(firm.questions <= SHORT, "{} questions", firm.questions);
}

/// The runner itself: what a firm leaves out, says too much or expects wrongly is seen.
#[test]
fn a_wrong_firm_is_reported() {
    let compiled = compiled();
    let (_, right) = firms().into_iter().next().expect("a firm");
    let (_, wrong) = examine(&compiled, &right);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let seen = |spoil: fn(&mut Firm)| {
        let mut firm = right.clone();
        spoil(&mut firm);
        examine(&compiled, &firm).1
    };
    assert_eq!(seen(|firm| firm.questions += 1).len(), 1);
    assert_eq!(seen(|firm| firm.priorities.reverse()).len(), 1);
    let wrong = seen(|firm| {
        firm.answers.remove("dispute.clause");
    });
    assert!(wrong.contains(&"dispute.clause is asked but has no answer".to_owned()));
    let wrong = seen(|firm| {
        firm.answers.insert("no.such".to_owned(), Value::from("yes"));
    });
    assert_eq!(wrong, ["no.such is answered but not asked"]);
    let wrong = seen(|firm| {
        firm.must.insert("no.f.such".to_owned(), Level::Red);
    });
    assert!(wrong.contains(&"missing finding no.f.such".to_owned()));
}

/// Walks the whole check once; what comes out, and what is wrong with it.
fn examine(compiled: &Rc<Compiled>, firm: &Firm) -> (Report, Vec<String>) {
    let mut failures = Vec::new();
    let mut check = Check::new(Rc::clone(compiled), Scope::default(), firm.on);
    let mut asked = BTreeSet::new();
    let mut at = check.flow().path().next();
    while let Some(ix) = at {
        let item = compiled.item(ix);
        asked.insert(item.link_id.as_str());
        match firm.answers.get(&item.link_id).map(|value| read_json(item, value, firm.on)) {
            Some(Ok(answer)) => {
                check.answer(ix, answer);
            }
            Some(Err(error)) => failures.push(format!("{}: {error}", item.link_id)),
            None if item.required => {
                failures.push(format!("{} is asked but has no answer", item.link_id));
            }
            None => {}
        }
        at = check.flow().next(ix);
    }
    let unasked = firm.answers.keys().filter(|id| !asked.contains(id.as_str()));
    failures.extend(unasked.map(|id| format!("{id} is answered but not asked")));
    if asked.len() != firm.questions {
        failures.push(format!("{} questions, the firm wants {}", asked.len(), firm.questions));
    }
    let report = report::build(&check, &library());
    failures.extend(outcome(compiled, firm, &report));
    (report, failures)
}

fn outcome(compiled: &Compiled, firm: &Firm, report: &Report) -> Vec<String> {
    let mut failures = Vec::new();
    let found: BTreeMap<&str, Level> =
        report.findings.iter().map(|finding| (finding.id.as_str(), finding.level)).collect();
    let rules: BTreeSet<&str> =
        compiled.findings.iter().map(|node| node.rule.id.as_str()).collect();
    for (id, wanted) in &firm.must {
        match found.get(id.as_str()) {
            None => failures.push(format!("missing finding {id}")),
            Some(level) if level != wanted => {
                failures.push(format!("{id} is {level:?}, the firm wants {wanted:?}"));
            }
            Some(_) => {}
        }
    }
    for id in &firm.must_not {
        if found.contains_key(id.as_str()) {
            failures.push(format!("unwanted finding {id}"));
        } else if !rules.contains(id.as_str()) {
            failures.push(format!("there is no finding {id}"));
        }
    }
    // A red finding is never a by-product: each one is expected by name.
    for (id, level) in &found {
        if matches!(level, Level::Red) && !firm.must.contains_key(*id) {
            failures.push(format!("{id} is red and not expected"));
        }
    }
    if report.priorities != firm.priorities {
        failures.push(format!(
            "priorities\n    are   {}\n    wants {}",
            report.priorities.join(" "),
            firm.priorities.join(" ")
        ));
    }
    if report.grade != firm.grade {
        failures.push(format!("grade {:?}, the firm wants {:?}", report.grade, firm.grade));
    }
    let count = |wanted: Level| found.values().filter(|level| **level == wanted).count();
    if count(Level::Red) > REDS {
        failures.push(format!("{} red findings, {REDS} are the most", count(Level::Red)));
    }
    if firm.grade == Grade::Good {
        if count(Level::Red) + count(Level::Orange) > 0 {
            failures.push("a good firm has red or orange findings".to_owned());
        }
        if firm.questions > SHORT {
            failures.push(format!("{} questions for a good firm, {SHORT} at most", firm.questions));
        }
    }
    failures
}

/// The report of every firm.
pub(crate) fn reports() -> Vec<Report> {
    let library = library();
    checks(&compiled()).iter().map(|(_, check)| report::build(check, &library)).collect()
}

/// The check of every firm, by the name of its file.
pub(crate) fn checks(compiled: &Rc<Compiled>) -> Vec<(String, Check)> {
    let check = |firm: &Firm| {
        let answer = |(link_id, value): (&String, &Value)| {
            let ix = compiled.find(link_id).expect(link_id);
            (ix, read_json(compiled.item(ix), value, firm.on).expect(link_id))
        };
        let answers = firm.answers.iter().map(answer).collect();
        let (check, dropped) = Check::with(Rc::clone(compiled), Scope::default(), firm.on, answers);
        assert_eq!(dropped, [], "{}", firm.name);
        check
    };
    firms().iter().map(|(file, firm)| (file.clone(), check(firm))).collect()
}

fn firms() -> Vec<(String, Firm)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/firms");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(directory)
        .expect("the firms")
        .map(|entry| entry.expect("a firm").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| (name_of(&path), read(&path))).collect()
}

fn read(path: &Path) -> Firm {
    let text = std::fs::read_to_string(path).expect("the file of a firm");
    let mut firm: Firm =
        serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for value in firm.answers.values_mut() {
        // YAML may read an unquoted `yes` or `no` as a truth value.
        if let Value::Bool(yes) = value {
            *value = Value::from(if *yes { "yes" } else { "no" });
        }
    }
    firm
}

fn name_of(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

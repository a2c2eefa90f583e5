//! Reports that come back: nothing in them is believed that their answers do not give.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::rc::Rc;

use serde_json::{Value, json};
use tijian::archive::envelope::{Envelope, write};
use tijian::archive::html::embed;
use tijian::archive::integrity::{Difference, Integrity};
use tijian::archive::open::{Opened, open};
use tijian::archive::problem::{CheckProblem, OpenProblem};
use tijian::flow::Scope;
use tijian::report::{self, Library, Report, build};
use tijian::risk::Check;

use crate::packs::{GOOD, Packs};
use crate::support::{day, library};

pub(crate) const TODAY: &str = "2026-11-21";

pub(crate) fn small_library() -> Library {
    let packs = Packs::new(&GOOD.map(|(name, text)| (name, text.as_bytes())));
    tijian::authoring::load(&packs.0, day(TODAY)).library
}

/// A full check with answers as an answers file has them, and its report.
pub(crate) fn checked(library: &Library, on: &str, answers: &Value) -> (Check, Report) {
    let sheet: BTreeMap<String, Value> = serde_json::from_value(answers.clone()).unwrap();
    let sheet = crate::archive::sheet(sheet);
    let read = sheet.read(&library.compiled, day(on)).unwrap();
    let (check, dropped) =
        Check::with(Rc::clone(&library.compiled), Scope::default(), day(on), read);
    assert!(dropped.is_empty());
    let report = build(&check, library);
    (check, report)
}

fn breach(library: &Library) -> Value {
    let (_, report) = checked(library, TODAY, &json!({"a.gate": "yes", "a.n": 3}));
    assert_eq!(report.findings.len(), 1);
    serde_json::to_value(report).unwrap()
}

fn resealed(mut report: Value) -> Value {
    report["seal"] = json!("");
    let seal = report::seal(&report);
    report["seal"] = json!(seal);
    report
}

fn opened(library: &Library, report: &Value) -> Opened {
    open(report.to_string().as_bytes(), library, day(TODAY)).unwrap()
}

#[test]
fn a_report_comes_back_from_file_page_and_alone() {
    let library = small_library();
    let report = breach(&library);
    let envelope = Envelope { checks: vec![report.clone()], ..Envelope::default() };
    let files =
        [report.to_string(), write(&envelope).unwrap(), embed("<p></p>", &envelope).unwrap()];
    for file in files {
        let opened = open(file.as_bytes(), &library, day(TODAY)).unwrap();
        assert!(opened.holds(), "{:?}", opened.problems);
        assert_eq!(opened.checks[0].integrity, Integrity::Verified);
        assert_eq!(serde_json::to_value(&opened.checks[0].report).unwrap(), report);
        assert_eq!(opened.carried(), envelope, "nothing is to be carried");
    }
}

/// Red in the file, nothing in the answers: what is shown is what the answers give.
#[test]
fn a_finding_that_the_answers_do_not_give_is_not_believed() {
    let library = small_library();
    let (_, clean) = checked(&library, TODAY, &json!({"a.gate": "yes", "a.n": 0}));
    let mut forged = serde_json::to_value(clean).unwrap();
    forged["findings"] = breach(&library)["findings"].clone();
    forged["findings"][0]["level"] = json!("red");
    forged["grade"] = json!("urgent");
    for (report, wanted) in
        [(forged.clone(), Integrity::Altered), (resealed(forged), Integrity::Mismatch)]
    {
        let opened = opened(&library, &report);
        let check = &opened.checks[0];
        assert_eq!(check.integrity, wanted);
        assert!(check.report.findings.is_empty(), "the findings are made again");
        assert!(check.differences.contains(&Difference::Claimed("a.f.one".to_owned())));
        assert!(check.differences.contains(&Difference::Part("grade".to_owned())));
        assert!(!opened.holds());
    }
}

#[test]
fn what_is_hidden_or_made_milder_is_named() {
    let library = small_library();
    let mut hidden = breach(&library);
    hidden["findings"] = json!([]);
    let check = &opened(&library, &resealed(hidden)).checks[0];
    assert_eq!(check.integrity, Integrity::Mismatch);
    assert_eq!(check.differences, [Difference::Hidden("a.f.one".to_owned())]);
    let mut milder = breach(&library);
    milder["findings"][0]["level"] = json!("blue");
    let check = &opened(&library, &resealed(milder)).checks[0];
    assert_eq!(check.differences, [Difference::Finding("a.f.one".to_owned())]);
    assert_eq!(check.report.findings.len(), 1);
}

#[test]
fn other_words_of_law_are_no_forgery_and_other_packs_are_said_to_be() {
    let mut library = small_library();
    let report = breach(&library);
    library.services = serde_json::from_value(json!({"services": []})).unwrap();
    let check = &opened(&library, &report).checks[0];
    assert_eq!(check.integrity, Integrity::Reworded);
    let mut other = report;
    other["packs"][0]["hash"] = json!("0");
    let check = &opened(&library, &resealed(other)).checks[0];
    assert_eq!((check.integrity, check.same_packs), (Integrity::OtherPacks, false));
    assert_eq!(check.report.findings.len(), 1);
}

/// One byte of a report alone: refused, told, or nothing but white space.
#[test]
fn no_changed_byte_of_a_report_goes_unnoticed() {
    let library = small_library();
    let original = breach(&library);
    let text = original.to_string();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1 << (at % 7);
        let Ok(opened) = open(&bytes, &library, day(TODAY)) else { continue };
        let same = opened.envelope.checks == [original.clone()];
        assert!(same || !opened.holds(), "byte {at}: {}", String::from_utf8_lossy(&bytes));
    }
}

/// The same for a full report in a file, at some hundred places.
#[test]
fn no_changed_byte_of_a_large_file_goes_unnoticed() {
    let path = crate::archive_releases::folder().join("fined-report.json");
    let report: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let envelope = Envelope { checks: vec![report], ..Envelope::default() };
    let page = embed("<body></body>", &envelope).unwrap();
    let (start, end) = (page.find('{').unwrap(), page.rfind('}').unwrap());
    for at in (start..=end).step_by((end - start) / 300) {
        let mut bytes = page.clone().into_bytes();
        bytes[at] ^= 1 << (at % 7);
        let Ok(loaded) = tijian::archive::envelope::read(&bytes) else { continue };
        let told = loaded.digest != tijian::archive::envelope::Digest::Holds;
        assert!(told || loaded.envelope == envelope, "byte {at}");
    }
}

#[test]
fn what_cannot_be_opened_is_told_and_stays_in_the_file() {
    let library = small_library();
    let mut without = breach(&library);
    without.as_object_mut().unwrap().remove("answers");
    let mut later = breach(&library);
    later["schema"] = json!(2);
    let mut far = breach(&library);
    far["on"] = json!("+200000-01-01");
    let checks = vec![without, later, far, json!(1), breach(&library)];
    let envelope = Envelope { checks, ..Envelope::default() };
    let opened = open(write(&envelope).unwrap().as_bytes(), &library, day("2026-11-20")).unwrap();
    assert_eq!(opened.checks.len(), 1);
    assert_eq!(
        opened.problems,
        [
            OpenProblem::Check(0, CheckProblem::NoAnswers),
            OpenProblem::Check(1, CheckProblem::Future),
            OpenProblem::Check(2, CheckProblem::Damaged),
            OpenProblem::Check(3, CheckProblem::Damaged),
            OpenProblem::Tomorrow(4, day(TODAY)),
        ]
    );
    assert_eq!(opened.carried().checks.len(), 5);
}

#[test]
fn scripts_in_answers_come_back_as_text() {
    let library = library();
    let name = "</script><script>alert(1)</script>&<b>";
    let answers = json!({"profile.form": "llc", "profile.name": name});
    let (_, report) = checked(&library, TODAY, &answers);
    let mut envelope = Envelope::default();
    envelope.add(&report);
    let page = embed("<body></body>", &envelope).unwrap();
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    let opened = open(page.as_bytes(), &library, day(TODAY)).unwrap();
    assert!(opened.holds());
    assert_eq!(opened.checks[0].report.answers["profile.name"], json!(name));
}

/// A digest that does not fit is told; what can be read is there, and the next writing mends it.
#[test]
fn a_changed_file_opens_with_a_warning() {
    let library = small_library();
    let mut envelope = Envelope { checks: vec![breach(&library)], ..Envelope::default() };
    envelope.more.insert("register".to_owned(), json!("登记簿"));
    let text = write(&envelope).unwrap();
    let broken = text.replace("登记簿", "登记本");
    let without = text.replacen("\"digest\"", "\"digests\"", 1);
    for (text, problem) in [(broken, OpenProblem::Digest), (without, OpenProblem::NoDigest)] {
        let opened = open(text.as_bytes(), &library, day(TODAY)).unwrap();
        assert_eq!(opened.problems, [problem]);
        assert_eq!(opened.checks[0].integrity, Integrity::Verified);
        let again = write(&opened.carried()).unwrap();
        assert!(open(again.as_bytes(), &library, day(TODAY)).unwrap().holds());
    }
}

#[test]
fn reports_stand_oldest_first() {
    let library = small_library();
    let mut envelope = Envelope::default();
    for on in ["2026-11-21", "2026-01-02", "2026-11-21", "2025-12-31"] {
        envelope.add(&checked(&library, on, &json!({"a.gate": "no"})).1);
    }
    let days: Vec<&str> = envelope.checks.iter().filter_map(|one| one["on"].as_str()).collect();
    assert_eq!(days, ["2025-12-31", "2026-01-02", "2026-11-21", "2026-11-21"]);
}

#[test]
fn the_program_verifies_migrates_and_compares() {
    let packs = Packs::new(&GOOD.map(|(name, text)| (name, text.as_bytes())));
    let library = tijian::authoring::load(&packs.0, day(TODAY)).library;
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tijian"));
        let output = command.args(arguments).args(["--packs", packs.path()]).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), out, String::from_utf8(output.stderr).unwrap())
    };
    let save = |name: &str, text: &str| {
        let path = packs.0.join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let report = breach(&library);
    let good = save("good.json", &report.to_string());
    let (_, clean) = checked(&library, TODAY, &json!({"a.gate": "yes", "a.n": 0}));
    let envelope =
        Envelope { checks: vec![serde_json::to_value(clean).unwrap()], ..Envelope::default() };
    let later = save("later.html", &embed("<body></body>", &envelope).unwrap());
    let (code, out, _) = run(&["verify", &good]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("结果相同") && out.contains("a.f.one"), "{out}");
    let bad =
        save("bad.json", &report.to_string().replace("yellow", "red").replace("orange", "red"));
    let (code, out, _) = run(&["verify", &bad]);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("封印不符"), "{out}");
    let (code, out, _) = run(&["migrate", &good]);
    assert_eq!(code, Some(0));
    assert!(open(out.as_bytes(), &library, day(TODAY)).unwrap().holds());
    let (code, out, _) = run(&["compare", &good, &later]);
    assert_eq!(code, Some(0));
    let compared: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(compared["fixed"][0]["id"], json!("a.f.one"));
    for command in ["verify", "migrate"] {
        let (code, out, error) = run(&[command, &save("no.json", "{}")]);
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert!(error.contains("这不是体检档案"), "{error}");
    }
}

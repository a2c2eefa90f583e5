//! Two checks side by side, what was put right between them, and two people's answers in one.

use serde_json::{Value, json};
use tijian::archive::compare::{Comparison, Line, NotJudged, compare};
use tijian::archive::envelope::{Draft, Envelope};
use tijian::archive::merge::{Conflict, merge, merge_files, sheet_of};
use tijian::archive::remedy::{Remedy, SELF_REPORTED, index_after, recheck_items};
use tijian::report::Library;
use tijian::response::{Mode, Sheet};
use tijian::risk::{Check, Grade, Level};

use crate::archive_open::checked;
use crate::packs::Packs;
use crate::support::day;

const PACK: &str = "
id: m
title: 甲
version: 2026.11.5
kind: general
summary: 一句话
sections:
  - id: one
    title: 部分
    items:
      - {link_id: m.staff, kind: yes-no, text: 有没有员工？, why: 要问。, find_out: 看名册。}
      - {link_id: m.paper, kind: yes-no, text: 合同签了吗？, why: 要问。, find_out: 看合同。, enable_when: {item: m.staff, is: yes}}
      - {link_id: m.fire, kind: yes-no, text: 有灭火器吗？, why: 要问。, find_out: 看现场。}
      - {link_id: m.served, kind: date, text: 哪天收到决定书？, why: 要问。, find_out: 看回证。, required: false}
findings:
  - id: m.f.paper
    title: 没签合同
    when: {item: m.paper, is: no}
    likelihood: 3
    consequence: 4
    basis: [law 1]
    effects: 要付双倍工资。
    treatment: [{do: 今天书面通知, effort: day}]
    evidence: [通知]
    status: verified
  - id: m.f.fire
    title: 没有灭火器
    when: {item: m.fire, is: no}
    likelihood: 4
    consequence: 5
    basis: [law 1]
    effects: 会出人命。
    treatment: [{do: 今天去买, effort: day}]
    evidence: [发票]
    status: verified
deadlines:
  - {id: m.d.sue, rule: sue, from: m.served}
";
const LAWS: &str = "
instruments:
  - id: law
    title: 某法
    short: 某法
    kind: 法律
    editions:
      - {name: 新, from: 2020-01-01, checked: read, articles: {\"1\": 要订合同。}}
";
const RULES: &str = "
rules:
  - {id: sue, title: 起诉, start: 收到决定书那天, count: {until: {months: 6}}, basis: [law 1], status: verified}
";

fn library() -> Library {
    let packs = Packs::new(&[
        ("general/m.yaml", PACK.as_bytes()),
        ("laws.yaml", LAWS.as_bytes()),
        ("services.yaml", b"services: []\n"),
        ("deadlines.yaml", RULES.as_bytes()),
    ]);
    let authored = tijian::authoring::load(&packs.0, day("2026-11-21"));
    assert!(authored.errors.is_empty(), "{:?}", authored.errors);
    authored.library
}

fn compared(old: &Value, new: &Value) -> Comparison {
    let library = library();
    let (old, new) = (checked(&library, "2026-01-10", old), checked(&library, "2026-11-21", new));
    compare((&old.0, &old.1), (&new.0, &new.1))
}

fn ids(lines: &[Line]) -> Vec<(&str, Option<NotJudged>)> {
    lines.iter().map(|line| (line.id.as_str(), line.why)).collect()
}

/// What each pair of answers to m.staff, m.paper and m.fire comes to.
#[test]
fn a_finding_is_in_the_one_list_that_it_belongs_to() {
    let (bad, well) =
        (json!({"m.staff": "yes", "m.paper": "no"}), json!({"m.staff": "yes", "m.paper": "yes"}));
    let lists = |old: &Value, new: &Value| {
        let compared = compared(old, new);
        let lists = [&compared.fixed, &compared.still, &compared.new, &compared.not_comparable];
        lists.map(|list| {
            ids(list).into_iter().map(|(id, why)| (id.to_owned(), why)).collect::<Vec<_>>()
        })
    };
    let only = |list: usize, why| {
        let mut lists: [Vec<(String, Option<NotJudged>)>; 4] = Default::default();
        lists[list].push(("m.f.paper".to_owned(), why));
        lists
    };
    let none: [Vec<(String, Option<NotJudged>)>; 4] = Default::default();
    assert_eq!(lists(&bad, &well), only(0, None));
    assert_eq!(lists(&bad, &bad), only(1, None));
    assert_eq!(lists(&well, &bad), only(2, None));
    assert_eq!(lists(&json!({"m.staff": "no"}), &bad), only(2, None), "it hired since");
    assert_eq!(lists(&well, &well), none);
    let unclear = json!({"m.staff": "yes", "m.paper": "unknown"});
    assert_eq!(lists(&bad, &unclear), only(3, Some(NotJudged::NotAnswered)));
    assert_eq!(lists(&unclear, &bad), only(3, Some(NotJudged::NotAnswered)));
    assert_eq!(lists(&json!({}), &bad), only(3, Some(NotJudged::NotAnswered)));
    assert_eq!(lists(&bad, &json!({"m.staff": "no"})), only(3, Some(NotJudged::NotApplicable)));
    assert_eq!(lists(&unclear, &well), none);
}

#[test]
fn what_one_check_did_not_ask_is_not_comparable() {
    let library = library();
    let (_, old) = checked(&library, "2026-01-10", &json!({"m.fire": "no"}));
    let (full, _) = checked(&library, "2026-01-10", &json!({"m.fire": "no"}));
    let scope = tijian::flow::Scope { mode: Mode::Topics, topics: Vec::new() };
    let (narrow, _) = full.rescoped(scope);
    let report = tijian::report::build(&narrow, &library);
    let compared = compare((&full, &old), (&narrow, &report));
    assert_eq!(ids(&compared.not_comparable), [("m.f.fire", Some(NotJudged::NotAsked))]);
    assert!(compared.fixed.is_empty());
}

#[test]
fn figures_order_and_deadlines() {
    let all = json!({"m.staff": "yes", "m.paper": "no", "m.fire": "no", "m.served": "2026-01-05"});
    let done = json!({"m.staff": "yes", "m.paper": "yes", "m.fire": "yes"});
    let better = compared(&all, &done);
    assert_eq!(ids(&better.fixed), [("m.f.fire", None), ("m.f.paper", None)], "worst first");
    let index = better.figures.index;
    assert_eq!((index.before, index.after), (Some(0), Some(100)));
    let grade = better.figures.grade;
    assert_eq!((grade.before, grade.after), (Some(Grade::Urgent), Some(Grade::Good)));
    assert_eq!(better.domains.len(), 1);
    assert_eq!(better.domains[0].figures, better.figures);
    let due: Vec<_> = better.due_since.iter().map(|one| (one.id.as_str(), one.due)).collect();
    assert_eq!(due, [("m.d.sue", day("2026-07-05"))]);
    let same = compared(&all, &all);
    assert_eq!(same.still[0].level.before, Some(Level::Red));
    let before = compared(&json!({"m.served": "2025-01-05"}), &json!({}));
    assert!(before.due_since.is_empty(), "it had passed by the older check");
    assert!(before.domains[0].figures.index.after.is_none());
}

fn mark(finding: &str, on: &str) -> Remedy {
    let (finding, on) = (finding.to_owned(), day(on));
    Remedy { finding, on, by: "张某".to_owned(), note: String::new(), more: Default::default() }
}

#[test]
fn marks_change_the_figures_and_never_the_report() {
    let library = library();
    let answers = json!({"m.staff": "yes", "m.paper": "no", "m.fire": "no"});
    let (check, report) = checked(&library, "2026-11-21", &answers);
    let marks = [
        mark("m.f.fire", "2026-12-01"),
        mark("m.f.fire", "2026-12-02"),
        mark("m.f.paper", "2026-11-20"),
        mark("m.f.other", "2026-12-01"),
    ];
    let after = index_after(&check, &library, &marks);
    assert_eq!((after.before, after.after), (Some(0), Some(100 * 20 / 32)));
    assert_eq!((after.grade_before, after.grade_after), (Grade::Urgent, Grade::Watch));
    assert_eq!(after.counted, ["m.f.fire"], "once, however often it is marked");
    assert_eq!(after.ignored, ["m.f.other", "m.f.paper"], "no such finding; before the check");
    assert_eq!(after.basis, SELF_REPORTED);
    assert_eq!(tijian::report::build(&check, &library), report);
    let none = index_after(&check, &library, &[]);
    assert_eq!(none.before, none.after);
}

#[test]
fn a_recheck_asks_what_may_have_changed() {
    let library = library();
    let asked = |answers: Value| -> Vec<String> {
        let (check, _) = checked(&library, "2026-11-21", &answers);
        let name = |check: &Check, ix| check.compiled().item(ix).link_id.clone();
        recheck_items(&check).into_iter().map(|ix| name(&check, ix)).collect()
    };
    let all = json!({"m.staff": "yes", "m.paper": "no", "m.fire": "yes", "m.served": "2026-11-01"});
    assert_eq!(asked(all), ["m.paper", "m.served"]);
    let some = json!({"m.staff": "yes", "m.paper": "yes", "m.fire": "unknown"});
    assert_eq!(asked(some), ["m.fire", "m.served"]);
}

fn sheet(answers: Value) -> Sheet {
    crate::archive::sheet(serde_json::from_value(answers).unwrap())
}

#[test]
fn two_drafts_become_one_and_nothing_wins_silently() {
    let ours = sheet(json!({"a": "yes", "b": ["x", "y"], "c": 1, "d": "unknown", "e": "no"}));
    let theirs = sheet(json!({"a": "yes", "b": ["y", "x"], "c": 1.0, "d": "no", "f": "2026-01"}));
    let merged = merge(&ours, &theirs);
    let answers = json!({"a": "yes", "b": ["x", "y"], "c": 1, "e": "no", "f": "2026-01"});
    assert_eq!(json!(merged.sheet.answers), answers);
    let conflict =
        |ours: Value, theirs: Value| vec![Conflict { link_id: "d".to_owned(), ours, theirs }];
    assert_eq!(merged.conflicts, conflict(json!("unknown"), json!("no")));
    let back = merge(&theirs, &ours);
    assert_eq!(back.conflicts, conflict(json!("no"), json!("unknown")));
    assert_eq!(merge(&merged.sheet, &merged.sheet).sheet, merged.sheet);
}

#[test]
fn the_scope_and_the_day_hold_both() {
    let topics = |ids: &[&str]| Sheet {
        mode: Mode::Topics,
        topics: ids.iter().map(ToString::to_string).collect(),
        on: Some(day("2026-11-21")),
        ..sheet(json!({}))
    };
    let both = merge(&topics(&["a", "b"]), &topics(&["b", "c"])).sheet;
    assert_eq!((both.mode, both.topics.len()), (Mode::Topics, 3));
    assert_eq!(both.on, Some(day("2026-11-21")));
    assert_eq!(merge(&topics(&["a"]), &sheet(json!({}))).sheet.mode, Mode::Full);
    let later = Sheet { on: Some(day("2026-11-22")), ..topics(&[]) };
    assert_eq!(merge(&topics(&[]), &later).sheet.on, None);
}

#[test]
fn two_files_become_one() {
    let library = library();
    let (check, report) = checked(&library, "2026-11-21", &json!({"m.fire": "no"}));
    let (other, earlier) = checked(&library, "2026-01-10", &json!({"m.fire": "yes"}));
    let file = |draft: &Check, name: &str| {
        let mut envelope = Envelope { draft: Some(Draft::of(draft)), ..Envelope::default() };
        envelope.add(&report);
        envelope.remedies.push(mark("m.f.fire", "2026-12-01"));
        envelope.more.insert("register".to_owned(), json!(name));
        envelope
    };
    let (ours, mut theirs) = (file(&check, "甲"), file(&other, "乙"));
    theirs.add(&earlier);
    let merged = merge_files(&ours, &theirs);
    let days: Vec<&Value> = merged.envelope.checks.iter().map(|one| &one["on"]).collect();
    assert_eq!(days, ["2026-01-10", "2026-11-21"]);
    assert_eq!(merged.envelope.remedies.len(), 1);
    let names: Vec<&str> = merged.conflicts.iter().map(|one| one.link_id.as_str()).collect();
    assert_eq!(names, ["m.fire", "register"]);
    assert_eq!(merge_files(&ours, &ours).envelope, ours);
    assert_eq!(json!(sheet_of(&report).answers), json!({"m.fire": "no"}));
}

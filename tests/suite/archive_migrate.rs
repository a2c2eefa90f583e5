//! Old answers in newer packs: what a move says is carried, the rest is asked again and listed.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tijian::archive::envelope::PackRef;
use tijian::archive::lost::{Fate, Lost};
use tijian::archive::migrate::carry;
use tijian::authoring::load;
use tijian::report::Library;

use crate::packs::Packs;
use crate::support::day;

const ON: &str = "2026-11-21";

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
      - link_id: m.gaps
        kind: multi-choice
        text: 有下面哪些做法？
        why: 要问。
        find_out: 问会计。
        options: [{code: oral, text: 口头}, {code: high, text: 太高}, {code: none, text: 没有, exclusive: true}]
      - link_id: m.detail
        kind: multi-choice
        text: 口头约定了哪些？
        why: 要问。
        find_out: 问会计。
        enable_when: {item: m.gaps, includes: [oral]}
        options: [{code: price, text: 价格}, {code: date, text: 交期}, {code: none, text: 没有, exclusive: true}]
      - {link_id: m.late, kind: yes-no, text: 有没有迟报过？, why: 要问。, find_out: 看系统。, not_applicable: 不用报}
      - {link_id: m.count, kind: number, unit: 人, min: 0, max: 100, text: 有几人？, why: 要问。, find_out: 看名册。}
      - {link_id: m.cold, kind: yes-no, text: 有没有冷库？, why: 要问。, find_out: 看现场。, unknown: false}
";

const MOVES: &str = "
pack: m
moves:
  - since: 2026.11.5
    to: m.count
    from: {m.number: keep}
  - since: 2026.11.3
    to: m.number
    from: {m.persons: keep}
  - since: 2026.11.3
    to: m.gaps
    from:
      m.change: {record: [], spoken: [oral], both: [oral, high]}
      m.penalty: {fair: [], high: [high], not_applicable: []}
    else: none
  - since: 2026.11.3
    to: m.detail
    from: {m.change: {record: [], spoken: [], both: [price]}}
  - since: 2026.11.4
    to: m.late
    from: {m.events: {late: \"yes\", never: \"no\"}}
  - since: 2026.11.4
    to: m.cold
    from: {m.cooled: keep}
dropped:
  - {since: 2026.11.2, link_id: m.mood, why: 这一题不再影响结果}
";

fn packs(moves: &str) -> Packs {
    Packs::new(&[
        ("general/m.yaml", PACK.as_bytes()),
        ("laws.yaml", b"instruments: []\n"),
        ("services.yaml", b"services: []\n"),
        ("migrations/m.yaml", moves.as_bytes()),
    ])
}

fn library() -> Library {
    let packs = packs(MOVES);
    let authored = load(&packs.0, day(ON));
    assert!(authored.errors.is_empty(), "{:?}", authored.errors);
    authored.library
}

/// What answers of a version become: the answers now, and what is lost.
fn carried(version: &str, answers: Value) -> (BTreeMap<String, Value>, Vec<Lost>) {
    let library = library();
    let answers: BTreeMap<String, Value> = serde_json::from_value(answers).unwrap();
    let (id, version, hash) = ("m".to_owned(), version.to_owned(), String::new());
    let carried = carry(&answers, &[PackRef { id, version, hash }], &library, day(ON));
    let name = |ix| library.compiled.item(ix).link_id.clone();
    let answers = carried
        .answers
        .iter()
        .map(|(ix, answer)| (name(*ix), serde_json::to_value(answer).unwrap()));
    (answers.collect(), carried.lost)
}

/// Answers of the oldest version, all of which are carried.
fn all(answers: Value) -> Value {
    let (now, lost) = carried("2026.11.1", answers);
    assert!(lost.is_empty(), "{lost:?}");
    json!(now)
}

/// The questions of which the answers are lost; nothing is carried.
fn none(answers: Value) -> Vec<String> {
    let (now, lost) = carried("2026.11.1", answers);
    assert!(now.is_empty(), "{now:?}");
    assert!(lost.iter().all(|lost| lost.fate == Fate::AskAgain && !lost.answer.is_null()));
    lost.into_iter().map(|lost| lost.link_id).collect()
}

#[test]
fn several_old_questions_become_one_when_each_has_an_answer() {
    let gaps = |change: &str, penalty: &str| {
        let answers = json!({"m.change": change, "m.penalty": penalty});
        all(answers)["m.gaps"].clone()
    };
    assert_eq!(gaps("record", "fair"), json!(["none"]));
    assert_eq!(gaps("record", "not_applicable"), json!(["none"]));
    assert_eq!(gaps("spoken", "high"), json!(["oral", "high"]));
    assert_eq!(gaps("both", "high"), json!(["oral", "high"]));
    assert_eq!(gaps("record", "unknown"), json!("unknown"));
    assert_eq!(gaps("unknown", "unknown"), json!("unknown"));
}

/// Half an answer would make the other half healthy.
#[test]
fn silence_never_becomes_health() {
    assert_eq!(none(json!({"m.change": "record"})), ["m.change"]);
    assert_eq!(none(json!({"m.change": "spoken"})), ["m.change"]);
    assert_eq!(none(json!({"m.penalty": "fair"})), ["m.penalty"]);
    assert_eq!(
        none(json!({"m.change": "spoken", "m.penalty": "unknown"})),
        ["m.change", "m.penalty"]
    );
    assert_eq!(none(json!({"m.change": "odd", "m.penalty": "fair"})), ["m.change", "m.penalty"]);
    assert_eq!(none(json!({"m.change": 3, "m.penalty": "fair"})), ["m.change", "m.penalty"]);
    assert_eq!(none(json!({"m.change": [], "m.penalty": "fair"})), ["m.change", "m.penalty"]);
}

#[test]
fn a_detail_is_carried_only_where_something_was_collected() {
    let both = all(json!({"m.change": "both", "m.penalty": "fair"}));
    assert_eq!(both, json!({"m.gaps": ["oral", "high"], "m.detail": ["price"]}));
    let spoken = all(json!({"m.change": "spoken", "m.penalty": "fair"}));
    assert_eq!(spoken, json!({"m.gaps": ["oral"]}));
}

#[test]
fn a_single_choice_and_a_chain_of_moves() {
    assert_eq!(all(json!({"m.events": "late"})), json!({"m.late": "yes"}));
    assert_eq!(all(json!({"m.events": "unknown"})), json!({"m.late": "unknown"}));
    assert_eq!(none(json!({"m.events": "not_applicable"})), ["m.events"]);
    assert_eq!(all(json!({"m.persons": 7})), json!({"m.count": 7}));
    assert_eq!(none(json!({"m.persons": 700})), ["m.persons"], "listed as it was asked");
    assert_eq!(all(json!({"m.cooled": "yes"})), json!({"m.cold": "yes"}));
    assert_eq!(none(json!({"m.cooled": "unknown"})), ["m.cooled"]);
    assert_eq!(all(json!({"m.late": "no", "m.count": 1})), json!({"m.late": "no", "m.count": 1}));
}

#[test]
fn what_went_is_listed_with_its_reason() {
    let (_, lost) = carried("2026.11.1", json!({"m.mood": "good", "x.odd": [1]}));
    let words: Vec<String> = lost.iter().map(ToString::to_string).collect();
    assert_eq!(words[0], "m.mood 答 \"good\"：这一题不再影响结果");
    assert!(lost.iter().all(|lost| lost.fate == Fate::Gone));
    assert!(words[1].starts_with("x.odd 答 [1]："), "{}", words[1]);
}

/// An answer that was given to the new question is not touched by the move to it.
#[test]
fn a_move_is_not_made_twice() {
    let now = json!({"m.gaps": ["none"], "m.change": "spoken"});
    let (answers, lost) = carried("2026.11.5", now.clone());
    assert_eq!(json!(answers), json!({"m.gaps": ["none"]}));
    assert_eq!(lost.len(), 1);
    let (answers, lost) = carried("2026.11.1", now);
    assert!(answers.is_empty(), "it did not know of the other question: {answers:?}");
    assert_eq!(lost.len(), 2);
    let union = json!({"m.gaps": ["high"], "m.change": "spoken", "m.penalty": "fair"});
    assert_eq!(all(union), json!({"m.gaps": ["oral", "high"]}));
}

#[test]
fn a_migration_that_does_not_fit_is_named_by_its_line() {
    let wrong = |from: &str, to: &str| {
        assert!(MOVES.contains(from), "{from}");
        let packs = packs(&MOVES.replacen(from, to, 1));
        let errors = load(&packs.0, day(ON)).errors;
        assert_eq!(errors.len(), 1, "{from} => {to}: {errors:?}");
        errors[0].split_once("migrations/").unwrap().1.to_owned()
    };
    let starts = |error: &str, wanted: &str| assert!(error.starts_with(wanted), "{error}");
    starts(&wrong("pack: m", "pack: k"), "m.yaml:2: 没有以 k. 开头的问卷（");
    starts(&wrong("to: m.late", "to: m.lates"), "m.yaml:20: 没有 m.lates 这一题（");
    starts(&wrong("m.events:", "m.count:"), "m.yaml:21: m.count 现在还在问（");
    starts(
        &wrong("[oral, high]", "[oral, tall]"),
        "m.yaml:13: m.gaps 没有 tall 这个选项（可以写：",
    );
    starts(&wrong("late: \"yes\"", "late: true"), "m.yaml:21: yes、no、on、y、n 要写在引号里");
    starts(&wrong("late: \"yes\"", "late: [\"yes\", \"no\"]"), "m.yaml:21: m.late 不是多选题");
    starts(&wrong("else: none", "else: high"), "m.yaml:15: else 只能是");
    starts(&wrong("    else: none\n", ""), "m.yaml:10: 什么也没有收集到");
    starts(
        &wrong("since: 2026.11.4", "since: 2026.11.40"),
        "m.yaml:19: since 比问卷现在的 version 还新",
    );
    starts(&wrong("since: 2026.11.4", "since: new"), "m.yaml:19: 版本写成");
    starts(&wrong("link_id: m.mood", "link_id: m.cold"), "m.yaml:26: m.cold 现在还在问");
    starts(&wrong("why: 这一题不再影响结果", "why: \"\""), "m.yaml:26: 没有写为什么");
    // A link of a chain must come before the next.
    starts(&wrong("since: 2026.11.3", "since: 2026.11.5"), "m.yaml:8: 没有 m.number 这一题");
}

/// A question that is now asked only because of the new one keeps its answers, and they open it.
#[test]
fn a_question_behind_the_new_one_may_stay() {
    let moves = MOVES.replacen(
        "m.change: {record: [], spoken: [oral], both: [oral, high]}",
        "m.detail: {price: [oral], date: [oral], none: []}",
        1,
    );
    let packs = packs(&moves);
    let authored = load(&packs.0, day(ON));
    assert!(authored.errors.is_empty(), "{:?}", authored.errors);
    let old = [("m.detail", json!(["date"])), ("m.penalty", json!("fair"))];
    let old = old.map(|(id, value)| (id.to_owned(), value)).into();
    let carried = carry(&old, &[], &authored.library, day(ON));
    assert_eq!(carried.answers.len(), 2);
    assert!(carried.lost.is_empty());
}

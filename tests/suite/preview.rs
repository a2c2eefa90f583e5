//! The preview of a pack: what each answer would do, what the last one did, what is no longer valid.

use serde_json::{Value, json};
use tijian::authoring::load;
use tijian::authoring::preview::{
    Choice, Condition, Did, Preview, Question, Request, State, Trouble, state,
};

use crate::packs::{A, GOOD, Packs};
use crate::support::{day, directory};

/// A pack that concerns only firms which have staff, with a deadline and a sum.
const C: &str = r#"
id: c
title: 丙
version: 2026.1.1
kind: sector
summary: 一句话
applies_when: {item: a.gate, is: yes}
sections:
  - id: one
    title: 部分
    items:
      - {link_id: c.day, kind: date, text: 哪天受伤？, hint: 填起算日。, why: 要问。, find_out: 看病历。, max: today}
      - {link_id: c.pay, kind: money, text: 欠了多少元？, why: 要问。, find_out: 看工资表。, max: 1000000, zero: 没有欠}
      - {link_id: c.month, kind: month, text: 哪个月开业？, why: 要问。, find_out: 看执照。, not_applicable: 还没有开业}
      - {link_id: c.late, kind: yes-no, text: 晚了吗？, why: 要问。, find_out: 看回执。, enable_when: {any: [{item: c.day, lt: {today: {days: -30}}}, {all: [{item: a.n, ge: 5}, {not: {item: a.way, in: [x, w]}}]}]}}
deadlines:
  - {id: c.d.report, rule: report, from: c.day, raises: c.f.owed}
findings:
  - id: c.f.owed
    title: "欠 {c.pay} 元"
    when: {item: c.pay, gt: 0}
    likelihood: 2
    consequence: 3
    basis: [law 1]
    effects: 要付清。
    exposure: {low: {item: c.pay}, high: {mul: [{item: c.pay}, 2]}, how: "{low} 元到 {high} 元。"}
    treatment: [{do: 付清, effort: day}]
    evidence: [收据]
    status: verified
"#;

const DEADLINES: &str = "
rules:
  - {id: report, title: 报告, start: 受伤之日, count: {after: {days: 30}}, basis: [law 1], status: verified}
";

fn packs() -> Packs {
    let mut files = GOOD.map(|(name, text)| (name, text.as_bytes())).to_vec();
    files.push(("sectors/c.yaml", C.as_bytes()));
    files.push(("deadlines.yaml", DEADLINES.as_bytes()));
    Packs::new(&files)
}

fn request(value: Value) -> Request {
    serde_json::from_value(value).expect("a request")
}

fn state_of(packs: &Packs, pack: &str, value: Value) -> Result<State, String> {
    let today = day("2026-11-21");
    state(&load(&packs.0, today), pack, &request(value), today)
}

fn preview(pack: &str, value: Value) -> Preview {
    let state = state_of(&packs(), pack, value).expect("a known pack");
    assert_eq!(state.errors, []);
    state.preview.expect("a preview")
}

/// What an answer does after others.
fn did(pack: &str, answers: &Value, item: &str, answer: &Value) -> (Did, Preview) {
    let set = json!({"item": item, "answer": answer});
    let mut preview = preview(pack, json!({"answers": answers, "set": set}));
    (preview.did.take().expect("what it did"), preview)
}

fn question<'a>(preview: &'a Preview, link_id: &str) -> &'a Question {
    let groups = preview.earlier.iter().chain(&preview.sections);
    groups.flat_map(|group| &group.questions).find(|one| one.link_id == link_id).expect(link_id)
}

fn choice<'a>(preview: &'a Preview, link_id: &str, text: &str) -> &'a Choice {
    question(preview, link_id).choices.iter().find(|one| one.text == text).expect(text)
}

fn words(conditions: &[Condition]) -> Vec<&str> {
    conditions.iter().map(|one| one.words.as_str()).collect()
}

fn staffed() -> Value {
    json!({"a.gate": "yes", "a.n": 6})
}

#[test]
fn a_shipped_pack_says_what_an_option_opens_and_finds() {
    let today = day("2026-11-21");
    let answers = json!({"answers": {"profile.headcount": 12}});
    let state = state(&load(&directory(), today), "social", &request(answers), today);
    let preview = state.expect("a known pack").preview.expect("a preview");
    let owed = choice(&preview, "social.insurance", "申报了，到期没有缴足");
    assert_eq!(owed.answer, json!(["owed"]));
    assert_eq!(owed.effect, ["打开 3 题"]);
    assert_eq!(owed.opens.len(), 3);
    assert!(owed.opens.contains(&question(&preview, "social.owed_amount").text));
    assert!(preview.earlier[0].questions.iter().any(|one| one.used && one.shown.is_some()));
    let untouched = question(&preview, "social.owed_amount");
    assert!(!untouched.open);
    let labels = "“员工的社保，有下面哪些情形？”选了“申报了，到期没有缴足”";
    assert_eq!(words(&untouched.conditions), [labels]);
}

#[test]
fn an_option_tells_its_effect_on_the_answers_as_they_are() {
    let asked = preview("a", json!({"answers": staffed()}));
    let no = choice(&asked, "a.gate", "否");
    assert_eq!(
        no.effect,
        [
            "关闭 1 题",
            "丢掉 1 个答案",
            "别的问卷少 3 题",
            "发现“没有员工”（蓝）",
            "不再有“6 名员工没有合同”"
        ]
    );
    assert_eq!(choice(&asked, "a.n", "不清楚").effect, ["“6 名员工没有合同”要先查清"]);
    assert_eq!(choice(&asked, "a.way", "书面").effect, ["不影响题目和发现"]);
    let yes = choice(&asked, "a.gate", "是");
    assert!(yes.chosen && yes.effect.is_empty());
}

#[test]
fn an_answer_tells_what_it_did() {
    let (did, after) = did("a", &staffed(), "a.gate", &json!("no"));
    assert_eq!((did.shown.as_deref(), did.refused), (Some("否"), None));
    assert_eq!(did.dropped[0].shown, "6 人");
    let difference = did.difference;
    assert_eq!(difference.closed[0].link_id, "a.n");
    assert_eq!(difference.gone[0].title, "6 名员工没有合同");
    let found = &difference.appeared[0];
    assert_eq!((found.word, found.likelihood, found.consequence), ("蓝", 1, 1));
    assert_eq!(found.because[0].shown, "否");
    assert_eq!(after.answers.len(), 1);
    assert_eq!(after.findings, difference.appeared);
}

#[test]
fn an_answer_that_is_taken_back_is_gone() {
    let (did, after) = did("a", &staffed(), "a.n", &Value::Null);
    assert_eq!(did.shown, None);
    // Silence is not health.
    assert_eq!((did.difference.gone.len(), did.difference.unsure.len()), (0, 1));
    assert!(!after.answers.contains_key("a.n"));
}

#[test]
fn an_answer_that_does_not_fit_changes_nothing() {
    for (answer, why) in
        [(json!("-3"), "0 到 100 之间"), (json!("很多"), "不是数"), (json!([1]), "数")]
    {
        let (did, after) = did("a", &staffed(), "a.n", &answer);
        assert!(did.refused.expect("a refusal").contains(why));
        assert_eq!(
            after.answers["a.n"],
            preview("a", json!({"answers": staffed()})).answers["a.n"]
        );
    }
    let (gone, _) = did("a", &staffed(), "a.none", &json!("x"));
    assert!(gone.refused.is_some());
    let (closed, _) = did("a", &json!({}), "a.n", &json!(1));
    assert!(closed.refused.expect("a refusal").contains("不在路径上"));
}

#[test]
fn deadlines_and_sums_are_told() {
    let mut answers = staffed();
    let (day, after) = did("c", &answers, "c.day", &json!("2026-10-01"));
    assert_eq!(day.difference.deadlines[0].due.to_string(), "2026-11-02");
    assert_eq!(day.difference.opened[0].link_id, "c.late");
    assert_eq!(after.deadlines.len(), 1);
    answers["c.day"] = json!("2026-10-01");
    let (pay, _) = did("c", &answers, "c.pay", &json!("1,500"));
    let found = &pay.difference.appeared[0];
    assert_eq!((found.word, found.raised.as_slice()), ("红", &["已过期限：报告".to_owned()][..]));
    let (before, after) = pay.difference.exposure.expect("a sum");
    assert_eq!((before, after.map(|sum| sum.high)), (None, Some("3,000".to_owned())));
    answers["c.pay"] = json!(1500);
    let (more, _) = did("c", &answers, "c.pay", &json!(2000));
    assert_eq!(more.difference.changed[0].1.title, "欠 2,000 元");
}

#[test]
fn answers_that_are_no_longer_valid_are_dropped_with_a_note() {
    let answers = json!({"a.gate": "no", "a.n": 6, "a.way": "z", "a.old": 1, "b.x": "yes"});
    let after = preview("a", json!({"answers": answers}));
    let lost = |link_id: &str| after.lost.iter().find(|one| one.link_id == link_id).expect(link_id);
    assert!(lost("a.n").why.contains("不在路径上") && lost("a.n").shown == "6 人");
    assert!(lost("a.way").why.contains("没有“z”这个选项"));
    assert!(lost("a.old").why.contains("没有这一题了"));
    assert!(lost("b.x").why.contains("不再用到"));
    assert_eq!(after.answers.keys().collect::<Vec<_>>(), ["a.gate"]);
}

#[test]
fn the_day_of_the_check_counts_for_what_is_valid() {
    let answers = json!({"a.gate": "yes", "c.day": "2026-11-20"});
    let now = preview("c", json!({"answers": answers}));
    assert_eq!(now.deadlines[0].days_left, 31 - 1);
    let earlier = preview("c", json!({"answers": answers, "on": "2026-11-01"}));
    assert!(earlier.lost[0].why.contains("不能大于（晚于）2026 年 11 月 1 日"));
}

#[test]
fn a_pack_that_does_not_concern_the_firm_says_why() {
    let closed = preview("c", json!({}));
    assert_eq!(words(&closed.closed), ["“有没有员工？”答“是”"]);
    assert_eq!(closed.closed[0].now, ["“有没有员工？”还没有答"]);
    assert!(closed.sections.iter().flat_map(|group| &group.questions).all(|one| !one.open));
    let earlier: Vec<&str> =
        closed.earlier[0].questions.iter().map(|one| one.link_id.as_str()).collect();
    assert_eq!(earlier, ["a.gate", "a.n", "a.way"]);
    assert_eq!(preview("c", json!({"answers": {"a.gate": "yes"}})).closed, []);
}

#[test]
fn a_condition_of_many_parts_is_put_into_words() {
    let shown = preview("c", json!({"answers": staffed()}));
    let late = question(&shown, "c.late");
    assert_eq!(
        words(&late.conditions),
        ["“哪天受伤？”早于体检日前 30 天，或者（“有几名员工没有合同？”不小于 5 人，\
            并且不是：“怎样签合同？”答“书面”或“口头”）"]
    );
    assert!(!late.open && !late.conditions[0].holds);
    assert_eq!(late.conditions[0].now[0], "“有几名员工没有合同？”现在答的是“6 人”");
}

#[test]
fn ticks_are_toggled_and_what_stands_alone_drives_out_the_others() {
    let ticked = preview("a", json!({"answers": {"a.ticks": ["x"]}}));
    let answer = |text: &str| choice(&ticked, "a.ticks", text).answer.clone();
    assert_eq!((answer("甲"), answer("没有")), (Value::Null, json!(["z"])));
    let none = preview("a", json!({"answers": {"a.ticks": ["z"]}}));
    assert_eq!(choice(&none, "a.ticks", "甲").answer, json!(["x"]));
}

#[test]
fn every_kind_of_question_can_be_answered() {
    let shown = preview("c", json!({"answers": staffed()}));
    let kinds = ["c.day", "c.pay", "c.month"];
    let fields = kinds.map(|id| question(&shown, id).field.clone().expect("a field").kind);
    assert_eq!(fields, ["date", "number", "month"]);
    let ranges = kinds.map(|id| question(&shown, id).field.clone().expect("a field").range);
    assert_eq!(ranges, ["不晚于 体检当天", "不大于 1,000,000", ""]);
    assert_eq!(choice(&shown, "c.pay", "没有欠").answer, json!(0));
    for (item, answer) in [
        ("c.month", json!("2026-03")),
        ("c.month", json!("not_applicable")),
        ("c.pay", json!("12.50")),
        ("c.pay", json!("unknown")),
    ] {
        let (did, after) = did("c", &staffed(), item, &answer);
        assert_eq!(did.refused, None, "{item} {answer}");
        assert!(after.answers.contains_key(item));
        assert!(question(&after, item).shown.is_some());
    }
}

#[test]
fn errors_come_with_file_and_line_in_place_of_the_questions() {
    let broken =
        A.replace("likelihood: 3", "likelihood: 7").replace("item: a.gate", "item: a.gone");
    let packs = Packs::new(&[("general/a.yaml", broken.as_bytes())]);
    let state = state_of(&packs, "a", json!({})).expect("errors are a state");
    assert!(state.preview.is_none());
    let said: Vec<String> = state
        .errors
        .iter()
        .map(|Trouble { place, message }| format!("{} {message}", place.replace(packs.path(), "")))
        .collect();
    assert!(
        said.iter().any(|one| one.starts_with("/general/a.yaml:51 likelihood 是 7")),
        "{said:?}"
    );
    assert!(said.iter().any(|one| one.contains("a.gone")), "{said:?}");
    let lines: Vec<usize> = said
        .iter()
        .filter_map(|one| one.strip_prefix("/general/a.yaml:")?.split(' ').next()?.parse().ok())
        .collect();
    assert!(lines.len() > 1 && lines.is_sorted(), "{lines:?}");
}

#[test]
fn an_unknown_pack_is_told_which_there_are() {
    let said = state_of(&packs(), "nope", json!({})).expect_err("no such pack");
    assert_eq!(said, "没有 nope 这份问卷，可以写：a、b、c");
}

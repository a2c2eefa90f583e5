//! Money at stake: every exposure has a sum that was worked by hand, and no answers at all make
//! one that is upside down, finer than 分 or below nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Value;
use tijian::flow::{Reach, Scope};
use tijian::questionnaire::{Compiled, Exact, FindingIx, Item, ItemKind, Source, model::Bound};
use tijian::report;
use tijian::response::{Answer, read_json};
use tijian::risk::{Check, Exposure, Outcome, exposure};

use crate::support::{compiled, day, library};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    vectors: Vec<Vector>,
}

/// Answers, and what they cost by hand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    on: NaiveDate,
    answers: BTreeMap<String, Value>,
    /// `[low, high]` of each finding.
    #[serde(default)]
    sums: BTreeMap<String, (Exact, Exact)>,
    /// What each finding without a figure waits for; an empty list where it has none at all.
    #[serde(default)]
    open: BTreeMap<String, Vec<String>>,
}

fn vectors() -> Vec<Vector> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exposures.yaml");
    let text = std::fs::read_to_string(path).expect("tests/exposures.yaml");
    serde_saphyr::from_str::<File>(&text).expect("vectors").vectors
}

#[test]
fn every_exposure_is_worked_by_hand() {
    let compiled = compiled();
    let mut failures = Vec::new();
    let mut worked = BTreeSet::new();
    for vector in vectors() {
        let found = run(&compiled, &vector, &mut failures);
        failures.extend(found.into_iter().map(|line| format!("{}: {line}", vector.name)));
        worked.extend(vector.sums.into_keys());
    }
    for node in compiled.findings.iter().filter(|node| node.rule.exposure.is_some()) {
        if !worked.contains(&node.rule.id) {
            failures.push(format!("{} has no vector in tests/exposures.yaml", node.rule.id));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// The findings whose figures differ from the hand-worked ones.
fn run(compiled: &Rc<Compiled>, vector: &Vector, failures: &mut Vec<String>) -> Vec<String> {
    let mut answers = Vec::new();
    for (id, value) in &vector.answers {
        let Some(ix) = compiled.find(id) else {
            failures.push(format!("{}: there is no {id}", vector.name));
            continue;
        };
        let value = match value {
            Value::Bool(true) => &Value::from("yes"),
            Value::Bool(false) => &Value::from("no"),
            other => other,
        };
        match read_json(compiled.item(ix), value, vector.on) {
            Ok(answer) => answers.push((ix, answer)),
            Err(error) => failures.push(format!("{}: {id}: {error}", vector.name)),
        }
    }
    let (check, dropped) = Check::with(Rc::clone(compiled), Scope::default(), vector.on, answers);
    for (ix, _) in dropped {
        let id = &compiled.item(ix).link_id;
        failures.push(format!("{}: {id} is answered but not asked", vector.name));
    }
    let report = report::build(&check, &library());
    let found = |id: &str| report.findings.iter().find(|finding| finding.id == id);
    let mut wrong = Vec::new();
    for (id, (low, high)) in &vector.sums {
        match found(id).map(|finding| &finding.exposure) {
            None => wrong.push(format!("{id} is not found")),
            Some(None) => wrong.push(format!("{id} has no figure")),
            Some(Some(is)) if (is.low, is.high) != (*low, *high) => {
                wrong.push(format!("{id} is {} to {}", is.low.0, is.high.0));
            }
            Some(Some(is)) if is.how.contains('{') => wrong.push(format!("{id}: {}", is.how)),
            Some(Some(_)) => {}
        }
    }
    for (id, needs) in &vector.open {
        match found(id) {
            None => wrong.push(format!("{id} is not found")),
            Some(finding) => {
                let named = |id: &String| report.unknowns.iter().any(|open| open.link_id == *id);
                if finding.exposure.is_some() || finding.exposure_needs != *needs {
                    wrong.push(format!("{id} waits for {:?}", finding.exposure_needs));
                }
                wrong.extend(
                    needs
                        .iter()
                        .filter(|id| !named(id))
                        .map(|need| format!("{need} is not named among what to find out")),
                );
            }
        }
    }
    wrong
}

/// A pack of one finding whose sum is `low` to `high`.
fn small(low: &str, high: &str, how: &str) -> Result<Compiled, Vec<String>> {
    let text = format!(
        r#"
id: small
title: 小
version: "1"
kind: general
summary: 小
sections:
  - id: all
    title: 全部
    items:
      - {{link_id: small.n, kind: number, text: 数, why: 数, find_out: 数, unit: 个, min: -9, max: 9}}
      - {{link_id: small.yuan, kind: money, text: 钱, why: 钱, find_out: 钱}}
      - {{link_id: small.day, kind: date, text: 日, why: 日, find_out: 日}}
      - {{link_id: small.late, kind: money, text: 后, why: 后, find_out: 后, enable_when: {{item: small.n, gt: 5}}}}
findings:
  - id: small.f.one
    title: 一
    when: {{item: small.n, lt: 6}}
    likelihood: 3
    consequence: 3
    basis: [civil-code 586]
    effects: 后果
    exposure: {{low: {low}, high: {high}, how: "{how}"}}
    treatment: [{{do: 做, effort: day}}]
    status: verified
"#
    );
    let pack = serde_saphyr::from_str(&text).map_err(|error| vec![error.to_string()])?;
    let source = Source { file: "small.yaml".to_owned(), hash: String::new(), pack };
    let problems = |problems: Vec<_>| problems.iter().map(ToString::to_string).collect();
    Compiled::new(vec![source]).map_err(problems)
}

/// What the small pack costs with some answers.
fn costs(low: &str, high: &str, answers: &[(&str, Value)]) -> Exposure {
    let compiled = Rc::new(small(low, high, "{low}").expect("a pack"));
    let answers = answers.iter().map(|(id, value)| {
        let ix = compiled.find(id).expect("a question");
        (ix, read_json(compiled.item(ix), value, day("2026-11-21")).expect("an answer"))
    });
    let answers = answers.collect();
    let (check, _) =
        Check::with(Rc::clone(&compiled), Scope::default(), day("2026-11-21"), answers);
    exposure(&check, compiled.findings.indices().next().expect("a finding"))
}

fn between(low: &str, high: &str) -> Exposure {
    let read = |text: &str| text.parse::<Decimal>().expect("a number").normalize();
    Exposure::Between { low: read(low), high: read(high) }
}

#[test]
fn every_operation_is_exact() {
    let n = |n: i64| ("small.n", Value::from(n));
    let yuan = ("small.yuan", serde_json::json!(0.1));
    let since = ("small.day", Value::from("2026-01-31"));
    let sum = "{add: [{item: small.yuan}, 0.2]}";
    assert_eq!(costs(sum, sum, &[n(1), yuan.clone()]), between("0.3", "0.3"));
    // Half a 分 goes up, once, at the end: 0.1 × 0.05 × 3 = 0.015; rounded first it is 0.03.
    let late = "{mul: [{item: small.yuan}, 0.05, {item: small.n}]}";
    let early = "{mul: [{round: {mul: [{item: small.yuan}, 0.05]}}, {item: small.n}]}";
    assert_eq!(costs(late, early, &[n(3), yuan]), between("0.02", "0.03"));
    assert_eq!(costs("{item: small.n}", "3", &[n(-2)]), between("0", "3"));
    let (least, most) = ("{min: [{item: small.n}, 2]}", "{max: [{item: small.n}, 2]}");
    assert_eq!(costs(least, most, &[n(4)]), between("2", "4"));
    assert_eq!(costs("{div: [{item: small.n}, 3]}", "2", &[n(2)]), between("0.67", "2"));
    let (months, days) = ("{months_since: small.day}", "{days_since: small.day}");
    assert_eq!(costs(months, days, &[n(1), since]), between("9", "294"));
    let ahead = ("small.day", Value::from("2027-01-01"));
    assert_eq!(costs(months, days, &[n(1), ahead]), between("0", "0"));
}

#[test]
fn what_is_missing_is_named_and_what_is_off_the_path_is_not() {
    let n = ("small.n", Value::from(1));
    let unknown = ("small.yuan", Value::from("unknown"));
    let sum = "{item: small.yuan}";
    assert!(
        matches!(costs(sum, sum, &[n.clone(), unknown]), Exposure::Missing(items) if items.len() == 1)
    );
    assert!(matches!(costs(sum, sum, std::slice::from_ref(&n)), Exposure::Missing(_)));
    assert_eq!(costs("{item: small.late}", "{item: small.late}", &[n]), Exposure::None);
}

#[test]
fn what_cannot_be_summed_is_refused() {
    let refused = |low: &str, how: &str, part: &str| {
        let problems = small(low, "1", how).expect_err("a problem").join("\n");
        assert!(problems.contains(part), "{problems}");
    };
    refused("{item: small.gone}", "{low}", "没有 small.gone 这一题");
    refused("{item: small.day}", "{low}", "small.day 不是数");
    refused("{days_since: small.n}", "{low}", "small.n 不是日期");
    refused("{add: []}", "{low}", "空的列表");
    refused("{div: [1, 0]}", "{low}", "除以 0");
    refused("1", "{small.n} 个", "不在算式里");
    refused("1", " ", "how 是空的");
    refused("{minus: [1]}", "{low}", "算式写一个数");
}

/// The report is a contract: figures are numbers, and absent when they cannot be told.
#[test]
fn the_report_has_figures_as_numbers() {
    let compiled = compiled();
    let answer = |id: &str, value: Value| {
        let ix = compiled.find(id).expect("a question");
        (ix, read_json(compiled.item(ix), &value, day("2026-11-21")).expect("an answer"))
    };
    let mut answers =
        vec![answer("profile.headcount", 12.into()), answer("labour.unsigned_count", 5.into())];
    let report = |answers: &Vec<_>| {
        let on = day("2026-11-21");
        let (check, _) = Check::with(Rc::clone(&compiled), Scope::default(), on, answers.clone());
        serde_json::to_value(report::build(&check, &library())).expect("JSON")
    };
    let open = report(&answers);
    assert_eq!(open["findings"][0].get("exposure"), None);
    assert_eq!(open["findings"][0]["exposure_needs"], serde_json::json!(["labour.average_wage"]));
    assert_eq!(open.get("exposure"), None);
    answers.push(answer("labour.average_wage", serde_json::json!(6000.5)));
    let told = report(&answers);
    let exposure = &told["findings"][0]["exposure"];
    assert_eq!(exposure["low"], serde_json::json!(30002.5));
    assert_eq!(exposure["high"], serde_json::json!(330_027.5));
    assert!(
        exposure["how"].as_str().is_some_and(|how| how.contains("5 人 × 月平均工资 6,000.5 元"))
    );
    assert_eq!(
        told["exposure"],
        serde_json::json!({"low": 30002.5, "high": 330_027.5, "findings": 1})
    );
}

/// Some answer that the question accepts, told by a number.
fn some_answer(item: &Item, seed: u32, today: NaiveDate) -> Option<Answer> {
    let codes: Vec<String> = item.codes().into_iter().map(str::to_owned).collect();
    let pick = |by: u32| codes.get(by as usize % codes.len().max(1)).cloned();
    if item.unknown && seed.is_multiple_of(13) {
        return Some(Answer::Unknown);
    }
    let number = |bound: &Option<Bound>, otherwise: i64| match bound {
        Some(Bound::Number(Exact(number))) => *number,
        _ => otherwise.into(),
    };
    Some(match item.kind {
        ItemKind::YesNo | ItemKind::Choice => Answer::Code(pick(seed)?),
        ItemKind::MultiChoice => {
            let ticked = |(at, _): &(usize, &String)| seed >> (at % 32) & 1 == 1;
            let alone = |code: &String| {
                item.options.iter().any(|option| option.code == *code && option.exclusive)
            };
            let some = codes.iter().enumerate().filter(ticked).map(|(_, code)| code.clone());
            let some: Vec<String> = some.filter(|code| !alone(code)).collect();
            if some.is_empty() { Answer::Codes(vec![pick(seed)?]) } else { Answer::Codes(some) }
        }
        ItemKind::Number | ItemKind::Money => {
            let (min, max) = (number(&item.min, 0), number(&item.max, 1_000_000_000_000));
            let decimals = if item.kind == ItemKind::Money { 2 } else { item.decimals };
            let part = Decimal::from(seed % 1_001) / Decimal::from(1_000);
            Answer::Number((min + (max - min) * part).trunc_with_scale(decimals))
        }
        ItemKind::Date | ItemKind::Month => {
            let back = chrono::Days::new(u64::from(seed % 8_000));
            let day = today.checked_sub_days(back)?;
            if item.kind == ItemKind::Date { Answer::Day(day) } else { Answer::Month(day) }
        }
        ItemKind::Text => return None,
    })
}

/// A check in which every question on the path has some answer.
fn some_check(compiled: &Rc<Compiled>, seeds: &[u32], today: NaiveDate) -> Check {
    let mut check = Check::new(Rc::clone(compiled), Scope::default(), today);
    for (ix, seed) in compiled.items.indices().zip(seeds.iter().cycle()) {
        // Spread, so that neighbours do not move together.
        let seed = seed.rotate_left(u32::try_from(ix.number() % 32).unwrap_or_default());
        let seed = seed.wrapping_add(u32::try_from(ix.number()).unwrap_or_default());
        if check.flow().reach(ix) == Reach::OnPath
            && let Some(answer) = some_answer(compiled.item(ix), seed, today)
        {
            check.answer(ix, answer);
        }
    }
    check
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Every finding is judged for its money whether it is triggered or not: no answers break it.
    #[test]
    fn no_answers_break_a_sum(seeds in prop::collection::vec(any::<u32>(), 7..40)) {
        let compiled = COMPILED.with(Rc::clone);
        let check = some_check(&compiled, &seeds, day("2026-11-21"));
        let rules: Vec<FindingIx> = compiled.findings.indices().collect();
        for ix in rules {
            let id = &compiled.findings.at(ix).rule.id;
            if let Exposure::Between { low, high } = exposure(&check, ix) {
                prop_assert!(low >= Decimal::ZERO, "{} is below nothing: {}", id, low);
                prop_assert!(low.scale() <= 2 && high.scale() <= 2, "{}: {} {}", id, low, high);
                if check.board().outcome(ix) == Outcome::Triggered {
                    prop_assert!(low <= high, "{} is upside down: {} > {}", id, low, high);
                }
            }
        }
    }
}

thread_local! {
    static COMPILED: Rc<Compiled> = compiled();
}

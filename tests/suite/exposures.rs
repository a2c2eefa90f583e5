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
use tijian::questionnaire::{Compiled, Exact, FindingIx, Item, ItemKind, model::Bound};
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

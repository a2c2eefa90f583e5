//! What holds after any answers in any order, on the shipped packs and on packs made up at random.
//! Everything that is random in one case is rolled from one list of numbers, so that proptest can
//! shrink it.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use chrono::Days;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use tijian::flow::{Progress, Reach, Scope};
use tijian::questionnaire::{Compiled, Item, ItemIx, ItemKind, PackKind};
use tijian::report::{self, Library, Report, seal};
use tijian::response::{Answer, Mode, Sheet, read_json, read_text};
use tijian::risk::{Check, Outcome, Tally, score};

use crate::engine::{TODAY, small};
use crate::support::{compiled, day, library};

pub(crate) struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    /// A number under `sides`; 0 when the list is used up.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0.next().map_or(0, |number| usize::from(number) % sides)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }
}

fn run(rolls: Range<usize>, test: impl Fn(&mut Dice)) {
    cases(vec(any::<u16>(), rolls), |rolls| test(&mut Dice(rolls.into_iter())));
}

/// 256 cases, or as many as `PROPTEST_CASES` says.
pub(crate) fn cases<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        max_shrink_iters: 500,
        ..Config::default()
    });
    let result = runner.run(&strategy, |case| {
        test(case);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// Runs a property on the shipped packs and on packs made up at random.
pub(crate) fn everywhere(property: impl Fn(&mut Check, &mut Dice)) {
    let shipped = compiled();
    run(100..600, |dice| property(&mut started(&shipped, dice), dice));
    run(50..400, |dice| {
        let made_up = made_up(dice);
        property(&mut started(&made_up, dice), dice);
    });
}

/// A check in some scope, answered along its path and then changed here and there.
fn started(compiled: &Rc<Compiled>, dice: &mut Dice) -> Check {
    let mode = dice.pick(&[Mode::Full, Mode::Full, Mode::Quick, Mode::Topics]);
    let topics = usize::from(mode == Mode::Topics);
    let topics = compiled.packs.iter().skip(dice.roll(compiled.packs.len())).take(topics);
    let topics = topics.map(|pack| pack.id.clone()).collect();
    let mut check = Check::new(Rc::clone(compiled), Scope { mode, topics }, day(TODAY));
    let mut at = check.flow().path().next();
    for _ in 0..200 {
        let Some(ix) = at else { break };
        let answer = any_answer(compiled.item(ix), dice);
        check.answer(ix, answer);
        at = check.flow().next(ix);
    }
    for _ in 0..dice.roll(4) {
        step(&mut check, dice);
    }
    check
}

/// Gives or takes back an answer, mostly of a question on the path; returns the question.
fn step(check: &mut Check, dice: &mut Dice) -> ItemIx {
    let mut from: Vec<ItemIx> = check.flow().path().collect();
    if from.is_empty() || dice.roll(5) == 4 {
        from = check.compiled().items.indices().collect();
    }
    let ix = dice.pick(&from);
    let mut before = check.answers();
    let answer = any_answer(check.compiled().item(ix), dice);
    let dropped = match dice.roll(8) {
        7 => check.clear(ix),
        _ => check.answer(ix, answer),
    };
    before.retain(|(other, _)| *other != ix && check.flow().answer(*other).is_none());
    assert_eq!(dropped, before, "what is gone was returned");
    ix
}

/// An answer that fits a question: the first that does from a random place in a list.
fn any_answer(item: &Item, dice: &mut Dice) -> Answer {
    let many = dice.roll(1 << 16);
    let ago = |days: u64| day(TODAY) - Days::new(days);
    let mut values: Vec<Value> = match item.kind {
        ItemKind::YesNo | ItemKind::Choice => item.codes().into_iter().map(Value::from).collect(),
        ItemKind::MultiChoice => {
            let codes = item.codes();
            let ticked = (0..codes.len()).filter(|at| many >> at & 1 == 1);
            let ticked: Value = ticked.map(|at| codes[at]).collect();
            codes.into_iter().map(|code| json!([code])).chain([ticked]).collect()
        }
        ItemKind::Number | ItemKind::Money => {
            let numbers = [0, 1, 2, 3, 5, 10, 20, 60, 500].map(Value::from);
            numbers.into_iter().chain([json!(many as f64 / 100.0)]).collect()
        }
        ItemKind::Date | ItemKind::Month => {
            let form = if item.kind == ItemKind::Date { "%Y-%m-%d" } else { "%Y-%m" };
            let days = [3000, 2000, 400, 185, 184, 30, 10, 1, 0].into_iter().map(ago);
            let days = days.chain([day("2030-01-31")]);
            days.map(|day| day.format(form).to_string().into()).collect()
        }
        ItemKind::Text => vec![json!("某厂"), json!("91330100799655058B")],
    };
    values.extend([json!("unknown"), json!("not_applicable")]);
    let start = dice.roll(values.len());
    values.rotate_left(start);
    let read = |value: &Value| read_json(item, value, day(TODAY)).ok();
    values.iter().find_map(read).expect("an answer that fits")
}

const KINDS: [&str; 8] = [
    r#"{"kind": "yes-no", "not_applicable": "无", "quick": true}"#,
    r#"{"kind": "choice", "options": [{"code": "a", "text": ""}, {"code": "b", "text": ""}]}"#,
    r#"{"kind": "multi-choice", "not_applicable": "无", "options": [{"code": "a", "text": ""},
        {"code": "b", "text": ""}, {"code": "c", "text": "", "exclusive": true}]}"#,
    r#"{"kind": "number", "unit": "人", "min": 0, "max": 9, "decimals": 2}"#,
    r#"{"kind": "money", "required": false}"#,
    r#"{"kind": "date", "not_applicable": "无"}"#,
    r#"{"kind": "month", "max": "today"}"#,
    r#"{"kind": "text", "required": false, "unknown": false}"#,
];

/// A question made up so far: its id and the position of its kind.
type Made = (String, usize);

fn made_up(dice: &mut Dice) -> Rc<Compiled> {
    let mut known: Vec<Made> = vec![];
    let sources = [("p", "profile"), ("g", "general"), ("h", "sector")].map(|(id, kind)| {
        let mut pack = json!({"id": id, "kind": kind, "items": []});
        pack["applies_when"] = gate(dice, &known, 1);
        for number in 0..=dice.roll(5) {
            let kind = dice.roll(KINDS.len()).min(known.len() * KINDS.len());
            let mut item: Value = serde_json::from_str(KINDS[kind]).expect("JSON");
            item["link_id"] = json!(format!("{id}.i{number}"));
            item["enable_when"] = gate(dice, &known, 2);
            let plain = item["enable_when"].is_null() && pack["applies_when"].is_null();
            item["quick"] = json!(plain && kind == 0);
            pack["items"].as_array_mut().expect("items").push(item);
            known.push((format!("{id}.i{number}"), kind));
        }
        let finding = |number: usize| {
            json!({"id": format!("{id}.f{number}"), "when": condition(dice, &known, 2),
                "applies_when": gate(dice, &known, 1),
                "likelihood": 1 + dice.roll(5), "consequence": 1 + dice.roll(5)})
        };
        pack["findings"] = (0..3).map(finding).collect();
        small(&pack.to_string())
    });
    Rc::new(Compiled::new(sources.to_vec()).expect("packs that compile"))
}

/// A condition or none, which is how `enable_when` and `applies_when` stand.
fn gate(dice: &mut Dice, known: &[Made], depth: usize) -> Value {
    match dice.roll(2) {
        1 if !known.is_empty() => condition(dice, known, depth),
        _ => Value::Null,
    }
}

fn condition(dice: &mut Dice, known: &[Made], depth: usize) -> Value {
    let parts = |dice: &mut Dice| -> Value {
        (0..=dice.roll(2)).map(|_| condition(dice, known, depth - 1)).collect()
    };
    match dice.roll(6) {
        0 if depth > 0 => json!({"all": parts(dice)}),
        1 if depth > 0 => json!({"any": parts(dice)}),
        2 if depth > 0 => json!({"not": condition(dice, known, depth - 1)}),
        _ => test(dice, known),
    }
}

/// A comparison that fits the kind of a question; texts are not compared.
fn test(dice: &mut Dice, known: &[Made]) -> Value {
    let comparable: Vec<Made> = known.iter().filter(|(_, kind)| *kind < 7).cloned().collect();
    let (id, kind) = dice.pick(&comparable);
    let alike = |other: &&Made| (other.1.min(6) - 3) / 2 == (kind.min(6) - 3) / 2;
    let order = dice.pick(&["gt", "ge", "lt", "le", "eq"]);
    match kind {
        0 => json!({"item": id, "is": dice.pick(&["yes", "no"])}),
        1 => json!({"item": id, "in": [dice.pick(&["a", "b"])]}),
        2 => json!({"item": id, "includes": [dice.pick(&["a", "b", "c"])]}),
        _ => {
            let others = comparable.iter().filter(|(_, kind)| *kind > 2).filter(alike);
            let other = dice.pick(&others.collect::<Vec<_>>()).0.clone();
            let days = dice.roll(400) as i64 - 200;
            let operands = if kind < 5 {
                [json!(dice.roll(9)), json!({"item": other, "times": 0.5})]
            } else {
                let period = json!({"months": dice.roll(12), "days": days});
                [json!({"today": period}), json!({"item": other, "plus": period})]
            };
            json!({"item": id, order: dice.pick(&operands)})
        }
    }
}

fn again(check: &Check) -> Check {
    let (compiled, flow) = (Rc::clone(check.compiled()), check.flow());
    let (again, dropped) =
        Check::with(compiled, flow.scope().clone(), flow.today(), check.answers());
    assert_eq!(dropped, [], "what was kept is on the path");
    again
}

#[test]
fn the_path_and_the_progress_are_those_of_the_answers() {
    everywhere(|check, dice| {
        for _ in 0..10 {
            step(check, dice);
            let (flow, items) = (check.flow(), &check.compiled().items);
            let path: Vec<ItemIx> = flow.path().collect();
            let reached = items.indices().filter(|ix| flow.reach(*ix) == Reach::OnPath);
            assert_eq!(path, reached.collect::<Vec<_>>(), "sorted, and nothing else");
            let lost = |ix: &ItemIx| flow.answer(*ix).is_some() && !path.contains(ix);
            assert_eq!(items.indices().find(lost), None, "an answer off the path");
            for (at, ix) in path.iter().enumerate() {
                assert_eq!(flow.next(*ix), path.get(at + 1).copied());
                assert_eq!(flow.back(*ix), at.checked_sub(1).map(|at| path[at]));
            }
            for pack in check.compiled().packs.indices() {
                let own = path
                    .iter()
                    .filter(|ix| items.at(**ix).pack == pack && items.at(**ix).item.required);
                let answered = own.clone().filter(|ix| flow.answer(**ix).is_some()).count();
                let progress = Progress { answered, total: own.count() };
                assert_eq!(flow.progress_of(pack), progress);
            }
        }
    });
}

#[test]
fn after_any_steps_all_is_as_in_a_fresh_check_with_the_same_answers() {
    let library = library();
    everywhere(|check, dice| {
        for _ in 0..8 {
            step(check, dice);
            let again = again(check);
            assert_eq!(again.flow(), check.flow());
            assert_eq!(again.board(), check.board());
            assert_eq!(check.board().tally(), recount(check));
        }
        assert_eq!(
            json!(report::build(&again(check), &library)),
            json!(report::build(check, &library))
        );
    });
}

/// The sums over the outcomes of all rules.
fn recount(check: &Check) -> Tally {
    let mut tally = Tally::default();
    for (ix, node) in check.compiled().findings.entries() {
        let (score, outcome) = (score(&node.rule), check.board().outcome(ix));
        let assessed = matches!(outcome, Outcome::Triggered | Outcome::Clear);
        tally.triggered += score * u32::from(outcome == Outcome::Triggered);
        tally.assessed += score * u32::from(assessed);
        tally.applicable += score * u32::from(outcome != Outcome::NotApplicable);
    }
    tally
}

#[test]
fn the_order_of_giving_does_not_matter() {
    everywhere(|check, dice| {
        let flow = check.flow();
        let mut other = Check::new(Rc::clone(check.compiled()), flow.scope().clone(), flow.today());
        let mut left = check.answers();
        while !left.is_empty() {
            let mut ready =
                (0..left.len()).filter(|at| other.flow().reach(left[*at].0) == Reach::OnPath);
            let ready: Vec<usize> = ready.by_ref().collect();
            assert!(!ready.is_empty(), "{left:?} can never be given");
            let (ix, answer) = left.swap_remove(dice.pick(&ready));
            assert_eq!(other.answer(ix, answer), []);
        }
        assert_eq!((other.flow(), other.board()), (check.flow(), check.board()));
    });
}

fn outcomes(check: &Check) -> Vec<Outcome> {
    check.compiled().findings.indices().map(|ix| check.board().outcome(ix)).collect()
}

#[test]
fn a_better_answer_never_lowers_the_index() {
    use Outcome::{Clear, NotApplicable, Triggered, Unassessed};
    let better = Cell::new(0);
    everywhere(|check, dice| {
        let rules = check.triggered().map(|ix| check.compiled().findings.at(ix));
        for ix in rules.flat_map(|rule| rule.when.items()) {
            let mut changed = check.clone();
            changed.answer(ix, any_answer(check.compiled().item(ix), dice));
            let pairs: Vec<_> = outcomes(check).into_iter().zip(outcomes(&changed)).collect();
            let worse = |pair: &(Outcome, Outcome)| match pair {
                (Clear | Triggered, Unassessed | NotApplicable) => true,
                (before, Triggered) => *before != Triggered,
                _ => false,
            };
            if pairs.contains(&(Triggered, Clear)) && !pairs.iter().any(worse) {
                better.set(better.get() + 1);
                assert!(changed.board().tally().index() >= check.board().tally().index());
            }
        }
    });
    assert!(better.get() > 100, "only {} better answers", better.get());
}

#[test]
fn an_unknown_never_raises_coverage() {
    let known = Cell::new(0);
    everywhere(|check, _| {
        for (ix, _) in check.answers() {
            let mut changed = check.clone();
            if !check.compiled().item(ix).unknown {
                continue;
            }
            changed.answer(ix, Answer::Unknown);
            let mut pairs = outcomes(check).into_iter().zip(outcomes(&changed));
            if pairs.all(|(before, after)| before == after || after != Outcome::NotApplicable) {
                let (before, after) = (check.board().tally(), changed.board().tally());
                known.set(known.get() + u32::from(before.assessed > after.assessed));
                assert!(after.assessed * before.applicable <= before.assessed * after.applicable);
            }
        }
    });
    assert!(known.get() > 100, "only {} answers mattered", known.get());
}

/// Whether a report shows the answer to a question.
fn shows(report: &Report, check: &Check, ix: ItemIx) -> bool {
    let node = check.compiled().items.at(ix);
    let id = &node.item.link_id;
    let mut because = report.findings.iter().flat_map(|finding| &finding.because);
    check.compiled().packs.at(node.pack).kind == PackKind::Profile
        || because.any(|because| because.link_id == *id)
        || report.unknowns.iter().any(|task| task.link_id == *id)
}

#[test]
fn the_seal_changes_with_every_answer_that_the_report_shows() {
    let (library, seen) = (Library::default(), Cell::new(0));
    everywhere(|check, dice| {
        let report = report::build(check, &library);
        let unsealed = Report { seal: String::new(), ..report.clone() };
        assert_eq!(report.seal, seal(&unsealed), "the seal is over all the rest");
        for _ in 0..3 {
            let mut changed = check.clone();
            let ix = step(&mut changed, dice);
            let same = changed.flow().answer(ix) == check.flow().answer(ix);
            if !same && shows(&report, check, ix) {
                seen.set(seen.get() + 1);
                assert_ne!(report::build(&changed, &library).seal, report.seal);
            }
        }
    });
    assert!(seen.get() > 100, "only {} shown answers changed", seen.get());
}

#[test]
fn answers_survive_their_file() {
    everywhere(|check, _| {
        let id = |ix| check.compiled().item(ix).link_id.clone();
        let answers: serde_json::Map<_, _> =
            check.answers().into_iter().map(|(ix, answer)| (id(ix), json!(answer))).collect();
        let text = json!({"schema": 1, "answers": answers}).to_string();
        let sheet: Sheet = serde_json::from_str(&text).expect("a sheet");
        let read = sheet.read(check.compiled(), check.flow().today());
        assert_eq!(read, Ok(check.answers()), "{text}");
    });
}

#[test]
fn every_amount_in_fen_survives_its_json() {
    let money = small("{id: m, items: [{link_id: m.y, kind: money}]}");
    let item = money.pack.items().next().expect("a question").clone();
    cases(0_u64..100_000_000_000_000, |fen| {
        let text = format!("{}.{:02}", fen / 100, fen % 100);
        let read = |text: &str| {
            let value: Value = serde_json::from_str(text).expect("JSON");
            read_json(&item, &value, day(TODAY)).expect("an amount")
        };
        let once = read(&text);
        assert_eq!(once, read_text(&item, &text, day(TODAY)).expect("an amount"));
        assert_eq!(read(&json!(once).to_string()), once, "{text}");
    });
}

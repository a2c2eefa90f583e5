//! Searches whose results are proven by giving the answers: witnesses, and the least-change advice.

use std::rc::Rc;

use rust_decimal::Decimal;
use tijian::flow::{Reach, Scope};
use tijian::questionnaire::{Compiled, FindingIx, ItemIx};
use tijian::report::{self, Library};
use tijian::response::Answer;
use tijian::risk::witness::{Goal, Prover, goals};
use tijian::risk::{Check, Outcome, next_best};

use crate::engine::{TODAY, compile, play};
use crate::support::{compiled, day, library};

/// The goals without a witness, by name; a witness that does not lead to its goal fails.
fn unreachable(compiled: &Rc<Compiled>) -> Vec<String> {
    let mut without = Vec::new();
    let library = library();
    let prover = Prover::new(compiled, day(TODAY)).with_deadlines(&library.deadlines);
    for goal in goals(compiled) {
        match prover.prove(&goal) {
            Some((answers, _)) => prove(&prover, &library, &goal, answers.into_iter().collect()),
            None => without.push(name(compiled, &goal)),
        }
    }
    without
}

fn name(compiled: &Compiled, goal: &Goal) -> String {
    match goal {
        Goal::Item(ix) => compiled.item(*ix).link_id.clone(),
        Goal::Option(ix, code) => format!("{} = {code}", compiled.item(*ix).link_id),
        Goal::Finding(ix) => compiled.findings.at(*ix).rule.id.clone(),
        Goal::Deadline(ix) => compiled.deadlines.at(*ix).id.clone(),
        Goal::Exposure(ix) => format!("{} above 0", compiled.findings.at(*ix).rule.id),
    }
}

fn prove(prover: &Prover, library: &Library, goal: &Goal, answers: Vec<(ItemIx, Answer)>) {
    let compiled = prover.compiled();
    let (name, scope) = (name(compiled, goal), Scope::default());
    let today = prover.day_of(goal);
    let (check, dropped) = Check::with(Rc::clone(compiled), scope, today, answers);
    assert_eq!(dropped, [], "{name}");
    let reached = match goal {
        Goal::Item(ix) => check.flow().reach(*ix) == Reach::OnPath,
        Goal::Option(ix, code) => match check.flow().answer(*ix) {
            Some(Answer::Code(answer)) => answer == code,
            Some(Answer::Codes(answers)) => answers.contains(code),
            _ => false,
        },
        Goal::Finding(ix) => check.board().outcome(*ix) == Outcome::Triggered,
        Goal::Deadline(ix) => {
            let id = &compiled.deadlines.at(*ix).id;
            report::found(&check, library).1.iter().any(|deadline| deadline.id == *id)
        }
        Goal::Exposure(ix) => {
            let id = &compiled.findings.at(*ix).rule.id;
            let found = report::found(&check, library).0;
            let finding = found.iter().find(|finding| finding.id == *id).unwrap();
            finding.exposure.as_ref().unwrap().high.0 > Decimal::ZERO
        }
    };
    assert!(reached, "{name}");
}

#[test]
fn everything_in_the_shipped_packs_can_be_reached() {
    assert_eq!(unreachable(&compiled()), [""; 0]);
}

#[test]
fn what_contradicts_itself_is_reported() {
    let pack = "
        id: c
        items:
          - {link_id: c.gate, kind: yes-no}
          - {link_id: c.n, kind: number, unit: 人, min: 0, max: 9}
          - link_id: c.both
            kind: yes-no
            enable_when: {all: [{item: c.gate, is: yes}, {item: c.gate, is: no}]}
          - {link_id: c.under, kind: yes-no, enable_when: {item: c.both, is: no}}
          - {link_id: c.never, kind: yes-no, enable_when: {item: c.n, gt: 9}}
        findings:
          - {id: c.f.good, when: {item: c.n, ge: 9}}
          - {id: c.f.dead, when: {item: c.n, lt: 0}}
          - {id: c.f.under, when: {item: c.under, is: yes}}
          - {id: c.f.no_one, when: {item: c.gate, is: yes}, applies_when: {item: c.gate, is: no}}";
    let lost = "c.both, c.under, c.never, c.both = yes, c.both = no, c.under = yes, c.under = no, \
        c.never = yes, c.never = no, c.f.dead, c.f.under, c.f.no_one";
    assert_eq!(unreachable(&compile(&[pack])).join(", "), lost);
}

/// Whether a finding with this condition, and all the rest of its pack, has a witness.
fn reachable(when: &str) -> bool {
    let pack = "
        id: w
        items:
          - {link_id: w.of, kind: number, unit: 人, min: 0, max: 999}
          - {link_id: w.n, kind: number, unit: 人, min: 0, max: 999, decimals: 1}
          - {link_id: w.d, kind: date, max: today}
          - link_id: w.t
            kind: multi-choice
            options: [{code: a, text: 甲}, {code: b, text: 乙}, {code: c, text: 无, exclusive: true}]
        findings:
          - ";
    unreachable(&compile(&[&format!("{pack}{{id: w.f, when: {when}}}")])).is_empty()
}

#[test]
fn what_can_be_reached_is_found() {
    for when in [
        "{item: w.n, gt: {item: w.of, times: 0.3}}",
        "{item: w.n, lt: {item: w.of}}",
        "{item: w.n, eq: 0}",
        "{all: [{item: w.n, gt: 5}, {item: w.n, lt: 7}]}",
        "{item: w.d, lt: {today: {years: -3}}}",
        "{not: {item: w.t, includes: [a, c]}}",
        "{not: {any: [{item: w.n, gt: 5}, {item: w.t, includes: b}]}}",
    ] {
        assert!(reachable(when), "{when}");
    }
}

#[test]
fn two_ticks_of_one_question_can_be_reached_together() {
    assert!(reachable("{all: [{item: w.t, includes: a}, {item: w.t, includes: b}]}"));
}

#[test]
fn a_number_between_two_whole_ones_can_be_reached() {
    assert!(reachable("{all: [{item: w.n, gt: 0}, {item: w.n, lt: 1}]}"));
}

#[test]
fn a_day_within_bounds_that_the_condition_does_not_touch_can_be_reached() {
    assert!(reachable("{item: w.d, lt: {today: {months: 6}}}"));
}

const ADVICE: &str = "
    id: a
    items:
      - link_id: a.way
        kind: choice
        options: [{code: bad, text: 坏}, {code: worse, text: 更坏}, {code: good, text: 好}]
      - {link_id: a.count, kind: number, unit: 人, min: 0, max: 9}
      - {link_id: a.also, kind: yes-no}
    findings:
      - {id: a.one, likelihood: 5, consequence: 5, when: {item: a.way, is: bad}}
      - {id: a.two, likelihood: 5, consequence: 5, when: {item: a.way, is: bad}}
      - {id: a.new, likelihood: 5, consequence: 5, when: {item: a.way, is: worse}}
      - {id: a.many, likelihood: 5, consequence: 5, when: {item: a.count, gt: 3}}
      - id: a.pair
        likelihood: 5
        consequence: 5
        when: {any: [{item: a.count, gt: 3}, {item: a.also, is: yes}]}
      - {id: a.mild, likelihood: 1, consequence: 1, when: {item: a.count, gt: 0}}";

/// The red rules that a check triggers.
fn red(check: &Check) -> Vec<FindingIx> {
    let rule = |ix: &FindingIx| &check.compiled().findings.at(*ix).rule;
    check.triggered().filter(|ix| rule(ix).likelihood == 5).collect()
}

/// Applies every piece of advice; returns rule, number of changes and the red rules that are new.
fn advised(script: &str) -> Vec<(String, usize, Vec<String>)> {
    let check = play(&[ADVICE], script);
    let id = |ix: FindingIx| check.compiled().findings.at(ix).rule.id.clone();
    let apply = |advice: tijian::risk::Advice| {
        let mut changed = check.clone();
        for change in &advice.changes {
            changed.answer(change.item, change.to.clone());
        }
        assert_eq!(changed.board().outcome(advice.finding), Outcome::Clear);
        let new = red(&changed).into_iter().filter(|ix| !red(&check).contains(ix)).map(id);
        (id(advice.finding), advice.changes.len(), new.collect())
    };
    next_best(&check).into_iter().map(apply).collect()
}

#[test]
fn advice_is_the_fewest_changes_that_take_a_red_finding_away() {
    let wanted = [("a.many", 1), ("a.pair", 2)].map(|(id, n)| (id.to_owned(), n, vec![]));
    assert_eq!(advised("a.way = good; a.count = 5; a.also = yes"), wanted);
    assert_eq!(advised("a.way = good; a.count = 2"), []);
}

#[test]
fn advice_brings_no_other_red_finding() {
    for (rule, _, new) in advised("a.way = bad") {
        assert_eq!(new, [""; 0], "after the advice for {rule}");
    }
}

#[test]
fn what_is_done_gets_no_advice() {
    for (flag, wanted) in [("closure", 1), ("criminal", 0), ("detention", 0), ("overdue", 0)] {
        let pack = format!(
            "{{id: d, items: [{{link_id: d.did, kind: yes-no}}], findings: [{{id: d.f, \
             likelihood: 5, consequence: 5, flags: [{flag}], when: {{item: d.did, is: yes}}}}]}}"
        );
        assert_eq!(next_best(&play(&[&pack], "d.did = yes")).len(), wanted, "{flag}");
    }
}

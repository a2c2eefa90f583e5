//! The verifier: facts asked twice, deadlines that never run, figures that are always 0.

use std::rc::Rc;

use tijian::authoring::path_survey::{PathSurvey, name};
use tijian::authoring::twice::ALIKE;
use tijian::questionnaire::Compiled;
use tijian::report::Library;
use tijian::risk::witness::Goal;

use crate::support::{day, library};
use crate::verifier::{TAIL, pack, survey};

const PERMIT: &str = "link_id: a.permit, kind: yes-no, text: 排污许可证到期了吗？";
const AGAIN: &str = "link_id: b.permit, kind: yes-no, text: 公司的排污许可证，到期了吗？";

/// Errors and notes of two packs of which each holds one question, the second after a gate.
fn both(first: &[&str], second: &[&str]) -> (Vec<String>, Vec<String>) {
    let survey = survey(vec![pack("a", first, &[]), pack("b", second, &[])]);
    (survey.errors, survey.notes)
}

const FOUND: &str = "b.permit“公司的排污许可证，到期了吗？”与 a.permit“排污许可证到期了吗？”像是同一件事：\
                     只问一次，或者在一题里写 apart";

#[test]
fn a_fact_that_two_packs_ask_is_an_error() {
    assert_eq!(both(&[PERMIT], &[AGAIN]), (vec![FOUND.to_owned()], vec![]));
    let other = "link_id: b.permit, kind: yes-no, text: 消防通道堆了东西吗？";
    assert_eq!(both(&[PERMIT], &[other]), (vec![], vec![]));
    let same_pack = AGAIN.replace("b.", "a.").replace("a.permit", "a.again");
    assert_eq!(both(&[PERMIT, &same_pack], &[other]).0, [""; 0], "in one pack an author sees it");
}

#[test]
fn ticks_and_days_and_numbers_are_facts_as_well() {
    let ticks = |id: &str, text: &str| {
        format!(
            "link_id: {id}, kind: multi-choice, text: 哪些？, options: [{{code: x, text: {text}}}, \
             {{code: none, text: 以上都没有, exclusive: true}}]"
        )
    };
    let errors =
        both(&[&ticks("a.m", "除尘设备没有定期检测")], &[&ticks("b.m", "除尘设备没定期检测")]).0;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("b.m = x“除尘设备没定期检测”与 a.m = x"), "{errors:?}");
    let errors = both(&[PERMIT], &[&ticks("b.m", "排污许可证到期")]).0;
    assert_eq!(errors.len(), 1, "a tick and a question: {errors:?}");
    let on = |id: &str, text: &str| format!("link_id: {id}, kind: date, text: {text}");
    let twice =
        both(&[&on("a.d", "排污许可证哪天到期？")], &[&on("b.d", "排污许可证到期，是哪一天？")]);
    assert_eq!(twice.0.len(), 1, "{twice:?}");
    let apart = both(&[&on("a.d", "起诉状是哪天收到的？")], &[&on("b.d", "支付令是哪天收到的？")]);
    assert_eq!(apart.0, [""; 0], "only the form of words is the same");
}

#[test]
fn what_is_never_both_asked_does_not_count() {
    let gate = "link_id: a.gate, kind: yes-no, text: 有车间吗？";
    let of =
        |item: &str, answer: &str| format!("{item}, enable_when: {{item: a.gate, is: {answer}}}");
    let (first, again) = (of(PERMIT, "yes"), of(AGAIN, "no"));
    assert_eq!(both(&[gate, &first], &[&again]), (vec![], vec![]));
    let also = of(AGAIN, "yes");
    assert_eq!(both(&[gate, &first], &[&also]).0, [FOUND]);
    let told = format!("{AGAIN}, enable_when: {{item: a.permit, is: no}}");
    assert_eq!(both(&[PERMIT], &[&told]).0, [FOUND], "asked again although known");
}

#[test]
fn a_tick_that_the_other_leaves_out_does_not_count() {
    let ticks = |id: &str| {
        format!(
            "link_id: {id}, kind: multi-choice, text: 哪些？, options: [{{code: x, text: \
             除尘设备没有定期检测}}, {{code: none, text: 以上都没有, exclusive: true}}]"
        )
    };
    let after = format!("{}, enable_when: {{item: a.m, includes: [none]}}", ticks("b.m"));
    assert_eq!(both(&[&ticks("a.m")], &[&ticks("b.m")]).0.len(), 1);
    assert_eq!(both(&[&ticks("a.m")], &[&after]), (vec![], vec![]));
}

#[test]
fn an_author_says_why_two_questions_are_two_facts() {
    let with = |item: &str, other: &str| format!("{item}, apart: {{{other}: 那里是别的许可证}}");
    let second = with(AGAIN, "a.permit");
    assert_eq!(both(&[PERMIT], &[&second]), (vec![], vec![]));
    let first = with(PERMIT, "b.permit");
    assert_eq!(both(&[&first], &[AGAIN]), (vec![], vec![]), "in either of the two");

    let other = "link_id: b.permit, kind: yes-no, text: 消防通道堆了东西吗？";
    let needless = "题 b.permit 的 apart 里，a.permit 已经不像，或者不会都问到，可以去掉";
    assert_eq!(both(&[PERMIT], &[&with(other, "a.permit")]), (vec![], vec![needless.to_owned()]));

    let problem = |item: &str| {
        let packs = vec![pack("a", &[PERMIT], &[]), pack("b", &[item], &[])];
        Compiled::new(packs).unwrap_err().remove(0).message
    };
    assert_eq!(problem(&with(AGAIN, "a.gone")), "没有 a.gone 这一题");
    assert_eq!(problem(&with(AGAIN, "b.permit")), "apart 里的 b.permit 是本问卷的题");
    let silent = format!("{AGAIN}, apart: {{a.permit: ''}}");
    assert_eq!(problem(&silent), "apart 里 a.permit 没有原因");
}

#[test]
fn the_reasons_stay_in_the_file_of_the_pack() {
    let plain = pack("b", &[AGAIN], &[]).pack;
    let with = pack("b", &[&format!("{AGAIN}, apart: {{a.permit: 一句}}")], &[]).pack;
    assert_eq!(serde_json::to_string(&with).unwrap(), serde_json::to_string(&plain).unwrap());
}

/// The goals of a pack that cannot be reached.
fn unreachable(items: &[&str], findings: &[&str], deadlines: &str) -> Vec<String> {
    let mut source = pack("a", items, findings);
    source.pack.deadlines = serde_saphyr::from_str(deadlines).unwrap();
    let compiled = Rc::new(Compiled::new(vec![source]).unwrap());
    let library = Library { compiled, ..library() };
    let survey = PathSurvey::of(&library, day("2026-11-21"));
    let lost = survey.proofs.iter().filter(|(_, proof)| proof.is_none());
    let lost: Vec<String> = lost.map(|(goal, _)| name(&library.compiled, goal)).collect();
    for one in &lost {
        assert!(survey.errors.contains(&format!("{one}: 走不到")), "{:?}", survey.errors);
    }
    lost
}

#[test]
fn a_deadline_that_never_runs_is_an_error() {
    let gate = "link_id: a.gate, kind: yes-no, text: 有吗？";
    let on =
        "link_id: a.on, kind: date, text: 哪天？, max: today, enable_when: {item: a.gate, is: yes}";
    let entry = |when: &str| format!("[{{id: a.d, rule: injury-employer, from: a.on{when}}}]");
    let lost = |when: &str| unreachable(&[gate, on], &[], &entry(when));
    assert_eq!(lost(""), [""; 0]);
    assert_eq!(lost(", when: {item: a.on, lt: {today: {years: -3}}}"), [""; 0]);
    assert_eq!(lost(", when: {item: a.gate, is: no}"), ["期限 a.d"], "the day is not asked then");
    assert_eq!(lost(", when: {item: a.on, gt: {today: {}}}"), ["期限 a.d"], "no day of the future");
    let gone = unreachable(&[gate, on], &[], "[{id: a.d, rule: no-such-rule, from: a.on}]");
    assert_eq!(gone, ["期限 a.d"], "a witness is assessed, and the report has no such deadline");
}

#[test]
fn a_figure_that_is_always_0_is_an_error() {
    let gate = "link_id: a.gate, kind: yes-no, text: 有吗？";
    let count = "link_id: a.n, kind: number, text: 几名？, unit: 名, min: 0, max: 99";
    let pay = "link_id: a.pay, kind: money, text: 多少元？, enable_when: {item: a.gate, is: yes}";
    let lost = |when: &str, high: &str| {
        let rule = format!(
            "id: a.f.x, when: {when}, {TAIL}, exposure: {{low: 0, high: {high}, how: '{{high}}'}}"
        );
        unreachable(&[gate, count, pay], &[&rule], "[]")
    };
    let product = "{mul: [{item: a.n}, {item: a.pay}]}";
    assert_eq!(lost("{item: a.n, gt: 0}", product), [""; 0]);
    assert_eq!(lost("{item: a.n, le: 0}", product), ["金额 a.f.x"], "nobody to pay");
    let both = "{all: [{item: a.n, gt: 0}, {item: a.gate, is: no}]}";
    assert_eq!(lost(both, product), ["金额 a.f.x"], "the pay is not asked then");
    assert_eq!(lost("{item: a.gate, is: yes}", "{mul: [{item: a.pay}, -1]}"), ["金额 a.f.x"]);
    let beyond = "{add: [{item: a.pay}, {mul: [{item: a.n}, -90]}]}";
    assert_eq!(lost("{item: a.gate, is: yes}", beyond), [""; 0], "the figures are tried together");
}

#[test]
fn every_deadline_and_exposure_of_the_shipped_packs_is_in_the_report() {
    let library = library();
    let survey = PathSurvey::of(&library, day("2026-11-21"));
    let proven = |of: fn(&Goal) -> bool| {
        survey.proofs.iter().filter(|(goal, proof)| of(goal) && proof.is_some()).count()
    };
    let compiled = &library.compiled;
    assert_eq!(proven(|goal| matches!(goal, Goal::Deadline(_))), compiled.deadlines.len());
    let exposures = compiled.findings.iter().filter(|node| node.exposure.is_some()).count();
    assert_eq!(proven(|goal| matches!(goal, Goal::Exposure(_))), exposures);
    assert_eq!(survey.twice.unexplained, [], "likeness from {ALIKE}");
    assert!(!survey.twice.exclusive.is_empty() && survey.twice.explained > 20);
}

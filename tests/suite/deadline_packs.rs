//! Deadlines inside packs: what is refused, what the report says, and what a missed one does.

use std::path::PathBuf;
use std::rc::Rc;

use tijian::authoring::{Authored, load};
use tijian::flow::Scope;
use tijian::kiosk::{Entry, Event, Model, update};
use tijian::report::{DeadlineState, Report, build, ics, text};
use tijian::response::{Answer, Mode};
use tijian::risk::{Check, Level};
use tijian::view_model::{Body, page};

use crate::support::{day, library};

const LAWS: &str = "
instruments:
  - id: work-injury-reg
    title: 工伤保险条例
    short: 工伤保险条例
    kind: 行政法规
    editions:
      - {name: 2010修订, from: 2011-01-01, checked: read, articles: {'17': 三十日内申请工伤认定。}}
";

const RULES: &str = "
rules:
  - id: injury
    title: 工伤认定申请
    start: 事故发生之日
    count: {after: {days: 30}}
    basis: [work-injury-reg 17]
    status: verified
";

const PACK: &str = "
id: demo
title: 示例
version: 2026.11.1
kind: general
summary: 示例
sections:
  - id: injury
    title: 工伤
    items:
      - {link_id: demo.hurt, kind: date, text: 哪天受伤的？, hint: 起算日。, why: 从这天算。, find_out: 病历。}
      - {link_id: demo.applied, kind: yes-no, text: 申请了吗？, why: 要申请。, find_out: 回执。}
deadlines:
  - id: demo.d.injury
    rule: injury
    from: demo.hurt
    when: {item: demo.applied, is: no}
    raises: demo.f.late
findings:
  - id: demo.f.late
    title: 工伤认定还没有申请
    when: {item: demo.applied, is: no}
    likelihood: 2
    consequence: 2
    basis: [work-injury-reg 17]
    effects: 逾期的，这期间的费用由单位付。
    treatment: [{do: 今天去申请。, effort: day}]
    evidence: [受理回执]
    status: verified
";

/// Writes a directory of questionnaires and reads it.
fn authored(name: &str, rules: &str, pack: &str) -> Authored {
    let directory: PathBuf =
        std::env::temp_dir().join(format!("tijian-deadlines-{}-{name}", std::process::id()));
    std::fs::create_dir_all(directory.join("general")).unwrap();
    for (file, text) in [
        ("laws.yaml", LAWS),
        ("services.yaml", "services: []"),
        ("deadlines.yaml", rules),
        ("general/demo.yaml", pack),
    ] {
        std::fs::write(directory.join(file), text).unwrap();
    }
    let authored = load(&directory, day("2026-11-21"));
    std::fs::remove_dir_all(&directory).unwrap();
    authored
}

fn report(on: &str, hurt: &str, applied: &str) -> Report {
    let authored = authored(&format!("{on}{hurt}{applied}"), RULES, PACK);
    assert!(authored.errors.is_empty(), "{}", authored.errors.join("\n"));
    let compiled = Rc::clone(&authored.library.compiled);
    let answers = vec![
        (compiled.find("demo.hurt").unwrap(), Answer::Day(day(hurt))),
        (compiled.find("demo.applied").unwrap(), Answer::Code(applied.to_owned())),
    ];
    let scope = Scope { mode: Mode::Full, topics: Vec::new() };
    let (check, _) = Check::with(compiled, scope, day(on), answers);
    build(&check, &authored.library)
}

#[test]
fn a_running_deadline_is_in_the_report() {
    let report = report("2026-11-21", "2026-11-02", "no");
    let [deadline] = report.deadlines.as_slice() else { panic!("{:?}", report.deadlines) };
    assert_eq!(deadline.id, "demo.d.injury");
    assert_eq!(deadline.due, day("2026-12-02"));
    assert_eq!(deadline.days_left, 11);
    assert_eq!(deadline.state, DeadlineState::Soon);
    assert_eq!(deadline.basis[0].label, "《工伤保险条例》第17条");
    assert_eq!(report.findings[0].level, Level::Blue);
    assert_eq!(report.findings[0].deadline, None);
}

#[test]
fn a_missed_deadline_makes_its_finding_red() {
    let report = report("2026-11-21", "2026-10-02", "no");
    assert_eq!(report.deadlines[0].due, day("2026-11-02"));
    assert_eq!(report.deadlines[0].days_left, -19);
    assert_eq!(report.deadlines[0].state, DeadlineState::Passed);
    assert_eq!(report.findings[0].level, Level::Red);
    assert_eq!(report.findings[0].deadline.as_deref(), Some("demo.d.injury"));
    assert_eq!(report.grade, tijian::risk::Grade::Urgent);
}

#[test]
fn the_last_day_itself_is_not_late() {
    let report = report("2026-11-02", "2026-10-02", "no");
    assert_eq!(report.deadlines[0].state, DeadlineState::Today);
    assert_eq!(report.findings[0].level, Level::Blue);
}

#[test]
fn what_was_done_has_no_deadline() {
    assert!(report("2026-11-21", "2026-10-02", "yes").deadlines.is_empty());
}

#[test]
fn the_report_page_has_a_calendar_of_deadlines_and_says_what_it_made_red() {
    let mut model = Model::default();
    // The profile is asked before the scope is chosen, so the pack plays it.
    let pack = PACK.replace("kind: general", "kind: profile");
    let library = authored("page", RULES, &pack).library;
    let scope = Scope { mode: Mode::Full, topics: Vec::new() };
    for event in [
        Event::Loaded(Box::new(library)),
        Event::Begin,
        Event::Began(day("2026-11-21")),
        Event::Answered(Entry::Text("2026-10-02".to_owned())),
        Event::Answered(Entry::Text("no".to_owned())),
        Event::ChooseScope(scope),
        Event::Review,
        Event::MakeReport,
    ] {
        update(&mut model, event);
    }
    let Body::Report(view) = page(&model).body else { panic!("{:?}", page(&model).body) };
    let shown = text::render(&view.document);
    for words in [
        "工伤认定申请：最后一天 2026 年 11 月 2 日；离到期 已过 19 天；依据和算法 《工伤保险条例》第17条",
        "起算日：事故发生之日。",
        "；“工伤认定申请”的期限 2026 年 11 月 2 日 已经过了，按规则为红",
    ] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
}

#[test]
fn what_does_not_fit_is_refused_with_its_line() {
    let cases = [
        ("rule: injury", "rule: injry", "deadlines.yaml 里没有 injry"),
        ("from: demo.hurt", "from: demo.applied", "demo.applied 不是日期题"),
        ("from: demo.hurt", "from: demo.hut", "没有 demo.hut 这一题（是不是 demo.hurt？）"),
        ("raises: demo.f.late", "raises: demo.f.lat", "本问卷没有 demo.f.lat 这个发现"),
        ("id: demo.d.injury", "id: injury.d", "代码 injury.d 应是“demo.”"),
    ];
    for (number, (from, to, wanted)) in cases.into_iter().enumerate() {
        let errors = authored(&format!("bad{number}"), RULES, &PACK.replace(from, to)).errors;
        let line = 1 + PACK.lines().position(|line| line.contains(from)).unwrap();
        let found = |error: &String| error.contains(&format!("demo.yaml:{line}: {wanted}"));
        assert!(errors.iter().any(found), "{wanted}: {errors:?}");
    }
    let twice = format!("{PACK}\n")
        .replace("findings:", "  - {id: demo.d.injury, rule: injury, from: demo.hurt}\nfindings:");
    let errors = authored("twice", RULES, &twice).errors;
    assert!(errors.iter().any(|error| error.contains("期限代码 demo.d.injury 重复")), "{errors:?}");
}

#[test]
fn a_rule_that_cannot_stand_is_refused_with_its_line() {
    let cases = [
        ("work-injury-reg 17", "work-injury-reg 18", "法规登记里没有这一条的要旨"),
        ("work-injury-reg 17", "no-such-law 17", "法规登记里没有这部法规"),
        ("{days: 30}", "{days: 0}", "期间要写正数"),
        ("{days: 30}", "{day: 30}", "day"),
        ("{after: {days: 30}}", "{longest: [{working_days: 3}]}", "至少写两种算法"),
        ("{after: {days: 30}}", "{yearly: \"02-30\"}", "不是每年都有的日子"),
    ];
    for (number, (from, to, wanted)) in cases.into_iter().enumerate() {
        let errors = authored(&format!("rule{number}"), &RULES.replace(from, to), PACK).errors;
        let found = |error: &String| error.contains("deadlines.yaml:") && error.contains(wanted);
        assert!(errors.iter().any(found), "{wanted}: {errors:?}");
    }
    let twice = format!("{RULES}{}", RULES.replace("\nrules:\n", ""));
    let errors = authored("same", &twice, PACK).errors;
    assert!(errors.iter().any(|error| error.contains("期限 injury 重复")), "{errors:?}");
}

#[test]
fn every_deadline_of_the_shipped_packs_has_its_rule() {
    let library = library();
    assert!(!library.compiled.deadlines.is_empty());
    for node in library.compiled.deadlines.iter() {
        assert!(library.deadlines.find(&node.rule).is_some(), "{}", node.id);
    }
}

#[test]
fn a_report_becomes_a_calendar_file() {
    let text = ics::render(&report("2026-11-21", "2026-11-02", "no"));
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203\r\n"));
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains("SUMMARY:最后一天：工伤认定申请\r\n"), "{unfolded}");
    assert!(unfolded.contains("《工伤保险条例》第17条"), "{unfolded}");
}

#[test]
fn a_calendar_file_escapes_what_has_a_meaning_there() {
    let mut report = report("2026-11-21", "2026-11-02", "no");
    let deadline = report.deadlines.first_mut().unwrap();
    deadline.title = "甲,乙;丙\\丁\n戊".to_owned();
    deadline.due = day("2026-12-31");
    let text = ics::render(&report);
    assert!(text.contains("SUMMARY:最后一天：甲\\,乙\\;丙\\\\丁\\n戊\r\n"), "{text}");
    assert!(text.contains("DTEND;VALUE=DATE:20270101\r\n"));
}

//! The engine on small packs whose every answer can be worked out by hand. A script gives answers
//! (`g.gate = yes; g.n = 3`) and says what follows from them (`path: g.gate g.n`).

use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tijian::flow::Scope;
use tijian::questionnaire::{Compiled, FindingIx, Item, ItemIx, Questionnaire, Source};
use tijian::report::{self, Library, canonical};
use tijian::response::{Answer, Mode, read_json, read_text};
use tijian::risk::{Check, Outcome};

use crate::support::{day, sources};

pub(crate) const TODAY: &str = "2026-11-21";

/// What the engine does not look at, or looks at in few packs.
const PACK: &str = "{title: 卷, version: '1', kind: general, summary: '', findings: []}";
const SECTION: &str = "{title: 部分}";
const ITEM: &str = "{text: 题, why: '', find_out: ''}";
const FINDING: &str = "{title: 发现, likelihood: 3, consequence: 3, effects: '', basis: [], \
    treatment: [], status: verified}";

/// A pack from YAML without the prose; `items` stands for one section of them.
pub(crate) fn small(text: &str) -> Source {
    let mut pack: Value = yaml(text);
    fill(&mut pack, PACK);
    if let Some(items) = pack.as_object_mut().unwrap().remove("items") {
        pack["sections"] = json!([{"id": "all", "items": items}]);
    }
    for section in pack["sections"].as_array_mut().unwrap() {
        fill(section, SECTION);
        fill_all(&mut section["items"], ITEM);
    }
    fill_all(&mut pack["findings"], FINDING);
    let pack: Questionnaire = serde_json::from_value(pack).expect("a pack");
    let (file, hash) = (format!("{}.yaml", pack.id), String::new());
    Source { file, hash, pack }
}

fn yaml<T: DeserializeOwned>(text: &str) -> T {
    serde_saphyr::from_str(text).expect(text)
}

fn fill_all(values: &mut Value, rest: &str) {
    for value in values.as_array_mut().unwrap() {
        fill(value, rest);
    }
}

fn fill(value: &mut Value, rest: &str) {
    for (key, rest) in yaml::<serde_json::Map<String, Value>>(rest) {
        let map = value.as_object_mut().unwrap();
        map.entry(key).or_insert(rest);
    }
}

pub(crate) fn compile(packs: &[&str]) -> Rc<Compiled> {
    let sources = packs.iter().map(|text| small(text)).collect();
    Rc::new(Compiled::new(sources).expect("packs that compile"))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The cells of a table whose columns stand between bars.
fn table<const N: usize>(text: &str) -> impl Iterator<Item = [&str; N]> {
    lines(text).map(|line| line.splitn(N, " | ").collect::<Vec<_>>().try_into().expect(line))
}

/// Plays a script in a full check today.
pub(crate) fn play(packs: &[&str], script: &str) -> Check {
    play_in(Scope::default(), TODAY, packs, script)
}

fn play_in(scope: Scope, on: &str, packs: &[&str], script: &str) -> Check {
    let mut check = Check::new(compile(packs), scope, day(on));
    let mut dropped = String::new();
    for line in lines(script) {
        match line.split_once(':') {
            None => dropped = line.split("; ").map(|one| give(&mut check, one)).collect(),
            Some(("dropped", wanted)) => assert_eq!(dropped, wanted.trim(), "{script}"),
            Some((key, wanted)) => {
                assert_eq!(show(&check, key), wanted.trim(), "{line}\n of {script}");
            }
        }
    }
    check
}

/// Gives one answer (`g.n = 3`), which must fit its question; returns what that dropped.
fn give(check: &mut Check, given: &str) -> String {
    let (link_id, text) = given.split_once(" = ").expect("link_id = answer");
    let ix = check.compiled().find(link_id).expect("a question");
    let value = serde_json::from_str(text).unwrap_or(json!(text));
    let answer = read_json(check.compiled().item(ix), &value, check.flow().today());
    let dropped = check.answer(ix, answer.expect(given));
    ids(check, dropped.into_iter().map(|(ix, _)| ix))
}

fn ids(check: &Check, items: impl Iterator<Item = ItemIx>) -> String {
    let ids = items.map(|ix| check.compiled().item(ix).link_id.clone());
    ids.collect::<Vec<_>>().join(" ")
}

/// Something about the path, a part of the report (`index`, `findings id`) or a rule's outcome.
fn show(check: &Check, key: &str) -> String {
    let progress = check.flow().progress();
    match key {
        "path" => ids(check, check.flow().path()),
        "answers" => ids(check, check.answers().into_iter().map(|(ix, _)| ix)),
        "progress" => format!("{}/{}", progress.answered, progress.total),
        _ => {
            let report = json!(report::build(check, &Library::default()));
            let (part, field) = key.split_once(' ').unwrap_or((key, ""));
            match report.get(part) {
                Some(Value::Array(all)) => {
                    let fields: Vec<String> = all.iter().map(|one| plain(&one[field])).collect();
                    fields.join(" ")
                }
                Some(value) => plain(value),
                None => format!("{:?}", check.board().outcome(find_rule(check, key))),
            }
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or(value.to_string(), str::to_owned)
}

fn find_rule(check: &Check, id: &str) -> FindingIx {
    let mut rules = check.compiled().findings.entries();
    rules.find(|(_, node)| node.rule.id == id).expect(id).0
}

/// Every way in which a question can be true, false, unknown or not concern the firm: the answer
/// to its gate, its own, and the column of the tables below.
#[rustfmt::skip]
const STATES: [(&str, &str, usize); 8] = [
    ("yes", "yes", 0), ("yes", "no", 1), ("yes", "unknown", 2), ("yes", "", 2),
    ("unknown", "", 2), ("", "", 2), ("yes", "not_applicable", 3), ("no", "", 3),
];

/// By the value of x, then of y: true, false, unknown, not applicable.
const TABLES: [(&str, [&str; 4]); 4] = [
    ("t.all", ["TFUN", "FFFF", "UFUU", "NFUN"]),
    ("t.any", ["TTTT", "TFUF", "TUUU", "TFUN"]),
    ("t.not", ["FFFF", "TTTT", "UUUU", "NNNN"]),
    ("t.if", ["TFUN", "NNNN", "UUUU", "NNNN"]),
];

#[test]
fn conditions_have_four_values() {
    let packs = ["
        id: t
        items:
          - {link_id: t.gx, kind: yes-no}
          - {link_id: t.x, kind: yes-no, not_applicable: 无, enable_when: {item: t.gx, is: yes}}
          - {link_id: t.gy, kind: yes-no}
          - {link_id: t.y, kind: yes-no, not_applicable: 无, enable_when: {item: t.gy, is: yes}}
        findings:
          - {id: t.all, when: {all: [{item: t.x, is: yes}, {item: t.y, is: yes}]}}
          - {id: t.any, when: {any: [{item: t.x, is: yes}, {item: t.y, is: yes}]}}
          - {id: t.not, when: {not: {item: t.x, is: yes}}}
          - {id: t.if, when: {item: t.y, is: yes}, applies_when: {item: t.x, is: yes}}"];
    for (gx, x, row) in STATES {
        for (gy, y, column) in STATES {
            let given = [("t.gy", gy), ("t.gx", gx), ("t.y", y), ("t.x", x)];
            let given = given.iter().filter(|(_, answer)| !answer.is_empty());
            let given: Vec<_> = given.map(|(id, answer)| format!("{id} = {answer}")).collect();
            let script = given.join("\n");
            let check = play(&packs, &script);
            for (rule, table) in TABLES {
                let wanted = table[row].chars().nth(column);
                assert_eq!(letter(&check, rule), wanted, "{rule} after {script}");
            }
        }
    }
}

/// T for true, F for false, U for unknown and N for not applicable.
fn letter(check: &Check, rule: &str) -> Option<char> {
    Some(match check.board().outcome(find_rule(check, rule)) {
        Outcome::Triggered => 'T',
        Outcome::Clear => 'F',
        Outcome::Unassessed => 'U',
        Outcome::NotApplicable => 'N',
    })
}

const FIRM: &str = "
    id: p
    kind: profile
    items:
      - {link_id: p.staff, kind: number, unit: 人, min: 0, max: 9}
      - {link_id: p.form, kind: choice, options: [{code: a, text: 甲}, {code: b, text: 乙}]}
      - {link_id: p.name, kind: text, required: false}";

const GATES: &str = "
    id: g
    applies_when: {item: p.staff, gt: 0}
    sections:
      - id: one
        items:
          - {link_id: g.gate, kind: yes-no}
          - {link_id: g.own, kind: yes-no, enable_when: {item: g.gate, is: yes}}
          - {link_id: g.under, kind: yes-no, enable_when: {item: g.own, is: yes}}
      - id: two
        enable_when: {item: p.form, is: b}
        items:
          - {link_id: g.other, kind: yes-no}
    findings:
      - {id: g.bad, when: {item: g.under, is: yes}}
      - {id: g.always, when: {item: p.form, is: b}}";

#[test]
fn pack_section_and_item_all_decide_whether_a_question_is_asked() {
    let script = "
        path: p.staff p.form p.name
        p.staff = 0; p.form = b
        path: p.staff p.form p.name
        p.staff = 1
        path: p.staff p.form p.name g.gate g.other
        g.gate = yes
        path: p.staff p.form p.name g.gate g.own g.other
        p.form = a
        path: p.staff p.form p.name g.gate g.own";
    play(&[FIRM, GATES], script);
}

#[test]
fn a_pack_that_does_not_concern_the_firm_has_no_say() {
    let script = "
        p.staff = 0; p.form = b
        g.always: NotApplicable
        domains id:
        p.staff = 1
        g.always: Triggered
        domains id: g";
    play(&[FIRM, GATES], script);
}

#[test]
fn changing_a_gate_drops_what_left_the_path_and_keeps_the_rest() {
    let script = "
        p.staff = 2; p.form = b; g.gate = yes; g.own = yes; g.under = yes; g.other = no
        g.bad: Triggered
        g.gate = no
        dropped: g.own g.under
        answers: p.staff p.form g.gate g.other
        g.bad: NotApplicable
        g.gate = yes
        dropped:
        answers: p.staff p.form g.gate g.other
        g.bad: Unassessed";
    play(&[FIRM, GATES], script);
}

#[test]
fn an_answer_off_the_path_is_not_taken() {
    play(&[FIRM, GATES], "g.gate = yes\n answers:");
}

#[test]
fn next_and_back_are_opposites() {
    let check = play(&[FIRM, GATES], "p.staff = 2; p.form = b");
    let path: Vec<ItemIx> = check.flow().path().collect();
    assert_eq!(path.len(), 5);
    for pair in path.windows(2) {
        assert_eq!(check.flow().next(pair[0]), Some(pair[1]));
        assert_eq!(check.flow().back(pair[1]), Some(pair[0]));
    }
    assert_eq!(check.flow().back(path[0]), None);
    assert_eq!(check.flow().next(path[4]), None);
}

#[test]
fn progress_counts_what_must_be_answered_on_the_path_and_nothing_else() {
    let script = "
        p.staff = 0
        progress: 1/2
        p.staff = 1; g.gate = yes; g.own = unknown; p.name = 某厂
        progress: 3/4
        p.staff = 0
        progress: 1/2";
    play(&[FIRM, GATES], script);
}

#[test]
fn an_open_gate_hides_what_follows_and_lowers_coverage() {
    let script = "
        p.staff = 1; p.form = a; g.gate = unknown
        path: p.staff p.form p.name g.gate
        coverage: 50
        unknowns link_id: g.gate
        g.gate = no
        coverage: 100
        unknowns link_id:";
    play(&[FIRM, GATES], script);
}

#[test]
fn what_is_open_is_to_be_found_out_if_something_hangs_on_it() {
    let script = "
        unknowns link_id: p.staff p.form
        unknowns answered_unknown: false false
        p.staff = 1; p.form = b; g.gate = yes; g.own = unknown; g.other = unknown
        unknowns link_id: g.own
        unknowns answered_unknown: true";
    play(&[FIRM, GATES], script);
}

const SCOPED: [&str; 3] = [
    "
    id: p
    kind: profile
    items: [{link_id: p.form, kind: yes-no}, {link_id: p.size, kind: yes-no}]",
    "
    id: g
    items:
      - {link_id: g.first, kind: yes-no}
      - {link_id: g.gate, kind: yes-no, enable_when: {item: g.first, is: yes}}
      - {link_id: g.looked, kind: yes-no}
      - {link_id: g.rest, kind: yes-no}
      - {link_id: g.quick, kind: yes-no, quick: true, enable_when: {item: p.size, is: yes}}
    findings:
      - {id: g.f.quick, when: {item: g.quick, is: yes}}
      - {id: g.f.half, when: {any: [{item: g.quick, is: yes}, {item: g.rest, is: yes}]}}
      - {id: g.f.first, when: {item: g.first, is: yes}}",
    "
    id: h
    items:
      - {link_id: h.own, kind: yes-no, enable_when: {item: g.gate, is: yes}}
      - {link_id: h.free, kind: yes-no}
    findings:
      - {id: h.f, when: {item: h.free, is: yes}, applies_when: {item: g.looked, is: yes}}",
];

/// Answers every question with yes and compares what was asked and what was found.
fn asks(mode: Mode, topics: &[&str], asked: &str, found: &str) {
    let topics = topics.iter().map(|id| (*id).to_owned()).collect();
    let all = asked.replace(' ', " = yes; ");
    let script = format!("{all} = yes\n path: {asked}\n findings id: {found}");
    play_in(Scope { mode, topics }, TODAY, &SCOPED, &script);
}

#[test]
fn a_scope_asks_its_questions_and_all_that_they_hang_on() {
    let all = "p.form p.size g.first g.gate g.looked g.rest g.quick h.own h.free";
    asks(Mode::Full, &[], all, "g.f.quick g.f.half g.f.first h.f");
    asks(Mode::Quick, &[], "p.form p.size g.quick", "g.f.quick");
    let own = "p.form p.size g.first g.gate g.looked h.own h.free";
    asks(Mode::Topics, &["h"], own, "h.f");
    let own = "p.form p.size g.first g.gate g.looked g.rest g.quick";
    asks(Mode::Topics, &["g"], own, "g.f.quick g.f.half g.f.first");
    asks(Mode::Topics, &[], "p.form p.size", "");
}

#[test]
fn another_scope_keeps_the_answers_that_it_asks_and_returns_the_rest() {
    let script = "p.form = yes; g.rest = yes; p.size = yes; g.quick = yes";
    let check = play(&SCOPED, script);
    let (mode, topics) = (Mode::Quick, Vec::new());
    let (quick, dropped) = check.rescoped(Scope { mode, topics });
    assert_eq!(show(&quick, "answers"), "p.form p.size g.quick");
    let dropped = dropped.into_iter().map(|(ix, _)| ix);
    assert_eq!(ids(&check, dropped), "g.rest");
}

/// Plays a script over rules (`3×5 criminal yes`: likelihood, consequence, flags, answer).
fn score(rules: &str, script: &str) {
    let (mut items, mut findings, mut answers) = (Vec::new(), Vec::new(), String::new());
    for (at, rule) in rules.split(", ").enumerate() {
        let (score, rest) = rule.split_once(' ').expect(rule);
        let (flags, answer) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let (l, c) = score.split_once('×').expect(rule);
        let flags = flags.replace(' ', ", ");
        let item = format!("s.i{at}");
        items.push(json!({"link_id": item, "kind": "yes-no", "not_applicable": "无"}));
        findings.push(format!(
            "{{id: s.f{at}, when: {{item: {item}, is: yes}}, likelihood: {l}, \
              consequence: {c}, flags: [{flags}]}}"
        ));
        answers += &format!("{item} = {answer}\n");
    }
    let (items, findings) = (json!(items), findings.join(", "));
    let pack = format!("{{id: s, items: {items}, findings: [{findings}]}}");
    play(&[&pack], &(answers + script));
}

#[test]
fn not_applicable_leaves_both_sums_and_unknown_only_the_assessed() {
    let rules = "5×5 not_applicable, 4×4 unknown, 3×3 no, 2×4 yes";
    // 100 × 9 ÷ 17 and 100 × 17 ÷ 33, rounded down.
    let script = r#"sums: {"applicable":33,"assessed":17,"triggered":8}
        index: 52
        coverage: 51
        unknowns link_id: s.i1"#;
    score(rules, script);
    let script = "index: null\n coverage: null\n domains id:";
    score("1×1 not_applicable", script);
}

#[test]
fn index_and_coverage_round_down() {
    let clear = "5×5 no, ".repeat(8);
    score(&(clear.clone() + "1×1 yes"), "index: 99\n coverage: 100");
    score(&(clear + "1×1 unknown"), "index: 100\n coverage: 99");
}

#[test]
fn the_grade_follows_coverage_then_the_worst_finding_then_the_index() {
    let clear = "5×5 no, ".repeat(4);
    score("1×1 not_applicable", "grade: insufficient");
    score("5×5 no, 4×4 unknown, 1×1 unknown", "coverage: 59\n grade: insufficient");
    score("3×1 no, 2×1 unknown", "coverage: 60\n grade: good");
    score("5×5 yes, 5×5 unknown", "coverage: 50\n grade: insufficient");
    score(&(clear.clone() + "3×5 yes"), "index: 86\n grade: urgent");
    score(&(clear + "2×5 yes"), "index: 90\n grade: watch");
    score("5×5 no, 1×4 yes", "index: 86\n grade: good");
    score("5×5 no, 1×5 yes", "index: 83\n grade: watch");
    score("2×5 yes, 2×5 no", "index: 50\n grade: improve");
}

#[test]
fn flags_raise_levels_and_never_lower_them() {
    let rules = "1×4 yes, 1×5 yes, 3×3 yes, 2×5 yes, 4×3 yes, 3×5 yes";
    score(rules, "findings level: red orange orange yellow yellow blue");
    for flag in ["criminal", "revocation", "closure", "detention", "injury"] {
        let rules = format!("1×1 {flag} yes, 5×5 {flag} yes");
        score(&rules, "findings level: red orange");
    }
    let rules = "1×1 overdue yes, 1×1 criminal overdue yes";
    score(rules, "findings level: red red");
}

const KINDS: &str = "
    id: k
    items:
      - {link_id: k.d, kind: date}
      - {link_id: k.e, kind: date}
      - {link_id: k.m, kind: month}
      - {link_id: k.n, kind: number, unit: 人, min: 0, max: 99999, decimals: 2}
      - {link_id: k.of, kind: number, unit: 人, min: 0, max: 99999}
      - {link_id: k.money, kind: money}
      - {link_id: k.c, kind: choice, options: [{code: a, text: 甲}, {code: b, text: 乙}]}
      - link_id: k.ticks
        kind: multi-choice
        options: [{code: a, text: 甲}, {code: b, text: 乙}, {code: c, text: 丙}]
    findings:
      - ";

/// Whether a condition holds on a day after some answers.
fn judge(when: &str, on: &str, answers: &str, outcome: &str) {
    let pack = format!("{KINDS}{{id: k.f, when: {when}}}");
    let script = format!("{answers}\n k.f: {outcome}");
    play_in(Scope::default(), on, &[&pack], &script);
}

#[test]
fn periods_are_of_the_calendar_and_end_with_the_month() {
    let periods = "
        2024-02-29 | years: 1 | 2025-02-28
        2024-02-29 | years: 4 | 2028-02-29
        2024-02-29 | years: -1 | 2023-02-28
        2026-01-31 | months: 1 | 2026-02-28
        2026-03-31 | months: -1 | 2026-02-28
        2026-03-31 | months: 18 | 2027-09-30
        2026-12-31 | days: 1 | 2027-01-01
        2026-01-31 | months: 1, days: 1 | 2026-03-01
        2026-08-31 | years: -1, months: -6, days: -10 | 2025-02-18";
    for [from, period, after] in table(periods) {
        let plus = format!("{{item: k.d, eq: {{item: k.e, plus: {{{period}}}}}}}");
        let both = format!("k.e = {from}; k.d = {after}");
        judge(&plus, TODAY, &both, "Triggered");
        let today = format!("{{item: k.d, eq: {{today: {{{period}}}}}}}");
        judge(&today, from, &format!("k.d = {after}"), "Triggered");
    }
}

/// Each condition with answers after which it holds, and the next ones after which it does not.
const BOUNDS: &str = r#"
    {item: k.d, lt: {today: {}}} | k.d = 2026-11-20 | k.d = 2026-11-21
    {item: k.d, ge: {today: {}}} | k.d = 2026-11-21 | k.d = 2026-11-20
    {item: k.d, le: {today: {months: -6}}} | k.d = 2026-05-21 | k.d = 2026-05-22
    {item: k.d, gt: 2026-01-01} | k.d = 2026-01-02 | k.d = 2026-01-01
    {item: k.m, le: 2026-01-01} | k.m = 2026-01 | k.m = 2026-02
    {item: k.n, gt: 0.1} | k.n = 0.11 | k.n = 0.1
    {item: k.n, eq: 3} | k.n = 3.00 | k.n = 3.01
    {item: k.n, ge: {item: k.of, times: 0.1}} | k.of = 3; k.n = 0.3 | k.of = 3; k.n = 0.29
    {item: k.money, gt: {item: k.of, times: 1.15}} | k.of = 100; k.money = 115.01 | k.of = 100; k.money = 115
    {item: k.c, in: [b]} | k.c = b | k.c = a
    {item: k.ticks, includes: [a, b]} | k.ticks = ["b", "c"] | k.ticks = ["c"]"#;

#[test]
fn comparisons_are_exact_at_their_bounds() {
    for [when, yes, no] in table(BOUNDS) {
        judge(when, TODAY, yes, "Triggered");
        judge(when, TODAY, no, "Clear");
    }
}

#[test]
fn a_comparison_with_an_open_answer_is_open() {
    let when = "{item: k.n, ge: {item: k.of, times: 0.1}}";
    judge(when, TODAY, "k.n = 1; k.of = unknown", "Unassessed");
    judge(when, TODAY, "k.of = 1", "Unassessed");
}

#[test]
fn the_current_month_is_no_earlier_than_today() {
    let compiled = compile(&["{id: t, items: [{link_id: t.m, kind: month, min: today}]}"]);
    let item = compiled.item(compiled.find("t.m").expect("a question"));
    assert!(read_text(item, "2026-10", day(TODAY)).is_err());
    assert!(read_text(item, "2026-11", day(TODAY)).is_ok());
}

#[test]
fn titles_show_the_answers() {
    let title = "{k.d}欠{k.of}人{k.money}元、{k.c}、{k.ticks}、{k.m}";
    let any = "{any: [{item: k.d, gt: 2000-01-01}, {item: k.of, gt: 0}, {item: k.c, is: a}, \
        {item: k.money, gt: 0}, {item: k.ticks, includes: a}, {item: k.m, gt: 2000-01-01}]}";
    let pack = format!("{KINDS}{{id: k.f, title: \"{title}\", when: {any}}}");
    let script = r#"
        k.d = 2026-01-02; k.of = 12; k.money = 1234567.5; k.c = b; k.ticks = ["c", "a"]
        findings title: 2026 年 1 月 2 日欠12人1,234,567.5元、乙、甲、丙、
        k.m = 2025-12; k.of = unknown
        findings title: 2026 年 1 月 2 日欠不清楚人1,234,567.5元、乙、甲、丙、2025 年 12 月"#;
    play(&[&pack], script);
}

/// The first shipped packs so many times over; the first copy keeps its ids.
fn copies(times: usize) -> Rc<Compiled> {
    let first = &sources()[..5];
    let all = (0..times).flat_map(|number| first.iter().map(move |one| copy(one, number)));
    Rc::new(Compiled::new(all.collect()).expect("copies that compile"))
}

fn copy(source: &Source, number: usize) -> Source {
    let mut text = canonical(&source.pack).expect("JSON");
    let known = sources().iter().map(|source| source.pack.id.as_str());
    for id in known.filter(|_| number > 0) {
        for (before, after) in [("\"", "."), ("{", "."), ("\"id\":\"", "\"")] {
            let new = format!("{before}{id}{number}{after}");
            text = text.replace(&format!("{before}{id}{after}"), &new);
        }
    }
    let (file, hash) = (format!("{number}/{}", source.file), String::new());
    let pack = serde_json::from_str(&text).expect("a pack");
    Source { file, hash, pack }
}

/// The first of a few answers that fits a question.
fn any_answer(item: &Item) -> Option<Answer> {
    let others = ["1", "2026-01-01", "2026-01", "某厂"];
    let texts = item.codes().into_iter().chain(others);
    let read = |text| read_text(item, text, day(TODAY)).ok();
    texts.into_iter().find_map(read)
}

/// What each answer costs on a walk along the first copy.
fn costs(times: usize) -> Vec<usize> {
    let compiled = copies(times);
    let mut check = Check::new(Rc::clone(&compiled), Scope::default(), day(TODAY));
    let items = sources().iter().flat_map(|source| source.pack.items());
    let cost = |item: &Item| {
        check.answer(compiled.find(&item.link_id)?, any_answer(item)?);
        Some(check.evaluated())
    };
    items.filter_map(cost).collect()
}

#[test]
fn an_answer_costs_the_same_among_fifty_times_as_many_packs() {
    let one = costs(1);
    let all: usize = one.iter().sum();
    assert!(all > one.len(), "little hangs on anything");
    assert_eq!(one, costs(10));
    assert_eq!(one, costs(50));
}

/// A rule is judged and counted from its first day to its last.
#[test]
fn a_rule_applies_on_its_days_only() {
    let pack = "
        id: t
        items: [{link_id: t.x, kind: yes-no}]
        findings:
          - {id: t.f.old, when: {item: t.x, is: yes}, to: 2026-12-31}
          - {id: t.f.new, when: {item: t.x, is: yes}, from: 2027-01-01}
          - {id: t.f.spring, when: {item: t.x, is: no}, from: 2027-03-01, to: 2027-03-31}";
    let compiled = compile(&[pack]);
    let on = |today: &str, answer: &str| {
        let x = compiled.find("t.x").unwrap();
        let answer = read_text(compiled.item(x), answer, day(today)).unwrap();
        let (check, _) =
            Check::with(Rc::clone(&compiled), Scope::default(), day(today), vec![(x, answer)]);
        let outcomes: Vec<Outcome> =
            compiled.findings.indices().map(|ix| check.board().outcome(ix)).collect();
        (outcomes, check.board().tally().applicable)
    };
    use Outcome::{Clear, NotApplicable, Triggered};
    assert_eq!(on("2026-12-31", "yes"), (vec![Triggered, NotApplicable, NotApplicable], 9));
    assert_eq!(on("2027-01-01", "yes"), (vec![NotApplicable, Triggered, NotApplicable], 9));
    assert_eq!(on("2027-02-28", "no"), (vec![NotApplicable, Clear, NotApplicable], 9));
    assert_eq!(on("2027-03-01", "no"), (vec![NotApplicable, Clear, Triggered], 18));
    assert_eq!(on("2027-03-31", "yes"), (vec![NotApplicable, Triggered, Clear], 18));
    assert_eq!(on("2027-04-01", "yes"), (vec![NotApplicable, Triggered, NotApplicable], 9));
}

//! The verifier: what it proves about packs, and that it sees what is wrong in small ones.

use std::rc::Rc;
use std::time::{Duration, Instant};

use tijian::authoring::LawTexts;
use tijian::authoring::coverage::coverage;
use tijian::authoring::path_survey::{
    PathSurvey, QUICK_MOST, SECTOR_MOST, SERVICE_FIRM_MOST, name,
};
use tijian::authoring::readability::{Terms, readability};
use tijian::law::Register;
use tijian::questionnaire::lint::lint;
use tijian::questionnaire::{Compiled, Questionnaire, Source};
use tijian::report::Library;

use crate::support::{day, library, sources};

const ON: &str = "2026-11-21";

/// A pack with some items and findings, each written without what every one of them needs.
pub(crate) fn pack(head: &str, items: &[&str], findings: &[&str]) -> Source {
    let item = |item: &&str| format!("      - {{why: 一句, find_out: 一处, {item}}}\n");
    let finding = |rule: &&str| {
        let defaults = "title: 一个问题, likelihood: 3, consequence: 3, evidence: [单据], \
                        treatment: [{do: 停止。, effort: day}]";
        format!("  - {{{defaults}, {rule}}}\n")
    };
    let id = head.split(&[' ', ','][..]).next().unwrap();
    let kind = head.split(' ').nth(1).unwrap_or("general");
    let mut text = format!(
        "id: {id}\ntitle: 题\nversion: '1'\nkind: {kind}\nsummary: 一句\n\
         sections:\n  - id: s\n    title: 节\n    items:\n"
    );
    text.extend(items.iter().map(item));
    if !findings.is_empty() {
        text += "findings:\n";
        text.extend(findings.iter().map(finding));
    }
    let pack: Questionnaire =
        serde_saphyr::from_str(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    Source { file: format!("{id}.yaml"), hash: String::new(), pack }
}

pub(crate) fn survey(sources: Vec<Source>) -> PathSurvey {
    let compiled = Rc::new(Compiled::new(sources).unwrap());
    PathSurvey::of(&Library { compiled, ..Library::default() }, day(ON))
}

fn one(items: &[&str], findings: &[&str]) -> PathSurvey {
    survey(vec![pack("a", items, findings)])
}

const GATE: &str = "link_id: a.gate, kind: yes-no, text: 有吗？";
pub(crate) const TAIL: &str = "effects: 一句, basis: [some-law 1], status: verified";

#[test]
fn the_shipped_packs_have_no_dead_end() {
    let library = library();
    let compiled = Rc::clone(&library.compiled);
    let started = Instant::now();
    let survey = PathSurvey::of(&library, day(ON));
    let taken = started.elapsed();
    println!("{} goals in {taken:?}", survey.proofs.len());
    assert!(taken < Duration::from_secs(60), "{taken:?}");
    for (goal, proof) in &survey.proofs {
        assert!(proof.is_some(), "{}", name(&compiled, goal));
    }
    assert!(survey.quick <= QUICK_MOST, "{} quick questions", survey.quick);
    assert_eq!(survey.errors, Vec::<String>::new());
    assert!(survey.walked() <= SERVICE_FIRM_MOST, "{} questions", survey.walked());
    assert_eq!(survey.packs.len(), compiled.packs.len());
    assert!(survey.full() >= survey.walked() && survey.walked() > 20, "{}", survey.walked());
}

#[test]
fn two_ticks_at_once_are_found() {
    let many = "link_id: a.many, kind: multi-choice, text: 哪些？, options: [{code: x, text: 甲}, \
                {code: w, text: 乙}, {code: none, text: 无, exclusive: true}]";
    let both = "link_id: a.both, kind: yes-no, text: 都有吗？, enable_when: {all: [{item: a.many, \
                includes: [x]}, {item: a.many, includes: [w]}]}";
    assert_eq!(one(&[many, both], &[]).errors, Vec::<String>::new());
    let never = both.replace("includes: [w]", "includes: [none]");
    let survey = one(&[many, &never], &[]);
    assert!(survey.errors.iter().any(|error| error == "题 a.both: 走不到"), "{:?}", survey.errors);
}

#[test]
fn a_gate_that_contradicts_itself_is_an_error() {
    let yes_and_no = "link_id: a.x, kind: yes-no, text: 呢？, enable_when: {all: [{item: a.gate, \
                      is: yes}, {item: a.gate, is: no}]}";
    let survey = one(&[GATE, yes_and_no], &[]);
    let wanted = "题 a.x 的条件自相矛盾：对 a.gate 的要求不能同时满足";
    assert!(survey.errors.iter().any(|error| error == wanted), "{:?}", survey.errors);

    // One branch of an alternative is enough, although the question can be reached.
    let number = "link_id: a.n, kind: number, text: 几个？, unit: 个, min: 0, max: 99";
    let branch = "link_id: a.x, kind: yes-no, text: 呢？, enable_when: {any: [{item: a.gate, is: \
                  yes}, {all: [{item: a.n, gt: 5}, {item: a.n, le: 5}]}]}";
    let survey = one(&[GATE, number, branch], &[]);
    assert_eq!(survey.errors, ["题 a.x 的条件自相矛盾：对 a.n 的要求不能同时满足"]);
}

#[test]
fn what_is_unconditional_is_seen() {
    let always = format!("id: a.f.always, when: {{item: a.gate, in: [yes, no]}}, {TAIL}");
    let survey = one(&[GATE], &[&always]);
    assert_eq!(survey.errors, ["发现 a.f.always 在每一组完整答案里都会命中"]);

    let gated = "link_id: a.x, kind: yes-no, text: 呢？, enable_when: {item: a.gate, is: yes}";
    let whenever = format!("id: a.f.whenever, when: {{item: a.x, in: [yes, no]}}, {TAIL}");
    let survey = one(&[GATE, gated], &[&whenever]);
    assert_eq!(survey.errors, Vec::<String>::new());
    assert_eq!(survey.notes, ["发现 a.f.whenever 凡是适用就会命中，没有健康的答案"]);

    let open = gated.replace("is: yes", "in: [yes, no]");
    let survey = one(&[GATE, &open], &[]);
    assert_eq!(survey.notes, ["题 a.x 的 enable_when 总是成立，可以去掉"]);
}

/// A threshold that stands in `applies_when` alone, and a gate of the pack below it.
#[test]
fn a_threshold_need_be_written_only_once() {
    let number = "link_id: a.n, kind: number, text: 几个？, unit: 个, min: 0, max: 99";
    let gated = "link_id: a.x, kind: yes-no, text: 呢？, enable_when: {item: a.n, gt: 0}";
    let rule = format!(
        "id: a.f.big, applies_when: {{item: a.n, ge: 20}}, when: {{item: a.x, is: no}}, {TAIL}"
    );
    let survey = one(&[number, gated], &[&rule]);
    assert_eq!((survey.errors, survey.notes), (vec![], vec![]));
}

#[test]
fn a_finding_of_another_day_is_proven_on_a_day_on_which_it_is_law() {
    let twins = |to: &str, from: &str| {
        let old = format!("id: a.f.old, when: {{item: a.gate, is: no}}, to: {to}, {TAIL}");
        let new = format!("id: a.f.new, when: {{item: a.gate, is: no}}, from: {from}, {TAIL}");
        pack("a", &[GATE], &[&old, &new])
    };
    for (to, from) in [("2026-12-31", "2027-01-01"), ("2025-12-31", "2026-01-01")] {
        let survey = survey(vec![twins(to, from)]);
        assert_eq!((survey.errors, survey.notes), (vec![], vec![]), "{to}");
        assert!(survey.proofs.iter().all(|(_, proof)| proof.is_some()), "{to}");
    }
    let always =
        format!("id: a.f.x, when: {{item: a.gate, in: [yes, no]}}, from: 2027-01-01, {TAIL}");
    let survey = one(&[GATE], &[&always]);
    assert_eq!(survey.errors, ["发现 a.f.x 在每一组完整答案里都会命中"], "also when not yet law");

    let problems = Compiled::new(vec![twins("2026-12-31", "2027-01-01")]).err();
    assert!(problems.is_none());
    let backwards = format!(
        "id: a.f.x, when: {{item: a.gate, is: no}}, from: 2027-01-01, to: 2026-12-31, {TAIL}"
    );
    let problems = Compiled::new(vec![pack("a", &[GATE], &[&backwards])]).unwrap_err();
    assert_eq!(problems[0].place.pointer, "/findings/0/from");

    let follows = |to: &str, from: &str| {
        let mut source = twins(to, from);
        source.pack.findings[1].follows = Some("a.f.old".to_owned());
        Compiled::new(vec![source]).err().map(|problems| problems[0].place.pointer.clone())
    };
    assert_eq!(follows("2026-12-31", "2027-01-01"), None);
    let gap = follows("2026-12-31", "2027-01-02");
    assert_eq!(gap.as_deref(), Some("/findings/1/follows"), "a day between them");
}

#[test]
fn lengths_are_counted_by_the_longest_path() {
    let which = "link_id: t.which, kind: choice, text: 哪种？, options: [{code: x, text: 甲}, \
                 {code: w, text: 乙}, {code: z, text: 丙}]";
    let branch = |code: &str, count: usize| -> Vec<String> {
        (0..count)
            .map(|n| {
                format!(
                    "link_id: t.{code}{n}, kind: yes-no, text: 第{code}{n}题？, \
                     enable_when: {{item: t.which, is: {code}}}"
                )
            })
            .collect()
    };
    let longest = |x: usize, w: usize| {
        let items: Vec<String> = [vec![which.to_owned()], branch("x", x), branch("w", w)].concat();
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let survey = survey(vec![pack("t sector", &items, &[])]);
        (survey.packs[0].items, survey.packs[0].longest, survey.packs[0].walked, survey.errors)
    };
    assert_eq!(longest(SECTOR_MOST - 1, 9), (24, SECTOR_MOST, 1, vec![]));
    let (_, found, _, errors) = longest(9, SECTOR_MOST);
    assert_eq!(found, SECTOR_MOST + 1, "the longer branch counts, and only one of them");
    assert_eq!(errors, ["行业问卷 t 最多会加 16 题，上限是 15 题"]);
}

#[test]
fn a_quick_check_and_a_healthy_walk_have_their_limits() {
    let item = |n: usize, quick: bool| {
        format!("link_id: a.q{n}, kind: yes-no, text: 第{n}题？, quick: {quick}")
    };
    let set = |count: usize, quick: bool| {
        let items: Vec<String> = (0..count).map(|n| item(n, quick)).collect();
        one(&items.iter().map(String::as_str).collect::<Vec<_>>(), &[]).errors
    };
    assert!(set(QUICK_MOST, true).is_empty());
    assert_eq!(set(QUICK_MOST + 1, true), ["快速体检最多会问 16 题，上限是 15 题"]);
    assert!(set(SERVICE_FIRM_MOST, false).is_empty());
    let errors = set(SERVICE_FIRM_MOST + 1, false);
    assert_eq!(errors, ["二十人的健康服务企业要答 71 题，上限是 70 题"]);
}

#[test]
fn the_healthy_walk_triggers_nothing_and_opens_little() {
    let more = "link_id: a.more, kind: number, text: 几次？, unit: 次, min: 0, max: 9, \
                enable_when: {item: a.gate, is: yes}";
    let late = "link_id: a.late, kind: number, text: 晚几天？, unit: 天, min: 0, max: 99";
    let rule = format!("id: a.f.late, when: {{item: a.late, le: 30}}, {TAIL}");
    let survey = one(&[GATE, more, late], &[&rule]);
    assert_eq!(survey.walk_triggered, Vec::<String>::new(), "31 is healthy");
    assert_eq!(survey.walked(), 2, "`no` opens nothing");
}

#[test]
fn articles_and_figures_are_held_against_the_text() {
    let laws: Register = serde_saphyr::from_str(
        "instruments:
  - {id: some-law, title: 某法, short: 某法, kind: 法律, editions: [
      {name: 2019修正, from: 2019-01-01, to: 2026-12-31, checked: read,
       articles: {'1': 罚一万至十万元。, '9': 没有这条。}},
      {name: 2026修订, from: 2027-01-01, checked: read, articles: {'2': 罚二十万元以下。}}]}
  - {id: heard-law, title: 听说法, short: 听说法, kind: 法律, editions: [
      {name: 2020制定, from: 2020-01-01, checked: known, articles: {'1': 罚三万元。}}]}
",
    )
    .unwrap();
    let mut texts = LawTexts::default();
    for (law, article, text) in [
        ("some-law", "1", "处一万元以上十万元以下的罚款，三十日内改正"),
        ("some-law-2026", "2", "处二十万元以下的罚款"),
    ] {
        texts.add(law.to_owned(), article.to_owned(), text.to_owned());
    }
    let with = |effects: &str, basis: &str, status: &str| {
        let rule = format!(
            "id: a.f.x, when: {{item: a.gate, is: yes}}, effects: {effects}, basis: [{basis}], \
             status: {status}"
        );
        let found = texts.compare(&[pack("a", &[GATE], &[&rule])], &laws, "laws.yaml", day(ON));
        let show = |problems: Vec<tijian::questionnaire::Problem>| -> Vec<String> {
            let places = problems.iter();
            places.map(|p| format!("{}{} {}", p.place.file, p.place.pointer, p.message)).collect()
        };
        (show(found.errors), show(found.warnings))
    };
    let register = "laws.yaml/instruments/0/editions/0/articles/9 some-law 没有第 9 条".to_owned();
    let good = with("30日内改正，罚1万至10万元。", "some-law 1", "verified");
    assert_eq!(good, (vec![register.clone()], vec![]));
    let wrong = "a.yaml/findings/0/effects 后果里的 20万元、百分之五 在所引条文里没有".to_owned();
    let text = "罚10万元，或者20万元，另加百分之五。";
    assert_eq!(with(text, "some-law 1", "verified").1, [wrong]);
    assert!(with(text, "some-law 1", "partly").1.is_empty(), "only what claims to be verified");
    assert!(with(text, "some-law 1, heard-law 1", "verified").1.is_empty(), "cannot be told");
    let missing = with("罚款。", "some-law 9", "verified").0;
    assert_eq!(missing, [register, "a.yaml/findings/0/basis/0 some-law 没有第 9 条".to_owned()]);
}

#[test]
fn readability_hints() {
    let items = [
        "link_id: a.term, kind: yes-no, text: 有竞业限制吗？",
        "link_id: a.again, kind: yes-no, text: 竞业限制付钱吗？",
        "link_id: a.twice, kind: yes-no, text: 竞业限制付钱吗？",
        "link_id: a.not, kind: yes-no, text: 没休又没付够钱吗？",
        "link_id: a.or, kind: yes-no, text: 店里或网上卖吗？",
    ];
    let looked_at = "when: {any: [{item: a.term, is: yes}, {item: a.again, is: yes}, \
                     {item: a.twice, is: yes}, {item: a.not, is: yes}]}";
    let source = pack("a", &items, &[&format!("id: a.f.x, {looked_at}, {TAIL}")]);
    let terms: Terms = [("竞业限制".to_owned(), "不去同行".to_owned())].into();
    let compiled = Compiled::new(vec![source.clone()]).unwrap();
    let found: Vec<String> = readability(&[source], &compiled, &terms)
        .into_iter()
        .map(|problem| format!("{} {}", problem.place.pointer, problem.message))
        .collect();
    let at = |item: usize, rest: &str| format!("/sections/0/items/{item}{rest}");
    assert_eq!(
        found,
        [
            at(0, "/text “竞业限制”没有解释"),
            at(2, "/text 题目与 a.again 一字不差"),
            at(3, "/text 题目里有 2 个否定词"),
            at(4, "/text 题目里有“或”"),
            at(4, " a.or 的答案什么也不影响"),
        ]
    );
}

#[test]
fn a_long_sentence_and_a_doubled_negative_are_errors() {
    let long = "甲".repeat(121);
    let fits = format!("{}；{}。", "甲".repeat(120), "乙".repeat(120));
    let errors = |text: &str, why: &str, effects: &str| {
        let item = format!("link_id: a.x, kind: yes-no, text: {text}, hint: {why}");
        let mut source = pack("a", &[&item], &[]);
        let rule = format!("id: a.f.x, when: {{item: a.x, is: no}}, {TAIL}");
        let other = pack("a", &[GATE], &[&rule]);
        source.pack.sections[0].items[0].why = why.to_owned();
        source.pack.findings = other.pack.findings;
        source.pack.findings[0].effects = effects.to_owned();
        lint(&[source]).into_iter().map(|problem| problem.message).collect::<Vec<_>>()
    };
    assert!(errors("有吗？", &fits, &fits).is_empty());
    let message = "有一句 121 个字，最多 120 个";
    assert_eq!(errors("有吗？", &long, &fits), [message]);
    assert_eq!(errors("有吗？", &fits, &long), [message]);
    assert_eq!(errors("他们不能不签吗？", &fits, &fits), ["题目里有“不能不”"]);
}

#[test]
fn coverage_counts_every_pack() {
    let rows = coverage(sources());
    assert_eq!(rows.len(), sources().len());
    for row in &rows {
        assert_eq!(row.verified + row.partly + row.unverified, row.findings, "{}", row.pack);
    }
    let rule = format!("id: a.f.x, when: {{item: a.gate, is: no}}, {TAIL}");
    let item = format!("{GATE}, quick: true, basis: [some-law 1, some-law 2]");
    let row = coverage(&[pack("a", &[&item], &[&rule])]).remove(0);
    assert_eq!(row.numbers(), [1, 2, 1, 3, 1, 0, 0, 1]);
}

//! The native program as others run it: exit code, standard output, standard error.

use std::fs;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tijian::questionnaire::Questionnaire;
use tijian::report::catalog::{Catalog, CatalogError};

use crate::packs::{GOOD, Packs};
use crate::support::sources;

/// A pack with the facts that files most often get wrong.
const FIRM: &str = "
id: p
title: 企业
version: 2026.1.1
kind: profile
summary: 一句话
sections:
  - id: one
    title: 部分
    items:
      - {link_id: p.staff, kind: number, unit: 人, min: 0, max: 200, text: 几人？, why: 要问。, find_out: 工资表。}
      - {link_id: p.uscc, kind: text, format: uscc, text: 代码？, why: 要问。, find_out: 看执照。}
      - {link_id: p.day, kind: date, text: 哪天成立？, why: 要问。, find_out: 看执照。}
";

fn small_packs() -> Packs {
    let mut files = GOOD.map(|(name, text)| (name, text.as_bytes())).to_vec();
    files.push(("general/0.yaml", FIRM.as_bytes()));
    Packs::new(&files)
}

/// Runs the program where the shipped packs are.
fn tijian(arguments: &[&str], out: Stdio) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tijian"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    let child = command.args(arguments).stdout(out).stderr(Stdio::piped());
    let child = child.spawn().expect("the program starts");
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Standard output of a run that must succeed, and standard error.
fn good(arguments: &[&str]) -> (String, String) {
    let output = tijian(arguments, Stdio::piped());
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{arguments:?}: {out}{error}");
    (out, error)
}

/// Both outputs of a run that must fail with 1, without a panic.
fn bad(arguments: &[&str]) -> String {
    let output = tijian(arguments, Stdio::piped());
    let said = text(&output.stdout) + &text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn says(said: &str, wanted: &str) {
    assert!(said.contains(wanted), "{wanted}: {said}");
}

/// What `assess` says to a file that it must refuse.
fn refusal(content: impl AsRef<[u8]>) -> String {
    let packs = small_packs();
    fs::write(packs.0.join("answers.json"), content).expect("a file");
    refusal_of("answers.json", &packs)
}

fn refusal_of(file: &str, packs: &Packs) -> String {
    let (path, packs) = (packs.0.join(file).display().to_string(), packs.path());
    let said = bad(&["assess", &path, "--packs", packs]);
    assert!(said.lines().all(|line| line.starts_with(&path)), "{said}");
    said.replace(&path, "answers.json")
}

/// Lines of `content => what must be said to it`.
fn refuses(cases: &str) {
    for case in cases.lines().filter(|case| !case.is_empty()) {
        let (content, wanted) = case.trim().split_once(" => ").expect(case);
        says(&refusal(content), wanted);
    }
}

fn deep(levels: usize) -> String {
    r#"{"schema": 1, "answers": {"a": "#.to_owned() + &"[".repeat(levels)
}

fn assess(sheet: &Value, more: &[&str]) -> (Value, String) {
    let packs = Packs::new(&[("answers.json", sheet.to_string().as_bytes())]);
    let path = packs.0.join("answers.json").display().to_string();
    let (out, error) = good(&[&["assess", &path], more].concat());
    (serde_json::from_str(&out).expect("JSON"), error)
}

fn contract_sheet() -> Value {
    json!({"schema": 1, "on": "2026-11-21", "mode": "topics", "topics": ["contract"], "answers": {
        "profile.form": "llc", "profile.headcount": 12, "profile.name": "某厂",
        "contract.large_written": "oral", "contract.party_check": "none",
        "contract.gaps": "unknown", "contract.seal_keeper": "owner",
        "contract.stamp_tax": "missed", "contract.activity": ["build_out"],
        "contract.contractor_licence": "none", "contract.must_bid": "none",
        "contract.events": ["none"]}})
}

fn has(value: &Value, keys: &str) {
    for key in keys.split(' ') {
        assert!(value.get(key).is_some(), "{key} is missing in {value}");
    }
}

#[test]
fn assess_prints_the_report_that_the_contract_promises() {
    let (report, error) = assess(&contract_sheet(), &[]);
    assert_eq!(error, "");
    has(&report, "schema on packs firm grade index coverage domains");
    has(&report, "findings priorities unknowns next_best seal");
    has(&report["packs"][0], "id version hash");
    has(&report["domains"][0], "id title index coverage grade");
    assert_eq!(report["on"], "2026-11-21");
    assert_eq!(report["firm"]["headcount"], 12);
    assert_eq!(report["unknowns"][0]["link_id"], "contract.gaps");
    let findings = report["findings"].as_array().expect("findings");
    for finding in findings {
        has(finding, "id domain title level likelihood consequence score");
        has(finding, "because basis effects treatment evidence services");
        has(&finding["because"][0], "link_id answer");
        has(&finding["basis"][0], "law article edition status");
    }
    let worst_first = |finding: &Value| {
        let levels = ["red", "orange", "yellow", "blue"];
        let level = levels.map(|level| finding["level"] != level);
        (level, 25 - finding["score"].as_u64().expect("a score"))
    };
    assert!(findings.len() > 4 && findings.iter().is_sorted_by_key(worst_first));
}

#[test]
fn answers_off_the_path_are_named_and_not_used() {
    let mut sheet = contract_sheet();
    sheet["answers"]["contract.seal_log"] = json!("no");
    let (report, error) = assess(&sheet, &[]);
    assert_eq!(error, "contract.seal_log: 这一题不在路径上，答案没有采用\n");
    assert_eq!(report, assess(&contract_sheet(), &[]).0);
}

#[test]
fn the_day_on_the_command_line_goes_before_that_of_the_file() {
    let (report, _) = assess(&contract_sheet(), &["--on", "2027-01-02"]);
    assert_eq!(report["on"], "2027-01-02");
}

#[test]
fn a_file_that_cannot_be_read_is_refused() {
    let packs = small_packs();
    says(&refusal_of("none.json", &packs), "没有这个文件，请检查路径");
    says(&refusal_of("general", &packs), "读不出来");
    says(&refusal(deep(100_000)), "嵌套太深");
    says(&refusal(vec![b' '; 10 << 20]), "超过 4 MB");
    says(&refusal(b""), "文件是空的");
    says(&refusal(b" \n\t"), "文件是空的");
    says(&refusal(b"\xff\xfe{}"), "不是 UTF-8 文本，请另存为 UTF-8");
    says(&refusal(b"\xd6\xd0\xce\xc4"), "不是 UTF-8 文本，请另存为 UTF-8");
    says(&refusal(r#"{"schema": 1, "answers": {}"#), "文件不完整，在中途结束");
}

#[test]
fn a_file_of_the_wrong_form_is_refused() {
    refuses(
        r#"
        hello => answers.json:1:  不是合格的 JSON
        "hello" => answers.json:1:  值的类型不对
        {"schema": 1, "answers": {}} {} => 末尾有多余的内容
        {"schema": "1", "answers": {}} => answers.json:1: /schema 值的类型不对
        {"schema": 1, "answers": []} => answers.json:1: /answers 值的类型不对
        {"schema": 1} => 缺少“answers”
        {"schema": 1, "answers": {}, "extra": 1} => 没有“extra”这一项
        {"schema": 1, "answers": {}, "mode": "half"} => “half”不在可写的值里
        {"schema": 2, "answers": {}} => schema: 是 2，本程序只认 1
        {"schema": 1, "answers": {}, "mode": "topics"} => topics: mode 是 topics 时要写出
        {"schema": 1, "answers": {}, "mode": "topics", "topics": ["x"]} => topics: 没有 x 这份问卷"#,
    );
}

#[test]
fn an_answer_that_does_not_fit_is_refused() {
    let cases = r#"
        {"p.staff": -1} => answers.p.staff: 请填 0 到 200 之间的值
        {"p.staff": "many"} => answers.p.staff: 这里要填数
        {"p.staff": 1.5} => answers.p.staff: 请填整数
        {"p.staff": 1e300} => answers.p.staff:
        {"a.gate": true} => answers.a.gate: 这里要填yes 或 no
        {"a.way": ["x"]} => answers.a.way: 这里要填一个选项的代码
        {"a.way": "z"} => answers.a.way: 没有“z”这个选项，可以选：x、w
        {"a.ticks": ["x", "z"]} => answers.a.ticks: 选了“没有”就不能再选别的
        {"a.ticks": []} => answers.a.ticks: 还没有填
        {"a.gate": "not_applicable"} => answers.a.gate: 这一题不能答“不适用”
        {"p.day": "2026-02-30"} => “2026-02-30”不是日历上的日子。请照“2026-11-21”
        {"a.day": "2026-11-22"} => answers.a.day: 不能大于（晚于）2026 年 11 月 21 日
        {"p.uscc": "91350100M000100Y44"} => answers.p.uscc: 第 18 位校验码对不上
        {"p.uscc": "91A50100M000100Y43"} => answers.p.uscc: 第 3 位应是数字
        {"p.uscc": "9135"} => answers.p.uscc: 统一社会信用代码是 18 位，现在是 4 位"#;
    let before = r#"{"schema": 1, "on": "2026-11-21", "answers": {"#;
    let cases = cases.replace(" {", &format!(" {before}")).replace("} =>", "}} =>");
    refuses(&cases);
}

#[test]
fn everything_that_is_wrong_is_listed_at_once() {
    let said = refusal(
        r#"{"schema": 3, "mode": "topics", "topics": ["x", "a"], "answers": {
        "no.such": 1, "a.gate": "maybe", "none": "yes", "p.staff": 7, "a.n": -1}}"#,
    );
    let named = said.lines().filter_map(|line| line.split(": ").nth(1));
    let named = named.collect::<Vec<_>>().join(" ");
    assert_eq!(named, "schema topics answers.a.gate answers.a.n answers.no.such answers.none");
}

#[test]
fn no_refusal_is_in_english_alone() {
    let said = refusal(r#"{"schema": 1, "on": "2026-02-30", "answers": {}}"#);
    assert!(said.contains("/on ") && said.contains("日"), "{said}");
    assert!(refusal("[]").contains("值的类型不对"), "{}", refusal("[]"));
}

#[test]
fn a_list_is_no_answers_file() {
    refusal(r#"[1, "2026-11-21", "full", [], {}]"#);
}

#[test]
fn a_question_that_is_answered_twice_is_refused() {
    refusal(r#"{"schema": 1, "answers": {"p.staff": 1, "p.staff": 100}}"#);
}

#[test]
fn every_refusal_says_what_to_do() {
    let half = r#"{"schema": 1, "answers": {}, "mode": "half"}"#;
    let large = " ".repeat(10 << 20);
    let contents = ["", "hello", "7", "{", half, &deep(1000), &large];
    let mut said = contents.map(refusal).to_vec();
    said.push(refusal_of("general", &small_packs()));
    said.retain(|said| !said.contains(['请', '改', '写', '换']));
    assert_eq!(said, [""; 0], "these do not say what to do");
}

/// How many items and findings the shipped packs have.
fn counted() -> (usize, usize) {
    let packs = sources().iter().map(|source| &source.pack);
    let findings = packs.clone().map(|pack| pack.findings.len()).sum();
    (packs.flat_map(Questionnaire::items).count(), findings)
}

#[test]
fn lint_counts_the_shipped_packs() {
    let ((items, findings), packs) = (counted(), sources().len());
    let (out, _) = good(&["lint"]);
    let last = out.lines().last().expect("a line");
    let start = format!("{packs} packs, {items} items, {findings} findings, ");
    assert!(last.starts_with(&start), "{last}");
    assert!(last.ends_with(" citations, 0 errors"), "{last}");
}

/// What `lint` says of a directory that it must refuse.
fn lint(files: &[(&str, &[u8])]) -> String {
    let packs = Packs::new(files);
    bad(&["lint", packs.path()]).replace(packs.path(), "")
}

#[test]
fn lint_lists_every_error_with_file_and_line() {
    let [(name, text), (laws, law), ..] = GOOD;
    let text = text.replace("likelihood: 3", "likelihood: 7");
    let text = text.replace("law 2", "law 9");
    let said = lint(&[(name, text.as_bytes()), (laws, law.as_bytes())]);
    says(&said, "/services.yaml: 没有这个文件");
    says(&said, "/general/a.yaml:51: likelihood 是 7（写 1 到 5）");
    says(&said, "/general/a.yaml:54: law 9: 法规登记里没有这一条的要旨");
    says(&said, "/general/a.yaml:65: law 9: 法规登记里没有这一条的要旨");
    says(&said, "1 packs, 5 items, 2 findings, 4 citations, 5 errors");
}

#[test]
fn lint_refuses_a_directory_without_packs() {
    says(&lint(&[("readme.txt", b"")]), "没有找到问卷");
    let said = bad(&["lint", "no/such/place"]);
    says(&said, "没有找到问卷");
}

#[test]
fn lint_survives_yaml_that_is_made_to_break_it() {
    let large = format!("id: a\n{}", "#".repeat(10 << 20));
    says(&lint(&[("general/a.yaml", large.as_bytes())]), "超过 4 MB");
    for sign in ["[", "{a: ", "- "] {
        let deep = sign.repeat(10_000);
        says(&lint(&[("general/a.yaml", deep.as_bytes())]), "不是合格的 YAML");
    }
    let mut bomb = "a0: &a0 [x]\n".to_owned();
    for level in 1..12 {
        let many = format!("*a{}, ", level - 1).repeat(10);
        bomb += &format!("a{level}: &a{level} [{many}]\n");
    }
    says(&lint(&[("general/a.yaml", bomb.as_bytes())]), "a.yaml:2: 不能用 * 引用");
}

#[test]
fn paths_proves_the_shipped_packs() {
    let (out, _) = good(&["paths"]);
    let (items, findings) = counted();
    let lines = |start| out.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((lines("题 "), lines("发现 ")), (items, findings));
    says(&out, " reachable, 0 unreachable");
}

#[test]
fn paths_lists_what_cannot_be_reached() {
    let (both, one) = ("{all: [{item: a.gate, is: no}, ", "{item: a.gate, is: yes}");
    let dead = GOOD[0].1.replace(one, &format!("{both}{one}]}}"));
    let mut files = GOOD.map(|(name, text)| (name, text.as_bytes()));
    files[0].1 = dead.as_bytes();
    let packs = Packs::new(&files);
    let said = bad(&["paths", packs.path()]);
    says(&said, "题 a.n: 走不到");
    says(&said, "发现 a.f.one: 走不到");
    says(&said, " 2 unreachable");
}

#[test]
fn graph_draws_a_pack() {
    let (out, _) = good(&["graph", "contract"]);
    assert!(out.starts_with("flowchart TD\n"));
    assert!(out.contains("\n  contract.seal_keeper --> contract.seal_log\n"), "{out}");
    let said = bad(&["graph", "nope"]);
    says(&said, "没有 nope 这份问卷，可以写：profile、");
}

#[test]
fn preview_prints_the_state_of_a_pack() {
    let request = br#"{"answers": {"profile.headcount": 3}, "on": "2026-11-21"}"#;
    let packs = Packs::new(&[("answers.json", request), ("bad.json", br#"{"answer": {}}"#)]);
    let path = |name: &str| packs.0.join(name).display().to_string();
    let (out, _) = good(&["preview", "social", "--answers", &path("answers.json")]);
    let state: Value = serde_json::from_str(&out).expect("JSON");
    has(&state["preview"], "pack on answers lost did earlier sections findings deadlines exposure");
    assert_eq!(state["errors"], json!([]));
    let said = bad(&["preview", "nope", "--answers", &path("answers.json")]);
    says(&said, "没有 nope 这份问卷，可以写：profile、");
    says(&bad(&["preview", "social", "--answers", &path("bad.json")]), "没有“answer”这一项");
}

/// The catalogue that `pack` writes, with its files.
fn packed() -> (Catalog, Vec<String>) {
    let packs = Packs::new(&[]);
    good(&["pack", "--out", packs.path()]);
    let read = |file: &str| fs::read_to_string(packs.0.join(file)).expect(file);
    let catalog: Catalog = serde_json::from_str(&read("catalog.json")).expect("JSON");
    let texts = catalog.files().map(|entry| read(&entry.file)).collect();
    (catalog, texts)
}

#[test]
fn pack_writes_a_catalogue_whose_files_fit() {
    let (catalog, texts) = packed();
    let library = catalog.library(&texts).expect("a library");
    let packs = library.compiled.packs.iter();
    let packs: Vec<_> = packs.map(|pack| (&pack.id, &pack.hash)).collect();
    let shipped = sources().iter();
    let shipped: Vec<_> = shipped.map(|one| (&one.pack.id, &one.hash)).collect();
    assert_eq!(packs, shipped);
}

#[test]
fn a_catalogue_refuses_a_file_with_one_other_byte() {
    let (catalog, texts) = packed();
    for (at, entry) in catalog.files().enumerate() {
        let mut texts = texts.clone();
        let byte = texts[at].rfind('a').expect("a letter");
        texts[at].replace_range(byte..=byte, "b");
        let tampered = CatalogError::Tampered(entry.file.clone());
        assert_eq!(catalog.library(&texts).err(), Some(tampered));
    }
}

#[test]
fn a_catalogue_refuses_to_do_without_one_of_its_files() {
    let (catalog, mut texts) = packed();
    texts.pop();
    assert!(catalog.library(&texts).is_err());
}

#[test]
fn a_reader_that_goes_away_causes_no_panic() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = tijian(&["graph", "contract"], writer.into());
    assert!(!text(&output.stderr).contains("panicked"), "{output:?}");
}

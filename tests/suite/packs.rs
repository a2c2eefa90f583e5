//! Errors of authors: each is reported with its file, its line and what to do about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use tijian::authoring::load;

use crate::support::day;

/// A directory of packs that is gone when the test ends.
pub(crate) struct Packs(pub(crate) PathBuf);

impl Packs {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("tijian-{}-{number}", std::process::id());
        let packs = Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name));
        for (name, content) in files {
            let path = packs.0.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        packs
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().expect("a path of text")
    }

    /// Every error, without the way to the directory.
    fn errors(&self) -> Vec<String> {
        let prefix = format!("{}/", self.0.display());
        let errors = load(&self.0, day("2026-11-21")).errors;
        errors.iter().map(|error| error.replace(&prefix, "")).collect()
    }
}

impl Drop for Packs {
    fn drop(&mut self) {
        // What cannot be removed is in the target directory.
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) const A: &str = r#"
id: a
title: 甲
version: 2026.1.1
kind: general
summary: 一句话
sections:
  - id: one
    title: 部分
    items:
      - link_id: a.gate
        kind: yes-no
        text: 有没有员工？
        why: 有员工才问后面的题。
        find_out: 工资表。
      - link_id: a.n
        kind: number
        text: 有几名员工没有合同？
        why: 没有合同要付双倍工资。
        find_out: 人事档案。
        basis: [law 1]
        unit: 人
        min: 0
        max: 100
        enable_when: {item: a.gate, is: yes}
  - id: two
    title: 部分
    items:
      - link_id: a.way
        kind: choice
        text: 怎样签合同？
        why: 方式不同，效力不同。
        find_out: 合同夹。
        options: [{code: x, text: 书面}, {code: w, text: 口头}]
      - link_id: a.ticks
        kind: multi-choice
        text: 有下面哪些做法？
        why: 只问有的。
        find_out: 问会计。
        options: [{code: x, text: 甲}, {code: z, text: 没有, exclusive: true}]
      - link_id: a.day
        kind: date
        text: 哪天到期？
        why: 到期后要续签。
        find_out: 合同夹。
        max: today
findings:
  - id: a.f.one
    title: "{a.n} 名员工没有合同"
    when: {item: a.n, gt: 0}
    likelihood: 3
    consequence: 4
    flags: []
    basis: [law 1, law 2]
    effects: 要付双倍工资。
    treatment: [{do: 今天书面通知, effort: day}]
    evidence: [通知]
    services: [lawyer]
    status: verified
  - id: a.f.two
    title: 没有员工
    when: {item: a.gate, is: no}
    likelihood: 1
    consequence: 1
    basis: [law 2]
    effects: 没有。
    treatment: [{do: 不用做什么, effort: hour}]
    evidence: [工资表]
    status: partly
"#;

const B: &str = "
id: b
title: 乙
version: 2026.1.1
kind: sector
summary: 一句话
sections:
  - id: one
    title: 部分
    items:
      - {link_id: b.x, kind: yes-no, text: 有没有店？, why: 要问。, find_out: 看执照。}
";

const LAWS: &str = r#"
instruments:
  - id: law
    title: 某法
    short: 某法
    kind: 法律
    editions:
      - {name: 旧, from: 2000-01-01, to: 2019-12-31, checked: read, articles: {"1": 旧。}}
      - {name: 新, from: 2020-01-01, checked: read, articles: {"1": 要订合同。, "2": 要留档。}}
  - id: gone
    title: 废法
    short: 废法
    kind: 法律
    editions:
      - {name: 旧, from: 2000-01-01, to: 2019-12-31, checked: known, articles: {"1": 旧。}}
"#;

const SERVICES: &str = "services: [{id: lawyer, title: 律师, what: 出意见}]\n";

pub(crate) const GOOD: [(&str, &str); 4] = [
    ("general/a.yaml", A),
    ("laws.yaml", LAWS),
    ("sectors/b.yaml", B),
    ("services.yaml", SERVICES),
];

/// The good packs with some text of files replaced, and the texts.
fn with(changes: &[(&str, &str, &str)]) -> (Packs, BTreeMap<String, String>) {
    let mut files = BTreeMap::from(GOOD.map(|(name, text)| (name.to_owned(), text.to_owned())));
    for (name, from, to) in changes {
        let text = files.get_mut(*name).expect("a file");
        assert!(text.contains(from), "{from} is in {name}");
        *text = text.replacen(from, to, 1);
    }
    let bytes: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    (Packs::new(&bytes), files)
}

/// Lines of `text => replacement | message | hint | text on the line that is named`; without the
/// last it is the line of the change. Each change must give this one error.
fn check_each(file: &str, cases: &str) {
    let mut failures = Vec::new();
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (from, rest) = case.split_once(" => ").expect(case);
        let rest = rest.replace("\\n", "\n");
        let parts: Vec<&str> = rest.split(" | ").collect();
        let [to, message, hint, at @ ..] = &parts[..] else { panic!("{case}") };
        let (packs, files) = with(&[(file, from, to)]);
        let changed = with(&[]).1[file].find(from).expect(from);
        let at = at.first().map_or(changed, |at| files[file].find(at).expect(at));
        let line = files[file][..at].matches('\n').count() + 1;
        let start = format!("{file}:{line}: ");
        let good = |error: &String| {
            let rest = error.split_once(message).map_or("", |(_, rest)| rest);
            error.starts_with(&start) && rest.contains(hint)
        };
        let errors = packs.errors();
        if errors.len() != 1 || !errors.iter().all(good) {
            failures.push(format!("{case}\n  wants line {line}, found {errors:#?}"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn good_packs_have_no_error() {
    assert_eq!(with(&[]).0.errors(), [""; 0]);
}

#[test]
fn a_loop_is_spelled_out_and_later_questions_are_refused() {
    check_each(
        "general/a.yaml",
        "
        kind: yes-no => enable_when: {item: a.n, gt: 0}\\n        kind: yes-no | 条件绕成了圈：a.gate → a.n → a.gate | 去掉其中一个条件 | {item: a.n, gt: 0}
        {item: a.gate, is: yes} => {item: a.n, gt: 0} | 条件绕成了圈：a.n → a.n | 去掉其中一个条件
        {item: a.gate, is: yes} => {item: a.way, is: x} | a.n 依赖后面的 a.way | 把被依赖的题移到前面",
    );
}

#[test]
fn a_loop_through_a_pack_or_a_section_is_named_by_the_line_of_its_condition() {
    check_each(
        "general/a.yaml",
        "
        summary: 一句话 => applies_when: {item: a.gate, is: yes}\\nsummary: 一句话 | 条件绕成了圈：a.gate → a.gate | 去掉其中一个条件 | applies_when
        title: 部分 => enable_when: {item: a.gate, is: yes}\\n    title: 部分 | 条件绕成了圈：a.gate → a.gate | 去掉其中一个条件 | enable_when",
    );
}

#[test]
fn a_reference_to_a_later_pack_is_one_error() {
    check_each("general/a.yaml", "{item: a.gate, is: yes} => {item: b.x, is: yes} | b.x | 前面");
    check_each("general/a.yaml", "{item: a.gate, is: no} => {item: b.x, is: yes} | b.x | 前面");
}

#[test]
fn names_stand_once_and_are_well_formed() {
    check_each(
        "general/a.yaml",
        "
        link_id: a.day => link_id: a.way | 代码 a.way 重复 | 换一个没有用过的代码
        id: a.f.two => id: a.f.one | 代码 a.f.one 重复 | 换一个没有用过的代码
        id: two => id: one | 部分代码 one 重复 | 换一个代码
        {code: w, text: 口头} => {code: x, text: 口头} | 选项代码 x 重复 | 换一个代码
        {code: w, text: 口头} => {code: unknown, text: 口头} | 选项代码不能是“unknown” | “不清楚”和“不适用”由程序提供
        link_id: a.way => link_id: way | 代码 way 应是“a.”加 | 例如 a.
        link_id: a.way => link_id: a.Way | 代码 a.Way 应是“a.”加 | 例如 a.",
    );
    check_each("sectors/b.yaml", "link_id: b.x => link_id: a.x | 代码 a.x 应是“b.”加 | 例如 b.");
    check_each("laws.yaml", "id: gone => id: law | 法规 law 重复 | 改正登记");
}

#[test]
fn a_pack_id_stands_once_and_is_of_small_letters() {
    let (twice, _) =
        with(&[("sectors/b.yaml", "id: b", "id: a"), ("sectors/b.yaml", "b.x", "a.x")]);
    let wanted = "sectors/b.yaml:2: 代码 a 重复，";
    assert!(twice.errors()[0].starts_with(wanted), "{:?}", twice.errors());
    for id in ["B", "../b", "b c"] {
        let link_id = format!("{id}.x");
        let id = format!("id: {id}");
        let changes = [("sectors/b.yaml", "id: b", &id[..]), ("sectors/b.yaml", "b.x", &link_id)];
        assert_ne!(with(&changes).0.errors(), [""; 0], "{id}");
    }
}

#[test]
fn conditions_fit_the_questions_that_they_look_at() {
    check_each(
        "general/a.yaml",
        "
        {item: a.gate, is: no} => {item: a.gat, is: no} | 没有 a.gat 这一题 | 是不是 a.gate？
        {item: a.gate, is: no} => {item: a.n, lt: {item: a.nn}} | 没有 a.nn 这一题 | 是不是 a.n？
        {item: a.gate, is: no} => {item: a.way, is: z} | a.way 没有选项 z | 可以写的有：x、w
        {item: a.gate, is: no} => {item: a.way, in: [x, z]} | a.way 没有选项 z | 可以写的有：x、w
        {item: a.gate, is: no} => {item: a.ticks, is: x} | a.ticks 的种类不能这样比较 | 多选题用 includes
        {item: a.gate, is: no} => {item: a.ticks, in: [x]} | a.ticks 的种类不能这样比较 | 多选题用 includes
        {item: a.gate, is: no} => {item: a.way, includes: [x]} | a.way 的种类不能这样比较 | 用 is 或 in
        {item: a.gate, is: no} => {item: a.n, is: x} | a.n 的种类不能这样比较 | 用 gt / ge
        {item: a.gate, is: no} => {item: a.way, gt: 1} | a.way 不能与这个值比较 | 数和钱跟数比
        {item: a.gate, is: no} => {item: a.n, gt: 2026-01-01} | a.n 不能与这个值比较 | 数和钱跟数比
        {item: a.gate, is: no} => {item: a.n, gt: {today: {}}} | a.n 不能与这个值比较 | 数和钱跟数比
        {item: a.gate, is: no} => {item: a.day, gt: 3} | a.day 不能与这个值比较 | 日期和月份跟日期比
        {item: a.gate, is: no} => {item: a.day, gt: {item: a.n}} | a.day 不能与这个值比较 | 日期和月份跟日期比
        {item: a.gate, is: no} => {item: a.n, ge: {item: a.n, plus: {years: 1}}} | a.n 不能与这个值比较 | （times）
        {item: a.gate, is: no} => {item: a.day, ge: {item: a.day, times: 2}} | a.day 不能与这个值比较 | （plus）
        {item: a.gate, is: no} => {any: [{item: a.gate, is: no}, {all: []}]} | all 是空的 | 至少写一个条件
        {item: a.gate, is: no} => {any: [{item: a.gate, is: no}, {any: []}]} | any 是空的 | 至少写一个条件
        {item: a.gate, is: no} => {item: a.gate, is: no, in: [no]} | 一个条件只写一种 | 对照
        {item: a.gate, is: no} => {item: a.gate} | 一个条件只写一种 | 对照
        {item: a.gate, is: no} => {itm: a.gate, is: no} | 没有“itm”这一项 | 对照
        {a.n} 名 => {a.gate} 名 | 标题里的 {a.gate} 不在 when 里 | 标题只引用 when 看过的题
        {a.n} 名 => {a.nn} 名 | 没有 a.nn 这一题 | 是不是 a.n？
        enable_when: {item: a.gate, is: yes} => enable_when: {item: a.gate, is: yes}\\n        quick: true | 快速体检的题依赖 a.gate | 也写 quick: true | quick: true",
    );
}

#[test]
fn a_brace_that_is_not_closed_is_refused() {
    check_each("general/a.yaml", "{a.n} 名 => {a.n 名 | { | }");
}

#[test]
fn an_operand_that_is_mistyped_is_explained_in_chinese() {
    check_each(
        "general/a.yaml",
        "
        {item: a.gate, is: no} => {item: a.n, gt: {itme: a.n}} | 没有“itme”这一项 | 对照
        {item: a.gate, is: no} => {item: a.day, gt: {today: {year: 1}}} | 没有“year”这一项 | 对照
        {item: a.gate, is: no} => {item: a.day, gt: 2026-02-30} | 日 | 对照
        max: 100 => max: [100] | 类型 | 对照",
    );
}

#[test]
fn questions_have_what_their_kind_needs_and_nothing_else() {
    check_each(
        "general/a.yaml",
        "
        options: [{code: x, text: 书面}, {code: w, text: 口头}] => hint: 无 | a.way 的 options 与题目种类不符 | 选择题才写 options | link_id: a.way
        unit: 人 => hint: 无 | a.n 的 unit 与题目种类不符 | number 必须写 unit | link_id: a.n
        min: 0 => hint: 无 | a.n 的 min 与题目种类不符 | number 必须写 min 和 max | link_id: a.n
        max: 100 => hint: 无 | a.n 的 min 与题目种类不符 | number 必须写 min 和 max | min: 0
        min: 0 => min: 101 | min 大于 max | 对调两个值
        max: 100 => max: today | a.n 的 max 写错了 | 数和钱写数
        max: today => max: 2026-02-30 | a.day 的 max 写错了 | 日期写 2026-11-21
        max: today => max: 3 | a.day 的 max 写错了 | 日期写 2026-11-21
        max: today => unit: 天 | a.day 的 unit 与题目种类不符 | 其他题不写
        max: today => decimals: 2 | a.day 的 decimals 与题目种类不符 | 只用于 number
        max: today => zero: 没有 | a.day 的 zero 与题目种类不符 | 只用于 number 和 money
        max: today => format: uscc | a.day 的 format 与题目种类不符 | 只用于 text
        max: today => 'yes': 是 | a.day 的 yes 与题目种类不符 | 只用于 yes-no
        {code: w, text: 口头} => {code: w, text: 口头, exclusive: true} | exclusive 只用于 multi-choice | 去掉它",
    );
}

#[test]
fn bounds_of_dates_are_in_order_too() {
    check_each(
        "general/a.yaml",
        "max: today => max: 2020-01-01\\n        min: 2026-01-01 | min 大于 max | 对调 | min: 2026-01-01",
    );
}

#[test]
fn findings_have_figures_in_range_and_law_that_is_in_force() {
    check_each(
        "general/a.yaml",
        "
        likelihood: 3 => likelihood: 6 | likelihood 是 6 | 写 1 到 5
        consequence: 4 => consequence: 0 | consequence 是 0 | 写 1 到 5
        [law 1, law 2] => [law 1, lau 2] | lau 2: 法规登记里没有这部法规 | 检查代码和条号
        [law 1, law 2] => [law 1, law 3] | law 3: 法规登记里没有这一条的要旨 | 读过条文后在 laws.yaml 写一句要旨
        basis: [law 1] => basis: [gone 1] | gone 1: 这一天没有有效的版本 | 检查代码和条号
        [law 1, law 2] => [law 1, law two] | “law two”不是引用 | 对照
        [law 1, law 2] => [] | basis 是空的 | 写上
        services: [lawyer] => services: [lawyr] | services.yaml 里没有 lawyr | 检查代码
        flags: [] => flags: [jail] | “jail”不在可写的值里 | 对照",
    );
    check_each(
        "laws.yaml",
        "from: 2020-01-01 => from: 2019-12-31 | 法规 law 的 新 与前一版的日期重叠 | 改正登记 | id: law",
    );
}

#[test]
fn reliefs_rest_on_articles_that_the_register_has() {
    check_each(
        "services.yaml",
        "
        what: 出意见 => what: 出意见,\\n  relief: [{what: 免费, basis: [law 9], status: verified}] | law 9: 法规登记里没有这一条的要旨 | 检查代码和条号 | law 9
        what: 出意见 => what: 出意见,\\n  relief: [{what: 免费, basis: [], status: verified}] | 减免要写内容（what）和依据（basis） | 没有读到条文的不写 | relief",
    );
}

#[test]
fn prose_is_short_and_advice_is_safe() {
    let long = "长".repeat(41);
    let cases = format!(
        "
        text: 怎样签合同？ => text: {long} | 题目有 41 个字，最多 40 个 | 把解释移到 hint
        text: 怎样签合同？ => text: 是否知道要签合同？ | 题目问“是否知道” | 问事实
        text: 怎样签合同？ => text: 合同以及章在哪里？ | 题目里有“以及” | 拆成两题
        why: 方式不同，效力不同。 => why: '' | why 是空的 | 写上
        evidence: [通知] => evidence: [] | evidence 是空的 | 写上
        今天书面通知 => 马上补签合同 | 建议里有“补签” | 不能让人事后做材料
        今天书面通知 => 把合同倒签到入职那天 | 建议里有“倒签” | 不能让人事后做材料"
    );
    check_each("general/a.yaml", &cases);
    let (allowed, _) = with(&[("general/a.yaml", "今天书面通知", "今天书面通知，不补签")]);
    assert_eq!(allowed.errors(), [""; 0]);
}

#[test]
fn what_cannot_be_read_is_named_by_its_line() {
    check_each(
        "general/a.yaml",
        "
        text: 怎样签合同？ => text: 怎样签合同？\\n        quik: true | 没有“quik”这一项，请检查有没有写错 | 对照 | quik
        why: 方式不同，效力不同。 => hint: 无 | 缺少“why” | 对照 | link_id: a.way
        kind: choice => kind: choise | “choise”不在可写的值里 | 对照
        version: 2026.1.1 => versoin: 1 | 没有“versoin”这一项，请检查有没有写错 | 对照
        summary: 一句话 => hint: 无 | hint | 对照",
    );
}

#[test]
fn yaml_that_cannot_be_parsed_comes_with_advice() {
    check_each(
        "general/a.yaml",
        "
        status: verified => status: verified\\n    status: partly | “status”写了两次 | （ | status: partly
        why: 方式不同，效力不同。 => why: 方式: 不同 | 不是合格的 YAML | （",
    );
}

#[test]
fn a_word_that_is_denied_once_is_not_allowed_elsewhere() {
    check_each(
        "general/a.yaml",
        "今天书面通知 => 没有把握的不补签，其余的补签 | 建议里有“补签” | 不能让人事后做材料",
    );
}

#[test]
fn every_mistake_is_reported_in_one_run() {
    let (packs, _) = with(&[
        ("general/a.yaml", "{item: a.gate, is: no}", "{item: a.gat, is: no}"),
        ("general/a.yaml", "likelihood: 3", "likelihood: 6"),
        ("general/a.yaml", "text: 怎样签合同？", "text: ''"),
        ("general/a.yaml", "[law 1, law 2]", "[lau 1, law 9]"),
        ("sectors/b.yaml", "why: 要问。, ", ""),
        ("laws.yaml", "id: gone", "id: law"),
    ]);
    let places = packs.errors();
    let mut places: Vec<&str> = places.iter().filter_map(|error| error.split(' ').next()).collect();
    places.sort_unstable();
    let a = [31, 51, 54, 54, 62].map(|line| format!("general/a.yaml:{line}:"));
    assert_eq!(places[..5], a);
    assert_eq!(places[5..], ["laws.yaml:10:", "sectors/b.yaml:11:"]);
}

#[test]
fn a_pack_that_cannot_be_read_brings_no_errors_to_others() {
    let look = "text: 有没有店？, enable_when: {item: a.gate, is: yes}";
    let changes = [
        ("sectors/b.yaml", "text: 有没有店？", look),
        ("general/a.yaml", "kind: choice", "kind: choise"),
    ];
    let errors = with(&changes).0.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
}

#[test]
fn a_file_that_is_no_text_is_named() {
    let mut bytes = A.as_bytes().to_vec();
    bytes[40] = 0xff;
    let packs = Packs::new(&[
        ("general/a.yaml", &bytes),
        ("laws.yaml", LAWS.as_bytes()),
        ("services.yaml", SERVICES.as_bytes()),
    ]);
    assert_eq!(packs.errors(), ["general/a.yaml: 不是 UTF-8 文本，请另存为 UTF-8"]);
}

//! The files `tijian.json` and `terminals/ID.json`: what they decide, and what faulty ones do.

use tijian::deployment::{
    Delays, Deployment, Named, Output, Place, Printer, StaffPin, TerminalId, named,
};

/// PBKDF2 with HMAC-SM3 of 246810, made by OpenSSL (`kdf -kdfopt digest:SM3`).
pub(crate) const PIN: &str = "pbkdf2-sm3$10000$30313233343536373839616263646566$474fe7bfc87e2b02679bf5203d2f1b785bfb05baac7921f2426f8603522ed3c6";

/// The same in one round, for tests that enter many codes.
pub(crate) const QUICK_PIN: &str = "pbkdf2-sm3$1$30313233343536373839616263646566$f95e1b51a0b881f95d36a77833c61e5365c3e7a6c51a1ee1d9efb7aa368d6232";

/// A deployment for phones and offices, whose terminals may give out files and codes.
const OPEN: &str = r#"{
    "mode": "office", "public_address": "https://tijian.example/",
    "outputs": ["file", "code"], "justice_office": "样例司法所", "district": "heping",
    "delays": {"idle": 240}
}"#;

pub(crate) fn terminal(file: Option<&str>) -> Option<Named> {
    Some(Named { id: TerminalId::new("t-1"), file: file.map(str::to_owned) })
}

#[test]
fn the_shipped_file_has_no_fault() {
    let read = Deployment::read(include_str!("../../public/tijian.json"));
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!((read.mode, read.delays), (Place::Office, Delays::default()));
    assert_eq!(read.outputs.len(), 6);
    assert_eq!(read.printer, Printer { fitted: true, name: None });
}

#[test]
fn the_samples_have_no_fault() {
    let shared = include_str!("../../deploy/samples/tijian.json");
    let own = include_str!("../../deploy/samples/terminals/sample-heping-01.json");
    assert_eq!(Deployment::read(shared).problems, Vec::<String>::new());
    let id = TerminalId::new("sample-heping-01");
    let read = Deployment::of(Some(shared), Some(Named { id, file: Some(own.to_owned()) }));
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!((read.mode, read.outputs), (Place::Terminal, vec![Output::Code]));
    assert_eq!(read.district.as_deref(), Some("heping"));
    assert_eq!(read.lawyer_keys.len(), 1);
    assert_eq!(read.offices.len(), 1, "what the terminal does not say is as in tijian.json");
}

#[test]
fn a_faulty_file_still_starts_and_says_what_is_wrong() {
    let strictest = |text: &str, problems: &[&str]| {
        let read = Deployment::read(text);
        assert_eq!(read.problems.len(), problems.len(), "{text}: {:?}", read.problems);
        for (said, wanted) in read.problems.iter().zip(problems) {
            assert!(said.starts_with("tijian.json") && said.contains(wanted), "{said}");
        }
        assert_eq!(read.mode, Place::Terminal, "{text}");
        assert_eq!(read.delays, Delays::default(), "{text}");
        read
    };
    strictest("{}", &[]);
    strictest("\u{feff}{\"mode\": \"terminal\"}", &[]);
    strictest(r#"{"mode": null, "delays": {"idle": null}, "staff_pin": null}"#, &[]);
    for broken in ["", "<html>", "[]", "null", "{\"mode\": \"office\""] {
        strictest(broken, &["读不懂"]);
    }
    strictest(r#"{"mode": "kiosk"}"#, &["\"kiosk\""]);
    strictest(r#"{"modes": "office"}"#, &["modes"]);
    strictest(r#"{"terminal": "t-1"}"#, &["terminal"]);
    strictest(r#"{"delays": 90}"#, &["delays"]);
    for (name, seconds) in [
        ("idle", "119"),
        ("idle", "301"),
        ("warning", "19"),
        ("warning", "61"),
        ("report", "59"),
        ("report", "301"),
        ("printed", "29"),
        ("printed", "301"),
        ("idle", "-1"),
        ("idle", "180.5"),
        ("idle", "\"180\""),
        ("ilde", "180"),
    ] {
        strictest(&format!("{{\"delays\": {{\"{name}\": {seconds}}}}}"), &[name]);
    }
    let read =
        strictest(r#"{"outputs": ["code", "fax"], "offices": [{}]}"#, &["第 1 项", "第 2 项"]);
    assert_eq!(read.outputs, [Output::Code], "what was named well is kept");
    let read = Deployment::read(r#"{"delays": {"idle": 300, "warning": 5, "printed": 30}}"#);
    assert_eq!(read.delays, Delays { idle: 300, printed: 30, ..Delays::default() });
    assert_eq!(read.problems.len(), 1);
    for address in
        ["tijian.example", "javascript:alert(1)", "https://", "https://a/#b", "http://a b"]
    {
        let read =
            strictest(&format!("{{\"public_address\": \"{address}\"}}"), &["public_address"]);
        assert_eq!(read.public_address, None);
    }
    for name in ["\\u0007", &"长".repeat(41)] {
        let read = strictest(&format!("{{\"justice_office\": \"{name}\"}}"), &["justice_office"]);
        assert_eq!(read.justice_office, None);
    }
    for pin in ["246810", "pbkdf2-sm3$999999999$00$00", "sm3$1$2$3"] {
        let read = strictest(&format!("{{\"staff_pin\": \"{pin}\"}}"), &["staff_pin"]);
        assert_eq!(read.staff_pin, None);
        assert!(!read.problems[0].contains(pin), "a code that stands there openly is not shown");
    }
    let read = strictest(r#"{"printer": {"fited": false}}"#, &["printer"]);
    assert!(read.printer.fitted);
}

pub(crate) const KEY: &str = "04405262260c422978c218f270e6dc77e0cb619a067c187a7ac746e4730f695b8a6d1ebf05370ec7cbc1d299dd24d7e58b43caacdf13f22d2f09a50439d7982e3d";
pub(crate) const LICENCE: &str = "12101202011000000";

fn lawyer(name: &str, firm: &str, licence: &str, key: &str) -> serde_json::Value {
    serde_json::json!({"by": {"name": name, "firm": firm, "licence": licence}, "key": key})
}

#[test]
fn the_keys_of_lawyers_are_used_one_by_one() {
    let read = |entries: &[serde_json::Value]| {
        Deployment::read(&serde_json::json!({ "lawyer_keys": entries }).to_string())
    };
    let spaced = "12101 2020 11000000";
    let good = read(&[lawyer(" 样例律师 ", "样例律师事务所", spaced, &KEY.to_ascii_uppercase())]);
    assert_eq!(good.problems, Vec::<String>::new());
    let [known] = good.lawyer_keys.as_slice() else { panic!("{:?}", good.lawyer_keys) };
    let by = (&*known.by.name, &*known.by.firm, &*known.by.licence);
    assert_eq!(by, ("样例律师", "样例律师事务所", LICENCE));
    assert_eq!(known.key, KEY, "as signatures have it");

    let compressed = format!("02{}", &KEY[2..66]);
    let wide = format!("04{}", "é".repeat(64));
    for (entry, wanted) in [
        (lawyer("", "所", LICENCE, KEY), "by.name 没有填"),
        (lawyer("　", "所", LICENCE, KEY), "by.name 没有填"),
        (lawyer("甲\u{7}", "所", LICENCE, KEY), "by.name 要是"),
        (lawyer("甲", "", LICENCE, KEY), "by.firm 没有填"),
        (lawyer("甲", &"所".repeat(41), LICENCE, KEY), "by.firm 要是"),
        (lawyer("甲", "所", "123", KEY), "licence：执业证号是 17 位数字，现在是 3 位"),
        (lawyer("甲", "所", LICENCE, &KEY[..128]), "一共 130 位，现在是 128 位"),
        (lawyer("甲", "所", LICENCE, &compressed), "04 开头"),
        (lawyer("甲", "所", LICENCE, &KEY.replacen("04", "05", 1)), "04 开头"),
        (lawyer("甲", "所", LICENCE, &KEY.replace('f', "g")), "十六进制"),
        (lawyer("甲", "所", LICENCE, &wide), "十六进制"),
        (serde_json::json!({"key": KEY}), "by"),
        (serde_json::json!(KEY), "lawyer_keys 第 1 项"),
    ] {
        let read = read(&[entry.clone(), lawyer("样例律师", "所", LICENCE, KEY)]);
        assert_eq!(read.lawyer_keys.len(), 1, "{entry}: the others are used");
        let [said] = read.problems.as_slice() else { panic!("{entry}: {:?}", read.problems) };
        assert!(said.contains("lawyer_keys 第 1 项") && said.contains(wanted), "{said}");
        assert!(!said.contains("。。"), "{said}");
    }
    let twice = read(&[lawyer("甲", "所", LICENCE, KEY), lawyer("乙", "所", LICENCE, KEY)]);
    assert_eq!(twice.lawyer_keys.len(), 1);
    assert!(twice.problems[0].contains("第 2 项") && twice.problems[0].contains("“甲”"));
    let none = Deployment::read(r#"{"lawyer_keys": {}}"#);
    assert!(none.lawyer_keys.is_empty() && none.problems.len() == 1);
}

#[test]
fn the_keys_of_the_deployment_hold_at_a_terminal_that_has_none_of_its_own() {
    let keys = serde_json::json!({"lawyer_keys": [lawyer("甲", "所", LICENCE, KEY)]}).to_string();
    let known = |own: &str| Deployment::of(Some(&keys), terminal(Some(own))).lawyer_keys.len();
    assert_eq!(known(r#"{"terminal": "t-1", "mode": "desk"}"#), 1);
    assert_eq!(known(r#"{"terminal": "t-1", "lawyer_keys": []}"#), 0);
}

#[test]
fn settings_that_this_machine_kept_are_said_to_be_that() {
    let mut read = Deployment::of(Some(OPEN), terminal(Some(r#"{"terminal": "t-1"}"#)));
    read.say_kept(&["tijian.json".to_owned(), "terminals/t-1.json".to_owned()]);
    let [shared, own] = read.problems.as_slice() else { panic!("{:?}", read.problems) };
    assert!(shared.starts_with("tijian.json：") && shared.contains("上次存下"), "{shared}");
    assert!(own.starts_with("terminals/t-1.json："), "{own}");
}

#[test]
fn a_terminal_says_what_holds_field_by_field() {
    let file = r#"{"terminal": "t-1", "outputs": ["code"], "delays": {"report": 120},
        "printer": {"fitted": false}, "justice_office": "样例二所"}"#;
    let read = Deployment::of(Some(OPEN), terminal(Some(file)));
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!(read.terminal.as_ref().map(TerminalId::as_str), Some("t-1"));
    assert_eq!(read.mode, Place::Terminal, "for everybody unless its own file says otherwise");
    assert_eq!(read.outputs, [Output::Code]);
    assert_eq!(read.delays, Delays { idle: 240, report: 120, ..Delays::default() });
    assert_eq!(read.printer, Printer { fitted: false, name: None });
    assert_eq!(read.justice_office.as_deref(), Some("样例二所"));
    assert_eq!(read.district.as_deref(), Some("heping"));
    assert_eq!(read.public_address.as_deref(), Some("https://tijian.example/"));
    let desk = r#"{"terminal": "t-1", "mode": "desk"}"#;
    let read = Deployment::of(Some(OPEN), terminal(Some(desk)));
    assert_eq!((read.mode, read.outputs.len()), (Place::Desk, 2));
}

#[test]
fn a_terminal_gives_out_nothing_that_the_deployment_does_not() {
    let file = r#"{"terminal": "t-1", "outputs": ["word", "code"]}"#;
    let read = Deployment::of(Some(OPEN), terminal(Some(file)));
    assert_eq!(read.outputs, [Output::Code]);
    assert!(read.problems[0].starts_with("terminals/t-1.json"), "{:?}", read.problems);
    let read = Deployment::of(Some("{}"), terminal(Some(file)));
    assert_eq!(read.outputs, []);
}

#[test]
fn a_named_terminal_without_its_file_is_the_strictest() {
    let strictest = |file: Option<&str>, terminal: Option<Named>| {
        let read = Deployment::of(file, terminal);
        assert_eq!((read.mode, read.delays), (Place::Terminal, Delays::default()));
        assert_eq!(read.outputs, []);
        assert_eq!(read.problems.len(), 1, "{:?}", read.problems);
        assert!(read.problems[0].contains("读不懂"), "{:?}", read.problems);
    };
    let good = r#"{"terminal": "t-1", "mode": "desk", "outputs": ["code"]}"#;
    for file in [None, Some(""), Some("[]"), Some("{}"), Some(r#"{"terminal": "t-2"}"#)] {
        strictest(Some(OPEN), terminal(file));
    }
    strictest(Some(OPEN), Some(Named { id: None, file: None }));
    strictest(None, terminal(Some(good)));
    strictest(Some("{"), terminal(Some(good)));
    strictest(None, None);
}

#[test]
fn the_staff_code_of_the_deployment_holds_where_the_terminal_has_none_that_can_be_read() {
    let shared = format!("{{\"staff_pin\": \"{QUICK_PIN}\"}}");
    for own in [r#"{"terminal": "t-1"}"#, r#"{"terminal": "t-1", "staff_pin": 246810}"#, "{"] {
        let read = Deployment::of(Some(&shared), terminal(Some(own)));
        assert!(read.staff_pin.is_some_and(|pin| pin.opens("246810")), "{own}");
    }
}

#[test]
fn an_address_names_its_terminal_strictly() {
    let id = |text| Some(TerminalId::new(text));
    assert_eq!(named(""), None);
    assert_eq!(named("?a=b&cleared"), None);
    assert_eq!(named("?terminal=sample-heping-01"), id("sample-heping-01"));
    assert_eq!(named("?a=b&terminal=t-1&cleared"), id("t-1"));
    let longest = "a".repeat(40);
    assert_eq!(named(&format!("?terminal={longest}")), Some(TerminalId::new(&longest)));
    // It names a terminal, but none that there can be: the strictest.
    let long = format!("?terminal={longest}a");
    for none in
        ["?terminal", "?terminal=", "?terminal=T", "?terminal=a%2Fb", "?terminal=../x", &long]
    {
        assert_eq!(named(none), Some(None), "{none}");
    }
    assert_eq!(named("?terminal=a&terminal=b"), Some(None));
}

#[test]
fn a_code_is_kept_as_any_program_would_make_it() {
    let made = StaffPin::new("246810", *b"0123456789abcdef").unwrap();
    assert_eq!(String::from(made.clone()), PIN);
    assert!(made.opens("246810") && !made.opens("246811") && !made.opens(""));
    assert_eq!(StaffPin::try_from(PIN.to_owned()), Ok(made));
    for wrong in ["", "24681", "2468100", "24681a", "２４６８１０"] {
        assert_eq!(StaffPin::new(wrong, [0; 16]), None, "{wrong}");
    }
    let (start, _) = PIN.rsplit_once('$').unwrap();
    for wrong in [
        start.to_owned(),
        format!("{PIN}$"),
        format!("{PIN}0"),
        PIN.replace("$10000$", "$0$"),
        PIN.replace("$10000$", "$100001$"),
        PIN.replace("pbkdf2-sm3", "md5"),
        format!("{start}$+{}", "0".repeat(63)),
        format!("{start}${}", "é".repeat(32)),
    ] {
        assert!(StaffPin::try_from(wrong.clone()).is_err(), "{wrong}");
    }
}

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

//! The file `tijian.json`: what it decides, and what a faulty one does.

use tijian::kiosk::{Delays, Deployment, Output, Place};

#[test]
fn the_shipped_file_has_no_fault() {
    let read = Deployment::read(include_str!("../../public/tijian.json"));
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!((read.mode, read.delays), (Place::Office, Delays::default()));
    assert_eq!(read.outputs.len(), 6);
}

#[test]
fn a_faulty_file_still_starts_and_says_what_is_wrong() {
    let strictest = |text: &str, problems: &[&str]| {
        let read = Deployment::read(text);
        assert_eq!(read.problems.len(), problems.len(), "{text}: {:?}", read.problems);
        for (said, wanted) in read.problems.iter().zip(problems) {
            assert!(said.contains(wanted), "{said}");
        }
        assert_eq!(read.mode, Place::Terminal, "{text}");
        assert_eq!(read.delays, Delays::default(), "{text}");
        read
    };
    strictest("{}", &[]);
    strictest("\u{feff}{\"mode\": \"terminal\"}", &[]);
    for broken in ["", "<html>", "[]", "null", "{\"mode\": \"office\""] {
        strictest(broken, &["读不懂"]);
    }
    strictest(r#"{"mode": "kiosk"}"#, &["\"kiosk\""]);
    strictest(r#"{"modes": "office"}"#, &["modes"]);
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
        ("idle", "null"),
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
}

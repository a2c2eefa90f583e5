//! The firm's file as bytes: what is written is read again, and nothing else is taken for it.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};
use tijian::archive::envelope::{Digest, Draft, Envelope, FileError, LARGEST, read, write};
use tijian::archive::html::{embed, extract};
use tijian::archive::remedy::Remedy;
use tijian::response::{Mode, Sheet};

use crate::support::day;

const PAGE: &str = "<!doctype html><html><head><script>let a = 1 < 2;</script></head>\n<body><p>报告</p>\n</body></html>\n";

/// Words that would be something else in a page, a file or a shell.
const NASTY: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>&lt;&amp;",
    "\u{2028}\u{2029}\u{202e}\u{0}",
    "\"}],\"checks\":[",
    "{{constructor}}${x}`",
    "<img src=x onerror=alert(1)>",
    "\\u003c\\\\\"",
];

pub(crate) fn sheet(answers: BTreeMap<String, Value>) -> Sheet {
    Sheet { schema: 1, on: None, mode: Mode::Full, topics: Vec::new(), answers }
}

fn remedy(finding: &str, by: &str, note: &str) -> Remedy {
    Remedy {
        finding: finding.to_owned(),
        on: day("2026-12-01"),
        by: by.to_owned(),
        note: note.to_owned(),
        more: BTreeMap::new(),
    }
}

fn small() -> Envelope {
    let answers = BTreeMap::from([("profile.form".to_owned(), json!("llc"))]);
    Envelope {
        checks: Vec::new(),
        draft: Some(Draft { sheet: sheet(answers), packs: Vec::new(), more: BTreeMap::new() }),
        remedies: vec![remedy("labour.f.unsigned", "张某", "合同第 3 份")],
        more: BTreeMap::from([("register".to_owned(), json!({"entries": [1, 2.5]}))]),
    }
}

/// Whether bytes are read as exactly this file, without a warning.
fn same(bytes: &[u8], envelope: &Envelope) -> bool {
    read(bytes).is_ok_and(|loaded| loaded.digest == Digest::Holds && loaded.envelope == *envelope)
}

fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(&NASTY[..]).prop_map(Value::from)
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1_000_000_i64..1_000_000).prop_map(|n| Value::from(n as f64 / 100.0)),
        text,
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(".{0,6}", inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(
        answers in btree_map("[a-z]{1,6}\\.[a-z_]{1,6}", any_value(), 0..5),
        note in ".{0,30}",
        nasty in prop::sample::select(&NASTY[..]),
        more in btree_map("[a-z]{3,9}x", any_value(), 0..3),
    ) {
        let mut envelope = small();
        envelope.draft = Some(Draft { sheet: sheet(answers), packs: Vec::new(), more: BTreeMap::new() });
        envelope.remedies.push(remedy(nasty, &note, nasty));
        envelope.more.extend(more);
        let json = write(&envelope).unwrap();
        prop_assert!(same(json.as_bytes(), &envelope));
        let page = embed(PAGE, &envelope).unwrap();
        prop_assert!(same(page.as_bytes(), &envelope));
        let data = extract(&page).unwrap();
        let unsafe_signs = ['<', '>', '&', '\u{2028}', '\u{2029}'];
        prop_assert!(!data.contains(unsafe_signs));
        // An editor that changes the ends of lines, and a mail program that adds a mark in front.
        let windows = format!("\u{FEFF}{}", page.replace('\n', "\r\n"));
        prop_assert!(same(windows.as_bytes(), &envelope));
        prop_assert_eq!(embed(&page, &envelope).unwrap(), page, "the data takes its own place");
    }

    #[test]
    fn any_bytes_are_refused_or_warned_of(bytes in vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes).is_err());
    }
}

#[test]
fn every_byte_that_is_changed_or_missing_is_noticed() {
    let envelope = small();
    let json = write(&envelope).unwrap();
    let page = embed(PAGE, &envelope).unwrap();
    for whole in [json.as_bytes(), page.as_bytes()] {
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.to_vec();
                bytes[at] ^= 1 << bit;
                let noticed = read(&bytes).map_or(true, |loaded| {
                    loaded.digest != Digest::Holds || loaded.envelope == envelope
                });
                assert!(noticed, "byte {at}, bit {bit}");
            }
        }
    }
    for end in 0..json.len() {
        assert!(read(&json.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    let data_ends = page.rfind("</script>").unwrap() + "</script>".len();
    for end in 0..data_ends {
        assert!(read(&page.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn what_is_not_ours_is_refused_by_name() {
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b""), FileError::Empty);
    assert_eq!(refused(b" \r\n"), FileError::Empty);
    assert_eq!(refused(b"hello"), FileError::NotOurs);
    assert_eq!(refused(b"[1]"), FileError::NotOurs);
    assert_eq!(refused(b"{}"), FileError::NotOurs);
    assert_eq!(refused(br#"{"schema":1,"answers":{}}"#), FileError::NotOurs);
    assert_eq!(refused(PAGE.as_bytes()), FileError::NotOurs);
    assert_eq!(refused(&vec![b' '; 9 << 20]), FileError::TooBig);
    assert_eq!(refused("{\"format\":\"tij".as_bytes()), FileError::CutOff);
    // 企业 in GBK, and in UTF-16 with its mark.
    assert_eq!(refused(b"{\"by\":\"\xc6\xf3\xd2\xb5\"}"), FileError::NotUtf8);
    assert_eq!(refused(b"\xff\xfe{\x00"), FileError::NotUtf8);
    let later = br#"{"format":"tijian","schema":2,"checks":[]}"#;
    assert_eq!(refused(later), FileError::Future);
    assert!(FileError::Future.to_string().contains("请用新版打开"));
    assert!(matches!(refused(br#"{"format":"tijian","schema":"1"}"#), FileError::Damaged(_)));
    assert!(matches!(refused(br#"{"format":"tijian","schema":1}"#), FileError::Damaged(_)));
    assert!(matches!(refused(br#"{"format":"tijian",}"#), FileError::Damaged(_)));
    let two = embed(PAGE, &small()).unwrap();
    assert_eq!(refused(format!("{two}{two}").as_bytes()), FileError::TwoFiles);
}

#[test]
fn depth_and_names_that_stand_twice_are_refused_before_anything_is_taken() {
    for open in ["[", "{\"a\":"] {
        let deep = format!("{{\"format\":\"tijian\",\"x\":{}", open.repeat(100_000));
        assert_eq!(read(deep.as_bytes()).unwrap_err(), FileError::TooDeep);
    }
    // Brackets in a text are no depth.
    let mut envelope = small();
    envelope.remedies[0].note = "[{\"".repeat(500);
    assert!(same(write(&envelope).unwrap().as_bytes(), &envelope));
    let json = write(&small()).unwrap();
    for twice in [
        json.replacen("{\"checks\"", "{\"checks\":[],\"checks\"", 1),
        json.replacen("\"by\":", "\"by\":\"李某\",\"by\":", 1),
        json.replacen("{\"entries\"", "{\"entries\":0,\"entries\"", 1),
    ] {
        assert!(matches!(read(twice.as_bytes()), Err(FileError::Twice(_))), "{twice}");
    }
}

#[test]
fn a_file_that_could_not_be_read_again_is_not_written() {
    let mut envelope = small();
    envelope.remedies[0].note = "x".repeat(LARGEST);
    assert_eq!(write(&envelope), Err(FileError::TooBig));
    let page = format!("<p>{}</p>", "x".repeat(LARGEST));
    assert_eq!(embed(&page, &small()), Err(FileError::TooBig));
    envelope = Envelope { checks: vec![json!({}); 101], ..Envelope::default() };
    assert_eq!(write(&envelope), Err(FileError::TooMany));
    // A hostile page costs one pass, not one for every tag.
    let tags = "<script".repeat(1 << 16);
    assert_eq!(read(tags.as_bytes()).unwrap_err(), FileError::NotOurs);
}

//! The edges: of answers, days, topics and links; and what every error says.

use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::{Value, json};
use tijian::archive::compact::{CompactError, bytes, decode, encode, link, payload, text};
use tijian::flow::Scope;
use tijian::questionnaire::Compiled;
use tijian::response::{Answer, Mode, read_text};
use tijian::risk::Check;

use super::{all, rebuilt, with};
use crate::engine::{TODAY, compile};
use crate::support::{compiled, day};

#[test]
fn topics_keep_their_order_and_unknown_ones_are_refused() {
    let compiled = compiled();
    let check = |topics: &[&str]| {
        let topics = topics.iter().map(|&topic| topic.to_owned()).collect();
        Check::new(Rc::clone(&compiled), Scope { mode: Mode::Topics, topics }, day(TODAY))
    };
    let bytes = encode(&check(&["tax", "labour"]), all).expect("a code");
    let decoded = decode(&bytes, &with(&compiled)).expect("a check");
    assert_eq!(decoded.scope.topics, ["tax", "labour"]);
    assert_eq!(encode(&check(&["no"]), all), Err(CompactError::Topics));
    assert_eq!(encode(&check(&["tax"; 99]), all), Err(CompactError::Topics));
}

#[test]
fn a_link_has_one_slash_before_its_fragment() {
    let text = text(&[1, 2, 3]).expect("a text");
    for (address, wanted) in [
        ("https://a.cn", "https://a.cn/#r="),
        ("https://a.cn/", "https://a.cn/#r="),
        ("https://a.cn/tijian/", "https://a.cn/tijian/#r="),
        ("https://a.cn/index.html#top", "https://a.cn/index.html#r="),
    ] {
        let link = link(address, &[1, 2, 3]).expect("a link");
        assert_eq!(link, format!("{wanted}{text}"));
        for form in [link.as_str(), &link[link.find('#').expect("#")..], &format!(" r={text}\n")] {
            assert_eq!(payload(form), Ok(vec![1, 2, 3]));
        }
    }
    assert_eq!(payload("https://a.cn/#r="), Err(CompactError::TooShort));
    assert_eq!(payload("https://a.cn/"), Err(CompactError::Sign { position: 1 }));
    assert_eq!(bytes("000_0_"), Err(CompactError::Sign { position: 4 }));
    assert_eq!(bytes("0000"), Err(CompactError::Sign { position: 4 }));
    assert_eq!(bytes("..."), Err(CompactError::Sign { position: 3 }));
    assert_eq!(bytes(""), Ok(vec![]));
}

/// Answers at the edges of what a question accepts.
#[test]
fn the_smallest_and_largest_answers_come_back() {
    let day_item = r#"{"kind": "date"}"#;
    let number = r#"{"kind": "number", "unit": "人", "decimals": 3, "min": -1000000,
        "max": 1000000}"#;
    let rows: [(&str, &[&str]); 7] = [
        (day_item, &["0000-01-01", "0001-02-03", "2026-11-21", "2026-11-22", "2024-02-02"]),
        (day_item, &["2024-02-01", "1979-03-24", "1979-03-25", "2029-09-10", "9999-12-31"]),
        (r#"{"kind": "month"}"#, &["0000-01", "2026-11", "2026-12", "1941-08", "9999-12"]),
        (r#"{"kind": "money"}"#, &["0", "0.01", "100000000", "79228162514264337593543950335"]),
        (number, &["-1", "-0.001", "-999999.999", "0", "0.5", "-1000000", "1000000"]),
        (
            r#"{"kind": "number", "unit": "人", "min": 0, "max": 300}"#,
            &["0", "15", "16", "30", "255", "256"],
        ),
        (r#"{"kind": "text"}"#, &["某厂", "a", "\u{1F600}\u{10FFFF}", "a\u{301} b"]),
    ];
    for (item, texts) in rows {
        for text in texts {
            let compiled = one_item(item);
            let ix = compiled.find("p.i").expect("the question");
            let answer = read_text(compiled.item(ix), text, day(TODAY)).expect(text);
            comes_back(&compiled, answer);
        }
    }
    comes_back(&one_item(r#"{"kind": "text"}"#), Answer::Text("\u{10FFFF}".repeat(60)));
}

/// One question of a kind, in a pack.
fn one_item(item: &str) -> Rc<Compiled> {
    let mut item: Value = serde_json::from_str(item).expect("JSON");
    item["link_id"] = json!("p.i");
    compile(&[&json!({"id": "p", "kind": "profile", "items": [item]}).to_string()])
}

fn comes_back(compiled: &Rc<Compiled>, answer: Answer) {
    let ix = compiled.find("p.i").expect("the question");
    let mut check = Check::new(Rc::clone(compiled), Scope::default(), day(TODAY));
    check.answer(ix, answer);
    let bytes = encode(&check, all).unwrap_or_else(|error| panic!("{error} {:?}", check.answers()));
    assert_eq!(rebuilt(&bytes, &with(compiled)).answers(), check.answers());
}

#[test]
fn what_a_question_does_not_accept_is_not_written() {
    let unfit = |item: &str, answer: Answer| {
        let compiled = one_item(item);
        let ix = compiled.find("p.i").expect("the question");
        let mut check = Check::new(Rc::clone(&compiled), Scope::default(), day(TODAY));
        check.answer(ix, answer);
        assert_eq!(encode(&check, all), Err(CompactError::Answer("p.i".to_owned())));
    };
    let ticks = r#"{"kind": "multi-choice", "unknown": false, "options": [{"code": "a",
        "text": ""}, {"code": "b", "text": ""}, {"code": "c", "text": "", "exclusive": true}]}"#;
    let codes = |codes: &[&str]| Answer::Codes(codes.iter().map(|&code| code.into()).collect());
    for wrong in [codes(&[]), codes(&["b", "a"]), codes(&["a", "c"]), codes(&["d"])] {
        unfit(ticks, wrong);
    }
    unfit(ticks, Answer::Unknown);
    unfit(ticks, Answer::NotApplicable);
    unfit(r#"{"kind": "yes-no"}"#, Answer::Code("maybe".to_owned()));
    unfit(r#"{"kind": "yes-no"}"#, Answer::Number(1.into()));
    unfit(r#"{"kind": "money"}"#, Answer::Number((-1).into()));
    unfit(r#"{"kind": "month"}"#, Answer::Month(day("2026-11-02")));
    unfit(r#"{"kind": "date"}"#, Answer::Day(NaiveDate::MAX));
    unfit(r#"{"kind": "text"}"#, Answer::Text("\0".to_owned()));
    let compiled = one_item(r#"{"kind": "yes-no"}"#);
    for wrong in ["1999-12-31", "2179-06-07"] {
        let check = Check::new(Rc::clone(&compiled), Scope::default(), day(wrong));
        assert_eq!(encode(&check, all), Err(CompactError::Day));
    }
    for right in ["2000-01-01", "2179-06-06"] {
        let check = Check::new(Rc::clone(&compiled), Scope::default(), day(right));
        let bytes = encode(&check, all).expect("a code");
        assert_eq!(decode(&bytes, &with(&compiled)).map(|decoded| decoded.day), Ok(day(right)));
    }
}

#[test]
fn every_error_says_what_to_do() {
    use CompactError::{
        Answer, Content, Damaged, Day, IsPart, Missing, OtherPacks, OtherSeries, QrFull, Sign,
        TextTooLong, TooLong, TooManyParts, TooShort, Topics, Version,
    };
    let all = [
        Answer("p.i".to_owned()),
        Content,
        Damaged,
        Day,
        IsPart { number: 1, of: 2 },
        Missing { numbers: vec![1, 3], of: 3 },
        OtherPacks,
        OtherSeries,
        QrFull,
        Sign { position: 1 },
        TextTooLong,
        TooLong,
        TooManyParts,
        TooShort,
        Topics,
        Version(2),
    ];
    for error in all {
        let message = error.to_string();
        assert!(message.contains('请') && message.ends_with('。'), "{message}");
    }
}

//! What is typed belongs to the visit: it outlasts a page that is drawn again, not the screen.

use tijian::kiosk::pinyin::{Dictionary, Table};
use tijian::kiosk::{Deployment, Effect, Entry, Event, Model, Place, Trouble};
use tijian::response::Mode;
use tijian::view_model::{Body, InputView, Lang};

use crate::kiosk::Visitor;
use crate::support::{day, library};

const GOOD: &str = "91330100799655058B";

fn types(visitor: &mut Visitor, key: &str, text: &str) {
    visitor.does(Event::Typed { key: key.to_owned(), text: text.to_owned() });
}

fn draft(visitor: &Visitor, key: &str) -> Option<String> {
    visitor.page().drafts.get(key).cloned()
}

/// A visitor at the question for the code.
fn at_the_code() -> Visitor {
    let mut visitor = Visitor::arrives();
    for text in ["llc", "20", "service"] {
        visitor.says(text);
    }
    visitor.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
    for text in ["operating", "no", "shenhe"] {
        visitor.says(text);
    }
    visitor.does(Event::Answered(Entry::Skip));
    assert_eq!(visitor.question(), "profile.uscc");
    visitor
}

#[test]
fn what_is_half_typed_outlasts_another_language_and_not_the_screen() {
    let mut visitor = Visitor::arrives();
    visitor.says("llc");
    types(&mut visitor, "profile.headcount", "12");
    let revision = visitor.page().revision;
    visitor.does(Event::Speak(Lang::En));
    assert_ne!(visitor.page().revision, revision, "the page is drawn again");
    assert_eq!(draft(&visitor, "profile.headcount").as_deref(), Some("12"));
    visitor.says("x");
    assert_eq!(draft(&visitor, "profile.headcount").as_deref(), Some("12"), "refused, not lost");
    visitor.does(Event::Back);
    assert!(visitor.page().drafts.is_empty());
    types(&mut visitor, "profile.form", "canary");
    visitor.does(Event::End);
    assert!(visitor.page().drafts.is_empty() && !format!("{:?}", visitor.model).contains("canary"));
}

#[test]
fn a_field_takes_no_more_than_it_can_need() {
    let mut visitor = Visitor::arrives();
    types(&mut visitor, "profile.form", &"长".repeat(1_000_000));
    let kept = draft(&visitor, "profile.form").unwrap();
    assert!(kept.len() <= 4_096 && kept.chars().all(|sign| sign == '长'));
}

#[test]
fn a_scanned_code_stands_in_the_field_and_waits_for_a_person() {
    let mut visitor = at_the_code();
    visitor.does(Event::Scanned(format!("http://x.example/?code={}&y=1", GOOD.to_lowercase())));
    assert_eq!(draft(&visitor, "profile.uscc").as_deref(), Some(GOOD));
    assert_eq!(visitor.question(), "profile.uscc", "nobody agreed to it yet");
    let scan = visitor.page().scan.unwrap();
    assert!(scan.taken && scan.text.contains(GOOD), "{}", scan.text);
    assert!(visitor.effects.is_empty(), "nothing is opened");
    types(&mut visitor, "profile.uscc", "9133");
    assert_eq!(visitor.page().scan, None, "what was typed since counts");
}

#[test]
fn none_or_two_codes_are_refused_and_nothing_changes() {
    let mut visitor = at_the_code();
    types(&mut visitor, "profile.uscc", "9133");
    for (text, words) in [
        ("http://example.org/licence", "没有正确的信用代码"),
        ("91330100799655058C", "没有正确的信用代码"),
        ("91330100799655058B,91350100M000100Y43", "2 个信用代码"),
    ] {
        visitor.does(Event::Scanned(text.to_owned()));
        let scan = visitor.page().scan.unwrap();
        assert!(!scan.taken && scan.text.contains(words), "{}", scan.text);
        assert_eq!(draft(&visitor, "profile.uscc").as_deref(), Some("9133"));
    }
}

#[test]
fn elsewhere_a_scan_is_refused_with_a_word() {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Scanned(GOOD.to_owned()));
    assert!(visitor.page().drafts.is_empty());
    assert!(visitor.page().scan.unwrap().text.contains("这一页不收扫码内容"));
    visitor.says("llc");
    assert_eq!(visitor.page().scan, None);
    let mut nobody = Visitor { model: Model::default(), effects: Vec::new() };
    nobody.does(Event::Scanned(GOOD.to_owned()));
    assert_eq!(nobody.page().scan, None);
}

#[test]
fn a_terminal_always_has_keys_and_an_office_when_it_wants_them() {
    let keys = |mode| {
        let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
        visitor.does(Event::Configured(Box::new(Deployment { mode, ..Deployment::default() })));
        visitor
    };
    let mut terminal = keys(Place::Terminal);
    assert!(terminal.page().pads && !terminal.page().pads_optional);
    terminal.does(Event::TogglePads);
    assert!(terminal.page().pads);
    let mut office = keys(Place::Office);
    assert!(!office.page().pads && office.page().pads_optional);
    office.does(Event::TogglePads);
    assert!(office.page().pads);
}

#[test]
fn the_table_is_fetched_once_and_again_after_a_failure() {
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    assert_eq!(visitor.page().dictionary, Dictionary::Absent);
    visitor.does(Event::WantDictionary);
    assert_eq!(visitor.effects, [Effect::LoadDictionary]);
    visitor.does(Event::WantDictionary);
    assert!(visitor.effects.is_empty());
    visitor.does(Event::DictionaryCame(Err(Trouble::NoTable)));
    visitor.does(Event::WantDictionary);
    assert_eq!(visitor.effects, [Effect::LoadDictionary]);
    visitor.does(Event::DictionaryCame(Ok(Table::default().into())));
    visitor.does(Event::WantDictionary);
    assert!(visitor.effects.is_empty());
    assert!(matches!(visitor.page().dictionary, Dictionary::Ready(_)));
}

#[test]
fn a_terminal_has_the_table_before_anybody_comes_and_an_office_when_it_is_wanted() {
    let loaded = |mode| {
        let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
        visitor.does(Event::Configured(Box::new(Deployment { mode, ..Deployment::default() })));
        visitor.does(Event::Loaded(Box::new(library())));
        visitor.effects.contains(&Effect::LoadDictionary)
    };
    assert!(loaded(Place::Terminal) && !loaded(Place::Office));
}

#[test]
fn the_wheels_know_the_bounds_of_their_question() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Topics, &["penalty"]);
    visitor.does(Event::Continue);
    for _ in 0..40 {
        let Body::Question(question) = visitor.page().body else { break };
        let entry = match question.input {
            InputView::Date { bounds, today, day: true, .. }
                if question.link_id == "penalty.notice_date" =>
            {
                assert_eq!((bounds.min, bounds.max), (day("2020-01-01"), today));
                assert_eq!(today, day("2026-11-21"));
                return;
            }
            _ if question.link_id == "penalty.events" => Entry::Codes(vec!["notice".to_owned()]),
            _ if question.link_id == "penalty.notice_step" => Entry::Text("pending".to_owned()),
            InputView::Choice(options) => Entry::Text(options[0].code.clone()),
            _ => Entry::Unknown,
        };
        visitor.does(Event::Answered(entry));
    }
    panic!("the day of the notice is never asked for");
}

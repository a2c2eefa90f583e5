//! The visit as a person goes through it, without a browser.

use std::rc::Rc;

use tijian::flow::Scope;
use tijian::kiosk::{Effect, Entry, Event, Model, Screen, update};
use tijian::report::text;
use tijian::response::Mode;
use tijian::view_model::{Body, InputView, Page, page};

use crate::support::{day, library};

/// A visitor at the terminal.
pub(crate) struct Visitor {
    pub(crate) model: Model,
    pub(crate) effects: Vec<Effect>,
}

impl Visitor {
    pub(crate) fn arrives() -> Self {
        let mut visitor = Self { model: Model::default(), effects: Vec::new() };
        visitor.does(Event::Loaded(Box::new(library())));
        visitor.does(Event::Begin);
        assert_eq!(visitor.effects, [Effect::ReadClock]);
        visitor.does(Event::Began(day("2026-11-21")));
        visitor
    }

    pub(crate) fn does(&mut self, event: Event) {
        self.effects = update(&mut self.model, event);
    }

    pub(crate) fn says(&mut self, text: &str) {
        self.does(Event::Answered(Entry::Text(text.to_owned())));
    }

    pub(crate) fn page(&self) -> Page {
        page(&self.model)
    }

    /// The `link_id` of the question on the screen.
    pub(crate) fn question(&self) -> String {
        match self.page().body {
            Body::Question(question) => question.link_id,
            other => panic!("no question on the screen: {other:?}"),
        }
    }

    /// A company of twenty that leaves name and code out.
    pub(crate) fn fills_in_the_profile(&mut self) {
        for text in ["llc", "20", "service"] {
            self.says(text);
        }
        self.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
        for text in ["operating", "no", "shenhe"] {
            self.says(text);
        }
        self.does(Event::Answered(Entry::Skip));
        self.does(Event::Answered(Entry::Skip));
        assert!(matches!(self.page().body, Body::Scope(_)), "{:?}", self.page().body);
    }

    pub(crate) fn chooses(&mut self, mode: Mode, topics: &[&str]) {
        let topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
        self.does(Event::ChooseScope(Scope { mode, topics }));
        assert!(matches!(self.page().body, Body::Tasks(_)));
    }

    /// Answers 不清楚, or the first choice, until the check of answers is reached.
    pub(crate) fn hurries_through(&mut self) {
        for _ in 0..500 {
            match self.page().body {
                Body::Tasks(_) => self.does(Event::Continue),
                Body::Question(question) => self.does(Event::Answered(match question.input {
                    _ if question.unknown.is_some() => Entry::Unknown,
                    InputView::Choice(options) => Entry::Text(options[0].code.clone()),
                    other => panic!("不清楚 is not offered: {other:?}"),
                })),
                Body::Review(_) => return,
                other => panic!("lost at {other:?}"),
            }
        }
        panic!("the questions never end");
    }
}

#[test]
fn a_whole_visit() {
    let mut visitor = Visitor::arrives();
    assert_eq!(visitor.question(), "profile.form");
    assert!(visitor.effects.contains(&Effect::GuardLeaving(true)));
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Full, &[]);
    visitor.hurries_through();
    visitor.does(Event::MakeReport);
    let Body::Report(report) = visitor.page().body else { panic!("no report") };
    let shown = text::render(&report.document);
    assert!(shown.contains("一、资料不足"), "{shown}");
    assert!(shown.contains("法治健康指数 —"), "silence has no index");
    assert_eq!(report.document.findings().count(), 0, "不清楚 is no breach");
    visitor.does(Event::Print);
    let [Effect::Print { foot }] = visitor.effects.as_slice() else { panic!("not printed") };
    assert!(foot.contains("2026-11-21") && foot.contains("份问卷"), "{foot}");
}

#[test]
fn ending_leaves_nothing() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.does(Event::AskEnd);
    assert!(visitor.page().asking_end);
    visitor.does(Event::Back);
    assert!(!visitor.page().asking_end, "Back closes the question and nothing else");
    assert!(matches!(visitor.page().body, Body::Scope(_)));
    visitor.does(Event::AskEnd);
    visitor.does(Event::End);
    assert_eq!(visitor.effects, [Effect::GuardLeaving(false), Effect::Clear { shared: true }]);
    assert!(visitor.model.visit().is_none());
}

#[test]
fn a_wrong_entry_stays_and_says_why() {
    let mut visitor = Visitor::arrives();
    visitor.says("llc");
    for wrong in ["", "-3", "3.5", "很多", "999999999"] {
        visitor.says(wrong);
        assert_eq!(visitor.question(), "profile.headcount");
        assert!(visitor.page().error.is_some(), "{wrong}");
        assert!(visitor.effects.is_empty(), "the screen is not left for {wrong}");
    }
    visitor.says("12");
    assert_eq!(visitor.page().error, None);
    assert_eq!(visitor.question(), "profile.industry");
}

#[test]
fn back_goes_the_way_that_was_come() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Topics, &["contract"]);
    visitor.does(Event::Continue);
    let mut trail = Vec::new();
    while let Body::Question(question) = visitor.page().body {
        trail.push(question.link_id);
        visitor.does(Event::Answered(Entry::Unknown));
    }
    visitor.does(Event::OpenPack("contract".to_owned()));
    assert_eq!(visitor.question(), trail[0], "a finished pack opens at its first question");
    visitor.does(Event::Tasks);
    for screen in ["scope", "profile.uscc", "profile.name", "profile.district"] {
        visitor.does(Event::Back);
        match visitor.page().body {
            Body::Scope(_) => assert_eq!(screen, "scope"),
            Body::Question(question) => assert_eq!(question.link_id, screen),
            other => panic!("{other:?}"),
        }
    }
    for _ in 0..7 {
        visitor.does(Event::Back);
    }
    assert!(
        matches!(visitor.page().body, Body::Start(_)),
        "the first question goes back to the start"
    );
}

#[test]
fn changing_an_answer_tells_what_was_dropped_and_can_be_undone() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Topics, &["labour"]);
    visitor.hurries_through();
    let answers = visitor.model.visit().unwrap().check.answers();
    visitor.does(Event::Change("profile.headcount".to_owned()));
    visitor.says("0");
    let notice = visitor.page().notice.expect("a notice");
    assert_eq!(notice.questions.len(), answers.len() - 7, "every labour answer is dropped");
    assert!(matches!(visitor.page().body, Body::Review(_)));
    visitor.does(Event::Undo);
    assert_eq!(visitor.model.visit().unwrap().check.answers(), answers);
    assert_eq!(visitor.question(), "profile.headcount");
}

#[test]
fn changing_an_answer_opens_what_it_brings_then_comes_back() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.does(Event::Back);
    visitor.does(Event::Back);
    visitor.chooses(Mode::Topics, &["labour"]);
    visitor.hurries_through();
    visitor.does(Event::Change("profile.headcount".to_owned()));
    visitor.says("0");
    visitor.does(Event::Change("profile.headcount".to_owned()));
    visitor.says("5");
    assert!(visitor.question().starts_with("labour."), "the labour questions are asked again");
    visitor.hurries_through();
}

#[test]
fn a_report_is_never_older_than_the_answers() {
    let mut visitor = Visitor::arrives();
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Quick, &[]);
    visitor.hurries_through();
    visitor.does(Event::MakeReport);
    visitor.does(Event::Change("profile.headcount".to_owned()));
    visitor.says("21");
    assert!(visitor.model.visit().unwrap().made.is_none());
    visitor.does(Event::Print);
    assert!(visitor.effects.is_empty());
}

#[test]
fn quick_is_short() {
    let compiled = Rc::clone(&library().compiled);
    let quick = compiled.items.iter().filter(|node| node.item.quick).count();
    assert!((1..=15).contains(&quick), "{quick} quick questions");
}

#[test]
fn events_out_of_place_do_nothing() {
    let mut model = Model::default();
    for event in [
        Event::Back,
        Event::Continue,
        Event::MakeReport,
        Event::Print,
        Event::Undo,
        Event::Answered(Entry::Unknown),
        Event::Change("no.such".to_owned()),
        Event::OpenPack("no".to_owned()),
    ] {
        assert!(update(&mut model, event.clone()).is_empty(), "{event:?}");
    }
    let mut visitor = Visitor::arrives();
    visitor.does(Event::OpenPack("no".to_owned()));
    visitor.does(Event::Change("no.such".to_owned()));
    assert!(matches!(visitor.model.visit().unwrap().screen, Screen::Question(_)));
}

//! Reading aloud: which voice may, what is said, and when it is silent.

use tijian::kiosk::{
    Deployment, DisplayEvent, Effect, Entry, Event, Passage, SpeechEvent, Voice, choose,
};
use tijian::response::Mode;
use tijian::view_model::{Body, Reads};

use crate::kiosk::Visitor;
use crate::support::day;
use crate::terminal::Terminal;

fn voice(lang: &str, local: bool) -> Voice {
    Voice { lang: lang.to_owned(), local }
}

/// The language of the voice that is chosen.
fn chosen(voices: &[(&str, bool)]) -> Option<String> {
    let voices: Vec<Voice> = voices.iter().map(|(lang, local)| voice(lang, *local)).collect();
    choose(&voices).map(|at| voices[at].lang.clone())
}

#[test]
fn a_voice_that_sends_the_text_away_is_never_chosen() {
    assert_eq!(chosen(&[]), None);
    assert_eq!(chosen(&[("zh-CN", false), ("en-US", true), ("zh-TW", false)]), None);
    assert_eq!(chosen(&[("zh-CN", false), ("zh-TW", true)]).as_deref(), Some("zh-TW"));
}

#[test]
fn the_mainland_comes_first_and_cantonese_never() {
    let all = [("en-GB", true), ("zh-HK", true), ("zh-TW", true), ("zh", true), ("zh_CN", true)];
    assert_eq!(chosen(&all).as_deref(), Some("zh_CN"));
    assert_eq!(chosen(&all[..4]).as_deref(), Some("zh"));
    assert_eq!(chosen(&all[..3]).as_deref(), Some("zh-TW"));
    assert_eq!(chosen(&all[..2]), None);
    assert_eq!(chosen(&[("yue-CN", true), ("zh-yue-CN", true)]), None);
    assert_eq!(chosen(&[("zh-CN", true), ("cmn-Hans-CN", true)]).as_deref(), Some("zh-CN"));
    assert_eq!(chosen(&[("zhx", true), ("cmn-Hans-CN", true)]).as_deref(), Some("cmn-Hans-CN"));
}

fn with_voice() -> Visitor {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Speech(SpeechEvent::Voice(true)));
    visitor
}

fn reads(visitor: &mut Visitor, passage: Passage) -> Vec<String> {
    visitor.does(Event::Speech(SpeechEvent::Read(passage)));
    match visitor.effects.as_slice() {
        [Effect::Say(sentences)] => sentences.clone(),
        other => panic!("not read: {other:?}"),
    }
}

#[test]
fn a_choice_is_read_with_its_choices_and_the_ways_out() {
    let mut visitor = with_voice();
    visitor.says("llc");
    visitor.says("20");
    let Body::Question(question) = visitor.page().body else { panic!("no question") };
    let said = reads(&mut visitor, Passage::Screen);
    assert_eq!(said[..3], ["主要做哪一行？", question.hint.as_deref().unwrap(), "请选一项。"]);
    assert_eq!(said[3], "第 1 项：制造。".replace("制造", &first_option(&visitor)));
    assert!(!said.iter().any(|sentence| sentence.contains(&question.why)), "it is folded");
    visitor.does(Event::Speech(SpeechEvent::WhyOpened(true)));
    let more = reads(&mut visitor, Passage::Screen);
    assert_eq!(more[..said.len()], said[..]);
    assert_eq!(more[said.len()], format!("为什么问：{}", question.why));
    assert_eq!(more[said.len() + 1], format!("到哪里查：{}", question.find_out));
    // The next question begins folded.
    visitor.says("service");
    let next = reads(&mut visitor, Passage::Screen);
    assert!(!next.iter().any(|sentence| sentence.starts_with("为什么问")), "{next:?}");
}

fn first_option(visitor: &Visitor) -> String {
    match visitor.page().body {
        Body::Question(question) => match question.input {
            tijian::view_model::InputView::Choice(options) => options[0].text.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_kind_of_question_says_how_it_is_answered() {
    let mut visitor = with_voice();
    let mut said = Vec::new();
    let mut hears = |visitor: &mut Visitor| said.push(reads(visitor, Passage::Screen).join(""));
    hears(&mut visitor);
    visitor.says("llc");
    hears(&mut visitor);
    visitor.says("20");
    visitor.says("service");
    hears(&mut visitor);
    visitor.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
    for text in ["operating", "no", "shenhe"] {
        visitor.says(text);
    }
    hears(&mut visitor);
    visitor.does(Event::Answered(Entry::Skip));
    hears(&mut visitor);
    let expected = [
        "请选一项。",
        "请填数，单位是人。没有的，按“没有员工”。",
        "可以选几项，选完按“下一题”。",
        "请填文字。这一题可以跳过。",
        "请填 18 位代码。这一题可以跳过。",
    ];
    for (said, words) in said.iter().zip(expected) {
        assert!(said.contains(words), "{words} is not in {said}");
    }
}

#[test]
fn not_knowing_is_said_where_it_is_offered_and_articles_when_unfolded() {
    let mut visitor = with_voice();
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Topics, &["contract"]);
    visitor.does(Event::Continue);
    let Body::Question(mut question) = visitor.page().body else { panic!("no question") };
    while question.basis.is_empty() {
        visitor.does(Event::Answered(Entry::Unknown));
        let Body::Question(next) = visitor.page().body else { panic!("no article anywhere") };
        question = next;
    }
    visitor.does(Event::Speech(SpeechEvent::WhyOpened(true)));
    let said = reads(&mut visitor, Passage::Screen);
    assert!(said.contains(&"不知道的，按“不清楚”。".to_owned()), "{said:?}");
    let (label, gist) = &question.basis[0];
    assert!(said.contains(&format!("依据：{label}。{gist}")), "{said:?}");
}

/// A visit with a report that has findings, on the screen.
fn report() -> Visitor {
    let mut visitor = with_voice();
    for text in ["llc", "20", "service"] {
        visitor.says(text);
    }
    visitor.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
    for text in ["operating", "no", "shenhe", "沈阳听不见商贸有限公司"] {
        visitor.says(text);
    }
    visitor.does(Event::Answered(Entry::Skip));
    visitor.chooses(Mode::Topics, &["labour"]);
    visitor.does(Event::Continue);
    visitor.says("3");
    visitor.does(Event::Review);
    visitor.does(Event::MakeReport);
    visitor
}

#[test]
fn the_report_is_read_in_short_and_a_finding_in_full() {
    let mut visitor = report();
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    let said = reads(&mut visitor, Passage::Screen).join("\n");
    let verdict = &view.document.parts[0].heading;
    assert!(said.starts_with(verdict.as_str()), "{said}");
    let card = view.document.findings().next().expect("a finding").clone();
    assert!(said.contains(&card.title), "what is to be done first: {said}");
    assert!(said.contains("下面还有："), "{said}");
    assert!(!said.contains("听不见"), "the hall need not know whose report it is");

    let full = reads(&mut visitor, Passage::Finding(card.id.clone())).join("\n");
    assert!(full.starts_with("第 1 项，"), "{full}");
    assert!(full.contains(&card.lead), "{full}");
    for section in &card.sections {
        assert!(full.contains(&format!("{}：", section.label)), "{full}");
    }
    assert!(full.contains("第 1 步："), "{full}");
    assert_eq!(visitor.page().display.reading, Some(Passage::Finding(card.id)));
    visitor.does(Event::Speech(SpeechEvent::Read(Passage::Finding("nothing".to_owned()))));
    assert!(visitor.effects.is_empty());
}

#[test]
fn it_is_offered_where_there_is_a_voice_and_something_to_read() {
    let mut visitor = Visitor::arrives();
    assert_eq!(visitor.page().display.reads, None);
    visitor.does(Event::Speech(SpeechEvent::Read(Passage::Screen)));
    assert!(visitor.effects.is_empty(), "no voice, no sound");
    visitor.does(Event::Speech(SpeechEvent::Voice(true)));
    assert_eq!(visitor.page().display.reads, Some(Reads::Question));
    reads(&mut visitor, Passage::Screen);
    visitor.does(Event::Speech(SpeechEvent::Voice(false)));
    assert_eq!(visitor.effects, [Effect::Hush], "the voice is gone");
    assert_eq!(visitor.page().display.reads, None);
    let mut visitor = report();
    assert_eq!(visitor.page().display.reads, Some(Reads::Report));
    visitor.does(Event::Back);
    assert_eq!(visitor.page().display.reads, None);
}

#[test]
fn leaving_the_screen_stops_it_and_the_end_of_the_words_ends_it() {
    let mut visitor = with_voice();
    reads(&mut visitor, Passage::Screen);
    visitor.says("llc");
    assert_eq!(visitor.effects[0], Effect::Hush, "before anything else");
    assert_eq!(visitor.page().display.reading, None);
    reads(&mut visitor, Passage::Screen);
    visitor.does(Event::Speech(SpeechEvent::Ended));
    assert!(visitor.effects.is_empty() && visitor.page().display.reading.is_none());
    reads(&mut visitor, Passage::Screen);
    visitor.does(Event::Speech(SpeechEvent::Hush));
    assert_eq!(visitor.effects, [Effect::Hush]);
    reads(&mut visitor, Passage::Screen);
    visitor.does(Event::Speak(tijian::texts::Lang::En));
    assert_eq!(visitor.effects[0], Effect::Hush, "the screen is drawn anew");
}

#[test]
fn the_warning_and_every_end_stop_it() {
    let begin = || {
        let mut terminal = Terminal::of(Deployment::default());
        terminal.visitor.does(Event::Speech(SpeechEvent::Voice(true)));
        reads(&mut terminal.visitor, Passage::Screen);
        terminal
    };
    let mut warned = begin();
    warned.jumps(185);
    assert!(warned.warns());
    assert_eq!(warned.visitor.effects, [Effect::Hush]);
    warned.visitor.does(Event::Speech(SpeechEvent::Read(Passage::Screen)));
    assert!(warned.visitor.effects.is_empty(), "nobody is there");
    for end in [Event::End, Event::Gone, Event::Back, Event::Tick { monotonic_ms: u64::MAX }] {
        let mut terminal = begin();
        terminal.visitor.does(end.clone());
        assert_eq!(terminal.visitor.effects[0], Effect::Hush, "{end:?}");
    }
}

#[test]
fn by_itself_it_reads_only_questions_and_only_when_that_was_asked_for() {
    let mut visitor = with_voice();
    visitor.says("llc");
    let says =
        |visitor: &Visitor| visitor.effects.iter().any(|effect| matches!(effect, Effect::Say(_)));
    assert!(!says(&visitor));
    visitor.does(Event::Display(DisplayEvent::Aloud(true)));
    assert!(says(&visitor), "the one on the screen, at once");
    visitor.says("wrong");
    assert!(visitor.effects.is_empty(), "the question is still the same");
    visitor.says("20");
    assert!(says(&visitor));
    assert_eq!(visitor.page().display.reading, Some(Passage::Screen));
    visitor.does(Event::Back);
    assert!(says(&visitor), "backwards too");
    visitor.does(Event::Display(DisplayEvent::Aloud(false)));
    assert_eq!(visitor.effects, [Effect::Hush]);
    visitor.says("20");
    assert!(!says(&visitor));

    let mut visitor = with_voice();
    visitor.does(Event::Display(DisplayEvent::Aloud(true)));
    visitor.fills_in_the_profile();
    assert!(!says(&visitor), "the choice of the scope is no question");
    visitor.does(Event::Back);
    visitor.does(Event::End);
    visitor.does(Event::Began(day("2026-11-21")));
    assert!(!says(&visitor), "the next visitor did not ask for it");
}

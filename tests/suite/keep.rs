//! Work that is kept on an office's machine, without a browser: what is handed over when, and what
//! is made of what comes back.

use proptest::prelude::*;
use tijian::kiosk::{
    Code, CodeProblem, Deployment, Effect, Entry, Event, Found, Head, Keep, KeepEffect, KeepEvent,
    KeepRefused, Left, Looked, Place, ROUNDS, Record, RegisterEvent, Screen, Sentinel, Store, Why,
    judge,
};
use tijian::response::Mode;
use tijian::texts::Lang;
use tijian::view_model::{Body, KeepLine, KeptWork};

use crate::kiosk::Visitor;
use crate::support::day;
use crate::visit_files::{office, opens, saved, screen, start};

const TODAY: &str = "2026-11-21";
const LATER: &str = "2026-12-21";
const RANDOM: [u8; 16] = *b"sixteen of them!";

/// What the store does, for a visitor at the page.
trait Kept {
    fn hears(&mut self, event: KeepEvent);
    /// The one effect about keeping, if any.
    fn asked(&self) -> Option<KeepEffect>;
    /// The step that was handed over.
    fn put(&self) -> Option<(u64, String)>;
    /// Lets the store take each step until there is none; the last one.
    fn stores(&mut self) -> Option<String>;
    fn line(&self) -> Option<KeepLine>;
}

impl Kept for Visitor {
    fn hears(&mut self, event: KeepEvent) {
        self.does(Event::Keep(event));
    }

    fn asked(&self) -> Option<KeepEffect> {
        let kept = self.effects.iter().filter_map(|effect| match effect {
            Effect::Keep(effect) => Some(effect.clone()),
            _ => None,
        });
        let kept: Vec<_> = kept.collect();
        assert!(kept.len() < 2, "{kept:?}");
        kept.into_iter().next()
    }

    fn put(&self) -> Option<(u64, String)> {
        match self.asked() {
            Some(KeepEffect::Put { generation, content, .. }) => Some((generation, content.0)),
            _ => None,
        }
    }

    fn stores(&mut self) -> Option<String> {
        let mut last = None;
        while let Keep::Open(open) = &self.model.keep
            && open.waiting
        {
            let (sent, content) = (open.sent, open.content.clone());
            self.hears(KeepEvent::Kept(sent));
            last = Some(content);
        }
        last
    }

    fn line(&self) -> Option<KeepLine> {
        self.page().keep.line
    }
}

/// Somebody in an office whose browser has nothing of an earlier visit, on the first question.
fn arrives() -> Visitor {
    let mut visitor = start();
    visitor.hears(KeepEvent::Found(Found::Nothing));
    visitor.does(Event::Began(day(TODAY)));
    visitor
}

/// The same, and keeping is on.
fn keeping() -> Visitor {
    let mut visitor = arrives();
    visitor.hears(KeepEvent::Start);
    assert_eq!(visitor.asked(), Some(KeepEffect::Own));
    visitor.hears(KeepEvent::Owned { random: RANDOM });
    assert_eq!(visitor.asked(), Some(KeepEffect::Lock(Code::draw(RANDOM))));
    visitor.hears(KeepEvent::Ready);
    visitor.stores().expect("the first step is what there is");
    visitor
}

/// What was kept, as the page is opened again later with its code.
fn reopens(bytes: &str) -> Visitor {
    let mut visitor = start();
    visitor.hears(KeepEvent::Found(Found::Work { on: day(TODAY) }));
    visitor.hears(KeepEvent::Typed(Code::draw(RANDOM).shown()));
    assert_eq!(visitor.asked(), Some(KeepEffect::Open(Code::draw(RANDOM))));
    let bytes = bytes.as_bytes().to_vec();
    visitor.hears(KeepEvent::Opened { bytes, last: 7, whole: true, today: day(LATER) });
    visitor
}

fn answers(visitor: &Visitor) -> Vec<String> {
    let check = &visitor.model.visit().expect("a visit").check;
    check.answers().into_iter().map(|(ix, answer)| format!("{ix:?} {answer:?}")).collect()
}

#[test]
fn a_terminal_keeps_nothing_whatever_happens() {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Configured(Box::default()));
    assert_eq!(visitor.asked(), None);
    let code = Code::draw(RANDOM);
    for event in [
        KeepEvent::Found(Found::Nothing),
        KeepEvent::Found(Found::Work { on: day(TODAY) }),
        KeepEvent::Look,
        KeepEvent::Start,
        KeepEvent::Owned { random: RANDOM },
        KeepEvent::Ready,
        KeepEvent::Kept(1),
        KeepEvent::Typed(code.shown()),
        KeepEvent::Forget,
    ] {
        visitor.hears(event);
        assert_eq!(visitor.effects, [], "nothing is done");
        assert!(matches!(visitor.model.keep, Keep::Off));
        assert_eq!(visitor.line(), None);
    }
    visitor.says("llc");
    assert_eq!(visitor.asked(), None);
    visitor.does(Event::End);
    assert_eq!(visitor.effects, [Effect::GuardLeaving(false), Effect::Clear { shared: true }]);
}

#[test]
fn an_office_keeps_nothing_before_somebody_wants_it() {
    let mut visitor = start();
    visitor.does(Event::Configured(Box::new(office())));
    assert_eq!(visitor.asked(), Some(KeepEffect::Look));
    visitor.hears(KeepEvent::Found(Found::Nothing));
    visitor.does(Event::Began(day(TODAY)));
    assert_eq!(visitor.line(), Some(KeepLine::Offer));
    visitor.says("llc");
    assert_eq!(visitor.asked(), None);
    visitor.does(Event::End);
    assert_eq!(visitor.effects, [Effect::GuardLeaving(false), Effect::Clear { shared: false }]);
}

#[test]
fn the_code_is_shown_when_something_is_kept_until_it_was_written_down() {
    let mut visitor = arrives();
    visitor.hears(KeepEvent::Start);
    visitor.hears(KeepEvent::Owned { random: RANDOM });
    visitor.hears(KeepEvent::Ready);
    assert_eq!(visitor.put().unwrap().0, 1);
    assert_eq!(visitor.line(), Some(KeepLine::Starting));
    assert_eq!(visitor.page().keep.note, None, "a code for nothing is not written down");
    visitor.hears(KeepEvent::Kept(1));
    let code = Code::draw(RANDOM).shown();
    assert_eq!(visitor.page().keep.note.as_deref(), Some(code.as_str()));
    visitor.hears(KeepEvent::Noted);
    assert_eq!(visitor.page().keep.note, None);
    let Some(KeepLine::Kept { text, trouble: None }) = visitor.line() else { panic!() };
    assert!(text.contains(&code), "it can still be read: {text}");
}

#[test]
fn every_step_is_handed_over_once_and_the_store_works_on_one_at_a_time() {
    let mut visitor = keeping();
    assert_eq!(visitor.page().keep.step, Some(1));
    visitor.says("llc");
    assert_eq!(visitor.put().map(|(step, _)| step), Some(2));
    visitor.says("20");
    visitor.says("service");
    assert_eq!(visitor.asked(), None, "the store has not answered");
    assert_eq!(visitor.page().keep.step, Some(1), "nor is it said");
    visitor.hears(KeepEvent::Kept(2));
    let (step, content) = visitor.put().expect("what came meanwhile, as one step");
    assert_eq!(step, 3);
    assert!(content.contains("profile.headcount") && content.contains("profile.industry"));
    visitor.hears(KeepEvent::Kept(3));
    assert_eq!(visitor.asked(), None);
    for quiet in [Event::Back, Event::AskEnd, Event::CancelEnd, Event::Speak(Lang::En)] {
        visitor.does(quiet);
        assert_eq!(visitor.put(), None, "nothing was entered");
    }
    assert_eq!(visitor.page().keep.step, Some(3));
}

#[test]
fn undo_is_kept_too() {
    let mut visitor = keeping();
    visitor.fills_in_the_profile();
    visitor.stores();
    visitor.chooses(Mode::Full, &[]);
    visitor.does(Event::Continue);
    visitor.does(Event::Answered(Entry::Unknown));
    let before = visitor.stores().expect("a step");
    visitor.does(Event::ChooseScope(tijian::flow::Scope {
        mode: Mode::Topics,
        topics: vec!["tax".to_owned()],
    }));
    let without = visitor.stores().expect("a step");
    assert_ne!(before, without);
    visitor.does(Event::Undo);
    assert_eq!(visitor.stores().as_deref(), Some(before.as_str()));
}

#[test]
fn a_kept_check_goes_on_where_it_was() {
    let mut first = keeping();
    for text in ["llc", "20", "service"] {
        first.says(text);
    }
    let kept = first.stores().expect("a step");
    let mut second = reopens(&kept);
    assert_eq!(answers(&second), answers(&first));
    assert_eq!(second.question(), first.question(), "in the middle of the profile");
    assert!(second.model.visit().unwrap().file.is_none(), "it was no file");
    assert!(second.page().keep.note.is_none(), "the code is known");
    second.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
    for text in ["operating", "no", "shenhe"] {
        second.says(text);
    }
    second.does(Event::Answered(Entry::Skip));
    second.does(Event::Answered(Entry::Skip));
    assert!(matches!(second.page().body, Body::Scope(_)), "the scope is still to be chosen");
    second.chooses(Mode::Quick, &[]);
    second.does(Event::Continue);
    second.does(Event::Answered(Entry::Unknown));
    let kept = second.stores().expect("the steps go on");
    let third = reopens(&kept);
    assert_eq!(answers(&third), answers(&second));
    assert_eq!(third.question(), second.question());
}

#[test]
fn steps_of_opened_work_are_counted_on() {
    let mut first = keeping();
    first.says("llc");
    let kept = first.stores();
    let mut visitor = reopens(&kept.unwrap());
    assert_eq!(visitor.page().keep.step, Some(7));
    assert_eq!(visitor.put().map(|(step, _)| step), Some(8), "above what is in the store");
    visitor.stores();
    visitor.says("20");
    assert_eq!(visitor.put().map(|(step, _)| step), Some(9));
}

#[test]
fn a_firms_file_and_its_register_are_kept_with_the_answers() {
    let mut first = keeping();
    first.fills_in_the_profile();
    first.chooses(Mode::Quick, &[]);
    first.hurries_through();
    first.does(Event::MakeReport);
    first.does(Event::Take(tijian::kiosk::Output::File));
    let (_, file) = saved(&first);
    let mut visitor = start();
    visitor.hears(KeepEvent::Found(Found::Nothing));
    opens(&mut visitor, &file, LATER);
    visitor.hears(KeepEvent::Start);
    visitor.hears(KeepEvent::Owned { random: RANDOM });
    visitor.hears(KeepEvent::Ready);
    visitor.stores();
    visitor.does(Event::Recheck);
    let again = visitor.model.visit().unwrap().again.clone();
    assert!(!again.is_empty());
    visitor.does(Event::Register(RegisterEvent::Open));
    let kept = visitor.stores().expect("a step");
    let opened = reopens(&kept);
    assert_eq!(screen(&opened), Screen::File);
    let visit = opened.model.visit().unwrap();
    assert_eq!(visit.file.as_ref().unwrap().checks.len(), 1);
    assert_eq!(visit.again, again, "what was to be looked at again still is");
    assert!(visit.rechecking);
}

#[test]
fn a_store_that_fails_at_first_leaves_the_visit_in_memory_and_says_so() {
    for (why, word) in [
        (Why::NoStore, "无痕"),
        (Why::NoCrypto, "https"),
        (Why::NoLocks, "太旧"),
        (Why::Full, "满"),
        (Why::Failed, "出错"),
    ] {
        let mut visitor = arrives();
        visitor.hears(KeepEvent::Start);
        visitor.hears(KeepEvent::Failed(why));
        assert_eq!(visitor.asked(), Some(KeepEffect::Close));
        let Some(KeepLine::Not { text, again: true }) = visitor.line() else { panic!("{why:?}") };
        assert!(text.contains(word) && text.contains("只在内存里"), "{text}");
        visitor.says("llc");
        assert_eq!(visitor.question(), "profile.headcount", "the visit goes on");
        assert_eq!(visitor.asked(), None);
        visitor.hears(KeepEvent::Look);
        assert_eq!(visitor.asked(), Some(KeepEffect::Look), "it can be tried again");
    }
}

#[test]
fn a_store_that_fails_later_keeps_what_it_has_and_tries_again() {
    let mut visitor = keeping();
    visitor.says("llc");
    visitor.hears(KeepEvent::Failed(Why::Full));
    assert_eq!(visitor.asked(), None, "not in a circle");
    let Some(KeepLine::Kept { trouble: Some(said), .. }) = visitor.line() else { panic!() };
    assert!(said.contains("满"), "{said}");
    assert_eq!(visitor.page().keep.step, Some(1));
    visitor.says("20");
    let (step, content) = visitor.put().expect("the next step tries again");
    assert!(step > 2 && content.contains("profile.form") && content.contains("headcount"));
    visitor.hears(KeepEvent::Kept(step));
    assert!(matches!(visitor.line(), Some(KeepLine::Kept { trouble: None, .. })));
}

#[test]
fn ending_deletes_what_was_kept_before_the_page_is_cleared() {
    for gone in [true, false] {
        let mut visitor = keeping();
        visitor.does(Event::End);
        assert_eq!(
            visitor.effects,
            [Effect::GuardLeaving(false), Effect::Keep(KeepEffect::Forget)]
        );
        assert!(visitor.model.visit().is_none() && matches!(visitor.page().body, Body::Ended));
        visitor.hears(KeepEvent::Forgotten(gone));
        assert_eq!(visitor.effects, [Effect::Clear { shared: false }]);
    }
}

#[test]
fn leaving_the_first_question_gives_the_store_back_and_deletes_nothing() {
    let mut visitor = keeping();
    visitor.says("llc");
    visitor.stores();
    visitor.does(Event::Back);
    visitor.does(Event::Back);
    assert!(matches!(visitor.page().body, Body::Start(_)));
    assert_eq!(visitor.asked(), Some(KeepEffect::Look));

    // Also when the store is handed over only after that.
    let mut visitor = arrives();
    visitor.hears(KeepEvent::Start);
    visitor.does(Event::Back);
    visitor.hears(KeepEvent::Owned { random: RANDOM });
    assert_eq!(visitor.asked(), Some(KeepEffect::Close));
}

#[test]
fn another_window_or_other_work_is_never_written_over() {
    for found in [Found::Elsewhere, Found::Work { on: day(TODAY) }] {
        // Before the visit, and between the look and the wish to keep.
        for late in [false, true] {
            let mut visitor = start();
            let first = if late { Found::Nothing } else { found.clone() };
            visitor.hears(KeepEvent::Found(first));
            visitor.does(Event::Began(day(TODAY)));
            visitor.hears(KeepEvent::Start);
            if late {
                visitor.hears(KeepEvent::Found(found.clone()));
            }
            assert_eq!(visitor.asked(), None);
            assert!(matches!(visitor.line(), Some(KeepLine::Not { .. })), "{:?}", visitor.line());
            visitor.says("llc");
            assert_eq!(visitor.asked(), None);
            visitor.does(Event::End);
            assert!(visitor.effects.contains(&Effect::Clear { shared: false }));
            assert_eq!(visitor.asked(), None, "what is not of this visit stays");
        }
    }
}

#[test]
fn a_code_is_refused_with_the_reason_and_what_was_typed_can_be_mended() {
    let mut visitor = start();
    visitor.hears(KeepEvent::Found(Found::Work { on: day(TODAY) }));
    let said = |visitor: &Visitor| match visitor.page().keep.start {
        Some(KeptWork::Locked { title, refused, opening, .. }) => {
            assert!(title.contains("2026 年 11 月 21 日"), "{title}");
            (refused.unwrap_or_default(), opening)
        }
        other => panic!("{other:?}"),
    };
    for (typed, word) in [("", "0 位"), ("2345", "4 位"), ("O345-6789-ACDE-FHJK", "“O”")] {
        visitor.hears(KeepEvent::Typed(typed.to_owned()));
        assert_eq!(visitor.asked(), None);
        assert!(said(&visitor).0.contains(word), "{:?}", said(&visitor));
    }
    visitor.hears(KeepEvent::Typed(Code::draw(RANDOM).shown()));
    assert_eq!(said(&visitor), (String::new(), true));
    visitor.hears(KeepEvent::Typed(Code::draw(RANDOM).shown()));
    assert_eq!(visitor.asked(), None, "one at a time");
    visitor.hears(KeepEvent::Refused(KeepRefused::Wrong));
    assert!(said(&visitor).0.contains("另一份"));
    visitor.hears(KeepEvent::Typed(Code::draw(RANDOM).shown()));
    let bytes = b"{\"format\":\"other\"}".to_vec();
    visitor.hears(KeepEvent::Opened { bytes, last: 1, whole: true, today: day(LATER) });
    assert!(said(&visitor).0.contains("损坏"), "what is no file of ours is not half opened");
    assert!(visitor.model.visit().is_none());
    assert_eq!(visitor.asked(), Some(KeepEffect::Close));
}

#[test]
fn work_is_deleted_when_it_was_asked_twice() {
    let mut visitor = start();
    visitor.hears(KeepEvent::Found(Found::Work { on: day(TODAY) }));
    let asking = |visitor: &Visitor| {
        matches!(visitor.page().keep.start, Some(KeptWork::Locked { asking: true, .. }))
    };
    visitor.hears(KeepEvent::AskForget);
    assert!(asking(&visitor));
    visitor.hears(KeepEvent::CancelForget);
    assert!(!asking(&visitor));
    visitor.hears(KeepEvent::Forget);
    assert_eq!(visitor.asked(), Some(KeepEffect::Forget));
    assert_eq!(visitor.page().keep.start, Some(KeptWork::Forgetting));
    visitor.hears(KeepEvent::Forgotten(true));
    assert_eq!(visitor.page().keep.start, None);
    visitor.does(Event::Began(day(TODAY)));
    assert_eq!(visitor.line(), Some(KeepLine::Offer));
}

#[test]
fn lost_work_is_noticed_and_tidied_up() {
    for (damaged, word) in [(false, "不见了"), (true, "损坏")] {
        let mut visitor = start();
        visitor.hears(KeepEvent::Found(Found::Lost { on: Some(day(TODAY)), damaged }));
        let Some(KeptWork::Lost(title)) = visitor.page().keep.start else { panic!() };
        assert!(title.contains(word) && title.contains("11 月 21 日"), "{title}");
        visitor.hears(KeepEvent::Forget);
        assert_eq!(visitor.asked(), Some(KeepEffect::Forget));
        visitor.hears(KeepEvent::Forgotten(false));
        let Some(KeptWork::Not { text, again: true }) = visitor.page().keep.start else { panic!() };
        assert!(text.contains("没有删干净"), "{text}");
    }
}

#[test]
fn kept_work_is_no_residue_in_an_office_and_is_one_on_a_terminal() {
    let looked = || {
        let looked = |(store, left)| Looked { store, left };
        let found = [(Store::Local, Left::Kept), (Store::Databases, Left::Kept)];
        Event::Looked(found.map(looked).to_vec())
    };
    let mut visitor = start();
    visitor.does(looked());
    assert!(visitor.page().receipt.unwrap().clean);
    let terminal = Deployment { mode: Place::Terminal, ..office() };
    visitor.does(Event::Configured(Box::new(terminal)));
    visitor.does(looked());
    let receipt = visitor.page().receipt.unwrap();
    assert!(!receipt.clean);
    assert_eq!(receipt.left.len(), 2);
}

fn record(generation: u64) -> Record {
    let (salt, once) = ([3; 16], [5; 12]);
    let head = Head { generation, on: day(TODAY), rounds: ROUNDS, salt, once };
    Record { head, body: vec![7; 300] }
}

#[test]
fn every_flipped_bit_of_a_record_is_found() {
    let bytes = record(4).bytes();
    assert_eq!(Record::read(&bytes), Some(record(4)));
    for at in 0..bytes.len() {
        for bit in [1, 16, 128] {
            let mut bytes = bytes.clone();
            bytes[at] ^= bit;
            assert_eq!(Record::read(&bytes), None, "byte {at}");
        }
        assert_eq!(Record::read(&bytes[..at]), None, "cut at {at}");
    }
}

#[test]
fn sentinel_and_store_together_tell_what_there_is() {
    let kept = Sentinel::Kept { on: day(TODAY), generation: 4 };
    assert_eq!(Sentinel::read(&kept.text()), Some(kept.clone()));
    assert_eq!(Sentinel::read(&Sentinel::Forgetting.text()), Some(Sentinel::Forgetting));
    assert_eq!(Sentinel::read("{"), None);
    let work = Found::Work { on: day(TODAY) };
    let lost = |on: Option<&str>, damaged| Found::Lost { on: on.map(day), damaged };
    assert_eq!(judge(None, &[]), Found::Nothing);
    assert_eq!(judge(Some(&kept), &[]), lost(Some(TODAY), false), "the store came back empty");
    assert_eq!(judge(Some(&kept), &[None]), lost(Some(TODAY), true));
    assert_eq!(judge(None, &[None, None]), lost(None, true));
    assert_eq!(judge(None, &[Some(record(1))]), work, "the sentinel was not written in time");
    assert_eq!(judge(Some(&kept), &[Some(record(3)), None]), work, "the step before is sound");
}

proptest! {
    #[test]
    fn a_code_is_read_as_people_type_it(random: [u8; 16], gap in "[ \\-—·.]{0,2}") {
        let code = Code::draw(random);
        let shown = code.shown();
        prop_assert_eq!(shown.len(), 19);
        prop_assert_eq!(Code::read(&shown), Ok(code.clone()));
        prop_assert_eq!(Code::read(&shown.to_lowercase().replace('-', &gap)), Ok(code.clone()));
        let wide = |sign: char| char::from_u32(u32::from(sign) + 0xfee0).unwrap();
        prop_assert_eq!(Code::read(&shown.chars().map(wide).collect::<String>()), Ok(code));
    }

    #[test]
    fn one_wrong_sign_and_two_that_changed_places_are_found(
        random: [u8; 16],
        at in 0usize..16,
        other in 0usize..16,
        sign in "[23456789ACDEFHJKMNPRTWX]",
    ) {
        let code: Vec<char> = Code::draw(random).secret().chars().collect();
        let read = |signs: &[char]| Code::read(&signs.iter().collect::<String>());
        let mut wrong = code.clone();
        wrong[at] = sign.chars().next().unwrap();
        if wrong != code {
            prop_assert_eq!(read(&wrong), Err(CodeProblem::Check));
        }
        let mut changed = code.clone();
        changed.swap(at, other);
        if changed != code {
            prop_assert_eq!(read(&changed), Err(CodeProblem::Check));
        }
    }
}

#[test]
fn codes_have_the_entropy_that_they_say() {
    // Each of the fifteen signs that are drawn takes each of its 23 values: 23¹⁵ > 2⁶⁷ codes.
    let mut seen = vec![std::collections::BTreeSet::new(); 15];
    for step in 0..4_000_u128 {
        let random = step.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let code = Code::draw(random.to_be_bytes());
        for (seen, sign) in seen.iter_mut().zip(code.secret().chars()) {
            seen.insert(sign);
        }
    }
    assert!(seen.iter().all(|seen| seen.len() == 23));
    assert_eq!(format!("{:?}", Code::draw(RANDOM)), "Code(…)", "it is not logged by accident");
}

//! Reviews that are kept on this machine, without a browser: what is handed over after each step,
//! and the desk that comes back.

use tijian::desk::Review;
use tijian::desk::Status;
use tijian::kiosk::{
    DeskEvent, Effect, Event, FormField, FormKind, Found, Keep, KeepEffect, KeepEvent, Spot, Stage,
};
use tijian::view_model::KeepLine;

use crate::desk_visit::{Lawyer, file_of};
use crate::kiosk::Visitor;
use crate::support::day;
use crate::visit_files::start;

const RANDOM: [u8; 16] = *b"sixteen of them!";
const LATER: &str = "2026-11-23";

impl Lawyer {
    fn hears(&mut self, event: KeepEvent) {
        self.visitor.does(Event::Keep(event));
    }

    /// Has the desk kept; what is handed over is stored at once from now on.
    fn keeps(&mut self) {
        self.hears(KeepEvent::Found(Found::Nothing));
        self.hears(KeepEvent::Start);
        self.hears(KeepEvent::Owned { random: RANDOM });
        self.hears(KeepEvent::Ready);
        self.stored();
    }

    /// Lets the store take each step until there is none; what the last one held.
    fn stored(&mut self) -> String {
        loop {
            let Keep::Open(open) = &self.visitor.model.keep else { panic!("nothing is kept") };
            let (sent, content) = (open.sent, open.content.clone());
            if !open.waiting {
                return content;
            }
            self.hears(KeepEvent::Kept(sent));
        }
    }

    fn reviews(&self) -> Vec<(String, Review)> {
        let Stage::Desk(desk) = &self.visitor.model.stage else { panic!("not at the desk") };
        let cases = desk.cases().filter(|case| case.unsaved);
        cases.map(|case| (case.name.clone(), case.review.clone())).collect()
    }
}

/// The desk that what was kept gives again.
fn comes_back(content: &str) -> Lawyer {
    let mut visitor = start();
    let code = tijian::kiosk::Code::draw(RANDOM);
    visitor.does(Event::Keep(KeepEvent::Found(Found::Work { on: day(LATER) })));
    visitor.does(Event::Keep(KeepEvent::Typed(code.shown())));
    let bytes = content.as_bytes().to_vec();
    visitor.does(Event::Keep(KeepEvent::Opened { bytes, last: 3, whole: true, today: day(LATER) }));
    Lawyer { visitor }
}

fn asks(visitor: &Visitor) -> bool {
    visitor.effects.iter().any(|effect| matches!(effect, Effect::Keep(KeepEffect::Put { .. })))
}

#[test]
fn every_step_of_a_review_is_kept_and_comes_back_with_its_file() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.keeps();
    lawyer.is("沈某");
    lawyer.opens("a.json", &file_of("crystal"));
    lawyer.opens("b.json", &file_of("courier"));
    lawyer.does(DeskEvent::Open(0));
    let mut before = lawyer.stored();
    let steps: [&dyn Fn(&mut Lawyer); 4] = [
        &|lawyer| lawyer.does(DeskEvent::Confirm),
        &|lawyer| {
            lawyer.does(DeskEvent::Next);
            lawyer.fills(&FormKind::Withdraw, &[(FormField::Reason, "看过原件，没有这回事")]);
        },
        &|lawyer| {
            lawyer.does(DeskEvent::Look(Spot::Whole));
            lawyer.fills(&FormKind::Opinion, &[(FormField::Text, "总体可控。")]);
        },
        &|lawyer| {
            lawyer.does(DeskEvent::Open(1));
            lawyer.does(DeskEvent::Confirm);
        },
    ];
    for (at, step) in steps.iter().enumerate() {
        step(&mut lawyer);
        assert!(asks(&lawyer.visitor), "step {at} was not handed over");
        let content = lawyer.stored();
        assert_ne!(content, before, "step {at} is not in it");
        // Killed here: the desk is as it was, with the files that were reviewed.
        let again = comes_back(&content);
        assert_eq!(again.reviews(), lawyer.reviews(), "after step {at}");
        assert_eq!(again.visitor.page().error, None);
        before = content;
    }
    let again = comes_back(&before);
    let states: Vec<Status> = again.queue().rows.iter().map(|row| row.status).collect();
    assert_eq!(states, [Status::Begun; 2]);
    let Some(KeepLine::Kept { .. }) = again.visitor.page().keep.line else {
        panic!("it is no longer kept")
    };
    // The lawyer is known again, and goes on.
    let mut again = again;
    again.does(DeskEvent::Open(0));
    again.does(DeskEvent::NextOpen);
    again.does(DeskEvent::Confirm);
    assert_eq!(again.visitor.page().error, None);
    assert_ne!(again.stored(), before);
}

#[test]
fn a_file_that_was_handed_over_is_no_longer_kept_and_a_forged_one_stays_forged() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.keeps();
    lawyer.is("沈某");
    let forged = file_of("crystal").replacen("\"digest\":\"", "\"digest\":\"0", 1);
    lawyer.opens("forged.json", &forged);
    lawyer.opens("b.json", &file_of("courier"));
    for at in [0, 1] {
        lawyer.does(DeskEvent::Open(at));
        lawyer.does(DeskEvent::Look(Spot::Whole));
        lawyer.fills(&FormKind::Opinion, &[(FormField::Text, "要再看。")]);
    }
    assert_eq!(lawyer.reviews().len(), 2);
    let again = comes_back(&lawyer.stored());
    let doubtful =
        |lawyer: &Lawyer| lawyer.queue().rows.iter().filter(|row| !row.wrong.is_empty()).count();
    assert_eq!(doubtful(&again), 1);

    lawyer.does(DeskEvent::Hand(tijian::kiosk::HandOut::File));
    lawyer.visitor.does(Event::Saved(Ok("b.html".to_owned())));
    let again = comes_back(&lawyer.stored());
    let names: Vec<String> = again.reviews().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["forged.json"]);
}

#[test]
fn the_end_of_the_desk_takes_what_was_kept_along() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.keeps();
    lawyer.visitor.does(Event::AskEnd);
    lawyer.visitor.does(Event::End);
    assert!(lawyer.visitor.effects.contains(&Effect::Keep(KeepEffect::Forget)));
    lawyer.hears(KeepEvent::Forgotten(true));
    assert!(matches!(lawyer.visitor.effects.as_slice(), [Effect::Clear { .. }]));
}

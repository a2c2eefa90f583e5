//! Releases of the program: one that waits takes over between two visits, never during one.

use tijian::kiosk::{Effect, Event, Left, Looked, Model, Release, ReleaseName, Store};

use crate::kiosk::Visitor;
use crate::support::{day, library};

fn name(digest: &str) -> ReleaseName {
    ReleaseName { version: "0.1.0".to_owned(), digest: digest.to_owned() }
}

fn one_waits() -> Event {
    Event::Released(Release { running: Some(name("a")), waiting: Some(name("b")) })
}

fn none_waits() -> Event {
    Event::Released(Release { running: Some(name("a")), waiting: None })
}

fn at_the_start() -> Visitor {
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    visitor.does(Event::Loaded(Box::new(library())));
    visitor
}

fn visiting() -> Visitor {
    let mut visitor = at_the_start();
    visitor.does(Event::Began(day("2026-11-21")));
    visitor
}

#[test]
fn at_the_start_a_release_takes_over_and_the_page_becomes_it() {
    let mut visitor = at_the_start();
    visitor.does(none_waits());
    assert!(visitor.effects.is_empty());
    visitor.does(one_waits());
    assert_eq!(visitor.effects, [Effect::TakeRelease]);
    visitor.does(Event::ReleaseTaken);
    assert_eq!(visitor.effects, [Effect::Reload { receipt: false }]);
}

#[test]
fn under_a_visit_it_waits() {
    let mut visitor = visiting();
    for event in [one_waits(), Event::UpdateDue, Event::UpdateNow, Event::ReleaseTaken] {
        visitor.does(event);
        assert!(visitor.effects.is_empty(), "{:?}", visitor.effects);
    }
    assert!(visitor.model.visit().is_some());
}

#[test]
fn after_a_false_start_it_waits_no_longer() {
    let mut visitor = visiting();
    visitor.does(one_waits());
    visitor.does(Event::Back);
    assert!(visitor.effects.contains(&Effect::TakeRelease));

    // Another window let it take over meanwhile.
    let mut visitor = visiting();
    visitor.does(Event::ReleaseTaken);
    visitor.does(Event::Back);
    assert!(visitor.effects.contains(&Effect::Reload { receipt: false }));
}

#[test]
fn a_program_without_its_packs_is_mended_too() {
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    visitor.does(one_waits());
    assert!(visitor.effects.is_empty(), "the packs are on their way");
    visitor.does(Event::LoadFailed(tijian::kiosk::Trouble::Catalog));
    assert!(visitor.effects.contains(&Effect::TakeRelease));
}

#[test]
fn the_receipt_is_shown_again() {
    let mut visitor = at_the_start();
    visitor.does(Event::Looked(vec![Looked { store: Store::Caches, left: Left::Entries(1) }]));
    visitor.does(Event::ReleaseTaken);
    assert_eq!(visitor.effects, [Effect::Reload { receipt: true }]);
}

#[test]
fn staff_looks_or_takes() {
    let mut visitor = at_the_start();
    visitor.does(Event::UpdateNow);
    assert_eq!(visitor.effects, [Effect::LookForRelease]);
    visitor.does(Event::UpdateDue);
    assert_eq!(visitor.effects, [Effect::LookForRelease]);
    visitor.does(one_waits());
    visitor.does(Event::UpdateNow);
    assert_eq!(visitor.effects, [Effect::TakeRelease]);
}

#[test]
fn a_page_that_is_being_cleared_is_left_alone() {
    let mut visitor = visiting();
    visitor.does(one_waits());
    visitor.does(Event::End);
    visitor.does(one_waits());
    assert!(visitor.effects.is_empty());
}

#[test]
fn a_release_is_called_by_its_version_and_its_digest() {
    assert_eq!(name("7f3a91c2aa").short(), "0.1.0 (7F3A-91C2)");
}

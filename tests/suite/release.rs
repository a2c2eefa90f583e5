//! Releases of the program: one that waits takes over between two visits, never during one.

use tijian::kiosk::{
    Deployment, Effect, Event, Left, Looked, Model, Release, ReleaseName, Sought, StaffEvent, Store,
};
use tijian::view_model::Body;

use crate::deployment::QUICK_PIN;
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
    let asked = Event::Staff(StaffEvent::Update);
    for event in [one_waits(), Event::UpdateDue, asked, Event::ReleaseTaken] {
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

/// The staff's menu is open; with a code they may do more than read.
fn staff(file: &str, pin: &str) -> Visitor {
    let mut visitor = at_the_start();
    visitor.does(Event::Configured(Box::new(Deployment::read(file))));
    visitor.does(Event::Staff(StaffEvent::Knock));
    visitor.does(Event::Staff(StaffEvent::Enter(pin.to_owned())));
    assert!(matches!(visitor.page().body, Body::Staff(_)));
    visitor
}

fn with_code() -> Visitor {
    staff(&format!("{{\"staff_pin\": \"{QUICK_PIN}\"}}"), "246810")
}

/// What the menu says of the newest release.
fn said(visitor: &Visitor) -> String {
    let Body::Staff(menu) = visitor.page().body else { panic!("the menu is closed") };
    let rows = menu.groups.into_iter().flat_map(|group| group.rows);
    rows.filter(|row| row.name == "更新").map(|row| row.value).collect()
}

fn does(visitor: &mut Visitor, event: StaffEvent) {
    visitor.does(Event::Staff(event));
}

#[test]
fn under_the_staff_s_menu_it_waits_until_they_leave() {
    let mut visitor = with_code();
    for event in [one_waits(), Event::UpdateDue, Event::ReleaseTaken] {
        visitor.does(event);
        assert!(visitor.effects.is_empty(), "{:?}", visitor.effects);
    }
    let mut visitor = with_code();
    visitor.does(one_waits());
    assert!(said(&visitor).contains("0.1.0 (B000-0000)"), "{}", said(&visitor));
    does(&mut visitor, StaffEvent::Close);
    assert!(visitor.effects.contains(&Effect::TakeRelease));
}

#[test]
fn staff_becomes_the_newest_now() {
    let mut visitor = with_code();
    does(&mut visitor, StaffEvent::Update);
    assert_eq!(visitor.effects, [Effect::LookForRelease]);
    assert!(said(&visitor).contains("正在问"));
    does(&mut visitor, StaffEvent::Sought(Sought::Coming));
    assert!(said(&visitor).contains("正在下载"));
    visitor.does(one_waits());
    assert_eq!(visitor.effects, [Effect::TakeRelease]);
    visitor.does(Event::ReleaseTaken);
    assert_eq!(visitor.effects, [Effect::Reload { receipt: false }]);

    let mut visitor = with_code();
    visitor.does(one_waits());
    does(&mut visitor, StaffEvent::Update);
    assert_eq!(visitor.effects, [Effect::TakeRelease], "nothing is asked for that is here");
}

#[test]
fn staff_is_told_why_nothing_changed() {
    for (answer, words) in [
        (Sought::Newest, "已经是最新"),
        (Sought::Failed, "没有更新成"),
        (Sought::NotKept, "本机没有存程序"),
    ] {
        let mut visitor = with_code();
        visitor.does(none_waits());
        does(&mut visitor, StaffEvent::Sought(answer));
        assert!(said(&visitor).contains("自动"), "nobody asked: the hourly look");
        does(&mut visitor, StaffEvent::Update);
        does(&mut visitor, StaffEvent::Sought(answer));
        assert!(said(&visitor).contains(words), "{}", said(&visitor));
        does(&mut visitor, StaffEvent::Close);
        visitor.does(one_waits());
        assert_eq!(visitor.effects, [Effect::TakeRelease]);
    }
    // What was coming did not come whole.
    let mut visitor = with_code();
    does(&mut visitor, StaffEvent::Update);
    does(&mut visitor, StaffEvent::Sought(Sought::Coming));
    visitor.does(none_waits());
    assert!(said(&visitor).contains("没有更新成"));
}

#[test]
fn without_a_code_nobody_updates() {
    let mut visitor = staff("{}", "");
    does(&mut visitor, StaffEvent::Update);
    assert!(visitor.effects.is_empty());
    let Body::Staff(menu) = visitor.page().body else { panic!("the menu is closed") };
    assert!(!menu.updates);
    // Nor without the menu.
    let mut visitor = at_the_start();
    does(&mut visitor, StaffEvent::Update);
    assert!(visitor.effects.is_empty());
}

#[test]
fn it_is_looked_for_when_it_is_time() {
    let mut visitor = at_the_start();
    visitor.does(Event::UpdateDue);
    assert_eq!(visitor.effects, [Effect::LookForRelease]);
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

//! How the page is shown: what a visitor sets holds for the visit and for nobody else.

use tijian::kiosk::{Contrast, Deployment, Display, DisplayEvent, Effect, Event, Place, TextSize};
use tijian::view_model::Body;

use crate::kiosk::Visitor;
use crate::terminal::Terminal;

/// Everything that can be set, none of it the standard.
const SET: [DisplayEvent; 4] = [
    DisplayEvent::Text(TextSize::Largest),
    DisplayEvent::Contrast(Contrast::High),
    DisplayEvent::Low(true),
    DisplayEvent::Aloud(true),
];

fn sets(visitor: &mut Visitor, events: &[DisplayEvent]) {
    for event in events {
        visitor.does(Event::Display(*event));
    }
}

#[test]
fn one_tap_opens_the_panel_and_one_sets() {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Display(DisplayEvent::Toggle));
    assert!(visitor.page().display.open && visitor.effects.is_empty());
    visitor.does(Event::Display(DisplayEvent::Text(TextSize::Large)));
    let large = Display { text: TextSize::Large, ..Display::default() };
    assert_eq!(visitor.effects, [Effect::Display(large)], "at once");
    assert!(visitor.page().display.open, "more can be set");
    visitor.does(Event::Display(DisplayEvent::Contrast(Contrast::High)));
    visitor.does(Event::Display(DisplayEvent::Low(true)));
    let all = Display { contrast: Contrast::High, low: true, ..large };
    assert_eq!(visitor.effects, [Effect::Display(all)], "each keeps the others");
    visitor.does(Event::Display(DisplayEvent::Text(TextSize::Standard)));
    visitor.does(Event::Display(DisplayEvent::Contrast(Contrast::Standard)));
    visitor.does(Event::Display(DisplayEvent::Low(false)));
    assert_eq!(visitor.effects, [Effect::Display(Display::default())], "each can be taken back");
    visitor.does(Event::Display(DisplayEvent::Toggle));
    assert!(!visitor.page().display.open);
}

#[test]
fn the_next_screen_closes_the_panel_and_keeps_what_was_set() {
    let mut visitor = Visitor::arrives();
    sets(&mut visitor, &SET);
    visitor.does(Event::Display(DisplayEvent::Toggle));
    visitor.says("很多");
    visitor.says("llc");
    let display = visitor.page().display;
    assert!(!display.open);
    assert_eq!((display.set.text, display.set.low), (TextSize::Largest, true));
    visitor.does(Event::Display(DisplayEvent::Toggle));
    visitor.does(Event::Back);
    assert_eq!(visitor.question(), "profile.form", "Back goes back, whatever is open");
    visitor.does(Event::Display(DisplayEvent::Toggle));
    visitor.does(Event::Display(DisplayEvent::Close));
    assert!(!visitor.page().display.open);
}

/// A way in which a visit ends, and its name.
type End = (&'static str, fn(&mut Terminal));

/// All of them.
fn ends() -> [End; 4] {
    [
        ("结束并清除", |terminal| terminal.visitor.does(Event::End)),
        ("nobody touches it", |terminal| terminal.jumps(3_600)),
        ("Back to the start", |terminal| terminal.visitor.does(Event::Back)),
        ("the page is left", |terminal| terminal.visitor.does(Event::Gone)),
    ]
}

#[test]
fn whatever_ends_a_visit_the_next_one_finds_the_standard() {
    for (end, happens) in ends() {
        for open in [false, true] {
            let mut terminal = Terminal::of(Deployment::default());
            sets(&mut terminal.visitor, &SET);
            if open {
                sets(&mut terminal.visitor, &[DisplayEvent::Toggle]);
            }
            happens(&mut terminal);
            assert!(terminal.visitor.model.visit().is_none(), "{end}");
            let display = terminal.visitor.page().display;
            assert_eq!(display.set, Display::default(), "{end}");
            assert!(!display.open, "{end}");
        }
    }
}

#[test]
fn back_to_the_start_shows_the_standard_in_an_office_too() {
    let office = Deployment { mode: Place::Office, ..Deployment::default() };
    let mut terminal = Terminal::of(office);
    sets(&mut terminal.visitor, &SET);
    terminal.visitor.does(Event::Back);
    assert!(matches!(terminal.visitor.page().body, Body::Start(_)));
    assert!(terminal.visitor.effects.contains(&Effect::Display(Display::default())));
}

#[test]
fn what_is_set_at_the_start_holds_for_the_visit_that_begins() {
    let mut terminal = Terminal::of(Deployment::default());
    terminal.visitor.does(Event::Back);
    sets(&mut terminal.visitor, &SET[..2]);
    terminal.visitor.does(Event::Began(crate::support::day("2026-11-21")));
    assert_eq!(terminal.visitor.page().display.set.text, TextSize::Largest);
}

#[test]
fn an_open_panel_is_cleared_from_the_start_as_what_was_set_is() {
    for left in [DisplayEvent::Toggle, DisplayEvent::Contrast(Contrast::High)] {
        let mut terminal = Terminal::of(Deployment::default());
        terminal.visitor.does(Event::Back);
        terminal.jumps(1_000);
        assert!(terminal.visitor.effects.is_empty(), "nothing was left");
        terminal.touches();
        sets(&mut terminal.visitor, &[left]);
        terminal.jumps(250);
        assert!(terminal.visitor.effects.contains(&Effect::Clear { shared: true }), "{left:?}");
    }
}

#[test]
fn the_standard_is_what_the_machine_asks_for() {
    let mut terminal = Terminal::of(Deployment::default());
    sets(&mut terminal.visitor, &[DisplayEvent::Preferred(Contrast::High)]);
    let high = Display { contrast: Contrast::High, ..Display::default() };
    assert_eq!(terminal.visitor.effects, [Effect::Display(high)]);
    sets(&mut terminal.visitor, &[DisplayEvent::Contrast(Contrast::Standard)]);
    assert_eq!(terminal.visitor.page().display.set, Display::default(), "it can be put off");
    terminal.visitor.does(Event::Back);
    assert_eq!(terminal.visitor.page().display.set, high);
    terminal.jumps(1_000);
    assert!(terminal.visitor.effects.is_empty(), "nobody set it");
}

#[test]
fn under_the_warning_nothing_is_set_and_setting_counts_as_a_touch() {
    let mut terminal = Terminal::of(Deployment::default());
    terminal.jumps(170);
    sets(&mut terminal.visitor, &[DisplayEvent::Toggle]);
    terminal.jumps(100);
    assert!(!terminal.warns());
    terminal.jumps(80);
    assert!(terminal.warns());
    sets(&mut terminal.visitor, &SET);
    assert_eq!(terminal.visitor.page().display.set, Display::default());
}

//! A terminal that nobody touches any more, under a clock that the test turns.

use tijian::kiosk::{
    Delays, Deployment, Display, DisplayEvent, Effect, Entry, Event, Left, Looked, Model, Output,
    Place, Screen, Store, TextSize,
};
use tijian::response::Mode;
use tijian::view_model::Body;

use crate::kiosk::Visitor;
use crate::support::{day, library};

/// What somebody sets who does not see well.
const LARGE: Event = Event::Display(DisplayEvent::Text(TextSize::Large));

/// A visitor and the seconds since the machine was switched on.
pub(crate) struct Terminal {
    pub(crate) visitor: Visitor,
    pub(crate) ms: u64,
}

impl Terminal {
    pub(crate) fn of(deployment: Deployment) -> Self {
        let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
        visitor.does(Event::Configured(Box::new(deployment)));
        visitor.does(Event::Loaded(Box::new(library())));
        let mut terminal = Self { visitor, ms: 0 };
        // It stood there for an hour before anybody came.
        terminal.jumps(3_600);
        terminal.visitor.does(Event::Began(day("2026-11-21")));
        terminal
    }

    fn shared() -> Self {
        Self::of(Deployment { outputs: vec![Output::Code], ..Deployment::default() })
    }

    /// One tick after a time in which none came.
    pub(crate) fn jumps(&mut self, seconds: u64) {
        self.ms += seconds * 1_000;
        self.visitor.does(Event::Tick { monotonic_ms: self.ms });
    }

    /// A tick each second.
    fn waits(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.jumps(1);
        }
    }

    pub(crate) fn touches(&mut self) {
        self.visitor.does(Event::Tick { monotonic_ms: self.ms });
        self.visitor.does(Event::Touched);
    }

    pub(crate) fn warns(&self) -> bool {
        self.visitor.page().warning.is_some()
    }

    fn seconds(&self) -> u64 {
        self.visitor.page().warning.expect("a warning").seconds
    }

    fn shows_the_visit(&self) -> bool {
        let ended = matches!(self.visitor.page().body, Body::Ended);
        assert_eq!(ended, self.visitor.model.visit().is_none());
        !ended
    }

    /// The next touch but one is too late: after so many seconds it warns, after so many it clears.
    fn goes_away_after(&mut self, rest: u64, warning: u64) {
        self.touches();
        self.waits(rest - 2);
        assert!(!self.warns(), "{rest} s are not over");
        self.waits(1);
        assert!(self.warns(), "the warning is never shorter than it says");
        assert_eq!(self.seconds(), warning);
        self.waits(warning);
        assert!(self.shows_the_visit() && self.seconds() == 1);
        self.waits(1);
        assert!(!self.shows_the_visit());
        let cleared = [Effect::GuardLeaving(false), Effect::Clear { shared: true }];
        assert_eq!(self.visitor.effects, cleared);
    }

    fn makes_the_report(&mut self) {
        self.visitor.fills_in_the_profile();
        self.visitor.chooses(Mode::Quick, &[]);
        self.visitor.hurries_through();
        self.visitor.does(Event::MakeReport);
        assert_eq!(self.visitor.model.visit().unwrap().screen, Screen::Report);
    }
}

#[test]
fn a_visit_that_nobody_touches_warns_then_is_cleared() {
    let mut terminal = Terminal::shared();
    terminal.visitor.does(LARGE);
    terminal.goes_away_after(180, 30);
    assert_eq!(terminal.visitor.model.display, Display::default(), "the next visitor's");
    assert!(!terminal.warns());
    terminal.waits(600);
    assert!(terminal.visitor.effects.is_empty(), "it is cleared once");
}

#[test]
fn the_report_and_the_printed_report_wait_less() {
    let mut terminal = Terminal::shared();
    terminal.makes_the_report();
    terminal.goes_away_after(90, 30);

    let mut terminal = Terminal::shared();
    terminal.makes_the_report();
    terminal.visitor.does(Event::Print);
    assert!(matches!(terminal.visitor.effects.as_slice(), [Effect::Print { .. }]));
    terminal.goes_away_after(60, 30);

    let mut terminal = Terminal::shared();
    terminal.makes_the_report();
    terminal.visitor.does(Event::Print);
    terminal.visitor.does(Event::Back);
    terminal.goes_away_after(180, 30);
}

#[test]
fn the_delays_are_those_of_the_deployment() {
    let delays = Delays { idle: 120, warning: 60, report: 300, printed: 30 };
    let mut terminal = Terminal::of(Deployment { delays, ..Deployment::default() });
    terminal.goes_away_after(120, 60);
    let mut terminal = Terminal::of(Deployment { delays, ..Deployment::default() });
    terminal.makes_the_report();
    terminal.goes_away_after(120, 60); // A report never waits longer than a question.
}

#[test]
fn going_on_extends_without_limit() {
    let mut terminal = Terminal::shared();
    let question = terminal.visitor.question();
    for _ in 0..50 {
        terminal.waits(200);
        assert!(terminal.warns());
        terminal.visitor.does(Event::Stay);
        assert!(!terminal.warns() && terminal.visitor.question() == question);
    }
    terminal.goes_away_after(180, 30);
}

#[test]
fn what_an_aid_presses_without_a_touch_counts_as_well() {
    let mut terminal = Terminal::shared();
    for _ in 0..3 {
        terminal.waits(170);
        terminal.visitor.does(Event::Answered(Entry::Text("llc".to_owned())));
        terminal.visitor.does(Event::Back);
    }
    assert!(terminal.shows_the_visit() && !terminal.warns());
    terminal.visitor.does(Event::Saved(Ok("report.html".to_owned())));
    terminal.waits(180);
    assert!(terminal.warns(), "a file that was written is no person");
}

#[test]
fn under_the_warning_only_going_on_or_ending_counts() {
    let mut terminal = Terminal::shared();
    terminal.visitor.says("llc");
    let question = terminal.visitor.question();
    terminal.touches();
    terminal.waits(190);
    terminal.touches();
    for event in [Event::Back, Event::MakeReport, Event::Answered(Entry::Skip)] {
        terminal.visitor.does(event);
    }
    assert!(terminal.warns(), "whoever comes next does not open what was left");
    assert_eq!(terminal.visitor.question(), question);
    terminal.visitor.does(Event::End);
    assert!(!terminal.shows_the_visit());
}

#[test]
fn seconds_are_said_at_the_tens_and_at_the_end() {
    let mut terminal = Terminal::shared();
    terminal.waits(178);
    let mut said = Vec::new();
    while terminal.shows_the_visit() {
        said.extend(terminal.visitor.page().warning.map(|warning| warning.spoken));
        terminal.waits(1);
    }
    said.dedup();
    let numbers = |text: &String| {
        text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u32>().unwrap()
    };
    let said: Vec<u32> = said.iter().map(numbers).collect();
    assert_eq!(said, [30, 20, 10, 5, 4, 3, 2, 1]);
}

#[test]
fn after_a_sleep_the_first_tick_clears_whatever_is_touched() {
    for first in [None, Some(Event::Touched), Some(Event::Stay)] {
        for before in [0, 100, 200] {
            let mut terminal = Terminal::shared();
            terminal.waits(before);
            // Awake again, and something is touched before the clock is read.
            if let Some(first) = first.clone() {
                terminal.visitor.does(first);
            }
            terminal.jumps(8 * 3_600);
            assert!(!terminal.shows_the_visit());
            assert!(terminal.visitor.effects.contains(&Effect::Clear { shared: true }));
        }
    }
}

#[test]
fn a_clock_that_goes_back_changes_nothing() {
    let mut terminal = Terminal::shared();
    terminal.waits(100);
    terminal.visitor.does(Event::Tick { monotonic_ms: 0 });
    terminal.waits(79);
    assert!(terminal.warns());
}

#[test]
fn an_office_is_never_cleared() {
    let mut office = Terminal::of(Deployment { mode: Place::Office, ..Deployment::default() });
    office.waits(400);
    office.jumps(30 * 24 * 3_600);
    assert!(office.shows_the_visit() && !office.warns());
    office.visitor.does(Event::End);
    let cleared = [Effect::GuardLeaving(false), Effect::Clear { shared: false }];
    assert_eq!(office.visitor.effects, cleared, "its clipboard is its own");
}

#[test]
fn nothing_runs_at_the_start_but_what_somebody_left_there() {
    let mut terminal = Terminal::shared();
    terminal.visitor.does(Event::Back);
    assert!(matches!(terminal.visitor.page().body, Body::Start(_)));
    terminal.waits(1_000);
    assert!(matches!(terminal.visitor.page().body, Body::Start(_)));
    terminal.visitor.does(LARGE);
    terminal.waits(209);
    assert!(!terminal.warns() && terminal.visitor.page().display.set.text == TextSize::Large);
    terminal.waits(1);
    assert_eq!(terminal.visitor.page().display.set, Display::default());
    assert!(terminal.visitor.effects.contains(&Effect::Clear { shared: true }));
}

#[test]
fn a_page_that_is_left_keeps_nothing() {
    let mut terminal = Terminal::shared();
    terminal.visitor.fills_in_the_profile();
    terminal.visitor.does(Event::Gone);
    assert!(!terminal.shows_the_visit());
    // A browser that shows it again loads it anew, without asking anybody.
    assert_eq!(terminal.visitor.effects, [Effect::GuardLeaving(false)]);
}

#[test]
fn the_receipt_says_what_was_looked_at_and_what_is_there() {
    let all = [
        Store::Local,
        Store::Session,
        Store::Databases,
        Store::Caches,
        Store::Cookies,
        Store::Files,
    ];
    let clean: Vec<_> = all.map(|store| Looked { store, left: Left::Nothing }).to_vec();
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    visitor.does(Event::Loaded(Box::new(library())));
    visitor.does(Event::Looked(clean.clone()));
    assert_eq!(visitor.effects, [Effect::ReadReceipt]);
    let receipt = visitor.page().receipt.expect("a receipt");
    assert!(receipt.clean && receipt.left.is_empty());
    assert_eq!(receipt.title, "已清除：本机没有留下刚才的内容");
    assert!(receipt.looked.contains("Cookie") && receipt.looked.contains("数据库"));
    visitor.does(Event::ReceiptRead);
    assert_eq!(visitor.page().receipt, None);

    let mut found = clean;
    found[0].left = Left::Entries(2);
    found[5].left = Left::Unseen;
    visitor.does(Event::Looked(found));
    assert!(visitor.effects.is_empty(), "it stays until somebody begins");
    let receipt = visitor.page().receipt.expect("a receipt");
    assert!(!receipt.clean);
    assert_eq!(receipt.left, ["本地存储：2 项", "浏览器私有文件：浏览器不让查看"]);
    visitor.does(Event::Began(day("2026-11-21")));
    assert_eq!(visitor.page().receipt, None);
}

#[test]
fn a_deployment_says_whether_it_is_watched() {
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    visitor.does(Event::Configured(Box::default()));
    assert_eq!(visitor.effects, [Effect::Watch(true), Effect::Place(Place::Terminal)]);
    visitor.does(Event::Configured(Box::new(Deployment {
        mode: Place::Office,
        ..Deployment::default()
    })));
    let watched = [Effect::Watch(false), Effect::Place(Place::Office)];
    assert_eq!(visitor.effects.get(..2), Some(watched.as_slice()));
}

//! The staff's menu, under a clock that the test turns: the way in, wrong codes, what is shown.

use tijian::kiosk::{
    Deployment, Door, Effect, Event, Examined, Left, Looked, Model, Place, StaffEvent, Store,
};
use tijian::texts::{Lang, is_chinese};
use tijian::view_model::{Body, PinView, StaffView};

use crate::deployment::{QUICK_PIN as PIN, terminal};
use crate::kiosk::Visitor;
use crate::support::{day, library};

/// Somebody at the start of a machine.
struct Staff {
    visitor: Visitor,
    ms: u64,
}

impl Staff {
    fn at(deployment: Deployment) -> Self {
        let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
        visitor.does(Event::Staff(StaffEvent::Counted(0)));
        visitor.does(Event::Configured(Box::new(deployment)));
        visitor.does(Event::Loaded(Box::new(library())));
        let mut staff = Self { visitor, ms: 0 };
        staff.waits(100);
        staff
    }

    /// A terminal with a code.
    fn with_pin() -> Self {
        Self::at(Deployment::read(&format!("{{\"staff_pin\": \"{PIN}\"}}")))
    }

    fn does(&mut self, event: StaffEvent) {
        self.visitor.does(Event::Staff(event));
    }

    /// A tick each second, as long as time is watched.
    fn waits(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.ms += 1_000;
            self.visitor.does(Event::Tick { monotonic_ms: self.ms });
        }
    }

    /// The corner is held; the browser ticks at once when it is asked to watch.
    fn holds(&mut self, seconds: u64) {
        self.does(StaffEvent::Hold(true));
        assert_eq!(self.visitor.effects, [Effect::Watch(true)]);
        self.visitor.does(Event::Tick { monotonic_ms: self.ms });
        self.waits(seconds);
    }

    fn enters(&mut self, pin: &str) {
        self.does(StaffEvent::Enter(pin.to_owned()));
    }

    fn asked(&self) -> Option<PinView> {
        match self.visitor.page().body {
            Body::StaffPin(view) => Some(view),
            _ => None,
        }
    }

    fn menu(&self) -> Option<StaffView> {
        match self.visitor.page().body {
            Body::Staff(view) => Some(*view),
            _ => None,
        }
    }

    fn is_at_start(&self) -> bool {
        matches!(self.visitor.page().body, Body::Start(_))
    }

    /// Wrong codes as fast as they are taken; the wait after each.
    fn errs(&mut self, times: u32) -> Vec<u64> {
        let mut waits = Vec::new();
        for _ in 0..times {
            self.enters("000000");
            let wait = self.visitor.model.staff.wait().unwrap_or_default();
            waits.push(wait);
            for _ in 0..wait {
                // Somebody who goes on touching the screen.
                self.visitor.does(Event::Touched);
                self.waits(1);
            }
        }
        waits
    }
}

#[test]
fn the_corner_is_held_for_five_seconds() {
    let mut staff = Staff::with_pin();
    staff.holds(4);
    assert!(staff.is_at_start());
    staff.does(StaffEvent::Hold(false));
    staff.waits(10);
    assert!(staff.is_at_start(), "it was let go");
    staff.holds(5);
    assert_eq!(staff.asked(), Some(PinView { message: String::new(), open: true }));
    assert_eq!(staff.visitor.effects, [Effect::ScreenEntered, Effect::Watch(true)]);
    staff.does(StaffEvent::Hold(false));
    assert!(staff.asked().is_some(), "the finger may leave then");
    staff.enters("246810");
    assert!(staff.menu().is_some());
    let opened =
        [Effect::KeepWrongPins(0), Effect::ScreenEntered, Effect::Watch(true), Effect::Examine];
    assert_eq!(staff.visitor.effects, opened);
}

#[test]
fn a_press_without_a_pointer_needs_no_holding() {
    let mut staff = Staff::with_pin();
    staff.does(StaffEvent::Knock);
    assert!(staff.asked().is_some());
    staff.does(StaffEvent::Close);
    assert!(staff.is_at_start());
}

#[test]
fn it_opens_from_the_start_only() {
    let mut staff = Staff::with_pin();
    staff.visitor.does(Event::Began(day("2026-11-21")));
    let question = staff.visitor.question();
    staff.does(StaffEvent::Hold(true));
    staff.waits(10);
    staff.does(StaffEvent::Knock);
    staff.enters("246810");
    assert_eq!(staff.visitor.question(), question);
    assert_eq!(staff.visitor.model.staff.door, Door::Closed);

    // A visit that begins while the corner is held takes the way away.
    let mut staff = Staff::with_pin();
    staff.does(StaffEvent::Hold(true));
    staff.visitor.does(Event::Began(day("2026-11-21")));
    staff.waits(10);
    assert_eq!(staff.visitor.model.staff.door, Door::Closed);
}

#[test]
fn five_wrong_codes_cost_a_wait_that_doubles_to_an_hour() {
    let mut staff = Staff::with_pin();
    staff.holds(5);
    let waits = staff.errs(15);
    let hour = 3_600;
    assert_eq!(waits, [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1_920, hour, hour, hour]);
    staff.enters("246810");
    assert!(staff.menu().is_some(), "never for good: a prank must not keep the staff out");
    staff.does(StaffEvent::Close);
    staff.holds(5);
    assert_eq!(staff.errs(1), [0], "a right code begins the count anew");
}

#[test]
fn while_it_waits_not_even_the_right_code_is_taken() {
    let mut staff = Staff::with_pin();
    staff.holds(5);
    for left in ["4 次", "3 次", "2 次", "再错一次"] {
        staff.enters("000000");
        let asked = staff.asked().unwrap();
        assert!(asked.open && asked.message.contains(left), "{}", asked.message);
    }
    staff.enters("000000");
    assert_eq!(staff.visitor.effects, [Effect::KeepWrongPins(5)]);
    let asked = staff.asked().unwrap();
    assert!(!asked.open && asked.message.contains("15 秒"), "{}", asked.message);
    staff.enters("246810");
    assert!(staff.menu().is_none() && staff.visitor.effects.is_empty());
    staff.waits(14);
    assert!(staff.asked().unwrap().message.contains("请等 1 秒"));
    staff.waits(1);
    staff.enters("246810");
    assert!(staff.menu().is_some());
}

#[test]
fn a_page_that_is_loaded_anew_waits_in_full() {
    let mut staff = Staff::with_pin();
    staff.does(StaffEvent::Counted(7));
    staff.holds(5);
    assert_eq!(staff.visitor.model.staff.wait(), Some(55));
    assert_eq!(staff.errs(1), [55], "an entry in that time counts for nothing");
    assert_eq!(staff.errs(1), [120], "the eighth");
    // A count that somebody wrote there by hand.
    staff.does(StaffEvent::Counted(u32::MAX));
    assert_eq!(staff.visitor.model.staff.wait(), Some(3_600));
}

#[test]
fn nobody_there_closes_code_and_menu() {
    let mut staff = Staff::with_pin();
    staff.holds(5);
    staff.waits(29);
    assert!(staff.asked().is_some());
    staff.waits(1);
    assert!(staff.is_at_start());

    staff.holds(5);
    staff.enters("246810");
    staff.waits(119);
    staff.visitor.does(Event::Touched);
    staff.waits(119);
    assert!(staff.menu().is_some(), "a touch keeps it");
    staff.waits(1);
    assert!(staff.is_at_start());

    staff.holds(5);
    staff.visitor.does(Event::Back);
    assert!(staff.is_at_start(), "the browser's own Back leads out as well");
}

#[test]
fn an_office_watches_the_time_only_while_the_menu_needs_it() {
    let office = format!("{{\"mode\": \"office\", \"staff_pin\": \"{PIN}\"}}");
    let mut staff = Staff::at(Deployment::read(&office));
    staff.does(StaffEvent::Hold(true));
    assert_eq!(staff.visitor.effects, [Effect::Watch(true)]);
    staff.does(StaffEvent::Hold(false));
    assert_eq!(staff.visitor.effects, [Effect::Watch(false)]);
    staff.holds(5);
    staff.does(StaffEvent::Close);
    assert_eq!(staff.visitor.effects, [Effect::ScreenEntered, Effect::Watch(false)]);
}

#[test]
fn without_a_code_it_can_be_read_and_nothing_else() {
    let mut staff = Staff::at(Deployment::of(Some("{"), terminal(None)));
    staff.holds(5);
    let menu = staff.menu().expect("what is wrong must be seen somewhere");
    assert!(menu.no_pin.is_some() && !menu.prints);
    assert_eq!(menu.problems.len(), 2);
    assert!(menu.problems[0].starts_with("tijian.json"), "{:?}", menu.problems);
    assert!(menu.problems[1].starts_with("terminals/t-1.json"), "{:?}", menu.problems);
    staff.does(StaffEvent::PrintTest);
    assert!(staff.visitor.effects.is_empty());
}

#[test]
fn it_says_what_holds_here_and_what_was_found() {
    let shared = format!(
        r#"{{"staff_pin": "{PIN}", "outputs": ["code"], "public_address": "https://tijian.example/",
            "district": "heping", "justice_office": "样例司法所"}}"#
    );
    let own = r#"{"terminal": "t-1", "printer": {"name": "样例打印机"}}"#;
    let mut staff = Staff::at(Deployment::of(Some(&shared), terminal(Some(own))));
    match staff.visitor.page().body {
        Body::Start(start) => assert_eq!(start.place.as_deref(), Some("和平区 · 样例司法所")),
        other => panic!("{other:?}"),
    }
    staff.holds(5);
    staff.enters("246810");
    let menu = staff.menu().unwrap();
    assert!(menu.test.is_none() && menu.prints && menu.problems.is_empty());
    let shown = format!("{menu:?}");
    for wanted in
        ["t-1", "和平区", "样例司法所", "样例打印机", "手机扫码", env!("CARGO_PKG_VERSION")]
    {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    let library = library();
    assert_eq!(menu.packs.rows.len(), library.compiled.packs.len());
    let first = library.compiled.packs.iter().next().unwrap();
    assert!(menu.packs.rows[0].value.starts_with(&first.version));

    let looked = |store, left| Looked { store, left };
    staff.does(StaffEvent::Examined(Box::new(Examined {
        stores: vec![looked(Store::Local, Left::Count), looked(Store::Caches, Left::Entries(2))],
        keeps: true,
        voice: None,
        chinese: true,
        prints: true,
        program: Some("tijian-app-0123456789abcdef_bg.wasm".to_owned()),
        ..Examined::default()
    })));
    let menu = staff.menu().unwrap();
    let test = menu.test.unwrap();
    let bad: Vec<_> =
        test.rows.iter().filter(|row| row.good == Some(false)).map(|row| &*row.name).collect();
    assert_eq!(bad, ["缓存", "中文语音"]);
    assert!(format!("{:?}", menu.groups).contains("0123456789abcdef"));

    staff.does(StaffEvent::PrintTest);
    assert!(matches!(staff.visitor.effects.as_slice(), [Effect::Print { .. }]));
}

#[test]
fn in_english_nothing_but_content_is_chinese() {
    let mut staff = Staff::with_pin();
    staff.visitor.does(Event::Speak(Lang::En));
    staff.holds(5);
    staff.enters("000000");
    assert!(!staff.asked().unwrap().message.contains(is_chinese));
    staff.enters("246810");
    staff.does(StaffEvent::Examined(Box::new(Examined {
        stores: vec![Looked { store: Store::Caches, left: Left::Entries(2) }],
        ..Examined::default()
    })));
    let menu = staff.menu().unwrap();
    let rows = menu.groups.iter().chain(&menu.test).flat_map(|group| &group.rows);
    for row in rows {
        assert!(!row.name.contains(is_chinese) && !row.value.contains(is_chinese), "{row:?}");
    }
    assert!(!menu.packs.heading.contains(is_chinese));
}

#[test]
fn a_district_that_the_questions_do_not_have_is_said_to_the_staff_only() {
    let mut staff = Staff::at(Deployment::read(r#"{"district": "atlantis"}"#));
    match staff.visitor.page().body {
        Body::Start(start) => assert_eq!(start.place, None),
        other => panic!("{other:?}"),
    }
    staff.holds(5);
    assert!(staff.menu().unwrap().problems[0].contains("atlantis"));
}

#[test]
fn a_desk_is_never_cleared() {
    let desk = Deployment { mode: Place::Desk, ..Deployment::default() };
    let mut staff = Staff::at(desk);
    staff.visitor.does(Event::Began(day("2026-11-21")));
    staff.waits(1_000);
    assert!(staff.visitor.model.visit().is_some() && staff.visitor.page().warning.is_none());
}

#[test]
fn without_a_printer_nothing_is_printed() {
    let none = r#"{"printer": {"fitted": false}, "outputs": ["file"]}"#;
    for (file, printed) in [(none, 0), ("{}", 1)] {
        let mut staff = Staff::at(Deployment::read(file));
        let visitor = &mut staff.visitor;
        visitor.does(Event::Began(day("2026-11-21")));
        visitor.fills_in_the_profile();
        visitor.does(Event::MakeReport);
        assert_eq!(visitor.page().prints, printed == 1);
        visitor.does(Event::Print);
        assert_eq!(visitor.effects.len(), printed);
    }
}

#[test]
fn the_count_of_wrong_codes_is_no_trace_of_a_visit_and_is_named() {
    let mut staff = Staff::with_pin();
    let looked = vec![Looked { store: Store::Local, left: Left::Count }];
    staff.visitor.does(Event::Looked(looked));
    assert_eq!(staff.visitor.effects, [Effect::ReadReceipt]);
    let receipt = staff.visitor.page().receipt.unwrap();
    assert!(receipt.clean && receipt.left.is_empty());
    assert!(receipt.looked.contains("本地存储（只有密码输错的次数）"), "{}", receipt.looked);
}

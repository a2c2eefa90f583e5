//! The staff's menu, and the way to it: a corner of the start held for five seconds, then a code.
//!
//! It opens from the start only, so that nothing of a visit can be in it. Without a readable code
//! it can be read by whoever holds the corner, so that a faulty configuration can be seen; what it
//! can do needs the code.

mod lock;

use super::update::entered;
use super::{Effect, Looked, Model, Sought, Stage, release, watch};

pub use lock::Lock;

/// How long the corner is held.
const HOLD_MS: u64 = 5_000;
/// How long the question for the code waits for a touch.
const ASKING_MS: u64 = 30_000;
/// How long the menu waits for a touch.
const OPEN_MS: u64 = 120_000;

/// The menu, and the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Staff {
    /// How far somebody is.
    pub door: Door,
    /// Wrong codes, and the wait that they cost.
    pub lock: Lock,
    /// How far it is with the newest release, where it was asked for.
    pub sought: Option<Sought>,
    now: u64,
    touched: u64,
}

/// How far somebody is on the way to the menu.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Door {
    /// Not begun.
    #[default]
    Closed,
    /// The corner is held: since when, as soon as the clock was read.
    Held(Option<u64>),
    /// The code is asked for.
    Asked {
        /// Whether the last one was wrong.
        wrong: bool,
    },
    /// The menu is open; what was found on the machine, as soon as it was looked at.
    Open(Option<Box<Examined>>),
}

/// What happens at the menu.
#[derive(Clone, Debug)]
pub enum StaffEvent {
    /// So many wrong codes were given before the page was loaded.
    Counted(u32),
    /// The corner is held, or no longer.
    Hold(bool),
    /// Asked for without a pointer: by the keyboard, or by an aid that presses buttons.
    Knock,
    /// A code was entered.
    Enter(String),
    /// The machine was looked at.
    Examined(Box<Examined>),
    /// Look at it again.
    Examine,
    /// Print a test page.
    PrintTest,
    /// Become the newest release now.
    Update,
    /// What the server answered to that.
    Sought(Sought),
    /// Leave the menu.
    Close,
}

/// What was found on the machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examined {
    /// What each store of the browser holds.
    pub stores: Vec<Looked>,
    /// Whether the count of wrong codes can be kept.
    pub keeps: bool,
    /// A Chinese voice that speaks without a network, by its name.
    pub voice: Option<String>,
    /// Whether Chinese characters are drawn, each in its own shape.
    pub chinese: bool,
    /// Whether the browser prints at all.
    pub prints: bool,
    /// The page's area on the screen.
    pub screen: Screenful,
    /// The program's file, whose name holds its digest.
    pub program: Option<String>,
}

/// The size of the page's area.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Screenful {
    /// Width in pixels of a style sheet.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// How many pixels of the screen one of them is.
    pub ratio: f64,
}

impl Staff {
    /// Whether code or menu stand in the place of the start.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.door, Door::Asked { .. } | Door::Open(_))
    }

    /// Seconds until the next code is taken; nothing when it is taken now.
    #[must_use]
    pub fn wait(&self) -> Option<u64> {
        let asked = matches!(self.door, Door::Asked { .. });
        asked.then(|| self.lock.wait(self.now)).flatten()
    }

    /// Somebody is here.
    pub(super) fn touched(&mut self) {
        self.touched = self.now;
    }

    /// Whether it needs ticks.
    pub(super) fn needs_time(&self) -> bool {
        self.door != Door::Closed
    }
}

/// Takes one event of the menu.
pub(super) fn update(model: &mut Model, event: StaffEvent) -> Vec<Effect> {
    model.staff.touched();
    let at_start = matches!(model.stage, Stage::Ready(_));
    match (event, &model.staff.door) {
        (StaffEvent::Counted(wrong), _) => {
            model.staff.lock = Lock::counted(wrong);
            Vec::new()
        }
        (StaffEvent::Hold(true), Door::Closed) if at_start => {
            model.staff.door = Door::Held(None);
            // It ticks at once, so the five seconds begin now.
            vec![watch::effect(model)]
        }
        (StaffEvent::Hold(false), Door::Held(_)) => {
            model.staff.door = Door::Closed;
            vec![watch::effect(model)]
        }
        (StaffEvent::Knock, Door::Closed | Door::Held(_)) if at_start => knock(model),
        (StaffEvent::Enter(pin), Door::Asked { .. }) => enter(model, &pin),
        (StaffEvent::Examined(found), Door::Open(_)) => {
            model.staff.door = Door::Open(Some(found));
            Vec::new()
        }
        (StaffEvent::Examine, Door::Open(_)) => vec![Effect::Examine],
        (StaffEvent::Update, Door::Open(_)) if may_act(model) => release::update_now(model),
        (StaffEvent::Sought(answer), Door::Open(_)) => release::sought(model, answer),
        (StaffEvent::PrintTest, Door::Open(_)) if may_print(model) => {
            let foot =
                format!("{} {}", model.lang.texts().staff.print_test, env!("CARGO_PKG_VERSION"));
            vec![Effect::Print { foot }]
        }
        (StaffEvent::Close, Door::Asked { .. } | Door::Open(_)) => close(model),
        _ => Vec::new(),
    }
}

/// Time goes on: the corner was held long enough, or nobody is at the menu any more.
pub(super) fn tick(model: &mut Model) -> Vec<Effect> {
    model.staff.now = model.watch.now();
    let staff = &mut model.staff;
    staff.lock.begin(staff.now);
    let idle = staff.now.saturating_sub(staff.touched);
    match staff.door {
        Door::Held(None) => staff.door = Door::Held(Some(staff.now)),
        Door::Held(Some(since)) if staff.now - since >= HOLD_MS => return knock(model),
        Door::Asked { .. } if idle >= ASKING_MS => return close(model),
        Door::Open(_) if idle >= OPEN_MS => return close(model),
        _ => {}
    }
    Vec::new()
}

/// Back to the start.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    model.staff.door = Door::Closed;
    model.staff.sought = None;
    let mut effects = entered(model);
    effects.push(watch::effect(model));
    // What came while the menu was open.
    effects.extend(release::settle(model));
    effects
}

/// Whether more may be done than read: by who gave the code.
pub(crate) fn may_act(model: &Model) -> bool {
    model.deployment.staff_pin.is_some()
}

/// Whether a test page may be printed.
pub(crate) fn may_print(model: &Model) -> bool {
    may_act(model) && model.deployment.printer.fitted
}

fn knock(model: &mut Model) -> Vec<Effect> {
    model.staff.touched();
    if model.deployment.staff_pin.is_none() {
        return open(model);
    }
    model.staff.door = Door::Asked { wrong: false };
    let mut effects = entered(model);
    effects.push(watch::effect(model));
    effects
}

fn open(model: &mut Model) -> Vec<Effect> {
    model.staff.door = Door::Open(None);
    let mut effects = entered(model);
    effects.extend([watch::effect(model), Effect::Examine]);
    effects
}

fn enter(model: &mut Model, pin: &str) -> Vec<Effect> {
    let staff = &mut model.staff;
    if staff.lock.wait(staff.now).is_some() {
        return Vec::new();
    }
    if model.deployment.staff_pin.as_ref().is_some_and(|hash| hash.opens(pin)) {
        staff.lock = Lock::default();
        let mut effects = vec![Effect::KeepWrongPins(0)];
        effects.extend(open(model));
        return effects;
    }
    staff.lock = Lock::after(staff.lock.wrong() + 1, staff.now);
    staff.door = Door::Asked { wrong: true };
    vec![Effect::KeepWrongPins(staff.lock.wrong())]
}

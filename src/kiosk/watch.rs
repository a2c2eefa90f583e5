//! Who has gone away: a terminal that nobody touches any more warns, then clears itself.
//!
//! Times are milliseconds of a clock that only goes forward, so neither a wrong date nor a
//! corrected one shortens or lengthens a visit. A touch counts from the last tick before it:
//! after a sleep the first tick finds the whole sleep, whatever was touched meanwhile.

use super::{Delays, Effect, Model, Place, Screen, Stage, Visit, display, speech};
use crate::texts::Lang;

/// How often the browser ticks. The warning comes this much early, so that it is never shorter
/// than the deployment says.
const TICK: u64 = 1_000;

/// The time since the last touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watch {
    now: u64,
    touched: u64,
    warning: Option<u64>,
}

impl Watch {
    /// Seconds that are left, while the warning stands over the screen.
    #[must_use]
    pub fn warning(&self) -> Option<u64> {
        self.warning
    }

    /// Somebody is here.
    pub(super) fn here(&mut self) {
        self.touched = self.now;
        self.warning = None;
    }

    /// Something was touched. Under the warning only 继续 counts: whoever comes next and touches
    /// the screen does not open what was left there.
    pub(super) fn touched(&mut self) {
        if self.warning.is_none() {
            self.here();
        }
    }
}

/// Time goes on: warns, or clears.
pub(super) fn tick(model: &mut Model, monotonic_ms: u64) -> Vec<Effect> {
    model.watch.now = model.watch.now.max(monotonic_ms);
    let Some(seconds) = patience(model) else {
        model.watch.here();
        return Vec::new();
    };
    let watch = &mut model.watch;
    let gone = watch.now - watch.touched;
    let rest = seconds * 1_000;
    let warning = model.deployment.delays.warning;
    let end = rest + warning * 1_000;
    if gone >= end {
        return clear(model);
    }
    let visiting = matches!(model.stage, Stage::Visiting(_));
    watch.warning =
        (visiting && gone + TICK >= rest).then(|| (end - gone).div_ceil(1_000).min(warning));
    if watch.warning.is_some() { speech::hush(model) } else { Vec::new() }
}

/// How many seconds without a touch are borne; nothing where nothing is to be cleared.
fn patience(model: &Model) -> Option<u64> {
    let delays = &model.deployment.delays;
    match (&model.stage, model.deployment.mode) {
        (_, Place::Office | Place::Desk) => None,
        (Stage::Visiting(visit), Place::Terminal) => Some(rest(visit, delays)),
        // What somebody set and left at the start is not for the next one either.
        (Stage::Ready(_), Place::Terminal) => {
            let changed = display::is_set(model) || model.lang != Lang::default();
            let left = changed || model.problem.is_some();
            left.then_some(delays.idle)
        }
        _ => None,
    }
}

fn rest(visit: &Visit, delays: &Delays) -> u64 {
    match visit.screen {
        Screen::Report | Screen::Sheet | Screen::Code if visit.printed => {
            delays.printed.min(delays.report).min(delays.idle)
        }
        Screen::Report | Screen::Sheet | Screen::Code => delays.report.min(delays.idle),
        _ => delays.idle,
    }
}

/// Everything is dropped before the page is loaded anew.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let shared = model.deployment.mode == Place::Terminal;
    let mut effects = drop_all(model);
    effects.push(Effect::Clear { shared });
    effects
}

/// Nothing is left of the visit, nor of what the visitor set.
pub(super) fn drop_all(model: &mut Model) -> Vec<Effect> {
    let mut effects = speech::hush(model);
    *model = Model { stage: Stage::Ended, revision: model.revision + 1, ..Model::default() };
    effects.push(Effect::GuardLeaving(false));
    effects
}

//! How a lawyer comes to the desk, and where the desk leads.

use super::update::{entered, show};
use super::{Desk, DeskEffect, Effect, Event, Model, Stage, desk};

/// A lawyer sits down at the desk.
pub(super) fn sits_down(model: &mut Model, desk: Desk) -> Vec<Effect> {
    let mut effects = show(model, Stage::Desk(Box::new(desk)));
    let guard = Effect::GuardLeaving(true);
    effects.extend([Effect::StepTaken, guard, DeskEffect::Drops(true).into()]);
    effects
}

/// Events that only the desk understands.
pub(super) fn at_desk(model: &mut Model, event: Event) -> Vec<Effect> {
    let (mut effects, next) = desk::update(model, event);
    match next {
        desk::Next::Stay => {}
        desk::Next::Entered { forward } => {
            effects.extend(entered(model));
            effects.extend(forward.then_some(Effect::StepTaken));
        }
        desk::Next::Left => {
            if let Stage::Desk(desk) = &model.stage {
                let library = desk.library.clone();
                effects.extend(show(model, Stage::Ready(library)));
            }
            effects.push(Effect::GuardLeaving(false));
        }
    }
    effects
}

//! Events at the desk.

use chrono::{Datelike, NaiveDate};

use super::{Desk, DeskEffect, DeskEvent, DeskProblem, Filed, Room};
use crate::desk::{Reviewer, Trust, licence};
use crate::kiosk::{Dialog, Effect, Event, Model, Stage, Trouble};
use crate::report::Library;
use crate::texts::Lang;

/// 律师复核 was chosen at the start, where it is offered.
pub(in crate::kiosk) fn enter(model: &Model) -> Vec<Effect> {
    let here = matches!(model.stage, Stage::Ready(_)) && model.deployment.reviews();
    if here { vec![DeskEffect::ReadClock.into()] } else { Vec::new() }
}

/// The desk on a day.
pub(in crate::kiosk) fn entered(model: &mut Model, today: NaiveDate) -> Option<Desk> {
    let Stage::Ready(library) = &model.stage else { return None };
    model.problem = None;
    Some(Desk::new(library.clone(), today))
}

/// An edition of the packs that the desk asked for.
pub(in crate::kiosk) fn edition(model: &mut Model, edition: Library) -> Vec<Effect> {
    match &mut model.stage {
        Stage::Desk(desk) => desk.gets_edition(edition),
        _ => Vec::new(),
    }
}

/// Signatures were verified: every case says again what it is worth.
pub(in crate::kiosk) fn verified(model: &mut Model, answers: Result<Vec<(String, bool)>, Trouble>) {
    let answers = match (answers, &mut model.stage) {
        (Ok(answers), _) => answers,
        (Err(why), Stage::Desk(desk)) => {
            desk.error = Some(why.into());
            return;
        }
        (Err(_), _) => return,
    };
    for (id, valid) in answers {
        model.proofs.take(id, valid);
    }
    let Model { stage, proofs, deployment, .. } = model;
    if let Stage::Desk(desk) = stage {
        for file in &mut desk.files {
            if let Filed::Case(case) = file {
                case.weigh(Trust { proofs, keys: &deployment.lawyer_keys });
            }
        }
    }
}

/// Where the desk goes after an event.
#[derive(Debug, PartialEq)]
pub(in crate::kiosk) enum Next {
    /// Nowhere.
    Stay,
    /// To another room or report.
    Entered {
        /// Whether the browser's own Back should undo it.
        forward: bool,
    },
    /// Back to the start.
    Left,
}

/// Takes one event at the desk.
pub(in crate::kiosk) fn update(model: &mut Model, event: Event) -> (Vec<Effect>, Next) {
    let Model { stage, proofs, deployment, dialog, lang, .. } = model;
    let Stage::Desk(desk) = stage else { return (Vec::new(), Next::Stay) };
    let trust = Trust { proofs, keys: &deployment.lawyer_keys };
    let was = desk.room;
    let mut forward = true;
    let mut effects = Vec::new();
    match event {
        Event::Desk(DeskEvent::Hand(what)) => effects = desk.hands(what, trust, *lang),
        Event::Desk(event) => effects = at_desk(desk, event, trust, *lang),
        Event::Saved(saved) => desk.handed(saved),
        Event::Print => effects = desk.prints(),
        Event::Back => {
            forward = false;
            match desk.room {
                // Whoever leaves the list leaves everything that was opened. The browser has gone
                // back all the same, so another step takes the place of the one that is gone.
                Room::Queue if !desk.files.is_empty() => {
                    *dialog = Some(Dialog::End);
                    return (vec![Effect::StepTaken], Next::Stay);
                }
                Room::Queue => return (vec![DeskEffect::Drops(false).into()], Next::Left),
                Room::Opinion => desk.goes(Room::Sign),
                Room::Sign => desk.goes(Room::Report),
                Room::Key if desk.open.is_some() => desk.goes(Room::Report),
                Room::Key => desk.goes(Room::Queue),
                Room::Report => {
                    desk.open = None;
                    desk.goes(Room::Queue);
                }
            }
        }
        _ => {}
    }
    let next = if desk.room == was { Next::Stay } else { Next::Entered { forward } };
    (effects, next)
}

fn at_desk(desk: &mut Desk, event: DeskEvent, trust: Trust<'_>, lang: Lang) -> Vec<Effect> {
    match event {
        DeskEvent::Pick => return vec![DeskEffect::Pick.into()],
        DeskEvent::Chosen(files) => desk.expects(files),
        DeskEvent::Read { name, bytes } => return desk.reads(name, bytes, trust),
        DeskEvent::Link(link) => return desk.follows(&link, trust),
        DeskEvent::Judge(at) => desk.judges(at, trust),
        DeskEvent::Sort(order) => desk.order = order,
        DeskEvent::Show(filter) => desk.filter = filter,
        DeskEvent::Open(at) => desk.opens(at, trust),
        DeskEvent::Look(spot) => desk.looks(spot),
        DeskEvent::Next => return desk.moves(true),
        DeskEvent::Previous => return desk.moves(false),
        DeskEvent::NextOpen => return desk.seeks(),
        DeskEvent::Confirm => return desk.confirms(),
        DeskEvent::Begin(kind) => desk.begins(kind),
        DeskEvent::Type(kind, field, text) => desk.types(&kind, field, text),
        DeskEvent::Drop(kind) => desk.drops(&kind),
        DeskEvent::Keep(kind) => return desk.keeps(&kind),
        DeskEvent::Stamped(stamp) => desk.takes_step(*stamp, trust),
        DeskEvent::Go(Room::Opinion) => desk.writes(trust),
        DeskEvent::Go(room) => desk.goes(room),
        DeskEvent::Me(typed) => desk.is_reviewed_by(&typed),
        DeskEvent::PickKey => return vec![DeskEffect::PickKey.into()],
        DeskEvent::KeyRead(read) => desk.reads_key(read),
        DeskEvent::Unlock(passphrase) => return desk.unlocks(passphrase),
        DeskEvent::MakeKey(passphrases) => return desk.makes_key(passphrases),
        DeskEvent::KeyMade(file) => return desk.has_made(*file, lang),
        DeskEvent::Unlocked(frame) => desk.has_key(*frame),
        DeskEvent::DropKey => return desk.drops_key(),
        DeskEvent::Sign => return desk.signs(),
        DeskEvent::Signed(at, signature) => return desk.has_signed(at, *signature, trust),
        DeskEvent::Letter(letter) => desk.letter = letter,
        DeskEvent::Refused(why) => {
            desk.working = false;
            desk.error = Some(why.into());
        }
        DeskEvent::Hand(_) | DeskEvent::Enter | DeskEvent::Entered(_) => {}
    }
    Vec::new()
}

impl Desk {
    /// Who reviews from now on, when everything that names a lawyer is there.
    fn is_reviewed_by(&mut self, typed: &Reviewer) {
        let [name, firm] = [&typed.name, &typed.firm].map(|text| text.trim().to_owned());
        let number = licence(&typed.licence, self.today.year());
        let checked = match number {
            _ if name.is_empty() => Err(DeskProblem::Name),
            _ if firm.is_empty() => Err(DeskProblem::Firm),
            Err(error) => Err(DeskProblem::Licence(error)),
            Ok(licence) => Ok(Reviewer { name, firm, licence }),
        };
        match checked {
            Ok(me) => {
                self.me = me;
                self.error = None;
                self.room = if self.open.is_some() { Room::Report } else { Room::Queue };
            }
            Err(why) => self.error = Some(why.into()),
        }
    }
}

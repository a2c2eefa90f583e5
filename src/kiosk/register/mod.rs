//! 商业秘密登记: opened, filled in, changed. It is kept in the visit and goes into the firm's file.

mod form;
mod read;

use std::collections::BTreeMap;

use super::{Effect, Problem, Screen, Visit};
use crate::archive::register;
use crate::report::slips::SecretsRegister;
use crate::response::AnswerError;

pub(crate) use form::typed;
pub use form::{Field, FieldProblem, Form, Kind, Problems};
use read::minimum_wage;

/// Most entries of a kind: the booklet is for the ten or so that matter most.
const MOST: usize = 200;

/// Something in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterEvent {
    /// Show it.
    Open,
    /// Begin a new entry.
    Add(Kind),
    /// Change the entry at a place of its list, from 0.
    Change(Kind, usize),
    /// Keep what was entered for the entry on the screen.
    Keep(Form),
    /// Take the entry at a place out.
    Remove(Kind, usize),
    /// Put back what was taken out last.
    Restore,
    /// The minimum wage, as it stands in its field.
    MinimumWage(String),
}

/// The register while it is filled in.
#[derive(Clone, Debug, Default)]
pub struct Filling {
    /// The screen that it was opened from.
    pub from: Option<Screen>,
    /// The entry that is being filled in.
    pub open: Option<OpenEntry>,
    /// The minimum wage, when what stands in its field was not accepted.
    pub wage: Option<Refused>,
    /// What was taken out last.
    pub removed: Option<Removed>,
}

/// An entry that is being filled in.
#[derive(Clone, Debug)]
pub struct OpenEntry {
    /// What it is.
    pub kind: Kind,
    /// Its place in the list, from 0; `None` for a new one.
    pub at: Option<usize>,
    /// What was entered.
    pub form: Form,
    /// Why it was not accepted, field by field.
    pub problems: Problems,
}

/// Something that was entered and not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// As it was entered.
    pub text: String,
    /// Why.
    pub why: AnswerError,
}

/// An entry that was taken out.
#[derive(Clone, Debug)]
pub struct Removed {
    /// Its name.
    pub name: String,
    /// The register with it.
    pub before: SecretsRegister,
}

/// Takes one event; returns what must be done outside.
pub(super) fn update(visit: &mut Visit, event: RegisterEvent) -> Vec<Effect> {
    if matches!(event, RegisterEvent::Open) {
        open(visit);
        return Vec::new();
    }
    let here = matches!(visit.screen, Screen::Register | Screen::RegisterEntry);
    if !here || visit.register_locked() {
        return Vec::new();
    }
    visit.saved = None;
    visit.error = None;
    match event {
        RegisterEvent::Open => {}
        RegisterEvent::Add(kind) => add(visit, kind),
        RegisterEvent::Change(kind, at) => change(visit, kind, at),
        RegisterEvent::Keep(form) => return keep(visit, form),
        RegisterEvent::Remove(kind, at) => remove(visit, kind, at),
        RegisterEvent::Restore => {
            if let Some(removed) = visit.filling.removed.take() {
                visit.register = Some(removed.before);
            }
        }
        RegisterEvent::MinimumWage(text) => set_wage(visit, text),
    }
    Vec::new()
}

fn open(visit: &mut Visit) {
    if !matches!(visit.screen, Screen::File | Screen::Report) {
        return;
    }
    visit.filling = Filling { from: Some(visit.screen), ..Filling::default() };
    visit.saved = None;
    visit.error = None;
    visit.screen = Screen::Register;
}

fn add(visit: &mut Visit, kind: Kind) {
    let known = visit.register.as_ref();
    if known.is_some_and(|register| count(register, kind) >= MOST) {
        visit.error = Some(Problem::RegisterFull { most: MOST });
        return;
    }
    show(visit, OpenEntry { kind, at: None, form: Form::default(), problems: BTreeMap::new() });
}

fn change(visit: &mut Visit, kind: Kind, at: usize) {
    let Some(register) = &visit.register else { return };
    let form = match kind {
        Kind::Secret => register.secrets.get(at).map(Form::of_secret),
        Kind::Post => register.posts.get(at).map(Form::of_post),
    };
    if let Some(form) = form {
        show(visit, OpenEntry { kind, at: Some(at), form, problems: BTreeMap::new() });
    }
}

fn show(visit: &mut Visit, entry: OpenEntry) {
    visit.filling.open = Some(entry);
    visit.screen = Screen::RegisterEntry;
}

/// Keeps an entry, or says at its fields what is wrong; what was entered stays as it is.
fn keep(visit: &mut Visit, form: Form) -> Vec<Effect> {
    let Some(open) = &mut visit.filling.open else { return Vec::new() };
    let mut register = visit.register.clone().unwrap_or_default();
    let kept = match open.kind {
        Kind::Secret => form.secret().map(|secret| place(&mut register.secrets, open.at, secret)),
        Kind::Post => form.post(visit.today).map(|post| place(&mut register.posts, open.at, post)),
    };
    match kept {
        Ok(()) => {
            visit.register = Some(register);
            // What was taken out before could only be put back without this.
            visit.filling.removed = None;
            visit.filling.open = None;
            visit.screen = Screen::Register;
            Vec::new()
        }
        Err(problems) => {
            let first = open.kind.fields().iter().find(|field| problems.contains_key(field));
            let effects = first.map(|field| Effect::Reveal(field.id().to_owned()));
            (open.form, open.problems) = (form, problems);
            effects.into_iter().collect()
        }
    }
}

fn place<T>(list: &mut Vec<T>, at: Option<usize>, entry: T) {
    match at.and_then(|at| list.get_mut(at)) {
        Some(slot) => *slot = entry,
        None => list.push(entry),
    }
}

fn remove(visit: &mut Visit, kind: Kind, at: usize) {
    let Some(register) = &mut visit.register else { return };
    if at >= count(register, kind) {
        return;
    }
    let before = register.clone();
    let name = match kind {
        Kind::Secret => register.secrets.remove(at).name,
        Kind::Post => register.posts.remove(at).post,
    };
    visit.filling.removed = Some(Removed { name, before });
}

fn count(register: &SecretsRegister, kind: Kind) -> usize {
    match kind {
        Kind::Secret => register.secrets.len(),
        Kind::Post => register.posts.len(),
    }
}

/// Takes the wage as it stands; what is not accepted stays in its field, and the last one counts.
fn set_wage(visit: &mut Visit, text: String) {
    match minimum_wage(&text) {
        Ok(wage) => {
            visit.filling.wage = None;
            if let Some(removed) = &mut visit.filling.removed {
                removed.before.minimum_wage = wage;
            }
            if wage.is_some() || visit.register.is_some() {
                visit.register.get_or_insert_default().minimum_wage = wage;
            }
        }
        Err(why) => visit.filling.wage = Some(Refused { text, why }),
    }
}

impl Visit {
    /// Whether the file has a register that this program cannot read: it is kept as it is.
    #[must_use]
    pub fn register_locked(&self) -> bool {
        self.file.as_deref().is_some_and(register::unreadable)
    }
}

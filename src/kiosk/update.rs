//! The only place where state changes.

use std::rc::Rc;

use chrono::NaiveDate;

use super::pinyin::Dictionary;
use super::question::{answered, before, undo};
use super::seat::{at_desk, sits_down};
use super::take::{draft, print, save_folder, take};
use super::{
    Change, DeskEvent, Dialog, Door, Effect, Event, Model, Notice, Output, Place, Problem, Screen,
    Stage, Trouble, Visit,
};
use super::{
    desk, display, draft as drafts, file, keep, pinyin, receipt, register, release, reviewed,
    speech, staff, watch,
};
use crate::desk::Trust;
use crate::flow::{Reach, Scope};
use crate::report::Library;
use crate::risk::Check;
use crate::texts::Lang;

/// Takes one event; returns what must be done outside, in order.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Configured(deployment) => {
            model.deployment = *deployment;
            let mut effects = vec![watch::effect(model), Effect::Place(model.deployment.mode)];
            effects.extend(keep::configured(model));
            effects
        }
        Event::Loaded(library) => loaded(model, *library),
        Event::LoadFailed(trouble) => show(model, Stage::Failed(trouble)),
        Event::Retry => {
            let mut effects = show(model, Stage::Loading);
            effects.push(Effect::Load);
            effects
        }
        Event::Begin => vec![Effect::ReadClock],
        Event::PickFile => vec![Effect::PickFile],
        Event::FileRead(read, today) => file_read(model, read, today),
        Event::EditionLoaded(edition) if matches!(model.stage, Stage::Desk(_)) => {
            desk::edition(model, *edition)
        }
        Event::EditionLoaded(edition) => {
            let file = model.visit_mut().and_then(|visit| visit.file.as_mut());
            if let Some(opened) = file {
                opened.prove(&edition);
            }
            Vec::new()
        }
        Event::LinkOpened(fragment, today) => {
            let Stage::Ready(library) = &model.stage else { return Vec::new() };
            let linked = file::linked(&library.clone(), &fragment, today, model.lang);
            begin_with(model, linked.map_err(Problem::from))
        }
        Event::Began(today) => begin(model, today),
        Event::AskEnd => {
            model.dialog = Some(Dialog::End);
            Vec::new()
        }
        Event::CancelEnd => {
            model.dialog = None;
            Vec::new()
        }
        Event::End => watch::clear(model),
        Event::Gone => watch::drop_all(model),
        Event::Tick { monotonic_ms } => {
            let mut effects = watch::tick(model, monotonic_ms);
            effects.extend(staff::tick(model));
            effects
        }
        Event::Touched => {
            model.watch.touched();
            model.staff.touched();
            Vec::new()
        }
        Event::Stay => {
            model.watch.here();
            Vec::new()
        }
        Event::Looked(looked) => receipt::show(model, looked),
        Event::ReceiptRead => {
            model.receipt = None;
            Vec::new()
        }
        Event::Staff(event) => staff::update(model, event),
        Event::Back if model.staff.is_open() => staff::close(model),
        Event::Released(release) => release::found(model, release),
        Event::ReleaseTaken => release::taken(model),
        Event::UpdateDue => release::look(model),
        // Nobody is there to go back. The browser has gone back all the same: without another step
        // the last Back of a visit would lead to the page before it.
        Event::Back if model.watch.warning().is_some() => vec![Effect::StepTaken],
        Event::TogglePads => {
            model.pads = !model.pads;
            Vec::new()
        }
        Event::WantDictionary => pinyin::want(model),
        Event::DictionaryCame(came) => {
            model.dictionary = came.map_or_else(Dictionary::Failed, Dictionary::Ready);
            Vec::new()
        }
        Event::Display(event) => display::update(model, event),
        Event::Speech(event) => speech::update(model, event),
        Event::Keep(event) => keep::update(model, event),
        Event::Speak(lang) => {
            model.lang = lang;
            model.revision += 1;
            if let Stage::Visiting(visit) = &mut model.stage {
                visit.speak(lang);
            }
            let mut effects = speech::drawn(model);
            effects.push(Effect::Language(lang));
            effects
        }
        Event::Back if model.dialog.is_some() => {
            model.dialog = None;
            vec![Effect::StepTaken]
        }
        Event::Verified(answers) => {
            desk::verified(model, answers);
            Vec::new()
        }
        Event::Desk(DeskEvent::Enter) => desk::enter(model),
        Event::Desk(DeskEvent::Entered(today)) => match desk::entered(model, today) {
            Some(desk) => sits_down(model, desk),
            None => Vec::new(),
        },
        event => {
            let mut effects = match model.stage {
                Stage::Desk(_) => at_desk(model, event),
                _ => visiting(model, event),
            };
            effects.extend(keep::step(model));
            effects
        }
    }
}

/// A terminal fetches the table too, before anybody comes: a visit there asks for nothing.
fn loaded(model: &mut Model, library: Library) -> Vec<Effect> {
    let mut effects = show(model, Stage::Ready(library));
    if model.deployment.mode == Place::Terminal {
        effects.extend(pinyin::want(model));
    }
    effects
}

pub(super) fn show(model: &mut Model, stage: Stage) -> Vec<Effect> {
    model.stage = stage;
    let mut effects = entered(model);
    effects.extend(release::settle(model));
    effects
}

pub(super) fn entered(model: &mut Model) -> Vec<Effect> {
    model.revision += 1;
    model.panel = false;
    let mut effects = speech::drawn(model);
    effects.push(Effect::ScreenEntered);
    effects.extend(speech::by_itself(model));
    effects
}

/// A visitor's first screen, without the answers of anyone before.
fn begin(model: &mut Model, today: NaiveDate) -> Vec<Effect> {
    let Stage::Ready(library) = &model.stage else { return Vec::new() };
    let library: Library = library.clone();
    let check = Check::new(Rc::clone(&library.compiled), Scope::profile(), today);
    let Some(first) = check.flow().path().next() else { return Vec::new() };
    let mut visit = Visit::new(library, check, Screen::Question(first));
    visit.today = today;
    visiting_now(model, visit)
}

/// A visit begins.
pub(super) fn visiting_now(model: &mut Model, visit: Visit) -> Vec<Effect> {
    model.stage = Stage::Visiting(Box::new(visit));
    model.problem = None;
    model.receipt = None;
    model.staff.door = Door::Closed;
    model.watch.here();
    let mut effects = entered(model);
    effects.extend([Effect::StepTaken, Effect::GuardLeaving(true)]);
    effects
}

/// Begins a visit, or says at the start why not.
fn begin_with(model: &mut Model, visit: Result<Visit, Problem>) -> Vec<Effect> {
    match visit {
        Ok(visit) => visiting_now(model, visit),
        Err(error) => {
            model.problem = Some(error);
            Vec::new()
        }
    }
}

/// A file at the start begins a visit; during one it is joined.
fn file_read(model: &mut Model, read: Result<Vec<u8>, Trouble>, today: NaiveDate) -> Vec<Effect> {
    let read = read.map_err(Problem::from);
    match &mut model.stage {
        Stage::Ready(library) => {
            let library = library.clone();
            let opened = read.and_then(|bytes| Ok(file::visit(&library, &bytes, today)?));
            let mut effects = begin_with(model, opened);
            let file = model.visit().and_then(|visit| visit.file.as_ref());
            let wanted = file.map(|opened| opened.wanted()).unwrap_or_default();
            effects.extend(wanted.into_iter().map(Effect::FetchEdition));
            effects.extend(reviewed::verify(model));
            effects
        }
        Stage::Visiting(visit) => {
            let was = visit.screen;
            let joined = read.and_then(|bytes| Ok(visit.join(&bytes)?));
            visit.error = joined.err();
            if visit.screen == was { Vec::new() } else { entered(model) }
        }
        _ => Vec::new(),
    }
}

/// Events that only a visit understands.
fn visiting(model: &mut Model, event: Event) -> Vec<Effect> {
    let Stage::Visiting(visit) = &mut model.stage else { return Vec::new() };
    if !matches!(event, Event::Saved(_)) {
        // Nobody is there to do anything.
        if model.watch.warning().is_some() {
            return Vec::new();
        }
        // Not every aid that presses buttons for a person touches the screen.
        model.watch.touched();
    }
    let lang = model.lang;
    let trust = Trust { proofs: &model.proofs, keys: &model.deployment.lawyer_keys };
    let was = visit.screen;
    let back = matches!(event, Event::Back | Event::Undo);
    let mut effects = match &event {
        Event::Print if model.deployment.printer.fitted => print(visit),
        Event::Take(output) if model.deployment.offers(*output) => {
            take(visit, &model.deployment, *output, trust, lang)
        }
        Event::SaveDraft if model.deployment.offers(Output::File) => draft(visit, trust, lang),
        Event::SaveFolder if model.deployment.offers(Output::File) => {
            save_folder(visit, &model.deployment, trust, lang)
        }
        // Where no file can be saved nothing could keep the register.
        Event::Register(event) if model.deployment.offers(Output::File) => {
            register::update(visit, event.clone())
        }
        Event::ShowSheet(sheet) => {
            visit.show_sheet(sheet, &model.deployment);
            Vec::new()
        }
        Event::ShowFinding(id) => vec![Effect::Reveal(id.clone())],
        _ => Vec::new(),
    };
    if step(visit, event, lang) == Step::Left {
        // Back from the first question: the start again, without the answers of a false start.
        let library = visit.library.clone();
        let mut effects = show(model, Stage::Ready(library));
        effects.extend(display::reset(model));
        effects.push(Effect::GuardLeaving(false));
        return effects;
    }
    if visit.screen == was {
        return effects;
    }
    visit.drafts.clear();
    visit.scanned = None;
    effects.extend(entered(model));
    if !back {
        effects.push(Effect::StepTaken);
    }
    effects
}

#[derive(PartialEq)]
enum Step {
    Taken,
    Left,
}

fn step(visit: &mut Visit, event: Event, lang: Lang) -> Step {
    if let Event::Change(_) | Event::Continue | Event::OpenPack(_) = event {
        visit.move_to_today();
    }
    match event {
        Event::Answered(entry) => {
            if let Screen::Question(ix) = visit.screen {
                answered(visit, ix, entry);
            }
        }
        Event::Typed { key, text } => drafts::typed(visit, key, text),
        Event::Scanned(text) => drafts::scanned(visit, &text),
        Event::Back => return back(visit),
        Event::ChooseScope(scope) => choose_scope(visit, scope),
        Event::OpenPack(id) => open_pack(visit, &id),
        Event::Continue => {
            go(visit, |visit| match visit.first_open(|_| true) {
                Some(ix) => Screen::Question(ix),
                None => Screen::Review,
            });
        }
        Event::Change(link_id) => {
            let found = visit.compiled().find(&link_id);
            if let Some(ix) = found.filter(|ix| visit.check.flow().reach(*ix) == Reach::OnPath) {
                go(visit, |_| Screen::Question(ix));
                visit.changing = true;
            }
        }
        Event::Review => go(visit, |_| Screen::Review),
        Event::Tasks => go(visit, |_| Screen::Tasks),
        Event::MakeReport => {
            visit.make(lang);
            go(visit, |_| Screen::Report);
        }
        Event::Settle(link_id, side) => visit.choose_side(link_id, side),
        Event::ShowLast => visit.show_last(lang),
        Event::Recheck => visit.recheck(),
        Event::BeginAgain => visit.begin_again(),
        Event::MarkDone { finding, on, by, note } => visit.mark(finding, &on, by, note),
        Event::Unmark(finding) => visit.unmark(&finding),
        Event::OpenFolder if visit.file.is_some() => go(visit, |_| Screen::File),
        Event::Undo => undo(visit),
        Event::DismissNotice => visit.notice = None,
        Event::Saved(saved) => visit.saved = Some(saved.map_err(Problem::from)),
        _ => {}
    }
    Step::Taken
}

/// Goes to a screen; what was said about the last one is no longer shown.
fn go(visit: &mut Visit, screen: impl Fn(&Visit) -> Screen) {
    visit.screen = screen(visit);
    visit.changing = false;
    visit.error = None;
    visit.notice = None;
    visit.saved = None;
}

fn back(visit: &mut Visit) -> Step {
    let earlier = match visit.screen {
        Screen::Question(ix) => before(visit, ix),
        Screen::Scope => {
            visit.check.flow().path().rfind(|ix| visit.is_profile(*ix)).map(Screen::Question)
        }
        Screen::Tasks => Some(Screen::Scope),
        Screen::Review => Some(Screen::Tasks),
        Screen::Report => Some(Screen::Review),
        Screen::Code => Some(Screen::Report),
        Screen::Sheet => Some(visit.sheet_from.unwrap_or(Screen::Report)),
        Screen::Register => Some(visit.filling.from.unwrap_or(Screen::Review)),
        Screen::RegisterEntry => Some(Screen::Register),
        Screen::File => None,
        Screen::Conflicts => {
            visit.merging = None;
            Some(Screen::Tasks)
        }
    };
    match earlier {
        Some(screen) => {
            go(visit, |_| screen);
            Step::Taken
        }
        None => Step::Left,
    }
}

fn choose_scope(visit: &mut Visit, scope: Scope) {
    if visit.scoped && *visit.check.flow().scope() == scope {
        go(visit, |_| Screen::Tasks);
        return;
    }
    let screen = visit.screen;
    let (check, dropped) = visit.check.rescoped(scope);
    let before = std::mem::replace(&mut visit.check, check);
    visit.made = None;
    go(visit, |_| Screen::Tasks);
    visit.scoped = true;
    if !dropped.is_empty() {
        let change = Change::Scope(Box::new(before));
        visit.notice = Some(Notice { dropped, change, screen });
    }
}

/// The first open question of a pack, or its first.
fn open_pack(visit: &mut Visit, id: &str) {
    let Some(pack) = visit.compiled().find_pack(id) else { return };
    let own = |ix| visit.pack_of(ix) == pack;
    let first = visit.check.flow().path().find(|ix| own(*ix));
    if let Some(ix) = visit.first_open(own).or(first) {
        go(visit, |_| Screen::Question(ix));
    }
}

//! When something is kept, opened and deleted.

use chrono::NaiveDate;

use super::super::seat::sits_down;
use super::super::update::visiting_now;
use super::super::{Effect, Model, Place, Stage};
use super::work::{self, Work};
use super::{Code, Content, Found, Keep, KeepEffect, KeepEvent, Locked, Open, Refused, Why};
use crate::desk::Trust;

/// The id of the notice that shows the code.
const CODE: &str = "kept-note";

/// The deployment was read: an office's machine may hold work, a terminal never.
pub(in crate::kiosk) fn configured(model: &mut Model) -> Vec<Effect> {
    match model.deployment.mode {
        Place::Terminal => {
            model.keep = Keep::Off;
            Vec::new()
        }
        Place::Office | Place::Desk if matches!(model.keep, Keep::Open(_)) => Vec::new(),
        Place::Office | Place::Desk => look(model),
    }
}

/// Something happened in a visit or at the desk: what it changed is kept. Keeping ends with it; what
/// was kept stays for its code.
pub(in crate::kiosk) fn step(model: &mut Model) -> Vec<Effect> {
    let over = !work::is_under_way(&model.stage);
    match &model.keep {
        Keep::Open(_) if !over => put(model),
        Keep::Open(_) | Keep::Beginning if over => look(model),
        _ => Vec::new(),
    }
}

/// What must be done before the page is cleared: a visit that is ended on purpose takes what was
/// kept of it along.
pub(in crate::kiosk) fn ending(model: &Model) -> Option<Effect> {
    matches!(model.keep, Keep::Open(_)).then_some(Effect::Keep(KeepEffect::Forget))
}

/// Something about keeping happened.
pub(in crate::kiosk) fn update(model: &mut Model, event: KeepEvent) -> Vec<Effect> {
    if let KeepEvent::Forgotten(gone) = event {
        return forgotten(model, gone);
    }
    if matches!(model.keep, Keep::Off) {
        return Vec::new();
    }
    match event {
        KeepEvent::Found(_) if matches!(model.keep, Keep::Open(_)) => Vec::new(),
        KeepEvent::Found(found) => {
            model.keep = match found {
                Found::Nothing => Keep::Offered,
                Found::Work { on } => Keep::Locked(locked(on)),
                Found::Lost { on, damaged } => Keep::Lost { on, damaged },
                Found::Elsewhere => Keep::Elsewhere,
                Found::Unusable(why) => Keep::MemoryOnly(why),
            };
            Vec::new()
        }
        KeepEvent::Look if matches!(model.keep, Keep::Elsewhere | Keep::MemoryOnly(_)) => {
            look(model)
        }
        KeepEvent::Start => start(model),
        KeepEvent::Owned { random } => owned(model, random),
        KeepEvent::Ready => kept(model, 0),
        KeepEvent::Kept(generation) => kept(model, generation),
        KeepEvent::Failed(why) => failed(model, why),
        KeepEvent::Noted => {
            if let Keep::Open(open) = &mut model.keep {
                open.noted = true;
            }
            Vec::new()
        }
        KeepEvent::Opened { bytes, last, whole, today } => {
            opened(model, &bytes, last, whole, today)
        }
        event => waiting(model, event),
    }
}

/// Events about work that waits for its code.
fn waiting(model: &mut Model, event: KeepEvent) -> Vec<Effect> {
    if let (KeepEvent::Forget, Keep::Locked(_) | Keep::Lost { .. }) = (&event, &model.keep) {
        model.keep = Keep::Forgetting;
        return vec![Effect::Keep(KeepEffect::Forget)];
    }
    let Keep::Locked(locked) = &mut model.keep else { return Vec::new() };
    match event {
        KeepEvent::Typed(typed) if locked.trying.is_none() => match Code::read(&typed) {
            Ok(code) => {
                locked.refused = None;
                locked.trying = Some(code.clone());
                return vec![Effect::Keep(KeepEffect::Open(code))];
            }
            Err(problem) => locked.refused = Some(Refused::Typed(problem)),
        },
        KeepEvent::Refused(refused) => {
            locked.trying = None;
            locked.refused = Some(refused);
        }
        KeepEvent::AskForget => locked.asking = true,
        KeepEvent::CancelForget => locked.asking = false,
        _ => {}
    }
    Vec::new()
}

fn locked(on: NaiveDate) -> Locked {
    Locked { on, trying: None, refused: None, asking: false }
}

/// Looks into the stores, which are given back before.
fn look(model: &mut Model) -> Vec<Effect> {
    model.keep = Keep::Looking;
    vec![Effect::Keep(KeepEffect::Look)]
}

fn start(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.keep, Keep::Offered) || !work::is_under_way(&model.stage) {
        return Vec::new();
    }
    model.keep = Keep::Beginning;
    vec![Effect::Keep(KeepEffect::Own)]
}

fn owned(model: &mut Model, random: [u8; 16]) -> Vec<Effect> {
    if !matches!(model.keep, Keep::Beginning) {
        // The visit was left meanwhile.
        return vec![Effect::Keep(KeepEffect::Close)];
    }
    let code = Code::draw(random);
    model.keep = Keep::Open(Box::new(Open::new(code.clone(), 0)));
    vec![Effect::Keep(KeepEffect::Lock(code))]
}

/// Hands over what changed since the last time. While the store works on one step the next ones
/// wait; of those the last is enough.
fn put(model: &mut Model) -> Vec<Effect> {
    let Keep::Open(open) = &mut model.keep else { return Vec::new() };
    if open.waiting {
        return Vec::new();
    }
    let Some((on, content)) = work::content(&model.stage) else { return Vec::new() };
    let Ok(content) = content else {
        open.trouble = Some(Why::TooBig);
        return Vec::new();
    };
    if open.content == content {
        return Vec::new();
    }
    open.sent += 1;
    open.waiting = true;
    open.content.clone_from(&content);
    let content = Content(content);
    vec![Effect::Keep(KeepEffect::Put { generation: open.sent, on, content })]
}

fn kept(model: &mut Model, generation: u64) -> Vec<Effect> {
    let Keep::Open(open) = &mut model.keep else { return Vec::new() };
    open.waiting = false;
    open.trouble = None;
    let first = open.kept == 0 && generation > 0;
    open.kept = open.kept.max(generation);
    // Keeping is begun at the foot of the page, the code is shown at its top.
    let shown = first.then(|| Effect::Reveal(CODE.to_owned()));
    let mut effects = put(model);
    effects.extend(shown);
    effects
}

/// The visit goes on in memory; with the next step keeping is tried again, if anything was kept.
fn failed(model: &mut Model, why: Why) -> Vec<Effect> {
    match &mut model.keep {
        Keep::Open(open) if open.kept > 0 => {
            open.waiting = false;
            open.trouble = Some(why);
            open.content.clear();
            Vec::new()
        }
        Keep::Locked(locked) => {
            locked.trying = None;
            locked.refused = Some(Refused::Damaged);
            vec![Effect::Keep(KeepEffect::Close)]
        }
        Keep::Open(_) | Keep::Beginning => {
            model.keep = Keep::MemoryOnly(why);
            vec![Effect::Keep(KeepEffect::Close)]
        }
        _ => Vec::new(),
    }
}

fn opened(
    model: &mut Model,
    bytes: &[u8],
    last: u64,
    whole: bool,
    today: NaiveDate,
) -> Vec<Effect> {
    let trust = Trust { proofs: &model.proofs, keys: &model.deployment.lawyer_keys };
    let (Keep::Locked(locked), Stage::Ready(library)) = (&mut model.keep, &model.stage) else {
        return look(model);
    };
    let Some(code) = locked.trying.take() else { return look(model) };
    let Ok(work) = work::read(library, bytes, today, trust) else {
        locked.refused = Some(Refused::Damaged);
        return vec![Effect::Keep(KeepEffect::Close)];
    };
    let open = Open { noted: true, waiting: false, shortened: !whole, ..Open::new(code, last) };
    model.keep = Keep::Open(Box::new(open));
    let mut effects = match work {
        Work::Visit(visit) => visiting_now(model, *visit),
        Work::Desk(desk, outside) => {
            let mut effects = sits_down(model, *desk);
            effects.extend(outside);
            effects
        }
    };
    effects.extend(put(model));
    effects
}

fn forgotten(model: &mut Model, gone: bool) -> Vec<Effect> {
    if matches!(model.stage, Stage::Ended) {
        return vec![Effect::Clear { shared: false }];
    }
    if matches!(model.keep, Keep::Forgetting) {
        model.keep = if gone { Keep::Offered } else { Keep::MemoryOnly(Why::NotForgotten) };
    }
    Vec::new()
}

impl Open {
    /// Work whose last step in the store has this number; the key is being made.
    fn new(code: Code, last: u64) -> Self {
        Self {
            code,
            noted: false,
            kept: last,
            sent: last,
            content: String::new(),
            waiting: true,
            trouble: None,
            shortened: false,
        }
    }
}

//! The staff's menu: what holds on this machine, what was found on it, nothing of a visit.

use super::{Body, start, terminal};
use crate::kiosk::{
    Delays, Deployment, Door, Examined, Left, Looked, Model, Output, Place, ReleaseName, Sought,
};
use crate::kiosk::{staff_may_act, staff_may_print};
use crate::report::{Library, short_seal};
use crate::texts::{Staff as Words, Terminal};

/// Signs that show whether paper has what the screen has: many fine strokes, both scripts, the
/// marks of the four levels.
const TEST_SIGNS: &str = "永国酬鹰鬱 ABC abc 0123456789 ⬢▲◆●";

/// The question for the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinView {
    /// What is said of the last code; empty before the first.
    pub message: String,
    /// Whether a code is taken now.
    pub open: bool,
}

/// The menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffView {
    /// Said when no code is configured.
    pub no_pin: Option<&'static str>,
    /// What is wrong with the configuration; Chinese, as the files' readers say it.
    pub problems: Vec<String>,
    /// This machine, and the program.
    pub groups: Vec<FactGroup>,
    /// Packs with version and digest, folded.
    pub packs: FactGroup,
    /// The self-test; nothing before it is over.
    pub test: Option<FactGroup>,
    /// What stands on the test page only.
    pub test_page: String,
    /// Whether a test page can be printed.
    pub prints: bool,
    /// Whether the newest release can be asked for.
    pub updates: bool,
    /// What became of that; empty before.
    pub updated: String,
}

/// Facts under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactGroup {
    /// The heading.
    pub heading: String,
    /// One line each.
    pub rows: Vec<FactRow>,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// Of what.
    pub name: String,
    /// What.
    pub value: String,
    /// Whether it is as it should be, where that was tested.
    pub good: Option<bool>,
}

/// What the menu's way shows in the place of the start.
pub(super) fn body(model: &Model, library: &Library) -> Option<Body> {
    let words = &model.lang.texts().staff;
    match &model.staff.door {
        Door::Closed | Door::Held(_) => None,
        Door::Asked { wrong } => Some(Body::StaffPin(pin(model, *wrong, words))),
        Door::Open(found) => {
            Some(Body::Staff(Box::new(menu(model, library, found.as_deref(), words))))
        }
    }
}

fn pin(model: &Model, wrong: bool, words: &Words) -> PinView {
    let wait = model.staff.wait();
    let message = match wait {
        Some(seconds) => (words.wait)(seconds),
        None if wrong => (words.wrong)(model.staff.lock.left()),
        None => String::new(),
    };
    PinView { message, open: wait.is_none() }
}

fn menu(
    model: &Model,
    library: &Library,
    found: Option<&Examined>,
    words: &'static Words,
) -> StaffView {
    let deployment = &model.deployment;
    let unknown =
        deployment.district.as_deref().filter(|code| start::district(library, code).is_none());
    let mut problems = deployment.problems.clone();
    problems.extend(unknown.map(words.unknown_district));
    let update = update(model, words);
    let updated = model.staff.sought.map(|_| update.value.clone()).unwrap_or_default();
    StaffView {
        no_pin: deployment.staff_pin.is_none().then_some(words.no_pin),
        problems,
        groups: vec![machine(deployment, library, words), program(model, found, update, words)],
        packs: packs(library, words),
        test: found.map(|found| test(found, words, &model.lang.texts().terminal)),
        test_page: (words.test_page)(TEST_SIGNS),
        prints: staff_may_print(model),
        updates: staff_may_act(model),
        updated,
    }
}

fn fact(name: &str, value: impl Into<String>) -> FactRow {
    FactRow { name: name.to_owned(), value: value.into(), good: None }
}

fn tested(name: &str, good: bool, value: impl Into<String>) -> FactRow {
    FactRow { good: Some(good), ..fact(name, value) }
}

fn machine(deployment: &Deployment, library: &Library, words: &Words) -> FactGroup {
    let or_unset = |text: Option<String>| text.unwrap_or_else(|| words.unset.to_owned());
    let terminal = deployment.terminal.as_ref().map(|id| id.as_str().to_owned());
    let district = deployment.district.as_deref();
    let district = district.and_then(|code| start::district(library, code));
    let Delays { idle, warning, report, printed } = deployment.delays;
    let rows = vec![
        fact(words.terminal, terminal.unwrap_or_else(|| words.no_terminal.to_owned())),
        fact(words.district, or_unset(district)),
        fact(words.office, or_unset(deployment.justice_office.clone())),
        fact(words.mode, mode(deployment.mode, words)),
        fact(words.delays, (words.delays_are)([idle, warning, report, printed])),
        fact(words.printer, printer(deployment, words)),
        fact(words.outputs, outputs(deployment, words)),
        fact(words.address, or_unset(deployment.public_address.clone())),
        fact(words.lawyers, (words.lawyers_are)(deployment.lawyer_keys.len())),
    ];
    FactGroup { heading: words.machine.to_owned(), rows }
}

fn mode(mode: Place, words: &Words) -> &'static str {
    let [terminal, office, desk] = words.modes;
    match mode {
        Place::Terminal => terminal,
        Place::Office => office,
        Place::Desk => desk,
    }
}

fn printer(deployment: &Deployment, words: &Words) -> String {
    let printer = &deployment.printer;
    match (&printer.name, printer.fitted) {
        (_, false) => words.printer_none.to_owned(),
        (Some(name), true) => name.clone(),
        (None, true) => words.printer_fitted.to_owned(),
    }
}

fn outputs(deployment: &Deployment, words: &Words) -> String {
    let [file, word, calendar, text, data, code] = words.output_names;
    let name = |output: &Output| match output {
        Output::File => file,
        Output::Word => word,
        Output::Calendar => calendar,
        Output::Text => text,
        Output::Data => data,
        Output::Code => code,
    };
    let offered = deployment.outputs.iter().filter(|output| deployment.offers(**output));
    let names: Vec<&str> = offered.map(name).collect();
    if names.is_empty() { words.paper_only.to_owned() } else { names.join(" · ") }
}

fn program(model: &Model, found: Option<&Examined>, update: FactRow, words: &Words) -> FactGroup {
    let file = found.and_then(|found| found.program.clone());
    let kept = model.release.running.as_ref().map(ReleaseName::short);
    let rows = vec![
        fact(words.version, env!("CARGO_PKG_VERSION")),
        fact(words.file, file.unwrap_or_else(|| words.unknown.to_owned())),
        fact(words.kept, kept.unwrap_or_else(|| words.kept_none.to_owned())),
        update,
    ];
    FactGroup { heading: words.program.to_owned(), rows }
}

/// How far it is with the newest release.
fn update(model: &Model, words: &Words) -> FactRow {
    let said = &words.update;
    match (model.staff.sought, &model.release.waiting) {
        (Some(Sought::Looking), _) => fact(words.newest, said.looking),
        (Some(Sought::Coming), _) => fact(words.newest, said.coming),
        (Some(Sought::Newest), _) => tested(words.newest, true, said.newest),
        (Some(Sought::Failed), _) => tested(words.newest, false, said.failed),
        (Some(Sought::NotKept), _) => fact(words.newest, said.not_kept),
        (None, Some(waiting)) => fact(words.newest, (said.waits)(&waiting.short())),
        (None, None) if model.release.running.is_none() => fact(words.newest, said.not_kept),
        (None, None) => fact(words.newest, said.by_itself),
    }
}

fn packs(library: &Library, words: &Words) -> FactGroup {
    let packs = library.compiled.packs.iter();
    let rows: Vec<FactRow> = packs
        .map(|pack| fact(&pack.title, format!("{} · {}", pack.version, short_seal(&pack.hash))))
        .collect();
    FactGroup { heading: (words.packs)(rows.len()), rows }
}

fn test(found: &Examined, words: &Words, places: &Terminal) -> FactGroup {
    let voice = found.voice.clone();
    let said = |good: bool, yes: &str, no: &str| if good { yes } else { no }.to_owned();
    let mut rows: Vec<FactRow> =
        found.stores.iter().map(|looked| store(looked, words, places)).collect();
    let screen = found.screen;
    let ratio = format!("{:.2}", screen.ratio);
    let ratio = ratio.trim_end_matches('0').trim_end_matches('.');
    rows.extend([
        tested(words.keeping, found.keeps, said(found.keeps, words.keeps, words.keeps_not)),
        tested(words.printing, found.prints, said(found.prints, words.prints, words.prints_not)),
        tested(words.voice, voice.is_some(), voice.unwrap_or_else(|| words.voice_none.to_owned())),
        tested(words.fonts, found.chinese, said(found.chinese, words.fonts_good, words.fonts_bad)),
        fact(words.screen, format!("{} × {} · {ratio}×", screen.width, screen.height)),
    ]);
    FactGroup { heading: words.test.to_owned(), rows }
}

fn store(looked: &Looked, words: &Words, places: &Terminal) -> FactRow {
    let value = match looked.left {
        Left::Nothing => words.store_empty.to_owned(),
        Left::Count => words.store_count.to_owned(),
        Left::Kept => words.store_kept.to_owned(),
        Left::Entries(count) => (words.store_entries)(count),
        Left::Unseen => words.store_unseen.to_owned(),
    };
    let expected = looked.left.is_clean() || looked.left == Left::Kept;
    tested(terminal::name(looked.store, places), expected, value)
}

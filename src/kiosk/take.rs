//! Taking a report away: what is written, under which name.

use super::{Deployment, Effect, Made, Output, Problem, Screen, Visit};
use crate::archive::compact::{self, CompactError};
use crate::desk::Trust;
use crate::report::{ics, short_seal, text};
use crate::texts::{Lang, Taking};

/// What must be done outside to hand an output over.
pub(super) fn take(
    visit: &mut Visit,
    deployment: &Deployment,
    output: Output,
    trust: Trust<'_>,
    lang: Lang,
) -> Vec<Effect> {
    let Some(made) = visit.made.clone() else { return Vec::new() };
    let made = &*made;
    let words = &lang.texts().taking;
    let save = |ending: &str, kind: &'static str, text: String| {
        vec![Effect::Save { name: name(made, ending, words), kind, text }]
    };
    // What a lawyer said of it goes wherever the report goes.
    let document = visit.reviewed(&made.document, &made.report, trust);
    match output {
        Output::File => match visit.page(Some(made), trust, lang) {
            Ok(page) => save("html", "text/html", page),
            Err(error) => refuse(visit, error.into()),
        },
        Output::Calendar => save("ics", "text/calendar", ics::render(&made.report)),
        Output::Text => save("txt", "text/plain", text::render(&document)),
        Output::Data => match serde_json::to_string_pretty(&made.report) {
            Ok(json) => save("json", "application/json", json),
            Err(_) => Vec::new(),
        },
        Output::Word => match serde_json::to_string(&*document) {
            Ok(document) => vec![Effect::SaveWord { name: name(made, "docx", words), document }],
            Err(_) => Vec::new(),
        },
        Output::Code => {
            match codes(visit, deployment.public_address.as_deref().unwrap_or_default()) {
                Ok(codes) => {
                    visit.codes = codes;
                    visit.screen = Screen::Code;
                    Vec::new()
                }
                Err(error) => refuse(visit, error.into()),
            }
        }
    }
}

/// Prints what is on the screen, with its foot.
pub(super) fn print(visit: &mut Visit) -> Vec<Effect> {
    let report = || visit.made.as_ref().map(|made| &made.document);
    let document = if visit.screen == Screen::Sheet { visit.sheet.as_ref() } else { report() };
    let foot = document.map(|document| document.foot.clone());
    visit.printed |= foot.is_some();
    foot.map(|foot| Effect::Print { foot }).into_iter().collect()
}

/// The firm's file with the marks and the register of now: as it was opened, or with what was made
/// in this visit.
pub(super) fn save_folder(
    visit: &mut Visit,
    deployment: &Deployment,
    trust: Trust<'_>,
    lang: Lang,
) -> Vec<Effect> {
    if visit.unfiled() {
        return take(visit, deployment, Output::File, trust, lang);
    }
    if visit.file.is_none() {
        return draft(visit, trust, lang);
    }
    match visit.folder(trust, lang) {
        Ok(text) => {
            let day = visit.today.format("%Y%m%d").to_string();
            let name = (lang.texts().taking.folder_name)(&day);
            vec![Effect::Save { name, kind: "text/html", text }]
        }
        Err(error) => refuse(visit, error.into()),
    }
}

/// The unfinished check as a file.
pub(super) fn draft(visit: &mut Visit, trust: Trust<'_>, lang: Lang) -> Vec<Effect> {
    match visit.page(None, trust, lang) {
        Ok(text) => {
            let day = visit.today.format("%Y%m%d").to_string();
            let name = (lang.texts().taking.draft_name)(&day);
            vec![Effect::Save { name, kind: "text/html", text }]
        }
        Err(error) => refuse(visit, error.into()),
    }
}

fn refuse(visit: &mut Visit, why: Problem) -> Vec<Effect> {
    visit.saved = Some(Err(why));
    Vec::new()
}

/// The whole check as one link in one code.
fn codes(visit: &Visit, address: &str) -> Result<Vec<compact::QrCode>, CompactError> {
    let payload = compact::encode(&visit.check, |_| true)?;
    Ok(vec![compact::qr(&compact::link(address, &payload)?)?])
}

/// A name that does not tell whose report it is: day and seal.
fn name(made: &Made, ending: &str, words: &Taking) -> String {
    let day = made.report.on.format("%Y%m%d").to_string();
    (words.report_name)(&day, &short_seal(&made.report.seal), ending)
}

//! Taking a report away: what is written, under which name.

use super::{Deployment, Effect, Made, Output, Screen, Visit};
use crate::archive::compact::{self, CompactError};
use crate::report::{ics, short_seal, text};

/// What must be done outside to hand an output over.
pub(super) fn take(visit: &mut Visit, deployment: &Deployment, output: Output) -> Vec<Effect> {
    let Some(made) = visit.made.clone() else { return Vec::new() };
    let made = &*made;
    let save = |ending: &str, kind: &'static str, text: String| {
        vec![Effect::Save { name: name(made, ending), kind, text }]
    };
    match output {
        Output::File => match visit.page(Some(made)) {
            Ok(page) => save("html", "text/html", page),
            Err(error) => refuse(visit, error.to_string()),
        },
        Output::Calendar => save("ics", "text/calendar", ics::render(&made.report)),
        Output::Text => save("txt", "text/plain", text::render(&made.document)),
        Output::Data => match serde_json::to_string_pretty(&made.report) {
            Ok(json) => save("json", "application/json", json),
            Err(_) => Vec::new(),
        },
        Output::Word => match serde_json::to_string(&*made.document) {
            Ok(document) => vec![Effect::SaveWord { name: name(made, "docx"), document }],
            Err(_) => Vec::new(),
        },
        Output::Code => {
            match codes(visit, deployment.public_address.as_deref().unwrap_or_default()) {
                Ok(codes) => {
                    visit.codes = codes;
                    visit.screen = Screen::Code;
                    Vec::new()
                }
                Err(error) => refuse(visit, error.to_string()),
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
pub(super) fn save_folder(visit: &mut Visit, deployment: &Deployment) -> Vec<Effect> {
    if visit.unfiled() {
        return take(visit, deployment, Output::File);
    }
    if visit.file.is_none() {
        return draft(visit);
    }
    match visit.folder() {
        Ok(text) => {
            let name = format!("法治档案-{}.html", visit.today.format("%Y%m%d"));
            vec![Effect::Save { name, kind: "text/html", text }]
        }
        Err(error) => refuse(visit, error.to_string()),
    }
}

/// The unfinished check as a file.
pub(super) fn draft(visit: &mut Visit) -> Vec<Effect> {
    match visit.page(None) {
        Ok(text) => {
            let day = visit.today.format("%Y%m%d");
            let name = format!("法治体检-{day}-未完成.html");
            vec![Effect::Save { name, kind: "text/html", text }]
        }
        Err(error) => refuse(visit, error.to_string()),
    }
}

fn refuse(visit: &mut Visit, why: String) -> Vec<Effect> {
    visit.saved = Some(Err(why));
    Vec::new()
}

/// The whole check as one link in one code.
fn codes(visit: &Visit, address: &str) -> Result<Vec<compact::QrCode>, CompactError> {
    let payload = compact::encode(&visit.check, |_| true)?;
    Ok(vec![compact::qr(&compact::link(address, &payload)?)?])
}

/// A name that does not tell whose report it is: day and seal.
fn name(made: &Made, ending: &str) -> String {
    let day = made.report.on.format("%Y%m%d");
    format!("法治体检-{day}-{}.{ending}", short_seal(&made.report.seal))
}

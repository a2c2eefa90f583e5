//! Taking a report away: what is written, under which name.

use super::{Effect, Made, Output};
use crate::report::{html, ics, short_seal, text};

/// What must be done outside to hand an output over.
pub(super) fn take(made: &Made, output: Output) -> Vec<Effect> {
    let save = |ending: &str, kind: &'static str, text: String| {
        vec![Effect::Save { name: name(made, ending), kind, text }]
    };
    match output {
        Output::File => save("html", "text/html", html::render(&made.document)),
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
        Output::Code => Vec::new(),
    }
}

/// A name that does not tell whose report it is: day and seal.
fn name(made: &Made, ending: &str) -> String {
    let day = made.report.on.format("%Y%m%d");
    format!("法治体检-{day}-{}.{ending}", short_seal(&made.report.seal))
}

//! What is typed and not yet given. It is kept with the visit, so that a page that is drawn again
//! shows it, and goes with the screen that it was typed on.

use std::collections::BTreeMap;

use super::{Screen, Visit};
use crate::questionnaire::model::TextFormat;
use crate::questionnaire::{ItemKind, uscc};

/// What stands in the fields of the screen and differs from what was given, by the field's key.
pub type Drafts = BTreeMap<String, String>;

/// Most bytes that are kept of one field; far more than any takes.
const LONGEST: usize = 4_096;
/// Most fields of a screen.
const MOST: usize = 1_000;

/// What a scanner that types brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// The one code that appeared in it; it stands in the field.
    Code(String),
    /// None, or more than one.
    Unclear {
        /// How many.
        codes: usize,
    },
    /// The screen asks for no code.
    Unwanted,
}

/// Something was typed into a field.
pub(super) fn typed(visit: &mut Visit, key: String, mut text: String) {
    let end = (0..=LONGEST.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or_default());
    visit.scanned = None;
    if visit.drafts.contains_key(&key) || visit.drafts.len() < MOST {
        visit.drafts.insert(key, text);
    }
}

/// A scanner typed something. Only a code is taken of it, and nothing that it says is opened.
pub(super) fn scanned(visit: &mut Visit, text: &str) {
    let Some(key) = code_field(visit) else {
        visit.scanned = Some(Scanned::Unwanted);
        return;
    };
    let mut codes = uscc::find(text);
    visit.scanned = Some(match (codes.pop(), codes.len()) {
        (Some(code), 0) => {
            visit.error = None;
            visit.drafts.insert(key, code.clone());
            Scanned::Code(code)
        }
        (Some(_), others) => Scanned::Unclear { codes: others + 1 },
        (None, _) => Scanned::Unclear { codes: 0 },
    });
}

/// The key of the field for the code, when the screen has one.
fn code_field(visit: &Visit) -> Option<String> {
    let Screen::Question(ix) = visit.screen else { return None };
    let item = visit.compiled().item(ix);
    let asked = item.kind == ItemKind::Text && item.format == Some(TextFormat::Uscc);
    asked.then(|| item.link_id.clone())
}

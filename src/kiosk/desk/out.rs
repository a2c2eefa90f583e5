//! What leaves the desk: the firm's file with the review, the letter, the review as data.

use std::sync::Arc;

use super::{Desk, HandOut, Room};
use crate::archive::envelope::FileError;
use crate::archive::html::embed;
use crate::desk::opinion::opinion;
use crate::desk::{self, Trust, signed};
use crate::kiosk::{Effect, Problem, Trouble};
use crate::report::{Document, html, short_seal};
use crate::texts::Lang;

impl Desk {
    /// The letter about the report under review.
    fn letter_about(&self, trust: Trust<'_>) -> Option<Document> {
        let (_, case, check) = self.under_review()?;
        let signatures = signed(&case.review, trust);
        Some(opinion(check.shown(), &case.review, &signatures, &self.letter))
    }

    /// Shows the letter.
    pub(super) fn writes(&mut self, trust: Trust<'_>) {
        self.opinion = self.letter_about(trust).map(Arc::new);
        if self.opinion.is_some() {
            self.goes(Room::Opinion);
        }
    }

    /// Prints the letter that is on the screen.
    pub(super) fn prints(&self) -> Vec<Effect> {
        let letter = self.opinion.as_ref().filter(|_| self.room == Room::Opinion);
        letter.map(|letter| Effect::Print { foot: letter.foot.clone() }).into_iter().collect()
    }

    /// Hands something over.
    pub(super) fn hands(&mut self, what: HandOut, trust: Trust<'_>, lang: Lang) -> Vec<Effect> {
        self.saved = None;
        let Some((open, case, check)) = self.under_review() else { return Vec::new() };
        let words = &lang.texts().desk.signing;
        let day = check.shown().on.format("%Y%m%d").to_string();
        let seal = short_seal(&check.seal);
        let at = open.at;
        let effect = match what {
            HandOut::File => self.firms_file(trust, lang).map(|text| {
                let name = (words.file_name)(&day, &seal);
                Effect::Save { name, kind: "text/html", text }
            }),
            HandOut::Word => {
                self.letter_about(trust).map_or(Err(FileError::Empty.into()), |letter| {
                    let document = serde_json::to_string(&letter).unwrap_or_default();
                    Ok(Effect::SaveWord { name: (words.word_name)(&day, &seal), document })
                })
            }
            HandOut::Data => {
                let text = serde_json::to_string_pretty(&case.review).unwrap_or_default();
                let name = (words.data_name)(&day, &seal);
                Ok(Effect::Save { name, kind: "application/json", text })
            }
        };
        match effect {
            Ok(effect) => {
                self.handing = (what == HandOut::File).then_some(at);
                vec![effect]
            }
            Err(why) => {
                self.saved = Some(Err(why));
                Vec::new()
            }
        }
    }

    /// The firm's file: everything that it brought, with the review, as a page that shows it.
    fn firms_file(&self, trust: Trust<'_>, lang: Lang) -> Result<String, Problem> {
        let Some((open, case, check)) = self.under_review() else {
            return Err(FileError::Empty.into());
        };
        let mut envelope = open.opened.envelope.clone();
        for review in case.others.iter().chain([&case.review]) {
            desk::put(&mut envelope, review).map_err(|_| super::DeskProblem::Unreadable)?;
        }
        let own = check.original.as_ref().map(|original| &original.library);
        let mut page = Document::of(check.shown(), own.unwrap_or(&self.library), lang);
        desk::show(&mut page, check.shown(), &case.review, trust);
        Ok(embed(&html::render(&page), &envelope)?)
    }

    /// What became of a file that was handed to the browser.
    pub(super) fn handed(&mut self, saved: Result<String, Trouble>) {
        let at = self.handing.take();
        if let (Ok(_), Some(case)) = (&saved, at.and_then(|at| self.case_mut(at))) {
            case.unsaved = false;
        }
        self.saved = Some(saved.map_err(Into::into));
    }
}

//! What lawyers said of the reports of the firm's file: the firm sees it wherever it sees the report.

use std::sync::Arc;

use super::{Effect, Model, Visit};
use crate::archive::folder;
use crate::archive::open::{Opened, OpenedCheck};
use crate::desk::{self, Review, Trust};
use crate::report::{Document, Report};
use crate::texts::Lang;

/// Signatures of the file that was opened are to be verified.
pub(super) fn verify(model: &Model) -> Option<Effect> {
    let opened = model.visit()?.file.as_deref()?;
    let reviews = desk::of(&opened.envelope)?;
    let signed: Vec<_> = reviews.iter().flat_map(|review| model.proofs.open(review)).collect();
    (!signed.is_empty()).then_some(Effect::Verify(signed))
}

impl Visit {
    /// The document of a report, with the review over it where the file has one.
    #[must_use]
    pub fn reviewed(
        &self,
        document: &Arc<Document>,
        report: &Report,
        trust: Trust<'_>,
    ) -> Arc<Document> {
        let checks = self.file.iter().flat_map(|opened| &opened.checks);
        let own = |check: &&OpenedCheck| [check.shown(), &check.report].contains(&report);
        let review = checks.filter(own).find_map(|check| self.review(&check.seal));
        match review {
            Some(review) => {
                let mut document = Document::clone(document);
                desk::show(&mut document, report, &review, trust);
                Arc::new(document)
            }
            None => Arc::clone(document),
        }
    }

    /// The document of the firm's file, with the review over its last report.
    #[must_use]
    pub fn folder_document(&self, opened: &Opened, trust: Trust<'_>, lang: Lang) -> Document {
        let mut document = folder::document(opened, &self.library, lang);
        let last = opened.checks.last();
        if let Some((check, review)) = last.and_then(|last| Some((last, self.review(&last.seal)?)))
        {
            desk::show(&mut document, check.shown(), &review, trust);
        }
        document
    }

    /// The review over the report of a seal.
    fn review(&self, seal: &str) -> Option<Review> {
        let reviews = desk::of(&self.file.as_ref()?.envelope)?;
        reviews.into_iter().find(|review| review.report == seal)
    }
}

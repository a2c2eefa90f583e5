//! What is kept of a desk on this machine: the files that were reviewed and are in no file yet.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Case, Desk};
use crate::desk::{Review, Reviewer, Trust};
use crate::kiosk::Effect;
use crate::report::Library;

/// What is kept. Files that were only opened are still where they came from.
#[derive(Serialize, Deserialize)]
pub(in crate::kiosk) struct DeskDraft {
    /// Who reviews.
    reviewer: Reviewer,
    /// Each file that was reviewed.
    desk: Vec<FileDraft>,
}

#[derive(Serialize, Deserialize)]
struct FileDraft {
    name: String,
    /// The firm's file as it came: what was wrong with it still is.
    file: String,
    review: Review,
}

impl DeskDraft {
    /// Everything that a lawyer did and that is in no file yet.
    pub(in crate::kiosk) fn of(desk: &Desk) -> Self {
        let draft = |case: &Case| FileDraft {
            name: case.name.clone(),
            file: case.data(),
            review: case.review.clone(),
        };
        let drafts = desk.cases().filter(|case| case.unsaved).map(draft);
        Self { reviewer: desk.me.clone(), desk: drafts.collect() }
    }

    /// The desk again, and what must be done outside. The files come by the way of every file.
    pub(in crate::kiosk) fn desk(
        self,
        library: &Library,
        today: NaiveDate,
        trust: Trust<'_>,
    ) -> (Desk, Vec<Effect>) {
        let mut desk = Desk::new(library.clone(), today);
        desk.me = self.reviewer;
        let mut effects = Vec::new();
        for FileDraft { name, file, review } in self.desk {
            let at = desk.files.len();
            effects.extend(desk.reads(name, Ok(file.into_bytes()), trust));
            let Some(case) = desk.case_mut(at) else { continue };
            case.review.merge(&review);
            case.unsaved = true;
            effects.push(Effect::Verify(trust.proofs.open(&case.review)));
            desk.judges(at, trust);
        }
        (desk, effects)
    }
}

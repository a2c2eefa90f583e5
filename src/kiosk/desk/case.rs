//! One report at the desk: its file as it came, and the review over it.

use chrono::NaiveDate;
use serde_json::Value;

use super::{DeskProblem, Form};
use crate::archive::html::extract;
use crate::archive::integrity::Integrity;
use crate::archive::open::{Opened, OpenedCheck, open};
use crate::archive::problem::OpenProblem;
use crate::desk::{self, Review, Row, Standing, Status, Trust};
use crate::kiosk::Problem;
use crate::report::{Library, seal};

/// One report at the desk: the last one of its file.
#[derive(Clone, Debug)]
pub struct Case {
    /// Name of the file.
    pub name: String,
    /// The review over the report.
    pub review: Review,
    /// Reviews over earlier reports of the file; they are kept as they came.
    pub others: Vec<Review>,
    /// Whether the report can be relied on.
    pub integrity: Integrity,
    /// What is wrong with the file.
    pub problems: Vec<OpenProblem>,
    /// Whether its reviews could be read. If not, nothing may be put in their place.
    pub readable: bool,
    /// Its line in the list.
    pub row: Row,
    /// What each signature under the review is worth.
    pub signatures: Vec<Standing>,
    /// Forms that were begun and not kept yet.
    pub forms: Vec<Form>,
    /// How many files with this report were opened.
    pub copies: usize,
    /// Whether the review has something that is in no file yet.
    pub unsaved: bool,
    /// The file as it came.
    file: Vec<u8>,
    /// Digest of the report as it is stored: two files with the same one hold the same report.
    content: String,
}

/// What a file is judged with.
pub(super) struct Bench<'a> {
    pub(super) library: &'a Library,
    pub(super) editions: &'a [Library],
    pub(super) today: NaiveDate,
    pub(super) trust: Trust<'a>,
}

impl Bench<'_> {
    /// Opens a file and holds each report against its own packs, where they are at hand.
    fn open(&self, bytes: &[u8]) -> Result<Opened, Problem> {
        let mut opened = open(bytes, self.library, self.today)?;
        self.editions.iter().for_each(|edition| opened.prove(edition));
        Ok(opened)
    }
}

impl Case {
    /// The case of a file, with the file as it was opened.
    ///
    /// # Errors
    /// Why there is nothing to review.
    pub(super) fn read(
        name: String,
        bytes: Vec<u8>,
        at: usize,
        bench: &Bench<'_>,
    ) -> Result<(Self, Opened), Problem> {
        let opened = bench.open(&bytes)?;
        let check = opened.checks.last().ok_or(DeskProblem::NoReport)?;
        let stored = opened.envelope.checks.get(check.at).unwrap_or(&Value::Null);
        let read = desk::of(&opened.envelope);
        let readable = read.is_some();
        let (mut own, others): (Vec<Review>, Vec<Review>) =
            read.unwrap_or_default().into_iter().partition(|review| review.report == check.seal);
        let mut review = own.pop().unwrap_or_else(|| Review::over(&check.seal));
        own.iter().for_each(|more| review.merge(more));
        let signatures = bench.trust.proofs.standings(&review, bench.trust.keys);
        let case = Self {
            name,
            row: Row::of(at, check, &review, &signatures, bench.today),
            signatures,
            integrity: check.integrity,
            problems: opened.problems.clone(),
            readable,
            forms: Vec::new(),
            copies: 1,
            unsaved: false,
            content: seal(stored),
            file: bytes,
            review,
            others,
        };
        Ok((case, opened))
    }

    /// The file again, as it was opened.
    ///
    /// # Errors
    /// Why it cannot be opened, which it could once.
    pub(super) fn reopen(&self, bench: &Bench<'_>) -> Result<Opened, Problem> {
        bench.open(&self.file)
    }

    /// The file as it came, without the page around it.
    pub(super) fn data(&self) -> String {
        let text = String::from_utf8_lossy(&self.file);
        extract(&text).unwrap_or(&text).to_owned()
    }

    /// Takes in another copy of the same report, when nothing speaks against either of them: a
    /// forged copy must not touch a good one. Returns whether it was taken in.
    pub(super) fn takes_in(&mut self, other: &Self) -> bool {
        let sound = |case: &Self| case.is_sound() && case.readable;
        if self.content != other.content || !sound(self) || !sound(other) {
            return false;
        }
        let before = self.review.clone();
        self.review.merge(&other.review);
        for review in &other.others {
            match self.others.iter_mut().find(|own| own.report == review.report) {
                Some(own) => own.merge(review),
                None => self.others.push(review.clone()),
            }
        }
        self.copies += 1;
        self.unsaved |= self.review != before;
        true
    }

    /// Whether nothing speaks against the file and its report.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.row.status != Status::Doubtful
    }

    /// Whether its report says what its answers give, so that a name may be put under it.
    #[must_use]
    pub fn can_be_signed(&self) -> bool {
        self.integrity.holds() && self.readable
    }

    /// Takes up what the report says under the review as it is now.
    pub(super) fn settle(&mut self, check: &OpenedCheck, trust: Trust<'_>, today: NaiveDate) {
        self.signatures = trust.proofs.standings(&self.review, trust.keys);
        self.integrity = check.integrity;
        self.row = Row::of(self.row.at, check, &self.review, &self.signatures, today);
    }

    /// Takes up what its signatures are worth.
    pub(super) fn weigh(&mut self, trust: Trust<'_>) {
        self.signatures = trust.proofs.standings(&self.review, trust.keys);
        self.row.weigh(self.integrity, &self.review, &self.signatures);
    }

    /// Whether its report was made with packs that are not at hand.
    pub(super) fn lacks_packs(&self) -> bool {
        self.integrity == Integrity::OtherPacks
    }
}

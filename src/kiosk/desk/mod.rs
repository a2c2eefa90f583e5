//! The lawyer's desk: reports that firms brought, reviewed one after the other.
//!
//! Everything is in memory. Each [`Case`] holds its file as it came and its [`Review`], which is
//! all that a step changes; the report itself is made again only when it is looked at.

mod case;
mod draft;
mod event;
mod form;
mod go;
mod intake;
mod out;
mod problem;
mod sign;
mod steps;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Problem;
use crate::archive::open::{Opened, OpenedCheck};
use crate::desk::opinion::Letterhead;
use crate::desk::{Filter, Frame, Judged, KeyFile, Order, Overlay, Reviewer, Trust, Verdict};
use crate::report::{Document, Library};

pub use case::Case;
pub(super) use draft::DeskDraft;
pub use event::{DeskEffect, DeskEvent, HandOut, Passphrase, Stamp};
pub use form::{Form, FormField, FormKind, Typed};
pub(super) use go::{Next, edition, enter, entered, update, verified};
pub use problem::DeskProblem;

/// The desk.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Packs, laws and services of today.
    pub library: Library,
    /// Earlier editions of them that were fetched for reports that were made with them.
    pub editions: Vec<Library>,
    /// The day.
    pub today: NaiveDate,
    /// What is shown.
    pub room: Room,
    /// Every file that was opened, in the order of opening.
    pub files: Vec<Filed>,
    /// Files that were chosen and are not read yet.
    pub coming: usize,
    /// Files that were chosen since all were read the last time.
    pub chosen: usize,
    /// What the list is ordered by.
    pub order: Order,
    /// What is shown of the list.
    pub filter: Filter,
    /// The report under review.
    pub open: Option<Box<Open>>,
    /// Who reviews.
    pub me: Reviewer,
    /// The key file that was chosen and is not open yet.
    pub key_file: Option<KeyFile>,
    /// The key that is open; its private part is with the browser.
    pub key: Option<Frame>,
    /// Whether the browser is busy with a key.
    pub working: bool,
    /// The head of the letters.
    pub letter: Letterhead,
    /// The letter on the screen.
    pub opinion: Option<Arc<Document>>,
    /// Why the last thing was not done.
    pub error: Option<Problem>,
    /// What became of the last file that was to be saved.
    pub saved: Option<Result<String, Problem>>,
    /// The case whose file is being handed to the browser.
    handing: Option<usize>,
    /// Packs of earlier editions that were asked for.
    asked: Vec<BTreeMap<String, String>>,
    /// How often a file was judged, which makes its reports again.
    judged: usize,
}

/// What is shown at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The list of reports.
    Queue,
    /// One report under review.
    Report,
    /// Who reviews, and the key.
    Key,
    /// Signing and handing over.
    Sign,
    /// The letter.
    Opinion,
}

/// A file that was opened.
#[derive(Clone, Debug)]
pub enum Filed {
    /// With a report.
    Case(Box<Case>),
    /// Not at all.
    Refused {
        /// Its name.
        name: String,
        /// Why.
        why: Problem,
    },
}

/// The report under review, made again from its file.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its place among the files.
    pub at: usize,
    /// The file.
    pub opened: Opened,
    /// What of it is looked at.
    pub spot: Spot,
}

/// What of a report is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Whether it can be relied on.
    Trust,
    /// A finding, by its place in the report.
    Finding(usize),
    /// The opinion, what was added, what came of it.
    Whole,
}

impl Desk {
    fn new(library: Library, today: NaiveDate) -> Self {
        Self {
            library,
            editions: Vec::new(),
            today,
            room: Room::Queue,
            files: Vec::new(),
            coming: 0,
            chosen: 0,
            order: Order::default(),
            filter: Filter::default(),
            open: None,
            me: Reviewer::default(),
            key_file: None,
            key: None,
            working: false,
            letter: Letterhead::default(),
            opinion: None,
            handing: None,
            error: None,
            saved: None,
            asked: Vec::new(),
            judged: 0,
        }
    }

    /// The cases, in the order of opening.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.files.iter().filter_map(|file| match file {
            Filed::Case(case) => Some(&**case),
            Filed::Refused { .. } => None,
        })
    }

    /// The case at a place among the files.
    #[must_use]
    pub fn case(&self, at: usize) -> Option<&Case> {
        match self.files.get(at) {
            Some(Filed::Case(case)) => Some(case),
            _ => None,
        }
    }

    fn case_mut(&mut self, at: usize) -> Option<&mut Case> {
        match self.files.get_mut(at) {
            Some(Filed::Case(case)) => Some(case),
            _ => None,
        }
    }

    /// The report under review: its case, and the report made again.
    #[must_use]
    pub fn under_review(&self) -> Option<(&Open, &Case, &OpenedCheck)> {
        let open = self.open.as_deref()?;
        Some((open, self.case(open.at)?, open.opened.checks.last()?))
    }

    /// How often a file was judged, for measuring.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.judged
    }

    /// Whether something was reviewed that is in no file yet.
    #[must_use]
    pub fn unsaved(&self) -> bool {
        self.cases().any(|case| case.unsaved)
    }

    /// Takes up what the case under review says of itself after its review changed.
    fn settle(&mut self, trust: Trust<'_>) {
        let Some(open) = self.open.as_deref() else { return };
        let Some(check) = open.opened.checks.last() else { return };
        if let Some(Filed::Case(case)) = self.files.get_mut(open.at) {
            case.settle(check, trust, self.today);
        }
    }

    /// The places of findings that nobody judged, in the report under review.
    fn open_findings(&self) -> Vec<usize> {
        let Some((_, case, check)) = self.under_review() else { return Vec::new() };
        let overlay = Overlay::of(check.shown(), &case.review.steps);
        let open = |one: &Judged<'_>| one.verdict == Verdict::Open;
        let places = overlay.findings.iter().enumerate();
        places.filter(|(_, one)| open(one)).map(|(at, _)| at).collect()
    }
}

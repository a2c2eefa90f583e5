//! The state of the page.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::pinyin::Dictionary;
use super::{
    Deployment, Desk, Display, Drafts, Filling, Keep, Looked, Merging, Problem, Release, Scanned,
    Speech, Staff, Trouble, Watch,
};
use crate::archive::compact::QrCode;
use crate::archive::open::Opened;
use crate::desk::{Proofs, Trust};
use crate::questionnaire::{Compiled, Item, ItemIx, PackIx, PackKind};
use crate::report::slips::SecretsRegister;
use crate::report::{self, Document, Library, Report};
use crate::response::Answer;
use crate::risk::{Check, Dropped};
use crate::texts::Lang;

/// The state of the page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// How far the page is.
    pub stage: Stage,
    /// What the deployment decides.
    pub deployment: Deployment,
    /// Why a file or a link that was to begin a visit was not opened.
    pub problem: Option<Problem>,
    /// A question that stands over the screen.
    pub dialog: Option<Dialog>,
    /// How the page is shown.
    pub display: Display,
    /// How it is shown before anybody sets anything.
    pub standard: Display,
    /// Whether the panel is open in which that is set.
    pub panel: bool,
    /// What is read aloud.
    pub speech: Speech,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether the keys on the screen were asked for; a terminal has them anyway.
    pub pads: bool,
    /// The table for writing by sound, when somebody wanted it.
    pub dictionary: Dictionary,
    /// Time since the last touch.
    pub watch: Watch,
    /// Work that is kept on this machine.
    pub keep: Keep,
    /// What the browser still holds after the visit before; at the start only.
    pub receipt: Option<Vec<Looked>>,
    /// What is known of the signatures under reviews.
    pub proofs: Proofs,
    /// The releases of the program on this machine.
    pub release: Release,
    /// Whether another release serves this page than the one that it is of.
    pub superseded: bool,
    /// The staff's menu, and the way to it.
    pub staff: Staff,
    /// Grows with every screen that is entered, also when it is the same one again.
    pub revision: u32,
}

/// How far the page is.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    /// Packs are being fetched.
    #[default]
    Loading,
    /// Packs could not be had.
    Failed(Trouble),
    /// Ready for a visitor.
    Ready(Library),
    /// A visitor is here.
    Visiting(Box<Visit>),
    /// A lawyer reviews reports.
    Desk(Box<Desk>),
    /// The visit is over and the page is about to be loaded anew.
    Ended,
}

/// One visitor's check. It lives in memory only.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Packs, laws and services.
    pub library: Library,
    /// What is shown.
    pub screen: Screen,
    /// The day of the visit.
    pub today: NaiveDate,
    /// Answers, path and outcomes.
    pub check: Check,
    /// Whether a scope was chosen; before that only the profile is asked.
    pub scoped: bool,
    /// Whether the question on the screen was opened from the check of answers.
    pub changing: bool,
    /// Whether it is unfolded why the question on the screen is asked.
    pub why_open: bool,
    /// Why the last entry was not accepted.
    pub error: Option<Problem>,
    /// What is typed on the screen and not yet given.
    pub drafts: Drafts,
    /// What a scanner brought last.
    pub scanned: Option<Scanned>,
    /// What a change dropped.
    pub notice: Option<Notice>,
    /// The report, when it was made; any change of an answer takes it away.
    pub made: Option<Arc<Made>>,
    /// The firm's file, when one was opened.
    pub file: Option<Box<Opened>>,
    /// The register of trade secrets, of the file or begun here. It goes into the file that is
    /// saved and onto the booklet, nowhere else.
    pub register: Option<SecretsRegister>,
    /// The register while it is filled in.
    pub filling: Filling,
    /// Whether an earlier check is gone through again; then only what may have changed is asked.
    pub rechecking: bool,
    /// Questions of it that are still to be looked at again.
    pub again: BTreeSet<ItemIx>,
    /// A colleague's answers that are being joined.
    pub merging: Option<Box<Merging>>,
    /// The slip or sheet on the screen.
    pub sheet: Option<Arc<Document>>,
    /// The screen that it was opened from.
    pub sheet_from: Option<Screen>,
    /// The report as codes, when that was asked for.
    pub codes: Vec<QrCode>,
    /// What became of the last file that was to be saved.
    pub saved: Option<Result<String, Problem>>,
    /// Whether the report or a sheet was printed.
    pub printed: bool,
}

/// A report, as data and in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The report.
    pub report: Report,
    /// What is shown of it.
    pub document: Arc<Document>,
}

/// What is shown during a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// One question.
    Question(ItemIx),
    /// Choice of the scope.
    Scope,
    /// Domains with their progress.
    Tasks,
    /// 检查答案.
    Review,
    /// The report.
    Report,
    /// A slip or a sheet.
    Sheet,
    /// The report as a code for a phone.
    Code,
    /// The firm's file.
    File,
    /// The register of trade secrets.
    Register,
    /// One entry of it, being filled in.
    RegisterEntry,
    /// What two people's answers say differently.
    Conflicts,
}

/// Answers that a change dropped, and the way back.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What was dropped.
    pub dropped: Dropped,
    /// What the change was.
    pub change: Change,
    /// The screen before the change.
    pub screen: Screen,
}

/// A change that dropped answers, with what is needed to take it back.
#[derive(Clone, Debug)]
pub enum Change {
    /// Another answer; with the one before it.
    Answer(ItemIx, Option<Answer>),
    /// Another scope; with the check before it.
    Scope(Box<Check>),
}

/// A question that stands over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// 结束并清除?
    End,
}

impl Model {
    /// What signatures are judged by.
    #[must_use]
    pub fn trust(&self) -> Trust<'_> {
        Trust { proofs: &self.proofs, keys: &self.deployment.lawyer_keys }
    }

    /// The visit, if there is one.
    #[must_use]
    pub fn visit(&self) -> Option<&Visit> {
        match &self.stage {
            Stage::Visiting(visit) => Some(visit),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(super) fn visit_mut(&mut self) -> Option<&mut Visit> {
        match &mut self.stage {
            Stage::Visiting(visit) => Some(visit),
            _ => None,
        }
    }
}

impl Visit {
    /// A visit of a day with a check, on a screen.
    #[must_use]
    pub fn new(library: Library, check: Check, screen: Screen) -> Self {
        Self {
            library,
            screen,
            today: check.flow().today(),
            check,
            scoped: false,
            changing: false,
            why_open: false,
            error: None,
            drafts: Drafts::new(),
            scanned: None,
            notice: None,
            made: None,
            file: None,
            register: None,
            filling: Filling::default(),
            rechecking: false,
            again: BTreeSet::new(),
            merging: None,
            sheet: None,
            sheet_from: None,
            codes: Vec::new(),
            saved: None,
            printed: false,
        }
    }

    /// Makes the report of the answers as they are.
    pub(super) fn make(&mut self, lang: Lang) {
        let report = report::build(&self.check, &self.library);
        let document = Arc::new(Document::of(&report, &self.library, lang));
        self.made = Some(Arc::new(Made { report, document }));
        self.printed = false;
    }

    /// Says the report that was made in another language.
    pub(super) fn speak(&mut self, lang: Lang) {
        if let Some(made) = &self.made {
            let report = made.report.clone();
            let document = Arc::new(Document::of(&report, self.library_of(&report), lang));
            self.made = Some(Arc::new(Made { report, document }));
        }
    }

    /// The library that a report was made with: that of today, or its own for one of the file.
    fn library_of(&self, report: &Report) -> &Library {
        let checks = self.file.iter().flat_map(|opened| &opened.checks);
        let mut own = checks.filter_map(|check| check.original.as_ref());
        own.find(|own| own.report == *report).map_or(&self.library, |own| &own.library)
    }

    /// The questionnaire.
    #[must_use]
    pub fn compiled(&self) -> &Compiled {
        self.check.compiled()
    }

    /// The articles that a question rests on: label with edition, and gist.
    #[must_use]
    pub fn basis(&self, item: &Item) -> Vec<(String, String)> {
        let today = self.check.flow().today();
        item.basis
            .iter()
            .filter_map(|citation| {
                let found = self.library.laws.resolve(citation, today).ok()?;
                let (short, edition) = (&found.instrument.short, &found.edition.name);
                let label = format!("《{short}》{}（{edition}）", citation.article_label(today));
                Some((label, found.gist.to_owned()))
            })
            .collect()
    }

    /// The pack of a question.
    #[must_use]
    pub fn pack_of(&self, ix: ItemIx) -> PackIx {
        self.compiled().items.at(ix).pack
    }

    /// Whether a question belongs to the facts about the firm.
    #[must_use]
    pub fn is_profile(&self, ix: ItemIx) -> bool {
        self.compiled().packs.at(self.pack_of(ix)).kind == PackKind::Profile
    }

    /// The first question on the path that is wanted and must be answered and is not, or is to be
    /// looked at again.
    #[must_use]
    pub fn first_open(&self, wanted: impl Fn(ItemIx) -> bool) -> Option<ItemIx> {
        let open = |ix: &ItemIx| {
            let missing = self.check.flow().answer(*ix).is_none();
            self.again.contains(ix) || (self.compiled().item(*ix).required && missing)
        };
        self.check.flow().path().find(|ix| open(ix) && wanted(*ix))
    }
}

//! Why something was not accepted or not done. It is kept as a value and put into words where it
//! is shown, so that it follows the language of the interface.

use super::desk::DeskProblem;
use super::register::FieldProblem;
use crate::archive::compact::CompactError;
use crate::archive::envelope::FileError;
use crate::response::AnswerError;
use crate::texts::Texts;

/// Why something was not accepted or not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An answer, or what was typed into a field.
    Entry(AnswerError),
    /// A file.
    File(FileError),
    /// A code or a link.
    Code(CompactError),
    /// The browser.
    Outside(Trouble),
    /// The register holds as many entries of a kind as it takes.
    RegisterFull {
        /// How many.
        most: usize,
    },
    /// The day on which a finding was put right is none, or is still to come.
    RemedyDay,
    /// Something at the lawyer's desk.
    Desk(DeskProblem),
}

/// What the browser could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It lets nobody choose a file.
    NoChooser,
    /// It saves no file.
    NoSaving,
    /// The file that was chosen is larger than any of ours.
    TooBig,
    /// The file that was chosen cannot be read.
    Unreadable,
    /// The program that writes Word files is not there.
    NoWord,
    /// It takes too long.
    WordLate,
    /// It failed; what it said.
    WordFailed(String),
    /// It has no cryptography at this address.
    NoCrypto,
    /// It did not make a key, or did not sign.
    KeyFailed,
    /// The passphrase does not open the key file.
    KeyRefused,
    /// The list of the packs cannot be read.
    Catalog,
    /// A file of the packs did not come whole.
    Incomplete(String),
    /// A file of the packs is not as it was published.
    Tampered(String),
    /// A file of the packs is of another version than the program.
    OtherVersion(String),
    /// The packs have an error.
    Packs(String),
    /// The table for writing by sound did not come.
    NoTable,
    /// The table for writing by sound is not the one of this release.
    OtherTable,
}

impl Problem {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Entry(error) => error.text(texts),
            Self::File(error) => error.text(texts),
            Self::Code(error) => error.text(texts),
            Self::Outside(trouble) => trouble.text(texts),
            Self::RegisterFull { most } => (texts.problem.register_full)(*most),
            Self::RemedyDay => texts.problem.remedy_day.to_owned(),
            Self::Desk(problem) => problem.text(texts),
        }
    }
}

impl Trouble {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.outside;
        match self {
            Self::NoChooser => words.no_chooser.to_owned(),
            Self::NoSaving => words.no_saving.to_owned(),
            Self::TooBig => words.too_big.to_owned(),
            Self::Unreadable => words.unreadable.to_owned(),
            Self::NoWord => words.no_word.to_owned(),
            Self::WordLate => words.word_late.to_owned(),
            Self::WordFailed(said) => (words.word_failed)(said),
            Self::NoCrypto => texts.desk.key.no_crypto.to_owned(),
            Self::KeyFailed => texts.desk.key.failed.to_owned(),
            Self::KeyRefused => texts.desk.key.wrong.to_owned(),
            Self::Catalog => words.catalog.to_owned(),
            Self::Incomplete(file) => (words.incomplete)(file),
            Self::Tampered(file) => (words.tampered)(file),
            Self::OtherVersion(file) => (words.other_version)(file),
            Self::Packs(problem) => (words.packs)(problem),
            Self::NoTable => words.no_table.to_owned(),
            Self::OtherTable => words.other_table.to_owned(),
        }
    }
}

impl FieldProblem {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.field;
        let told = match self {
            Self::Entry(error) => return error.text(texts),
            Self::Name => words.name,
            Self::Class => words.class,
            Self::Post => words.post,
            Self::SignedAhead => words.signed_ahead,
            Self::SignedMissing => words.signed_missing,
            Self::EndsBeforeSigned => words.ends_before_signed,
            Self::EndsBeforeLeft => words.ends_before_left,
            Self::NoTerm => words.no_term,
        };
        told.to_owned()
    }
}

impl From<AnswerError> for Problem {
    fn from(error: AnswerError) -> Self {
        Self::Entry(error)
    }
}

impl From<FileError> for Problem {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<CompactError> for Problem {
    fn from(error: CompactError) -> Self {
        Self::Code(error)
    }
}

impl From<DeskProblem> for Problem {
    fn from(problem: DeskProblem) -> Self {
        Self::Desk(problem)
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        Self::Outside(trouble)
    }
}

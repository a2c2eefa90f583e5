//! Why something was not done at the desk.

use crate::desk::{KeyFileError, LicenceError, ReviewsUnreadable, SHORTEST_PASSPHRASE, StepError};
use crate::texts::Texts;

/// Why something was not done at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskProblem {
    /// The file holds no finished report.
    NoReport,
    /// The file has reviews that this program cannot read.
    Unreadable,
    /// A step was not taken.
    Step(StepError),
    /// What stands for yuan is no sum.
    Yuan,
    /// No name of the lawyer.
    Name,
    /// No law firm.
    Firm,
    /// The licence number.
    Licence(LicenceError),
    /// The passphrase is short.
    Short,
    /// It was typed otherwise the second time.
    Differ,
    /// The file is no key.
    KeyFile(KeyFileError),
    /// The report does not say what its answers give.
    Doubtful,
    /// There is no review to sign.
    Nothing,
    /// No key is open.
    NoKey,
    /// The key is of another lawyer.
    AnothersKey,
}

impl DeskProblem {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(self, texts: &Texts) -> String {
        let words = &texts.desk;
        let told = match self {
            Self::NoReport => words.queue.no_report,
            Self::Unreadable => ReviewsUnreadable.text(texts),
            Self::Step(error) => error.text(texts),
            Self::Yuan => words.step.yuan,
            Self::Name => words.key.no_name,
            Self::Firm => words.key.no_firm,
            Self::Licence(error) => return error.text(texts),
            Self::Short => return (words.key.short)(SHORTEST_PASSPHRASE),
            Self::Differ => words.key.differ,
            Self::KeyFile(error) => error.text(texts),
            Self::Doubtful => words.signing.doubtful,
            Self::Nothing => words.signing.nothing,
            Self::NoKey => words.signing.no_key,
            Self::AnothersKey => words.key.anothers,
        };
        told.to_owned()
    }
}

impl From<StepError> for DeskProblem {
    fn from(error: StepError) -> Self {
        Self::Step(error)
    }
}

//! What is told about a file that was opened.

use std::fmt;

use chrono::NaiveDate;

use crate::texts::{Lang, Texts};

/// Something to tell the person about a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenProblem {
    /// The file was changed after it was written.
    Digest,
    /// The file has no digest.
    NoDigest,
    /// A report (its place, from 0) that cannot be opened; it stays in the file.
    Check(usize, CheckProblem),
    /// A report (its place, from 0) of a day that is still to come.
    Tomorrow(usize, NaiveDate),
    /// A pack that was chosen and that there is no more.
    Topic(String),
}

/// Why a stored report cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckProblem {
    /// It was made before reports kept their answers.
    NoAnswers,
    /// It was made by a later version of the program.
    Future,
    /// It is not a report.
    Damaged,
}

impl OpenProblem {
    /// What is told.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.file.trust;
        match self {
            Self::Digest => words.digest.to_owned(),
            Self::NoDigest => words.no_digest.to_owned(),
            Self::Check(at, problem) => (words.check)(at + 1, problem.text(texts)),
            Self::Tomorrow(at, on) => (words.tomorrow)(at + 1, &on.to_string()),
            Self::Topic(topic) => (words.topic)(topic),
        }
    }
}

impl CheckProblem {
    /// What is told.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let words = &texts.file.trust;
        match self {
            Self::NoAnswers => words.no_answers,
            Self::Future => words.future,
            Self::Damaged => words.damaged,
        }
    }
}

impl fmt::Display for OpenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

impl fmt::Display for CheckProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Lang::Zh.texts()))
    }
}

//! The verdict as a sentence: what is happening, and how much of it.

use crate::risk::{Grade, LEAST_COVERAGE, Level};
use crate::texts::{Lang, Report as Words};

use super::document::words;
use super::{Finding, Report};

/// One sentence for a grade, the findings and the number of questions left open.
pub(super) fn sentence(grade: Grade, findings: &[Finding], open: usize, words: &Words) -> String {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let (red, orange) = (count(Level::Red), count(Level::Orange));
    let said = &words.verdict;
    let reason = match grade {
        Grade::Insufficient => (said.insufficient)(LEAST_COVERAGE, open, red),
        Grade::Urgent => (said.urgent)(red, orange),
        Grade::Improve | Grade::Watch if orange > 0 => (said.orange)(orange),
        Grade::Good if findings.is_empty() => said.none.to_owned(),
        Grade::Improve | Grade::Watch | Grade::Good => (said.minor)(findings.len()),
    };
    format!("{}{}{reason}", words::grade(grade, words), words.joints.colon)
}

impl Report {
    /// The verdict in one sentence of a language.
    #[must_use]
    pub fn verdict_in(&self, lang: Lang) -> String {
        match lang {
            // As it was sealed.
            Lang::Zh => self.verdict.clone(),
            Lang::En => {
                let words = &lang.texts().report;
                sentence(self.grade, &self.findings, self.unknowns.len(), words)
            }
        }
    }
}

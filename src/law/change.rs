//! What became of an article after a report was made.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Edition, Instrument, LawError, Register};
use crate::questionnaire::Citation;

/// A change of one article that made no new edition of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleChange {
    /// Key of the article.
    pub article: String,
    /// First day on which the change is in force.
    pub on: NaiveDate,
    /// What changed, in one sentence.
    pub what: String,
}

/// Why a citation of an earlier day is to be read again.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed<'a> {
    /// The article itself was changed, once or more.
    Article(Vec<&'a ArticleChange>),
    /// Another edition is in force.
    Edition {
        /// The edition of the earlier day.
        old: &'a Edition,
        /// The edition of today.
        new: &'a Edition,
    },
    /// No edition is in force any more.
    Repealed {
        /// The edition of the earlier day.
        old: &'a Edition,
    },
    /// The register cannot tell: it has no such instrument, or no edition of the earlier day.
    Unknown(LawError),
}

impl Register {
    /// What became of an article between the day of a check and today; `None` when nothing did.
    /// A change counts from the day after the check to today, both included.
    #[must_use]
    pub fn changed_since(
        &self,
        citation: &Citation,
        day_of_check: NaiveDate,
        today: NaiveDate,
    ) -> Option<Changed<'_>> {
        let Some(instrument) = self.instruments.iter().find(|known| known.id == citation.law)
        else {
            return Some(Changed::Unknown(LawError::Instrument));
        };
        let Some(old) = instrument.edition_on(day_of_check) else {
            return Some(Changed::Unknown(LawError::NotInForce));
        };
        let Some(new) = instrument.edition_on(today) else {
            return Some(Changed::Repealed { old });
        };
        if old.from != new.from {
            return Some(Changed::Edition { old, new });
        }
        let since = |change: &&ArticleChange| {
            change.article == citation.article_on(day_of_check)
                && change.on > day_of_check
                && change.on <= today
        };
        let changes: Vec<&ArticleChange> = instrument.changes.iter().filter(since).collect();
        (!changes.is_empty()).then_some(Changed::Article(changes))
    }
}

impl Instrument {
    /// The edition in force on a day.
    #[must_use]
    pub fn edition_on(&self, day: NaiveDate) -> Option<&Edition> {
        self.editions
            .iter()
            .find(|edition| edition.from <= day && edition.to.is_none_or(|to| day <= to))
    }
}

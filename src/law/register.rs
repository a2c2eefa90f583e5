//! Instruments and their editions; a citation is resolved by the day of the check.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ArticleChange;
use crate::questionnaire::Citation;

/// All instruments that packs may cite.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// In the order of the file.
    pub instruments: Vec<Instrument>,
}

/// One law, regulation, rule or judicial interpretation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Id that citations use.
    pub id: String,
    /// Full title.
    pub title: String,
    /// Title as it is usually shortened.
    pub short: String,
    /// 法律, 行政法规, 司法解释, 部门规章.
    pub kind: String,
    /// Editions, each with the days on which it is in force.
    pub editions: Vec<Edition>,
    /// Changes of single articles within an edition, so that old reports can be looked at again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ArticleChange>,
}

/// One edition of an instrument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// For example 2023修订.
    pub name: String,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force; absent while nothing has replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Whether its text was read.
    pub checked: Checked,
    /// Gist of each cited article in own words, by key (`253.1` is 第253条之一).
    pub articles: BTreeMap<String, String>,
}

/// Whether the text of an edition was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// The text was read.
    Read,
    /// From general knowledge; to be checked.
    Known,
}

/// A citation with the edition that is in force.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolved<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// Its edition on the day.
    pub edition: &'a Edition,
    /// Gist of the article.
    pub gist: &'a str,
}

/// Why a citation has no article on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawError {
    /// The register lacks the instrument.
    Instrument,
    /// No edition is in force on the day.
    NotInForce,
    /// The edition has no gist of the article.
    Article,
    /// An edition begins on this day, and the citation does not say which article it is there.
    Renumbered(NaiveDate),
    /// The citation says that an edition begins on this day, and none does.
    NoEdition(NaiveDate),
}

impl Register {
    /// The article that a citation means on a day.
    ///
    /// # Errors
    /// Why there is none.
    pub fn resolve(&self, citation: &Citation, on: NaiveDate) -> Result<Resolved<'_>, LawError> {
        let instrument = self
            .instruments
            .iter()
            .find(|instrument| instrument.id == citation.law)
            .ok_or(LawError::Instrument)?;
        let edition = instrument.edition_on(on).ok_or(LawError::NotInForce)?;
        let gist = edition.articles.get(citation.article_on(on)).ok_or(LawError::Article)?;
        Ok(Resolved { instrument, edition, gist })
    }

    /// Whether a citation has its article on a day and in every edition that begins later, up to
    /// a last day: a new edition may have something else under the same number.
    ///
    /// # Errors
    /// Why it has not, the first reason.
    pub fn holds(
        &self,
        citation: &Citation,
        on: NaiveDate,
        last: Option<NaiveDate>,
    ) -> Result<(), LawError> {
        let editions = &self.resolve(citation, on)?.instrument.editions;
        for (day, _) in &citation.later {
            if editions.iter().all(|edition| edition.from != *day) {
                return Err(LawError::NoEdition(*day));
            }
            if *day > on {
                self.resolve(citation, *day)?;
            }
        }
        let told = |edition: &&Edition| citation.later.iter().any(|(day, _)| *day == edition.from);
        let ahead =
            |edition: &&Edition| edition.from > on && last.is_none_or(|last| edition.from <= last);
        match editions.iter().filter(ahead).find(|edition| !told(edition)) {
            Some(edition) => Err(LawError::Renumbered(edition.from)),
            None => Ok(()),
        }
    }

    /// What is wrong in the register itself: JSON pointer and message.
    #[must_use]
    pub fn problems(&self) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        let mut seen = HashSet::new();
        for (i, instrument) in self.instruments.iter().enumerate() {
            let place = format!("/instruments/{i}");
            if !seen.insert(&instrument.id) {
                problems.push((place.clone(), format!("法规 {} 重复", instrument.id)));
            }
            if instrument.editions.is_empty() {
                problems.push((place.clone(), format!("法规 {} 没有版本", instrument.id)));
            }
            for (at, change) in instrument.changes.iter().enumerate() {
                let known = |edition: &Edition| edition.articles.contains_key(&change.article);
                if !instrument.editions.iter().any(known) {
                    let message = format!(
                        "法规 {} 的变更说的第 {} 条没有登记",
                        instrument.id, change.article
                    );
                    problems.push((format!("{place}/changes/{at}"), message));
                }
            }
            let mut editions: Vec<&Edition> = instrument.editions.iter().collect();
            editions.sort_by_key(|edition| edition.from);
            for pair in editions.windows(2) {
                if let [earlier, later] = pair
                    && earlier.to.is_none_or(|to| to >= later.from)
                {
                    let (id, name) = (&instrument.id, &later.name);
                    problems
                        .push((place.clone(), format!("法规 {id} 的 {name} 与前一版的日期重叠")));
                }
            }
        }
        problems
    }
}

impl fmt::Display for LawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instrument => f.write_str("法规登记里没有这部法规"),
            Self::NotInForce => f.write_str("这一天没有有效的版本"),
            Self::Article => f.write_str("法规登记里没有这一条的要旨"),
            Self::Renumbered(day) => write!(f, "{day} 起是新版，后面接着写“ | {day} 新条号”"),
            Self::NoEdition(day) => write!(f, "没有从 {day} 起施行的版本"),
        }
    }
}

impl std::error::Error for LawError {}

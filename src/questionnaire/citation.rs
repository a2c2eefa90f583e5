//! A reference to an article, as packs write it: `labor-contract-law 82`, or where a later edition
//! has it under another number, `trademark-law 57 | 2027-01-01 72`.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One article of one instrument; which edition is decided by the date of the check.
///
/// The article is a key, not a number: 第二百五十三条之一 is `253.1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Citation {
    /// Id of the instrument in laws.yaml.
    pub law: String,
    /// Key of the article, until the first of `later`.
    pub article: String,
    /// The first days of later editions, in order, and the key that the article has from then on.
    pub later: Vec<(NaiveDate, String)>,
}

impl Citation {
    /// The key of the article on a day.
    #[must_use]
    pub fn article_on(&self, day: NaiveDate) -> &str {
        let reached = self.later.iter().rev().find(|(from, _)| *from <= day);
        reached.map_or(&self.article, |(_, article)| article)
    }

    /// The article as it is printed in a check of a day: 第82条, 第253条之1.
    #[must_use]
    pub fn article_label(&self, day: NaiveDate) -> String {
        let article = self.article_on(day);
        match article.split_once('.') {
            Some((article, sub)) => format!("第{article}条之{sub}"),
            None => format!("第{article}条"),
        }
    }
}

impl TryFrom<String> for Citation {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let bad = || {
            format!(
                "“{text}”不是引用；写“法规代码 条号”，例如 labor-contract-law 82；新版条号不同的，\
                 写 trademark-law 57 | 2027-01-01 72"
            )
        };
        let mut parts = text.split(" | ");
        let (law, article) = parts.next().and_then(pair).ok_or_else(bad)?;
        let mut later: Vec<(NaiveDate, String)> = Vec::new();
        for part in parts {
            let (day, article) = pair(part).ok_or_else(bad)?;
            let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| bad())?;
            if later.last().is_some_and(|(before, _)| *before >= day) {
                return Err(bad());
            }
            later.push((day, article.to_owned()));
        }
        if law.is_empty() {
            return Err(bad());
        }
        Ok(Self { law: law.to_owned(), article: article.to_owned(), later })
    }
}

/// A word and the key of an article.
fn pair(text: &str) -> Option<(&str, &str)> {
    let (word, article) = text.split_once(' ')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let well_formed = match article.split_once('.') {
        Some((main, sub)) => digits(main) && digits(sub),
        None => digits(article),
    };
    well_formed.then_some((word, article))
}

impl From<Citation> for String {
    fn from(citation: Citation) -> Self {
        citation.to_string()
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.law, self.article)?;
        self.later.iter().try_for_each(|(day, article)| write!(f, " | {day} {article}"))
    }
}

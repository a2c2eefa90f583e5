//! A reference to an article, as packs write it: `labor-contract-law 82`.

use std::fmt;

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
    /// Key of the article.
    pub article: String,
}

impl Citation {
    /// The article as it is printed: 第82条, 第253条之1, or 全文 when none is named.
    #[must_use]
    pub fn article_label(&self) -> String {
        match self.article.split_once('.') {
            Some((article, sub)) => format!("第{article}条之{sub}"),
            None => format!("第{}条", self.article),
        }
    }
}

impl TryFrom<String> for Citation {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let bad = || format!("“{text}”不是引用；写“法规代码 条号”，例如 labor-contract-law 82");
        let (law, article) = text.split_once(' ').ok_or_else(bad)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let well_formed = match article.split_once('.') {
            Some((main, sub)) => digits(main) && digits(sub),
            None => digits(article),
        };
        if law.is_empty() || !well_formed {
            return Err(bad());
        }
        Ok(Self { law: law.to_owned(), article: article.to_owned() })
    }
}

impl From<Citation> for String {
    fn from(citation: Citation) -> Self {
        citation.to_string()
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.law, self.article)
    }
}

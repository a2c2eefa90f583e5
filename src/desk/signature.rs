//! Signatures under a review: what is signed, and what a signature is worth later.
//!
//! The page signs and verifies with the browser's own cryptography; here are only the bytes and
//! the conclusions. The algorithm is named in every signature, so that another one (SM2) can come
//! beside it without a new format.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Review, Reviewer, Step};
use crate::report::canonical;
use crate::texts::{Lang, Texts};

/// ECDSA over P-256 with SHA-256 (FIPS 186-5), the signature as r ‖ s (IEEE P1363).
pub const ALGORITHM: &str = "ECDSA-P256-SHA256";

/// A signature under a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// What is signed, beside the steps themselves.
    #[serde(flatten)]
    pub claim: Claim,
    /// The signature, in hex.
    pub value: String,
}

/// Who signs what, with which key. It is part of what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// [`ALGORITHM`], or another that a later version knows.
    pub algorithm: String,
    /// The public key: the uncompressed point (SEC 1), in hex.
    pub key: String,
    /// Who signs.
    pub by: Reviewer,
    /// The day, as the signer says.
    pub on: NaiveDate,
    /// Ids of the steps that are signed, in order.
    pub steps: Vec<String>,
}

/// A key that the bureau knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownKey {
    /// Whose it is.
    pub by: Reviewer,
    /// The public key, as in a signature.
    #[cfg_attr(feature = "cli", schemars(extend("pattern" = "^04[0-9A-Fa-f]{128}$")))]
    pub key: String,
}

/// What a signature is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is right, and everything that it covers is there.
    Holds {
        /// Whose key it is.
        key: KeyStanding,
        /// Steps that came after it: it says nothing of them.
        later: usize,
    },
    /// What it covers was changed, or it is another's.
    Broken,
    /// Something that it covers is gone.
    Incomplete,
    /// This program does not know the algorithm.
    Unknown,
    /// It has not been verified yet.
    Unchecked,
}

/// Whose key a signature was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// The bureau's list names the signer with this key.
    Listed,
    /// The bureau's list gives this key to somebody else.
    AnothersKey,
    /// The bureau's list does not have this key.
    Unlisted,
}

/// What somebody who signs a review now puts a name to: every step that it has.
#[must_use]
pub fn claim(review: &Review, by: &Reviewer, key: &str, on: NaiveDate) -> Claim {
    Claim {
        algorithm: ALGORITHM.to_owned(),
        key: key.to_owned(),
        by: by.clone(),
        on,
        steps: review.steps.iter().map(|step| step.id.clone()).collect(),
    }
}

/// The bytes that a claim signs: the seal of the report, the claim, and every step in full.
///
/// `None` when a step that it names is not there, or there in two forms.
#[must_use]
pub fn content(review: &Review, claim: &Claim) -> Option<String> {
    #[derive(Serialize)]
    struct Signed<'a> {
        format: &'static str,
        report: &'a str,
        claim: &'a Claim,
        steps: Vec<&'a Step>,
    }
    let steps: Option<Vec<&Step>> = claim.steps.iter().map(|id| only(review, id)).collect();
    let format = "tijian-review-1";
    canonical(&Signed { format, report: &review.report, claim, steps: steps? }).ok()
}

fn only<'a>(review: &'a Review, id: &str) -> Option<&'a Step> {
    let mut steps = review.steps.iter().filter(|step| step.id == id);
    let step = steps.next()?;
    steps.all(|other| other == step).then_some(step)
}

/// What a signature is worth. `valid` is what the cryptography said of [`content`], when it has
/// been asked.
#[must_use]
pub fn standing(
    review: &Review,
    signature: &Signature,
    valid: Option<bool>,
    keys: &[KnownKey],
) -> Standing {
    if signature.claim.algorithm != ALGORITHM {
        return Standing::Unknown;
    }
    if content(review, &signature.claim).is_none() {
        return Standing::Incomplete;
    }
    match valid {
        None => Standing::Unchecked,
        Some(false) => Standing::Broken,
        Some(true) => Standing::Holds {
            key: key_standing(signature, keys),
            later: review
                .steps
                .iter()
                .filter(|step| !signature.claim.steps.contains(&step.id))
                .count(),
        },
    }
}

fn key_standing(signature: &Signature, keys: &[KnownKey]) -> KeyStanding {
    match keys.iter().find(|known| known.key == signature.claim.key) {
        Some(known) if known.by.licence == signature.claim.by.licence => KeyStanding::Listed,
        Some(_) => KeyStanding::AnothersKey,
        None => KeyStanding::Unlisted,
    }
}

impl Standing {
    /// What is told.
    #[must_use]
    pub fn text(self, texts: &Texts) -> String {
        let words = &texts.desk.standing;
        let told = match self {
            Self::Holds { key, later: 0 } => return (words.holds)(key.text(texts)),
            Self::Holds { key, later } => return (words.later)(later, key.text(texts)),
            Self::Broken => words.broken,
            Self::Incomplete => words.incomplete,
            Self::Unknown => words.unknown,
            Self::Unchecked => words.unchecked,
        };
        told.to_owned()
    }

    /// Whether it is known that the signature is worth nothing.
    #[must_use]
    pub fn fails(self) -> bool {
        matches!(self, Self::Broken | Self::Incomplete)
    }
}

impl KeyStanding {
    fn text(self, texts: &Texts) -> &'static str {
        let words = &texts.desk.standing;
        match self {
            Self::Listed => words.listed,
            Self::AnothersKey => words.anothers,
            Self::Unlisted => words.unlisted,
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::Zh.texts()))
    }
}

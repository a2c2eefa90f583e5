//! What cryptography said of signatures. It is asked outside; here is what to ask, and what
//! follows from the answers.

use std::collections::BTreeMap;

use super::{ALGORITHM, KnownKey, Review, Signature, Standing, content, standing};
use crate::report::digest;

/// A signature to be verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What the answer is kept under: a digest of the rest.
    pub id: String,
    /// What was signed.
    pub content: String,
    /// The public key: the uncompressed point (SEC 1), in hex.
    pub key: String,
    /// The signature as r ‖ s, in hex.
    pub value: String,
}

/// What signatures are judged by.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// What cryptography said.
    pub proofs: &'a Proofs,
    /// The keys that the bureau knows.
    pub keys: &'a [KnownKey],
}

/// The answers so far. One is kept under everything that it hangs on, so that it can be used again
/// wherever the same signature stands under the same content, and nowhere else.
#[derive(Clone, Debug, Default)]
pub struct Proofs {
    answers: BTreeMap<String, bool>,
}

impl Signed {
    fn of(review: &Review, signature: &Signature) -> Option<Self> {
        if signature.claim.algorithm != ALGORITHM {
            return None;
        }
        let content = content(review, &signature.claim)?;
        let (key, value) = (signature.claim.key.clone(), signature.value.clone());
        let id = digest(format!("{key}\n{value}\n{content}").as_bytes());
        Some(Self { id, content, key, value })
    }
}

impl Proofs {
    /// The signatures of a review that nobody has verified yet.
    #[must_use]
    pub fn open(&self, review: &Review) -> Vec<Signed> {
        let signed = review.signatures.iter().filter_map(|one| Signed::of(review, one));
        signed.filter(|one| !self.answers.contains_key(&one.id)).collect()
    }

    /// Takes an answer.
    pub fn take(&mut self, id: String, valid: bool) {
        self.answers.insert(id, valid);
    }

    /// What each signature of a review is worth, in order.
    #[must_use]
    pub fn standings(&self, review: &Review, keys: &[KnownKey]) -> Vec<Standing> {
        let judge = |signature: &Signature| {
            let signed = Signed::of(review, signature);
            let valid = signed.and_then(|signed| self.answers.get(&signed.id).copied());
            standing(review, signature, valid, keys)
        };
        review.signatures.iter().map(judge).collect()
    }
}

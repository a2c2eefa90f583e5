//! Signatures under reviews, verified without a browser.

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use tijian::desk::{self, Claim, Review, Standing};
use tijian::report::short_seal;

/// Prints a review and what its signatures are worth; whether all of them hold. Nobody's list of
/// keys is at hand here, so whose key it is stays open.
pub(crate) fn describe(review: &Review) -> bool {
    let seal = short_seal(&review.report);
    crate::say(&format!("律师复核（报告封印 {seal}）：{} 步", review.steps.len()));
    let mut sound = true;
    for signature in &review.signatures {
        let claim = &signature.claim;
        let valid = desk::content(review, claim)
            .map(|content| verifies(&content, claim, &signature.value).is_some());
        let standing = desk::standing(review, signature, valid, &[]);
        sound &= matches!(standing, Standing::Holds { .. });
        let by = &claim.by;
        crate::say(&format!("  {}（{} {}）{}：{standing}", by.name, by.firm, by.licence, claim.on));
    }
    sound
}

/// `Some` when a signature is that of its key over some content.
fn verifies(content: &str, claim: &Claim, value: &str) -> Option<()> {
    let key = VerifyingKey::from_sec1_bytes(&bytes(&claim.key)?).ok()?;
    let signature = Signature::from_slice(&bytes(value)?).ok()?;
    key.verify(content.as_bytes(), &signature).ok()
}

/// Whether a public key is a point of the curve.
pub(crate) fn is_point(key: &str) -> bool {
    bytes(key).is_some_and(|bytes| VerifyingKey::from_sec1_bytes(&bytes).is_ok())
}

/// The bytes that hex stands for.
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(|pair| if pair.len() == 2 { byte(pair) } else { None }).collect()
}

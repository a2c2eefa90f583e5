//! A whole check in so few bytes that one QR code holds it, and back.
//!
//! A question hangs on earlier ones only, so who reads the answers in the order of asking always
//! knows which question comes next: questions are not named, and only those on the path are
//! written. Each answer is a digit in a number system with exactly as many digits as the question
//! has answers; all of them together are one large number.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | version of the format |
//! | 8 | beginning of the SM3 digest of the packs asked, by id and hash |
//! | … | the number: day, mode, whether all is answered, topics, answers |
//! | 4 | beginning of the SM3 digest of all bytes before |
//!
//! A check has one form, and a form that is not the one of its check is refused.

mod day;
mod error;
mod mixed;
mod number;
mod payload;
mod qr;
mod series;
mod text;
mod value;

pub use error::CompactError;
pub use payload::{Decoded, MAX_BYTES, decode, encode, not_text};
pub use qr::{QUIET_ZONE, QrCode, qr};
pub use series::{MAX_PARTS, PART_BYTES, Series, split};
pub use text::{MAX_TEXT, bytes, link, payload, text};

use sm3::{Digest, Sm3};

/// The first bytes of the SM3 digest (GB/T 32905-2016).
fn sm3_prefix<const N: usize>(bytes: &[u8]) -> [u8; N] {
    // A digest has 32 bytes, which is more than anyone asks for here.
    Sm3::digest(bytes).first_chunk().copied().unwrap_or([0; N])
}

/// Adds the check of everything so far.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let check: [u8; CHECK] = sm3_prefix(&bytes);
    bytes.extend(check);
    bytes
}

/// Everything before the check, when the check fits.
fn unsealed(bytes: &[u8]) -> Result<&[u8], CompactError> {
    let (content, check) = bytes.split_last_chunk::<CHECK>().ok_or(CompactError::TooShort)?;
    if sm3_prefix(content) == *check { Ok(content) } else { Err(CompactError::Damaged) }
}

/// Bytes of the check at the end.
const CHECK: usize = 4;
/// First byte of a whole check.
const WHOLE: u8 = 1;
/// First byte of a part of one.
const PART: u8 = 0x50;

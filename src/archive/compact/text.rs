//! Bytes as text for the fragment of a link.
//!
//! The signs are those of the QR alphanumeric mode (ISO/IEC 18004:2015, table 5) that stand in a
//! fragment as they are (RFC 3986, 3.5), grouped as in Base45 (RFC 9285): two bytes are three
//! signs. There are 43 such signs and 41 are enough. In a code this takes 8.25 bits a byte, where
//! base64url takes 10.67, because its small letters need the byte mode.

use super::CompactError;

/// Signs in the order of their values. The last of a group is under 39, so a text never ends in
/// `:` or `.`, which programs that find links in messages leave out.
const SIGNS: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-+/:.";
/// Base of the text.
const BASE: u32 = 41;
/// What stands before the text in a link.
const MARK: &str = "#r=";

/// Most signs of a text, in characters.
pub const MAX_TEXT: usize = 4096;

/// Bytes as text.
///
/// # Errors
/// When it is longer than [`MAX_TEXT`].
pub fn text(bytes: &[u8]) -> Result<String, CompactError> {
    let mut text = String::new();
    for group in bytes.chunks(2) {
        let mut value = group.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        for _ in 0..=group.len() {
            text.push(sign(value % BASE));
            value /= BASE;
        }
    }
    if text.len() > MAX_TEXT { Err(CompactError::TextTooLong) } else { Ok(text) }
}

/// The bytes of a text.
///
/// # Errors
/// Where a sign stands that [`text`] does not write there.
pub fn bytes(text: &str) -> Result<Vec<u8>, CompactError> {
    if text.len() > MAX_TEXT {
        return Err(CompactError::TextTooLong);
    }
    let mut digits = Vec::new();
    for (at, sign) in text.bytes().enumerate() {
        let digit = SIGNS.iter().zip(0..).find(|(known, _)| **known == sign);
        let (_, digit) = digit.ok_or(CompactError::Sign { position: at + 1 })?;
        digits.push(digit);
    }
    let mut bytes = Vec::new();
    for (at, group) in digits.chunks(3).enumerate() {
        let value = group.iter().rev().fold(0, |sum, digit| sum * BASE + digit);
        let last = CompactError::Sign { position: at * 3 + group.len() };
        match group.len() {
            3 => bytes.extend(u16::try_from(value).map_err(|_| last)?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).map_err(|_| last)?),
            _ => return Err(last),
        }
    }
    Ok(bytes)
}

/// A link that opens a check: `https://…/#r=…`. What follows `#` is not sent to the server.
///
/// # Errors
/// As [`text`].
pub fn link(public_address: &str, payload: &[u8]) -> Result<String, CompactError> {
    let address = public_address.split('#').next().unwrap_or_default();
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let slash = if host.contains('/') { "" } else { "/" };
    Ok(format!("{address}{slash}{MARK}{}", text(payload)?))
}

/// The bytes in a link, or in its fragment alone with or without `#`.
///
/// # Errors
/// As [`bytes`]; and when there is nothing.
pub fn payload(link: &str) -> Result<Vec<u8>, CompactError> {
    let link = link.trim();
    let text = match link.split_once(MARK) {
        Some((_, text)) => text,
        None => link.strip_prefix("r=").unwrap_or(link),
    };
    if text.is_empty() { Err(CompactError::TooShort) } else { bytes(text) }
}

fn sign(digit: u32) -> char {
    let sign = usize::try_from(digit).ok().and_then(|digit| SIGNS.get(digit));
    sign.map_or('0', |sign| char::from(*sign))
}

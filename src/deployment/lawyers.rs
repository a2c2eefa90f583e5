//! The bureau's list of lawyers' public keys: what an entry must be to be used.

use crate::desk::{KnownKey, licence};
use crate::texts::Lang;

/// Longest name of a lawyer or a firm, in characters.
const NAME: usize = 40;
/// Digits of a key in hex: the uncompressed point of P-256 (SEC 1, 2.3.3).
const DIGITS: usize = 130;
/// How such a point begins.
const UNCOMPRESSED: &str = "04";
/// A licence is not judged by this year's calendar: no clock is at hand here.
const ANY_YEAR: i32 = 9999;

/// The entry as signatures have it, with its key in lower case and its licence without spaces.
///
/// # Errors
/// What is wrong with it. Whether the point is on the curve is not looked at: the browser's
/// cryptography refuses a key that is not, and so does `cargo xtask fleet`.
pub(super) fn usable(mut known: KnownKey, before: &[KnownKey]) -> Result<KnownKey, String> {
    known.by.name = name("by.name", &known.by.name)?;
    known.by.firm = name("by.firm", &known.by.firm)?;
    known.by.licence = licence(&known.by.licence, ANY_YEAR)
        .map_err(|error| error.text(Lang::default().texts()))
        .map_err(|error| format!("by.licence：{}", error.trim_end_matches('。')))?;
    let key = known.key.to_ascii_lowercase();
    let hex = key.bytes().all(|sign| sign.is_ascii_hexdigit());
    if key.len() != DIGITS || !key.starts_with(UNCOMPRESSED) || !hex {
        return Err(format!(
            "key 要是 P-256 公钥的十六进制：{UNCOMPRESSED} 开头，一共 {DIGITS} 位，现在是 {} 位",
            known.key.chars().count()
        ));
    }
    known.key = key;
    match before.iter().find(|other| other.key == known.key) {
        Some(other) => Err(format!("key 和“{}”的相同，一把钥匙只能是一位律师的", other.by.name)),
        None => Ok(known),
    }
}

fn name(field: &str, text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        Err(format!("{field} 没有填"))
    } else if text.chars().count() > NAME || text.chars().any(char::is_control) {
        Err(format!("{field} 要是 {NAME} 个字以内的文字"))
    } else {
        Ok(text.to_owned())
    }
}

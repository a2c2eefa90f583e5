//! The staff's code: six digits, kept as a salted hash.
//!
//! Whoever has the file can try all million codes in minutes; the hash only keeps the digits from
//! being read off the screen. Nothing secret and nothing of a visit is behind the code.

use std::fmt::Write;

use pbkdf2::pbkdf2_hmac;
use serde::{Deserialize, Serialize};
use sm3::Sm3;

/// A code's hash: PBKDF2 (RFC 8018) with HMAC-SM3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StaffPin {
    rounds: u32,
    salt: [u8; SALT],
    hash: [u8; HASH],
}

/// How a hash begins when it is written down.
const SCHEME: &str = "pbkdf2-sm3";
/// Digits of a code.
const DIGITS: usize = 6;
/// Bytes of salt.
const SALT: usize = 16;
/// Bytes of a hash.
const HASH: usize = 32;
/// Rounds of a new hash: some tens of milliseconds on a terminal.
const ROUNDS: u32 = 10_000;
/// Most rounds that are accepted: a faulty file must not hold the page up.
const MOST_ROUNDS: u32 = 100_000;

impl StaffPin {
    /// The hash of a code with a salt that no other terminal should have; nothing unless the code
    /// is six digits.
    #[must_use]
    pub fn new(pin: &str, salt: [u8; SALT]) -> Option<Self> {
        let good = pin.len() == DIGITS && pin.bytes().all(|sign| sign.is_ascii_digit());
        good.then(|| Self { rounds: ROUNDS, salt, hash: derived(pin, &salt, ROUNDS) })
    }

    /// Whether it is the hash of a code.
    #[must_use]
    pub fn opens(&self, pin: &str) -> bool {
        derived(pin, &self.salt, self.rounds) == self.hash
    }
}

fn derived(pin: &str, salt: &[u8], rounds: u32) -> [u8; HASH] {
    let mut hash = [0; HASH];
    pbkdf2_hmac::<Sm3>(pin.as_bytes(), salt, rounds, &mut hash);
    hash
}

impl From<StaffPin> for String {
    fn from(pin: StaffPin) -> Self {
        format!("{SCHEME}${}${}${}", pin.rounds, hex(&pin.salt), hex(&pin.hash))
    }
}

impl TryFrom<String> for StaffPin {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        parsed(&text).ok_or("要写 cargo xtask pin 给出的那一行")
    }
}

fn parsed(text: &str) -> Option<StaffPin> {
    let mut parts = text.split('$');
    let scheme = parts.next().filter(|scheme| *scheme == SCHEME);
    let (_, rounds, salt, hash) = (scheme?, parts.next()?, parts.next()?, parts.next()?);
    let rounds = rounds.parse().ok().filter(|rounds| (1..=MOST_ROUNDS).contains(rounds))?;
    let read = StaffPin { rounds, salt: bytes(salt)?, hash: bytes(hash)? };
    parts.next().is_none().then_some(read)
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn bytes<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|sign| sign.to_digit(16).and_then(|digit| digit.try_into().ok()))
        .collect();
    let pairs: Vec<u8> = digits?
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |all, digit| all << 4 | digit))
        .collect();
    let fits = text.len() == 2 * LENGTH;
    pairs.try_into().ok().filter(|_| fits)
}

//! The file in which a lawyer keeps the key: the private part is encrypted under a passphrase.
//!
//! Only its form is looked at here. The page encrypts and decrypts with the browser's own
//! cryptography; what is not secret in the file is bound to what is, so that a file whose names
//! were changed does not open.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{ALGORITHM, Reviewer};
use crate::report::canonical;
use crate::texts::Texts;

/// Name of the format.
const FORMAT: &str = "tijian-key-1";
/// PBKDF2 with HMAC-SHA-256 (RFC 8018).
const DERIVATION: &str = "PBKDF2-SHA256";
/// AES-256-GCM (NIST SP 800-38D).
const CIPHER: &str = "AES-256-GCM";
/// Rounds of the derivation of a new file: OWASP's recommendation for PBKDF2-HMAC-SHA256 (2023).
const ROUNDS: u32 = 600_000;
/// Rounds that are accepted: fewer protect too little, more would only make a machine stand still.
const ACCEPTED: RangeInclusive<u32> = ROUNDS..=20_000_000;
/// Fewest signs of a passphrase.
pub const SHORTEST: usize = 12;
/// Largest file that is looked at, in bytes.
const LARGEST: usize = 16 << 10;

/// What may be known of a key by anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Name and version of the format.
    pub format: String,
    /// What the key signs with.
    pub algorithm: String,
    /// Whose it is.
    pub by: Reviewer,
    /// The public key, as in a signature.
    pub key: String,
    /// How the passphrase becomes a key.
    pub derivation: String,
    /// How often.
    pub rounds: u32,
    /// Salt of the derivation, in hex.
    pub salt: String,
    /// How the private key is encrypted.
    pub cipher: String,
    /// Its initialisation vector, in hex.
    pub iv: String,
}

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// What may be known.
    pub frame: Frame,
    /// The private key (PKCS #8), encrypted, in hex.
    pub sealed: String,
}

/// Why a file is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFileError {
    /// Another file, or a damaged one.
    NotOurs,
    /// Of a later version, or of another algorithm.
    Unknown,
    /// Too few rounds, or too many.
    Rounds,
}

impl Frame {
    /// The frame of a new key.
    #[must_use]
    pub fn new(by: &Reviewer, key: &str, salt: &str, iv: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            algorithm: ALGORITHM.to_owned(),
            by: by.clone(),
            key: key.to_owned(),
            derivation: DERIVATION.to_owned(),
            rounds: ROUNDS,
            salt: salt.to_owned(),
            cipher: CIPHER.to_owned(),
            iv: iv.to_owned(),
        }
    }

    /// The bytes that are bound to the private key (the additional data of the cipher).
    #[must_use]
    pub fn bound(&self) -> String {
        canonical(self).unwrap_or_default()
    }
}

impl KeyFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it is no key.
    pub fn read(bytes: &[u8]) -> Result<Self, KeyFileError> {
        if bytes.len() > LARGEST {
            return Err(KeyFileError::NotOurs);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| KeyFileError::NotOurs)?;
        let Frame { format, algorithm, derivation, cipher, rounds, .. } = &read.frame;
        let named = [format, algorithm, derivation, cipher].map(String::as_str);
        if named != [FORMAT, ALGORITHM, DERIVATION, CIPHER] {
            return Err(KeyFileError::Unknown);
        }
        if ACCEPTED.contains(rounds) { Ok(read) } else { Err(KeyFileError::Rounds) }
    }

    /// The file as it is saved.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl KeyFileError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let words = &texts.desk.key;
        match self {
            Self::NotOurs => words.not_ours,
            Self::Unknown => words.unknown,
            Self::Rounds => words.rounds,
        }
    }
}

//! The register of trade secrets in the firm's file: it is kept there and nowhere else.

use super::envelope::Envelope;
use super::open::Opened;
use crate::report::slips::SecretsRegister;

/// Name of the member of the file.
const MEMBER: &str = "register";

/// The register of a file; `None` when it has none that this program can read.
#[must_use]
pub fn of(opened: &Opened) -> Option<SecretsRegister> {
    serde_json::from_value(opened.envelope.more.get(MEMBER)?.clone()).ok()
}

/// Whether a file has a register that this program cannot read. Nothing may take its place.
#[must_use]
pub fn unreadable(opened: &Opened) -> bool {
    opened.envelope.more.contains_key(MEMBER) && of(opened).is_none()
}

/// Puts a register into a file.
pub fn put(envelope: &mut Envelope, register: &SecretsRegister) {
    if let Ok(value) = serde_json::to_value(register) {
        envelope.more.insert(MEMBER.to_owned(), value);
    }
}

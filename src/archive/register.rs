//! The register of trade secrets in the firm's file: it is kept there and nowhere else.

use super::open::Opened;
use crate::report::slips::SecretsRegister;

/// Name of the member of the file.
const MEMBER: &str = "register";

/// The register of a file; `None` when it has none that this program can read.
#[must_use]
pub fn of(opened: &Opened) -> Option<SecretsRegister> {
    serde_json::from_value(opened.envelope.more.get(MEMBER)?.clone()).ok()
}

/// Puts a register into a file.
pub fn put(opened: &mut Opened, register: &SecretsRegister) {
    if let Ok(value) = serde_json::to_value(register) {
        opened.envelope.more.insert(MEMBER.to_owned(), value);
    }
}

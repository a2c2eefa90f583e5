//! The sentinel, in `localStorage`: apart from the store that it speaks of.

use web_sys::Storage;

use crate::kiosk::{Sentinel, Why};

/// The name of the sentinel, of the store and of the lock.
pub(in crate::browser) const NAME: &str = "tijian-check";

/// Whether there is a place for it.
pub(super) fn works() -> bool {
    storage().is_some()
}

/// What it says.
pub(super) fn read() -> Option<Sentinel> {
    Sentinel::read(&storage()?.get_item(NAME).ok()??)
}

/// Lets it say something.
pub(super) fn write(sentinel: &Sentinel) -> Result<(), Why> {
    let storage = storage().ok_or(Why::NoStore)?;
    // A page may throw here for one reason only: there is no room.
    storage.set_item(NAME, &sentinel.text()).map_err(|_| Why::Full)
}

/// Takes it away.
pub(super) fn remove() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}

/// A browser that forbids it throws.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

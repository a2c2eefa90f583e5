//! What is found in the browser after a visit was cleared.

use super::{Effect, Model, Place};

/// A place in which a browser keeps what pages give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// `localStorage`.
    Local,
    /// `sessionStorage`.
    Session,
    /// IndexedDB.
    Databases,
    /// Caches, but for the program's own.
    Caches,
    /// Cookies.
    Cookies,
    /// Private files (OPFS).
    Files,
}

/// What a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// Nothing but the count of wrong staff codes, which is no part of a visit.
    Count,
    /// Sealed work that somebody wanted to be kept, and nothing else.
    Kept,
    /// So many entries besides that.
    Entries(u32),
    /// The browser does not let the page look.
    Unseen,
}

impl Left {
    /// Whether nothing of a visit can be in it.
    #[must_use]
    pub fn is_clean(self) -> bool {
        matches!(self, Self::Nothing | Self::Count)
    }
}

/// A store that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Which.
    pub store: Store,
    /// What it holds.
    pub left: Left,
}

/// Shows what the browser still holds: for a moment when that is nothing, else until somebody
/// begins.
pub(super) fn show(model: &mut Model, mut looked: Vec<Looked>) -> Vec<Effect> {
    if model.visit().is_some() {
        return Vec::new();
    }
    for one in looked.iter_mut().filter(|one| one.left == Left::Kept) {
        // An office is told of it beside the receipt; on a terminal nothing may be kept.
        let office = model.deployment.mode != Place::Terminal;
        one.left = if office { Left::Nothing } else { Left::Entries(1) };
    }
    let clean = looked.iter().all(|one| one.left.is_clean());
    model.receipt = Some(looked);
    if clean { vec![Effect::ReadReceipt] } else { Vec::new() }
}

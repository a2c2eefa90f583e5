//! What a shared terminal says of itself: that it is about to be cleared, and that it was.

use crate::kiosk::{Left, Looked, Model, Store};
use crate::texts::{Terminal, Texts};

/// The warning before a visit that nobody touches is cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningView {
    /// Seconds that are left.
    pub seconds: u64,
    /// What is said aloud: it changes every ten seconds and counts the last five.
    pub spoken: String,
}

/// What is left in the browser after a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    /// Whether nothing is left.
    pub clean: bool,
    /// The sentence.
    pub title: String,
    /// What was looked at.
    pub looked: String,
    /// What is there, by place.
    pub left: Vec<String>,
}

/// Seconds from which each one is said.
const LAST: u64 = 5;

pub(super) fn warning(model: &Model) -> Option<WarningView> {
    let seconds = model.watch.warning()?;
    // A live region speaks when its words change: at the whole tens, and then each second.
    let said = if seconds <= LAST { seconds } else { seconds.div_ceil(10) * 10 };
    Some(WarningView { seconds, spoken: (model.lang.texts().terminal.spoken)(said) })
}

pub(super) fn receipt(model: &Model) -> Option<ReceiptView> {
    let looked = model.receipt.as_ref()?;
    let words = model.lang.texts();
    let left: Vec<String> = looked.iter().filter_map(|one| found(one, &words.terminal)).collect();
    let names: Vec<String> = looked.iter().map(|one| looked_at(one, words)).collect();
    let words = &words.terminal;
    let clean = left.is_empty();
    let title = if clean { words.clean } else { words.unclean };
    Some(ReceiptView {
        clean,
        title: title.to_owned(),
        looked: (words.looked)(&names.join(words.and)),
        left,
    })
}

/// A store by its name, and what of the program's own is in it.
fn looked_at(looked: &Looked, words: &Texts) -> String {
    let name = name(looked.store, &words.terminal);
    match looked.left {
        Left::Count => (words.staff.counted)(name),
        _ => name.to_owned(),
    }
}

fn found(looked: &Looked, words: &Terminal) -> Option<String> {
    let name = name(looked.store, words);
    match looked.left {
        Left::Nothing | Left::Count | Left::Kept => None,
        Left::Entries(entries) => Some((words.entries)(name, entries)),
        Left::Unseen => Some((words.unseen)(name)),
    }
}

/// A store by its name.
pub(super) fn name(store: Store, words: &Terminal) -> &'static str {
    let stores = &words.stores;
    match store {
        Store::Local => stores.local,
        Store::Session => stores.session,
        Store::Databases => stores.databases,
        Store::Caches => stores.caches,
        Store::Cookies => stores.cookies,
        Store::Files => stores.files,
    }
}

//! Writing Chinese by its sound, for fields of free text on a machine without a keyboard.
//!
//! A table of readings and words is fetched apart from the rest; nothing that is written
//! is kept or learnt from.

mod composition;
mod lookup;
mod table;

use std::sync::Arc;

use super::{Effect, Model, Trouble};

pub use composition::{Composition, PAGE};
pub use lookup::Candidate;
pub use table::{Table, TableError};

/// The table as far as it is there.
#[derive(Clone, Debug, Default)]
pub enum Dictionary {
    /// Nobody wanted to write yet.
    #[default]
    Absent,
    /// It is being fetched.
    Coming,
    /// It could not be had.
    Failed(Trouble),
    /// Here it is.
    Ready(Arc<Table>),
}

impl PartialEq for Dictionary {
    /// A table is never changed, so the same one is the same table.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ready(one), Self::Ready(other)) => Arc::ptr_eq(one, other),
            (Self::Failed(one), Self::Failed(other)) => one == other,
            (Self::Absent, Self::Absent) | (Self::Coming, Self::Coming) => true,
            _ => false,
        }
    }
}

/// The table is fetched when somebody wants it, and again when it did not come.
pub(super) fn want(model: &mut Model) -> Vec<Effect> {
    match model.dictionary {
        Dictionary::Absent | Dictionary::Failed(_) => {
            model.dictionary = Dictionary::Coming;
            vec![Effect::LoadDictionary]
        }
        Dictionary::Coming | Dictionary::Ready(_) => Vec::new(),
    }
}

//! What stands beside the store and says that there is something in it: a browser whose store is
//! damaged silently begins an empty one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Found, Record};

/// What the sentinel says. It holds nothing of the visit but the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Sentinel {
    /// Work is kept.
    Kept {
        /// The day of the visit.
        on: NaiveDate,
        /// The step that was kept; of the last ones the browser may have lost the note.
        generation: u64,
    },
    /// It is being deleted; what is found with this was to be gone.
    Forgetting,
}

impl Sentinel {
    /// As it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads it; nothing when it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The step that is known to have been kept.
    #[must_use]
    pub fn generation(&self) -> u64 {
        match self {
            Self::Kept { generation, .. } => *generation,
            Self::Forgetting => 0,
        }
    }
}

/// What a sentinel and the records of the store come to; a record that is damaged is `None`.
#[must_use]
pub fn judge(sentinel: Option<&Sentinel>, records: &[Option<Record>]) -> Found {
    let sound = records.iter().flatten().max_by_key(|record| record.head.generation);
    match (sound, sentinel) {
        (Some(record), _) => Found::Work { on: record.head.on },
        (None, Some(Sentinel::Kept { on, .. })) => {
            Found::Lost { on: Some(*on), damaged: !records.is_empty() }
        }
        (None, _) if !records.is_empty() => Found::Lost { on: None, damaged: true },
        (None, _) => Found::Nothing,
    }
}

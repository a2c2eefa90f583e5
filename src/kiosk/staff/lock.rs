//! The wait that wrong codes cost.
//!
//! Only their number outlives the page. Whoever loads the page anew waits in full again, so no
//! date is needed, and a reload never helps. It is never locked for good: a prank must not keep
//! the staff out, and at one code an hour nobody goes through a million of them.

/// Wrong codes that cost nothing.
const FREE: u32 = 4;
/// The first wait, in seconds.
const FIRST: u64 = 15;
/// The longest.
const LONGEST: u64 = 3_600;

/// Wrong codes, and since when they are waited for, in milliseconds; nothing before the clock was
/// read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    wrong: u32,
    since: Option<u64>,
}

impl Lock {
    /// After so many wrong codes in a row that were given before the page was loaded.
    #[must_use]
    pub fn counted(wrong: u32) -> Self {
        Self { wrong, since: None }
    }

    /// After so many wrong codes in a row, the last one at a time.
    #[must_use]
    pub fn after(wrong: u32, now: u64) -> Self {
        Self { wrong, since: Some(now) }
    }

    /// The clock was read: the wait begins, unless it has begun.
    pub(super) fn begin(&mut self, now: u64) {
        self.since.get_or_insert(now);
    }

    /// Wrong codes in a row.
    #[must_use]
    pub fn wrong(&self) -> u32 {
        self.wrong
    }

    /// Wrong codes that are still free.
    #[must_use]
    pub fn left(&self) -> u32 {
        FREE.saturating_sub(self.wrong)
    }

    /// Seconds from a time in milliseconds until a code is taken; nothing when it is taken now.
    #[must_use]
    pub fn wait(&self, now: u64) -> Option<u64> {
        let gone = now.saturating_sub(self.since.unwrap_or(now));
        let rest = (seconds(self.wrong) * 1_000).saturating_sub(gone).div_ceil(1_000);
        (rest > 0).then_some(rest)
    }
}

/// The wait after so many wrong codes: none for the first four, then 15 s, doubled each time.
fn seconds(wrong: u32) -> u64 {
    match wrong.checked_sub(FREE + 1) {
        None => 0,
        Some(doublings) => 1_u64
            .checked_shl(doublings)
            .map_or(LONGEST, |times| FIRST.saturating_mul(times).min(LONGEST)),
    }
}

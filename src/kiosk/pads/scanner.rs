//! A barcode scanner that types: many keys in a burst, then Enter.
//!
//! No person types twelve keys with less than a twentieth of a second between any two. Times come
//! in with the keys, from a clock that only goes forward.

/// Longest pause inside a burst, in milliseconds. Slow wedge scanners send a key every 30 ms.
const PAUSE: u64 = 50;
/// Fewest keys of a burst: the shortest barcode that is in general use has twelve.
const FEWEST: usize = 12;
/// Keys after which a fast run is held to be a scanner's, so that none of it is a shortcut.
const SUSPECT: usize = 3;
/// Most keys that are kept; a code that holds more says nothing about a firm.
const MOST: usize = 2_000;

/// A key that went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// One that types a sign.
    Sign(char),
    /// Enter or Tab, with which scanners end.
    End,
    /// One that types nothing and is held with others, such as Shift.
    Silent,
    /// Any other: a shortcut, an arrow, a key that is held down and repeats.
    Other,
}

/// What is to be done about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A run begins with it: what stands in the field now was typed before.
    Begins,
    /// Nothing.
    Passes,
    /// It belongs to a burst and must not work as a shortcut.
    Held,
    /// The burst is over; this is what it said.
    Scanned(String),
}

/// Keys that followed each other closely.
#[derive(Clone, Debug, Default)]
pub struct Run {
    signs: String,
    count: usize,
    last: Option<u64>,
}

impl Run {
    /// Takes a key and the time when it went down, in milliseconds.
    pub fn key(&mut self, key: Key, ms: u64) -> Step {
        let close = self.last.is_some_and(|last| ms.saturating_sub(last) <= PAUSE);
        match key {
            Key::Silent => Step::Passes,
            Key::Sign(sign) => self.sign(sign, ms, close),
            Key::End if close && self.count >= FEWEST => {
                let run = std::mem::take(self);
                Step::Scanned(run.signs)
            }
            Key::Other if close && self.count >= SUSPECT => {
                self.last = Some(ms);
                Step::Held
            }
            Key::End | Key::Other => {
                *self = Self::default();
                Step::Passes
            }
        }
    }

    fn sign(&mut self, sign: char, ms: u64, close: bool) -> Step {
        if !close {
            *self = Self::default();
        }
        self.last = Some(ms);
        self.count += 1;
        if self.count <= MOST {
            self.signs.push(sign);
        }
        if self.count == 1 { Step::Begins } else { Step::Passes }
    }

    /// Whether so many keys came so fast that a scanner is at work.
    #[must_use]
    pub fn is_fast(&self) -> bool {
        self.count >= SUSPECT
    }
}

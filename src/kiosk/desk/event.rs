//! What comes in and what goes out at the desk.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};

use super::{FormField, FormKind, Room, Spot};
use crate::desk::opinion::Letterhead;
use crate::desk::{Act, Claim, Filter, Frame, KeyFile, Order, Reviewer, Signature};
use crate::kiosk::Trouble;

/// Something that happened at the desk.
#[derive(Clone, Debug)]
pub enum DeskEvent {
    /// 律师复核, on the start.
    Enter,
    /// The clock was read for it.
    Entered(NaiveDate),
    /// Choose files.
    Pick,
    /// So many files were chosen, or dropped on the page; each comes by itself.
    Chosen(usize),
    /// One of them was read; or why not.
    Read {
        /// Its name.
        name: String,
        /// Its content.
        bytes: Result<Vec<u8>, Trouble>,
    },
    /// The link of a report was typed.
    Link(String),
    /// Judge the case at this place again, with all editions of the packs that are at hand.
    Judge(usize),
    /// Order the list.
    Sort(Order),
    /// Narrow the list.
    Show(Filter),
    /// Review the case at this place.
    Open(usize),
    /// Look at something of it.
    Look(Spot),
    /// The next finding.
    Next,
    /// The one before.
    Previous,
    /// The next finding that nobody judged.
    NextOpen,
    /// The finding that is looked at is right.
    Confirm,
    /// Begin a form about what is looked at.
    Begin(FormKind),
    /// Something was typed into it.
    Type(FormKind, FormField, String),
    /// Drop it.
    Drop(FormKind),
    /// Take the step that it says.
    Keep(FormKind),
    /// A step was stamped and is taken.
    Stamped(Box<Stamp>),
    /// Go there.
    Go(Room),
    /// Who reviews, as it was typed.
    Me(Reviewer),
    /// Choose a key file.
    PickKey,
    /// It was read; or why not.
    KeyRead(Result<Vec<u8>, Trouble>),
    /// Open it.
    Unlock(Passphrase),
    /// Make a key; the passphrase was typed twice.
    MakeKey([Passphrase; 2]),
    /// A key was made.
    KeyMade(Box<KeyFile>),
    /// A key is open.
    Unlocked(Box<Frame>),
    /// Put the key away.
    DropKey,
    /// Sign the report under review.
    Sign,
    /// The case at this place was signed.
    Signed(usize, Box<Signature>),
    /// The head of the letters.
    Letter(Letterhead),
    /// Hand something over.
    Hand(HandOut),
    /// The browser could not do what was asked.
    Refused(Trouble),
}

/// What is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOut {
    /// The firm's file, with the review.
    File,
    /// The letter, for a word processor.
    Word,
    /// The review as data.
    Data,
}

/// A passphrase on its way to the browser's cryptography; it is kept nowhere and never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// A step with what only the outside knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// 32 hexadecimal digits that nobody drew before.
    pub id: String,
    /// Local time.
    pub at: NaiveDateTime,
    /// The case, by its place among the files.
    pub case: usize,
    /// What is done.
    pub act: Act,
    /// Why.
    pub reason: String,
    /// The form that it came from, where it came from one.
    pub form: Option<FormKind>,
}

/// Something to be done outside, for the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskEffect {
    /// Read the clock and answer with [`DeskEvent::Entered`].
    ReadClock,
    /// Let files be dropped on the page, or no longer. Each that is dropped comes as if chosen.
    Drops(bool),
    /// Let the person choose files, tell their number with [`DeskEvent::Chosen`], and hand over
    /// one after the other with [`DeskEvent::Read`].
    Pick,
    /// Something else of the report is looked at: go to it.
    Turned,
    /// Send [`DeskEvent::Judge`] for each of these, letting the page draw in between.
    Judge(Vec<usize>),
    /// Let the person choose a key file and answer with [`DeskEvent::KeyRead`].
    PickKey,
    /// Make a key and answer with [`DeskEvent::KeyMade`].
    MakeKey(Reviewer, Passphrase),
    /// Open a key and answer with [`DeskEvent::Unlocked`].
    Unlock(Box<KeyFile>, Passphrase),
    /// Forget the key.
    DropKey,
    /// Sign with the key that is open and answer with [`DeskEvent::Signed`].
    Sign {
        /// The case.
        case: usize,
        /// Who signs what.
        claim: Box<Claim>,
        /// The bytes that are signed.
        content: String,
    },
    /// Draw an id, read the clock, and answer with [`DeskEvent::Stamped`].
    Stamp {
        /// The case.
        case: usize,
        /// What is done.
        act: Box<Act>,
        /// Why.
        reason: String,
        /// The form that it comes from.
        form: Option<FormKind>,
    },
}

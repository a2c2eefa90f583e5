//! Work that is kept on an office's machine, so that a crash loses nothing. It is sealed with a key
//! that is made from a code which only the person has; neither is ever stored. On a terminal
//! nothing is kept.

mod code;
mod machine;
mod record;
mod sentinel;
mod work;

use chrono::NaiveDate;

pub use code::{Code, CodeProblem};
pub use record::{Head, ROUNDS, Record};
pub use sentinel::{Sentinel, judge};

pub(super) use machine::{configured, ending, step, update};

/// How far keeping is.
#[derive(Clone, Debug, Default)]
pub enum Keep {
    /// Nothing is kept here: a terminal, or a machine that is not known yet.
    #[default]
    Off,
    /// The stores are being looked at.
    Looking,
    /// Nothing is kept, and the person may have it.
    Offered,
    /// The person wants it; whether this window may is being found out.
    Beginning,
    /// Work of an earlier visit is there; its code opens it.
    Locked(Locked),
    /// Work was kept and is not there any more, or cannot be read.
    Lost {
        /// The day of that visit, where it is known.
        on: Option<NaiveDate>,
        /// Whether something is there that cannot be read.
        damaged: bool,
    },
    /// Every step of this visit is kept.
    Open(Box<Open>),
    /// Another window keeps its work.
    Elsewhere,
    /// Nothing can be kept, and why.
    MemoryOnly(Why),
    /// What was kept is being deleted.
    Forgetting,
}

/// Work that waits for its code.
#[derive(Clone, Debug)]
pub struct Locked {
    /// The day of that visit.
    pub on: NaiveDate,
    /// The code that is being tried.
    pub trying: Option<Code>,
    /// Why the last one did not open it.
    pub refused: Option<Refused>,
    /// Whether it is asked if the work should be deleted.
    pub asking: bool,
}

/// Work that is being kept.
#[derive(Clone, Debug)]
pub struct Open {
    /// What opens it again.
    pub code: Code,
    /// Whether the person said that the code was written down.
    pub noted: bool,
    /// The last step that is known to be in the store; none is 0.
    pub kept: u64,
    /// The last step that was handed to the store.
    pub sent: u64,
    /// What that step held; nothing when it was not kept.
    pub content: String,
    /// Whether the store has not answered yet.
    pub waiting: bool,
    /// Why the last step could not be kept; those before are.
    pub trouble: Option<Why>,
    /// Whether the last steps of the work that was opened were not there.
    pub shortened: bool,
}

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser has no store that this page may use.
    NoStore,
    /// It does not encrypt for a page that came unencrypted, or not at all.
    NoCrypto,
    /// It cannot tell windows apart.
    NoLocks,
    /// The store is full.
    Full,
    /// The store failed.
    Failed,
    /// The work is larger than any file of ours.
    TooBig,
    /// What was kept could not be deleted.
    NotForgotten,
}

/// Why kept work was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What was typed is no code.
    Typed(CodeProblem),
    /// It is a code, but of other work.
    Wrong,
    /// The work cannot be read.
    Damaged,
}

/// What was found in the stores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Work of a day.
    Work {
        /// The day.
        on: NaiveDate,
    },
    /// The sentinel says that there is work, or there are remains of some; it cannot be had.
    Lost {
        /// The day, where the sentinel says it.
        on: Option<NaiveDate>,
        /// Whether there are remains.
        damaged: bool,
    },
    /// Another window keeps its work.
    Elsewhere,
    /// The stores cannot be used.
    Unusable(Why),
}

/// Something about keeping that happened outside.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepEvent {
    /// The stores were looked at.
    Found(Found),
    /// Look again.
    Look,
    /// 在本机保存进度.
    Start,
    /// The stores are this window's alone.
    Owned {
        /// From the browser's generator, for a code.
        random: [u8; 16],
    },
    /// The key was made.
    Ready,
    /// A step is in the store, for good.
    Kept(u64),
    /// It is not.
    Failed(Why),
    /// The code was written down.
    Noted,
    /// A code was typed.
    Typed(String),
    /// It opened the work.
    Opened {
        /// What was kept.
        bytes: Vec<u8>,
        /// The highest step in the store, sound or not.
        last: u64,
        /// Whether this is the last step that is known to have been kept.
        whole: bool,
        /// The day of now.
        today: NaiveDate,
    },
    /// It did not.
    Refused(Refused),
    /// 删除 was touched: ask first.
    AskForget,
    /// Keep it after all.
    CancelForget,
    /// Delete what was kept.
    Forget,
    /// That was done; and whether it is really gone.
    Forgotten(bool),
}

/// Something to be done outside about keeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepEffect {
    /// Give the stores back if this window has them, look into them and answer with
    /// [`KeepEvent::Found`].
    Look,
    /// Make the stores this window's and answer with [`KeepEvent::Owned`], or with
    /// [`KeepEvent::Found`] when another one has them or something is there.
    Own,
    /// Make a key from a code and answer with [`KeepEvent::Ready`].
    Lock(Code),
    /// Make the stores this window's, open the work with a code and answer with
    /// [`KeepEvent::Opened`] or [`KeepEvent::Refused`].
    Open(Code),
    /// Seal a step, store it and answer with [`KeepEvent::Kept`] when it is there for good.
    Put {
        /// Its number.
        generation: u64,
        /// The day of the visit.
        on: NaiveDate,
        /// What is kept.
        content: Content,
    },
    /// Drop the key and give the stores back.
    Close,
    /// Delete everything that was kept, look whether it is gone, and answer with
    /// [`KeepEvent::Forgotten`].
    Forget,
}

/// What is kept of a visit: its answers, never shown by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Content(pub String);

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content(…)")
    }
}

//! What comes in and what goes out.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::pinyin::Table;
use super::{
    Deployment, DeskEffect, DeskEvent, Display, DisplayEvent, KeepEffect, KeepEvent, Looked,
    Output, Place, RegisterEvent, Release, Sheet, Side, SpeechEvent, StaffEvent, Trouble,
};
use crate::desk::Signed;
use crate::flow::Scope;
use crate::report::Library;
use crate::texts::Lang;

/// Something that happened outside: a tap, a key, a finished load.
#[derive(Clone, Debug)]
pub enum Event {
    /// What the deployment decides was read.
    Configured(Box<Deployment>),
    /// The packs are here.
    Loaded(Box<Library>),
    /// The packs could not be had.
    LoadFailed(Trouble),
    /// Load again.
    Retry,
    /// 开始体检.
    Begin,
    /// The clock was read for a visit that begins.
    Began(NaiveDate),
    /// A scope was chosen.
    ChooseScope(Scope),
    /// Open a domain of the task list, by the id of its pack.
    OpenPack(String),
    /// Open the first question that is still open, or the check of answers.
    Continue,
    /// An answer was given to the question on the screen.
    Answered(Entry),
    /// Something was typed into a field, by its key; the whole text.
    Typed {
        /// The field.
        key: String,
        /// What stands in it now.
        text: String,
    },
    /// A scanner that types brought this.
    Scanned(String),
    /// Show the keys on the screen, or no longer.
    TogglePads,
    /// Somebody wants to write by sound.
    WantDictionary,
    /// The table for it is here; or why not.
    DictionaryCame(Result<Arc<Table>, Trouble>),
    /// Change one answer, by `link_id`, and come back.
    Change(String),
    /// One step back, by the button or by the browser.
    Back,
    /// 检查答案.
    Review,
    /// 回到任务列表.
    Tasks,
    /// 生成报告.
    MakeReport,
    /// Print what is on the screen.
    Print,
    /// Show a slip or a sheet.
    ShowSheet(Sheet),
    /// Take the report away in another way.
    Take(Output),
    /// A file was handed to the browser, under a name; or why not.
    Saved(Result<String, Trouble>),
    /// Choose a file: at the start to open it, during a visit to join a colleague's answers.
    PickFile,
    /// A file was read on a day; or why not.
    FileRead(Result<Vec<u8>, Trouble>, NaiveDate),
    /// An earlier edition of the packs was had, for reports of an opened file.
    EditionLoaded(Box<Library>),
    /// The page was opened by a link that holds a report, on a day.
    LinkOpened(String, NaiveDate),
    /// Whose answer to a question is taken, by its `link_id`.
    Settle(String, Side),
    /// Show the last report of the file.
    ShowLast,
    /// Check again what may have changed.
    Recheck,
    /// Begin a check from nothing, the file at hand.
    BeginAgain,
    /// A finding was put right.
    MarkDone {
        /// Its id.
        finding: String,
        /// On which day, `YYYY-MM-DD`; today when empty.
        on: String,
        /// By whom.
        by: String,
        /// What shows it.
        note: String,
    },
    /// It was not, after all.
    Unmark(String),
    /// The firm's file.
    OpenFolder,
    /// Save what there is and go on later.
    SaveDraft,
    /// Something in the register of trade secrets.
    Register(RegisterEvent),
    /// Save the firm's file with its last report, the marks and the register.
    SaveFolder,
    /// Something at the lawyer's desk.
    Desk(DeskEvent),
    /// Signatures were verified: which by its id, and whether it is right; or why none was.
    Verified(Result<Vec<(String, bool)>, Trouble>),
    /// Show a finding of the report in full, by its id.
    ShowFinding(String),
    /// Take back the change that dropped answers.
    Undo,
    /// The notice was read.
    DismissNotice,
    /// 结束并清除 was touched: ask first.
    AskEnd,
    /// Go on with the visit.
    CancelEnd,
    /// 结束并清除 was confirmed.
    End,
    /// Something in the panel 显示.
    Display(DisplayEvent),
    /// Something about reading aloud.
    Speech(SpeechEvent),
    /// Something about work that is kept on this machine.
    Keep(KeepEvent),
    /// The interface in another language; nothing else changes.
    Speak(Lang),
    /// Time goes on. It comes every second, before each touch and after every sleep.
    Tick {
        /// By a clock that only goes forward.
        monotonic_ms: u64,
    },
    /// The screen or a key was touched.
    Touched,
    /// 继续, under the warning.
    Stay,
    /// The page is being left.
    Gone,
    /// What the browser still holds was looked at after a visit.
    Looked(Vec<Looked>),
    /// The receipt was shown long enough.
    ReceiptRead,
    /// Which releases of the program this machine keeps.
    Released(Release),
    /// Another release serves this page from now on.
    ReleaseTaken,
    /// It is time to look for another release.
    UpdateDue,
    /// Something at the staff's menu.
    Staff(StaffEvent),
}

/// What was entered for a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A code, or the text of a field.
    Text(String),
    /// The codes that were ticked.
    Codes(Vec<String>),
    /// 不清楚.
    Unknown,
    /// 不适用.
    NotApplicable,
    /// Leave the question without an answer.
    Skip,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch catalogue, packs, laws and services.
    Load,
    /// Fetch the table for writing by sound and answer with [`Event::DictionaryCame`].
    LoadDictionary,
    /// Read the clock and answer with [`Event::Began`].
    ReadClock,
    /// Another screen is shown: scroll to its top and put the focus on its heading.
    ScreenEntered,
    /// A step forward was taken that the browser's own Back should undo.
    StepTaken,
    /// Print, with this line at the foot of every page.
    Print {
        /// Date, versions and seal.
        foot: String,
    },
    /// Hand a file to the browser and answer with [`Event::Saved`].
    Save {
        /// Name.
        name: String,
        /// Media type.
        kind: &'static str,
        /// Content.
        text: String,
    },
    /// Make a document for a word processor, hand it over and answer with [`Event::Saved`].
    SaveWord {
        /// Name.
        name: String,
        /// The report's document as JSON.
        document: String,
    },
    /// Let the person choose a file and answer with [`Event::FileRead`].
    PickFile,
    /// Fetch the edition that has these packs (id and digest), if it is kept, and answer with
    /// [`Event::EditionLoaded`].
    FetchEdition(BTreeMap<String, String>),
    /// Something for the lawyer's desk.
    Desk(DeskEffect),
    /// Verify signatures and answer with [`Event::Verified`].
    Verify(Vec<Signed>),
    /// Unfold the element of this id and go to it.
    Reveal(String),
    /// Ask before the page is left by accident, or no longer.
    GuardLeaving(bool),
    /// Show the page like this.
    Display(Display),
    /// Make what is touched as large as this kind of machine needs it.
    Place(Place),
    /// Read these sentences aloud, in the place of what is being read, and answer with
    /// [`SpeechEvent::Ended`].
    Say(Vec<String>),
    /// Stop reading.
    Hush,
    /// Tell the browser which language the page is in.
    Language(Lang),
    /// Tick, tell of touches and cover the screen while it is not looked at; or no longer.
    Watch(bool),
    /// Take everything of the visit out of the page and load it anew, which drops its memory.
    Clear {
        /// Whether the machine is shared; then the clipboard is overwritten too.
        shared: bool,
    },
    /// Something to be done about work that is kept on this machine.
    Keep(KeepEffect),
    /// Answer with [`Event::ReceiptRead`] in a few seconds.
    ReadReceipt,
    /// Ask the server for another release; [`Event::Released`] tells of one.
    LookForRelease,
    /// Let the release that waits take over; [`Event::ReleaseTaken`] tells that it did.
    TakeRelease,
    /// Load the page anew, as another release.
    Reload {
        /// Whether the receipt of the visit before was on the screen; it is shown again.
        receipt: bool,
    },
    /// Keep how many wrong codes the staff's menu was given, so that a reload does not forget it.
    KeepWrongPins(u32),
    /// Look at the machine and answer with [`StaffEvent::Examined`].
    Examine,
}

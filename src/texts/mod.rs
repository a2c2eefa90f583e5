//! The words of the interface, in every language that it speaks.
//!
//! One struct of texts per area, one constant of it per language: a text that is missing in a
//! language does not compile. Questions, findings and statutes are content, not interface; they
//! are in the packs and are Chinese.

mod common;
mod desk;
mod display;
mod file;
mod keep;
mod lists;
mod pads;
mod problem;
mod question;
mod register;
mod report;
mod shell;
mod spoken;
mod staff;
mod start;
mod taking;
mod terminal;

use serde::{Deserialize, Serialize};

pub use common::Common;
pub use desk::Desk;
pub use display::Display as DisplayTexts;
pub use file::{Changed, File, Trust};
pub use keep::{Keep, KeepRefused, KeepWhy};
pub use lists::{Review, Scope, Tasks};
pub use pads::Pads;
pub use problem::{Code, Entry, Fields as FieldProblems, Opened, Outside, Problem, Uscc};
pub use question::{Field, Question};
pub use register::{Fields, Register};
pub use report::{Grades, Levels, Report};
pub use shell::Shell;
pub use spoken::{Piece, is_chinese, pieces};
pub use staff::Staff;
pub use start::Start;
pub use taking::Taking;
pub use terminal::{Stores, Terminal};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

/// All texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// What stands around every screen.
    pub shell: Shell,
    /// How the page is shown, and reading aloud.
    pub display: DisplayTexts,
    /// What many screens say.
    pub common: Common,
    /// What a shared terminal says of itself.
    pub terminal: Terminal,
    /// The staff's menu.
    pub staff: Staff,
    /// The start.
    pub start: Start,
    /// A question.
    pub question: Question,
    /// The keys on the screen.
    pub pads: Pads,
    /// Choice of the scope.
    pub scope: Scope,
    /// The task list.
    pub tasks: Tasks,
    /// The check of answers.
    pub review: Review,
    /// The report on the screen.
    pub taking: Taking,
    /// The frame of the report.
    pub report: Report,
    /// The firm's own file.
    pub file: File,
    /// Work that is kept on this machine.
    pub keep: Keep,
    /// The register of trade secrets.
    pub register: Register,
    /// The lawyer's desk.
    pub desk: Desk,
    /// Why something was not accepted.
    pub problem: Problem,
}

static ZH: Texts = Texts {
    shell: shell::ZH,
    display: display::ZH,
    common: common::ZH,
    terminal: terminal::ZH,
    staff: staff::ZH,
    start: start::ZH,
    question: question::ZH,
    pads: pads::ZH,
    scope: lists::ZH.0,
    tasks: lists::ZH.1,
    review: lists::ZH.2,
    taking: taking::ZH,
    report: report::ZH,
    file: file::ZH,
    keep: keep::ZH,
    register: register::ZH,
    desk: desk::ZH,
    problem: problem::ZH,
};
static EN: Texts = Texts {
    shell: shell::EN,
    display: display::EN,
    common: common::EN,
    terminal: terminal::EN,
    staff: staff::EN,
    start: start::EN,
    question: question::EN,
    pads: pads::EN,
    scope: lists::EN.0,
    tasks: lists::EN.1,
    review: lists::EN.2,
    taking: taking::EN,
    report: report::EN,
    file: file::EN,
    keep: keep::EN,
    register: register::EN,
    desk: desk::EN,
    problem: problem::EN,
};

impl Lang {
    /// Its texts.
    #[must_use]
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// As the page's `lang` says it (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// A number with the English word for one of it, or for any other number.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

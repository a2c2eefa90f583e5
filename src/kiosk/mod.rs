//! The visit as a state machine. State changes only in [`update`]; what must happen outside comes
//! back as [`Effect`]s, and what happened outside comes in as [`Event`]s.

mod desk;
mod display;
mod draft;
mod event;
mod file;
mod keep;
mod model;
pub mod pads;
pub mod pinyin;
mod problem;
mod question;
mod receipt;
mod register;
mod release;
mod reviewed;
mod seat;
mod sheet;
mod speech;
mod staff;
mod take;
mod update;
mod watch;

pub use desk::{
    Case, Desk, DeskEffect, DeskEvent, DeskProblem, Filed, Form as DeskForm, FormField, FormKind,
    HandOut, Open as OpenCase, Passphrase, Room, Spot, Stamp, Typed,
};
pub use display::{Contrast, Display, DisplayEvent, TextSize};
pub use draft::{Drafts, Scanned};
pub use event::{Effect, Entry, Event};
pub use file::{Merging, Side};
pub use keep::{
    Code, CodeProblem, Content, Found, Head, Keep, KeepEffect, KeepEvent, Locked, Open, ROUNDS,
    Record, Refused as KeepRefused, Sentinel, Why, judge,
};
pub use model::{Change, Dialog, Made, Model, Notice, Screen, Stage, Visit};
pub use problem::{Problem, Trouble};
pub use receipt::{Left, Looked, Store};
pub(crate) use register::typed;
pub use register::{
    Field, FieldProblem, Filling, Form, Kind, OpenEntry, Problems, Refused, RegisterEvent, Removed,
};
pub use release::{Release, ReleaseName, Sought};
pub use sheet::Sheet;
pub use speech::{Passage, Speech, SpeechEvent, Voice, choose};
pub use staff::{Door, Examined, Lock, Screenful, Staff, StaffEvent};
pub(crate) use staff::{may_act as staff_may_act, may_print as staff_may_print};
pub use update::update;
pub use watch::Watch;

// What scopes, secrets and deployments are made of is part of the words that events are spoken in.
pub use crate::deployment::{Delays, Deployment, Output, Place, Printer, StaffPin, TerminalId};
pub use crate::flow::Scope;
pub use crate::report::slips::SecretClass;
pub use crate::response::Mode;

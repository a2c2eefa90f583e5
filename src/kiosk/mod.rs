//! The visit as a state machine. State changes only in [`update`]; what must happen outside comes
//! back as [`Effect`]s, and what happened outside comes in as [`Event`]s.

mod deployment;
mod desk;
mod display;
mod event;
mod file;
mod model;
mod problem;
mod question;
mod receipt;
mod register;
mod release;
mod reviewed;
mod sheet;
mod speech;
mod take;
mod update;
mod watch;

pub use deployment::{Delays, Deployment, Output, Place};
pub use desk::{
    Case, Desk, DeskEffect, DeskEvent, DeskProblem, Filed, Form as DeskForm, FormField, FormKind,
    HandOut, Open, Passphrase, Room, Spot, Stamp, Typed,
};
pub use display::{Contrast, Display, DisplayEvent, TextSize};
pub use event::{Effect, Entry, Event};
pub use file::{Merging, Side};
pub use model::{Change, Dialog, Made, Model, Notice, Screen, Stage, Visit};
pub use problem::{Problem, Trouble};
pub use receipt::{Left, Looked, Store};
pub(crate) use register::typed;
pub use register::{
    Field, FieldProblem, Filling, Form, Kind, OpenEntry, Problems, Refused, RegisterEvent, Removed,
};
pub use release::{Release, ReleaseName};
pub use sheet::Sheet;
pub use speech::{Passage, Speech, SpeechEvent, Voice, choose};
pub use update::update;
pub use watch::Watch;

// What scopes and secrets are made of is part of the words that events are spoken in.
pub use crate::flow::Scope;
pub use crate::report::slips::SecretClass;
pub use crate::response::Mode;

//! The law register: instruments, their editions by date, and the gist of each article cited;
//! days off, and the deadlines that are counted with them.

mod calendar;
mod change;
pub mod deadline;
mod register;

pub use calendar::{Calendar, CalendarYear, Holiday};
pub use change::{ArticleChange, Changed};
pub use deadline::{Count, DeadlineRule, Deadlines, Due, Limitation};
pub use register::{Checked, Edition, Instrument, LawError, Register, Resolved};

//! Statutory deadlines: rules as data, and the day on which each one is due.

mod count;
mod due;
mod rule;
mod words;

pub use count::{Count, MonthDay};
pub use due::Due;
pub use rule::{DeadlineRule, Deadlines, Limitation};
pub use words::{chinese_day, period_words};

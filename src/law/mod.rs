//! The law register: instruments, their editions by date, and the gist of each article cited.

mod register;

pub use register::{Checked, Edition, Instrument, LawError, Register, Resolved};

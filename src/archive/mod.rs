//! A check outside the machine that it was made on.

pub mod compact;

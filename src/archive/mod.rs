//! A check outside the machine that it was made on: the firm's own file (一企一档) with its
//! reports, its draft and what it put right, which the firm keeps and nobody else has; and the
//! whole of one check as a code.

pub mod compact;
pub mod compare;
pub mod edition;
pub mod envelope;
pub mod folder;
pub mod html;
pub mod integrity;
pub mod lost;
pub mod merge;
pub mod migrate;
pub mod open;
pub mod problem;
pub mod register;
pub mod remedy;
mod strict;

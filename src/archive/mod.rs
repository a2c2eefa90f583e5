//! The firm's own file (一企一档): its reports, its draft and what it put right, as one file that
//! the firm keeps and nobody else has.

pub mod compare;
pub mod envelope;
pub mod html;
pub mod integrity;
pub mod lost;
pub mod merge;
pub mod migrate;
pub mod open;
pub mod problem;
pub mod remedy;
mod strict;

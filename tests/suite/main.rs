//! All tests above the browser, in one program so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod cases;
mod cli;
mod deadline_packs;
mod deadlines;
mod docx;
mod engine;
mod exposures;
mod firms;
mod kiosk;
mod packs;
mod properties;
mod recall;
mod support;
mod verifier;
mod witness;

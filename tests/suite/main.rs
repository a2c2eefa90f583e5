//! All tests above the browser, in one program so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod archive;
mod archive_compare;
mod archive_migrate;
mod archive_open;
mod archive_releases;
mod cases;
mod cli;
mod compact;
mod deadline_packs;
mod deadlines;
mod deployment;
mod desk;
mod desk_hand;
mod desk_signed;
mod desk_visit;
mod display;
mod docx;
mod editions;
mod engine;
mod exposures;
mod firms;
mod kiosk;
mod languages;
mod noncompete;
mod packs;
mod preview;
mod properties;
mod recall;
mod release;
mod reports;
mod schemas;
mod slips;
mod speech;
mod support;
mod terminal;
mod terminal_property;
mod twice;
mod verifier;
mod visit_files;
mod visit_register;
mod witness;

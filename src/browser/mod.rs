//! One file for each thing that happens outside. Nothing above this module touches the browser.

pub mod clear;
pub mod clock;
pub mod crash;
pub mod display;
pub mod docx;
pub mod edition;
pub mod examine;
pub mod files;
pub mod focus;
pub mod history;
pub mod idle;
pub mod language;
pub mod leave;
pub mod link;
pub mod load;
pub mod print;
pub mod release;
mod release_caches;
pub mod scan;
pub mod settings;
pub mod source;
pub mod speech;
pub mod stores;
pub mod taps;
pub mod vault;
pub mod wrong_pins;

//! One file for each thing that happens outside. Nothing above this module touches the browser.

pub mod clear;
pub mod clock;
pub mod crash;
pub mod desk;
pub mod display;
pub mod docx;
mod draw;
mod drop;
pub mod edition;
pub mod files;
pub mod focus;
pub mod history;
pub mod idle;
mod key;
pub mod language;
pub mod leave;
pub mod link;
pub mod load;
pub mod print;
pub mod release;
mod release_caches;
pub mod source;
pub mod speech;
pub mod stores;
pub mod taps;
mod verify;

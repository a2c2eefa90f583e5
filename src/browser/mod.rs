//! One file for each thing that happens outside. Nothing above this module touches the browser.

pub mod clear;
pub mod clock;
pub mod crash;
pub mod docx;
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
pub mod stores;
pub mod text_size;
pub mod wrong_pins;

//! One file for each thing that happens outside. Nothing above this module touches the browser.

pub mod clock;
pub mod crash;
pub mod docx;
pub mod files;
pub mod focus;
pub mod history;
pub mod leave;
pub mod link;
pub mod load;
pub mod print;
pub mod text_size;

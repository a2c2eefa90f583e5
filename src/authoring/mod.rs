//! From YAML files to packs: native only. The page never parses YAML.

pub mod coverage;
mod deadlines;
pub mod figures;
mod law_texts;
mod lines;
mod load;
mod migrations;
pub mod path_survey;
pub mod preview;
mod read;
pub mod readability;

pub mod schema;
pub mod twice;

pub use law_texts::LawTexts;
pub use lines::Lines;
pub use load::{Authored, load};
pub use read::{read_bytes, read_json_file, read_json_text, read_limited};

//! From YAML files to packs: native only. The page never parses YAML.

mod lines;
mod load;
mod read;

pub use lines::Lines;
pub use load::{Authored, load};
pub use read::{read_json_file, read_limited};

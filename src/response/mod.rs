//! What was answered: values, and what is accepted as one.

mod answer;
mod error;
mod read;
mod sheet;

pub use answer::{Answer, grouped};
pub use error::AnswerError;
pub use read::{read_decimal, read_json, read_line, read_text};
pub use sheet::{Mode, Sheet, SheetError};

//! Criteria, findings and figures. The method is likelihood × consequence; the cut-offs are this
//! product's own and the report says so.

mod board;
mod check;
pub mod contradiction;
mod criteria;
mod exposure;
pub mod healthy;
pub mod longest;
mod next_best;
pub mod unconditional;
pub mod witness;

pub use board::{Board, Outcome, Tally};
pub use check::{Check, Dropped};
pub use criteria::{Grade, LEAST_COVERAGE, Level, grade, level, level_of_score, score};
pub use exposure::{Exposure, exposure};
pub use next_best::{Advice, AnswerChange, next_best};

//! The report: one document model for screen, paper and file.

mod build;
pub mod catalog;
mod document;
mod library;
mod seal;
mod verdict;

pub use build::build;
pub use document::{
    Advised, Basis, Because, Coverage, Domain, Finding, Firm, PackVersion, Report, Sums, ToFindOut,
};
pub use library::{Audit, Library};
pub use seal::{canonical, digest, seal, short_seal};

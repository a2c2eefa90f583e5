//! The report: one document model for screen, paper and file.

mod build;
pub mod catalog;
mod deadlines;
mod document;
mod exposure;
pub mod ics;
mod library;
pub mod recall;
mod seal;
mod verdict;

pub use build::{basis, build, found};
pub use document::{
    Advised, Basis, Because, Coverage, Deadline, DeadlineState, Domain, Exposure, Finding, Firm,
    PackVersion, Report, Sums, ToFindOut, TotalExposure,
};
pub use exposure::total_exposure;
pub use library::{Audit, Library};
pub use seal::{canonical, digest, seal, short_seal};

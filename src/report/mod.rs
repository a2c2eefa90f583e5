//! The report: one document model for screen, paper and file.

mod build;
pub mod catalog;
mod deadlines;
pub mod document;
#[cfg(feature = "docx")]
pub mod docx;
mod exposure;
pub mod html;
pub mod ics;
mod library;
mod model;
pub mod recall;
mod seal;
pub mod slips;
pub mod text;
mod verdict;

pub use build::{basis, build, found};
pub use document::Document;
pub use exposure::total_exposure;
pub use library::{Audit, Library};
pub use model::{
    Advised, Basis, Because, Coverage, Deadline, DeadlineState, Domain, Exposure, Finding, Firm,
    PackVersion, Report, Sums, ToFindOut, TotalExposure,
};
pub use seal::{canonical, digest, seal, short_seal};

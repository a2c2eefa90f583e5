//! 企业法治体检.

#[cfg(feature = "cli")]
pub mod authoring;
pub mod flow;
pub mod kiosk;
pub mod law;
pub mod questionnaire;
pub mod report;
pub mod response;
pub mod risk;

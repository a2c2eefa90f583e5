//! 企业法治体检.

pub mod archive;
#[cfg(feature = "cli")]
pub mod authoring;
#[cfg(feature = "app")]
pub mod browser;
pub mod deployment;
pub mod desk;
#[cfg(feature = "cli")]
pub mod fleet;
pub mod flow;
pub mod kiosk;
pub mod law;
pub mod questionnaire;
pub mod report;
pub mod response;
pub mod risk;
pub mod texts;
#[cfg(feature = "app")]
pub mod ui;
pub mod view_model;

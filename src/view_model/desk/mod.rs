//! The lawyer's desk.

mod form;
mod queue;
mod review;
mod spots;

pub use form::{FieldLine, FormView};
pub use queue::{QueueView, RefusedView, RowView};
pub use review::{
    Body as DeskBody, DeskView, KeyView, MeView, ReportView as ReviewedView, SignView,
};
pub use spots::{FindingSpot, SpotBody, SpotLine, StepView, WholeSpot};

pub use crate::desk::opinion::Letterhead;
pub use crate::desk::{Filter, Order, Reviewer, Status, Verdict};

pub(super) use review::view;

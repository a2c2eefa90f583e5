//! What is asked: the questionnaire as data, its conditions, and the compiled index.
//!
//! Terms follow FHIR Questionnaire (`link_id`, `enable_when`, `answer_option`).
//! Everything here is plain data; nothing reads a clock, a file or a network.

mod check;
pub mod citation;
pub mod compile;
pub mod condition;
mod deadline;
pub mod exact;
mod expr;
mod finding;
mod formula;
pub mod lint;
mod migration;
pub mod model;
mod order;
pub mod problem;
pub mod services;
pub mod table;
pub mod uscc;

pub use citation::Citation;
pub use compile::{
    Compiled, DeadlineIx, FindingIx, FindingNode, ItemIx, ItemNode, PackIx, PackNode, Source,
};
pub use condition::{Comparison, Condition, Operand, Period};
pub use deadline::{DeadlineEntry, DeadlineNode};
pub use exact::Exact;
pub use expr::{Expr, ExprOperand, ExprTest};
pub use finding::{Effort, FindingRule, Flag, Status, Step};
pub use formula::{Amount, ExposureNode, ExposureRule, Formula, Operation};
pub use migration::{DroppedItem, Mapping, Migration, Move, Version};
pub use model::{Item, ItemKind, PackKind, Questionnaire};
pub use problem::{Place, Problem};
pub use services::{Office, Relief, Service, Services, SlipKind};

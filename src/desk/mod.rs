//! The lawyer's side: a review that lies over a report and never changes it.
//!
//! A review is a list of steps, each with who, when and why. It is only ever added to; what stands
//! is computed from it ([`overlay`]). A signature says which steps it covers ([`signature`]).

mod key_file;
mod licence;
pub mod opinion;
mod overlay;
mod proofs;
mod queue;
mod review;
mod shown;
mod signature;
mod step;

pub use key_file::{Frame, KeyFile, KeyFileError, SHORTEST as SHORTEST_PASSPHRASE};
pub use licence::{LicenceError, licence};
pub use overlay::{Added, Asked, Judged, Outcome, Overlay, Stated, Verdict};
pub use proofs::{Proofs, Signed, Trust};
pub use queue::{Filter, Order, Row, Status, queue};
pub use review::{Review, ReviewsUnreadable, StepError, of, put};
pub use shown::{show, signed};
pub use signature::{
    ALGORITHM, Claim, KeyStanding, KnownKey, Signature, Standing, claim, content, standing,
};
pub use step::{Act, Change, NewFinding, OutcomeKind, Reviewer, Step};

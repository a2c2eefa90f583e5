//! Releases of the program on this machine. A newer one is fetched beside the one that runs and
//! waits; it takes over between two visits, never during one.

use super::{Effect, Model, Stage};
use crate::report::short_seal;

/// The releases that the browser keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    /// The one that serves this page; none before the first was kept whole.
    pub running: Option<ReleaseName>,
    /// A newer one, or an older one that was deployed again, whole and ready to take over.
    pub waiting: Option<ReleaseName>,
}

/// What became of a wish for the newest release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The server was asked.
    Looking,
    /// There is another one, and it is being fetched.
    Coming,
    /// This one is the newest.
    Newest,
    /// The server could not be asked, or the release did not come whole.
    Failed,
    /// The browser keeps no release on this machine: a reload fetches the newest.
    NotKept,
}

/// What a release is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReleaseName {
    /// Version of the program.
    pub version: String,
    /// Digest of the list of its files, in hex: two releases with the same one are the same.
    pub digest: String,
}

impl ReleaseName {
    /// As people compare it: `0.1.0 (7F3A-91C2)`.
    #[must_use]
    pub fn short(&self) -> String {
        format!("{} ({})", self.version, short_seal(&self.digest))
    }
}

/// The browser says which releases there are.
pub(super) fn found(model: &mut Model, release: Release) -> Vec<Effect> {
    model.release = release;
    // The one that was coming did not come whole.
    if model.staff.sought == Some(Sought::Coming) && model.release.waiting.is_none() {
        model.staff.sought = Some(Sought::Failed);
    }
    settle(model)
}

/// Another release has taken over from the one that this page is of. Under a visit the page stays
/// what it is; the files that it may still need are kept.
pub(super) fn taken(model: &mut Model) -> Vec<Effect> {
    model.superseded = true;
    settle(model)
}

/// Becomes the newest release that is there, when nobody is.
pub(super) fn settle(model: &Model) -> Vec<Effect> {
    if !is_free(model) {
        Vec::new()
    } else if model.superseded {
        vec![Effect::Reload { receipt: model.receipt.is_some() }]
    } else if model.release.waiting.is_some() {
        vec![Effect::TakeRelease]
    } else {
        Vec::new()
    }
}

/// Looks for another release, when nobody is there.
pub(super) fn look(model: &Model) -> Vec<Effect> {
    if is_free(model) { vec![Effect::LookForRelease] } else { Vec::new() }
}

/// Staff wants the newest now: it takes over, or is looked for and then takes over.
pub(super) fn update_now(model: &mut Model) -> Vec<Effect> {
    model.staff.sought = Some(Sought::Looking);
    let taken = settle(model);
    if taken.is_empty() { look(model) } else { taken }
}

/// What the server answered to staff who asked for the newest.
pub(super) fn sought(model: &mut Model, answer: Sought) -> Vec<Effect> {
    if model.staff.sought == Some(Sought::Looking) {
        model.staff.sought = Some(answer);
    }
    Vec::new()
}

/// Whether nobody is there: no visit is on, none is being cleared, and no staff reads its menu,
/// unless they wait for the newest release there.
fn is_free(model: &Model) -> bool {
    let stage = matches!(model.stage, Stage::Ready(_) | Stage::Failed(_));
    stage && (!model.staff.is_open() || model.staff.sought.is_some())
}

//! What the deployment decides: the file `tijian.json` beside the page.

use serde::{Deserialize, Serialize};

use crate::questionnaire::Office;

/// The configuration of a deployment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Deployment {
    /// Address under which the public finds this program, for codes that a phone opens; without
    /// it no code is offered.
    pub public_address: Option<String>,
    /// What may be taken away besides paper; nothing unless it is named.
    pub outputs: Vec<Output>,
    /// Who helps here: names, addresses, numbers. None is shipped.
    pub offices: Vec<Office>,
}

/// A way to take a report away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// The firm's own file, which opens in any browser and in this program.
    File,
    /// A document for a word processor.
    Word,
    /// The deadlines for a calendar.
    Calendar,
    /// Plain text.
    Text,
    /// The report as data.
    Data,
    /// A code that a phone reads.
    Code,
}

impl Deployment {
    /// Whether an output is offered.
    #[must_use]
    pub fn offers(&self, output: Output) -> bool {
        self.outputs.contains(&output) && (output != Output::Code || self.public_address.is_some())
    }
}

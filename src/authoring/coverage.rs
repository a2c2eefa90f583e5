//! How much each pack holds, and how far the law behind it was read.

use crate::questionnaire::{Source, Status};

/// The counts of one pack, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Id of the pack.
    pub pack: String,
    /// Questions.
    pub items: usize,
    /// Choices of all questions.
    pub options: usize,
    /// Findings.
    pub findings: usize,
    /// Citations of questions and findings.
    pub citations: usize,
    /// Findings whose articles were all read.
    pub verified: usize,
    /// Findings that rest in part on a text that was not read.
    pub partly: usize,
    /// Findings whose text was not read.
    pub unverified: usize,
    /// Questions that the quick check asks too.
    pub quick: usize,
}

/// One row a pack, in the order given.
#[must_use]
pub fn coverage(sources: &[Source]) -> Vec<Coverage> {
    sources.iter().map(row).collect()
}

fn row(source: &Source) -> Coverage {
    let pack = &source.pack;
    let with = |status: Status| pack.findings.iter().filter(|rule| rule.status == status).count();
    let basis = pack.items().map(|item| item.basis.len());
    Coverage {
        pack: pack.id.clone(),
        items: pack.items().count(),
        options: pack.items().map(|item| item.codes().len()).sum(),
        findings: pack.findings.len(),
        citations: basis.chain(pack.findings.iter().map(|rule| rule.basis.len())).sum(),
        verified: with(Status::Verified),
        partly: with(Status::Partly),
        unverified: with(Status::Unverified),
        quick: pack.items().filter(|item| item.quick).count(),
    }
}

impl Coverage {
    /// The heads of the columns.
    pub const HEADS: [&'static str; 9] = [
        "pack",
        "items",
        "options",
        "findings",
        "citations",
        "verified",
        "partly",
        "unverified",
        "quick",
    ];

    /// The numbers in the order of the heads.
    #[must_use]
    pub fn numbers(&self) -> [usize; 8] {
        [
            self.items,
            self.options,
            self.findings,
            self.citations,
            self.verified,
            self.partly,
            self.unverified,
            self.quick,
        ]
    }
}

//! The list of what to keep, finding by finding.

use super::{WORDS, part, sheet, text, ticks};
use crate::report::document::{Block, Document, words};
use crate::report::{Finding, Report};

/// What to keep, in the order of the report, with a box for each piece.
#[must_use]
pub fn evidence(report: &Report) -> Document {
    let lead = "找到一样勾一样，旁边写上放在哪里。留原件、留原来的手机和电脑，不改动，不事后另做；没有的就空着。";
    let kept: Vec<Block> =
        report.findings.iter().zip(1..).flat_map(|(found, number)| keep(found, number)).collect();
    let blocks = if kept.is_empty() {
        vec![text("没有发现问题，没有要专门留的。")]
    } else {
        [text(lead)].into_iter().chain(kept).collect()
    };
    sheet(report, "证据清单", None, vec![part("要留好的", blocks)])
}

fn keep(found: &Finding, number: usize) -> Vec<Block> {
    if found.evidence.is_empty() {
        return Vec::new();
    }
    let head = format!("{number}. 【{}】{}", words::level(found.level, WORDS), found.title);
    vec![Block::Text(head), ticks(&found.evidence)]
}

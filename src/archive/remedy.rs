//! What the firm says that it has put right, and what is to be asked again because of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::flow::Truth;
use crate::questionnaire::ItemIx;
use crate::report::{Library, build};
use crate::response::Answer;
use crate::risk::{Check, Grade, grade};

/// What the figures with marks rest on; it stands beside them wherever they are shown.
pub const SELF_REPORTED: &str = "整改情况由企业自报，没有重新体检，不改变原报告";

/// One finding that the firm says it has put right. It never changes a sealed report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remedy {
    /// Id of the finding.
    pub finding: String,
    /// Day on which it was put right.
    pub on: NaiveDate,
    /// Who says so.
    #[serde(default)]
    pub by: String,
    /// What shows it.
    #[serde(default)]
    pub note: String,
    /// What later versions add.
    #[serde(flatten)]
    pub more: BTreeMap<String, Value>,
}

/// What the figures would be without the findings that are marked. 企业自报: see [`SELF_REPORTED`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndexAfter {
    /// The index of the check.
    pub before: Option<u32>,
    /// The index without the marked findings.
    pub after: Option<u32>,
    /// The verdict of the check.
    pub grade_before: Grade,
    /// The verdict without the marked findings.
    pub grade_after: Grade,
    /// The findings that were left out, worst first.
    pub counted: Vec<String>,
    /// Marks that do not count: of a finding that the check does not have, or made before its day.
    pub ignored: Vec<String>,
    /// [`SELF_REPORTED`].
    pub basis: &'static str,
}

/// The figures of a check without the findings that were put right on its day or since.
#[must_use]
pub fn index_after(check: &Check, library: &Library, remedies: &[Remedy]) -> IndexAfter {
    let report = build(check, library);
    let marked: BTreeSet<&str> = remedies
        .iter()
        .filter(|remedy| remedy.on >= report.on)
        .map(|remedy| remedy.finding.as_str())
        .collect();
    let is_marked = |id: &str| marked.contains(id);
    let counted = report.findings.iter().filter(|finding| is_marked(&finding.id));
    let left = report.findings.iter().filter(|finding| !is_marked(&finding.id));
    let mut tally = check.board().tally();
    tally.triggered -= counted.clone().map(|finding| finding.score).sum::<u32>();
    let counted: Vec<String> = counted.map(|finding| finding.id.clone()).collect();
    let all: BTreeSet<&String> = remedies.iter().map(|remedy| &remedy.finding).collect();
    IndexAfter {
        before: report.index,
        after: tally.index(),
        grade_before: report.grade,
        grade_after: grade(tally, left.map(|finding| finding.level)),
        ignored: all.into_iter().filter(|id| !counted.contains(id)).cloned().collect(),
        counted,
        basis: SELF_REPORTED,
    }
}

/// The questions to ask again in a re-check, in the order of asking: those that findings rest on,
/// those without a real answer, and the start days of deadlines. The other answers are carried.
#[must_use]
pub fn recheck_items(check: &Check) -> Vec<ItemIx> {
    let (compiled, flow) = (check.compiled(), check.flow());
    let starts = |ix: ItemIx| compiled.deadlines.iter().any(|node| node.from == ix);
    // What may be left out and leads to nothing, such as the firm's name, is not asked for again.
    let open = |ix: &ItemIx| match flow.answer(*ix) {
        None => compiled.item(*ix).required || starts(*ix),
        answer => answer == Some(&Answer::Unknown),
    };
    let mut items: BTreeSet<ItemIx> = flow.path().filter(open).collect();
    for ix in check.triggered() {
        items.extend(flow.reasons(compiled, &compiled.findings.at(ix).when));
    }
    for node in compiled.deadlines.iter() {
        if flow.answer(node.from).is_some() && flow.all(compiled, &node.when) == Truth::True {
            items.insert(node.from);
        }
    }
    items.into_iter().collect()
}

//! Deadlines that run from the answers, and the findings that a missed one makes red.

use crate::flow::Truth;
use crate::law::DeadlineRule;
use crate::questionnaire::DeadlineNode;
use crate::response::Answer;
use crate::risk::{Check, Level};

use super::{Deadline, DeadlineState, Finding, Library, build};

/// Days ahead within which a deadline is soon.
const SOON: i64 = 30;

/// Every deadline whose start day was answered, the earliest first.
pub(super) fn of(check: &Check, library: &Library) -> Vec<Deadline> {
    let today = check.flow().today();
    let mut deadlines: Vec<Deadline> = check
        .compiled()
        .deadlines
        .iter()
        .filter_map(|node| {
            let rule = library.deadlines.find(&node.rule)?;
            rule.in_force(today).then(|| deadline(check, library, node, rule)).flatten()
        })
        .collect();
    // Stable: what is due on the same day stays in the order of asking.
    deadlines.sort_by_key(|deadline| deadline.due);
    deadlines
}

/// A missed deadline makes the finding that it raises red, where that finding is there.
pub(super) fn raise(findings: &mut [Finding], deadlines: &[Deadline]) {
    for deadline in deadlines.iter().filter(|one| one.state == DeadlineState::Passed) {
        for finding in findings.iter_mut() {
            if finding.deadline.is_none() && deadline.raises.as_ref() == Some(&finding.id) {
                finding.level = Level::Red;
                finding.deadline = Some(deadline.id.clone());
            }
        }
    }
}

fn deadline(
    check: &Check,
    library: &Library,
    node: &DeadlineNode,
    rule: &DeadlineRule,
) -> Option<Deadline> {
    let (compiled, flow) = (check.compiled(), check.flow());
    if flow.all(compiled, &node.when) != Truth::True {
        return None;
    }
    let Some(Answer::Day(start)) = flow.answer(node.from) else { return None };
    let due = rule.due(*start, &library.calendar)?;
    let days_left = (due.day - flow.today()).num_days();
    let basis = |citation| build::basis(check, &library.laws, citation);
    Some(Deadline {
        id: node.id.clone(),
        title: rule.title.clone(),
        due: due.day,
        days_left,
        state: DeadlineState::of(days_left),
        basis: rule.basis.iter().map(basis).collect(),
        start: *start,
        start_is: rule.start.clone(),
        counted: due.counted,
        calendar_known: due.calendar_known,
        status: rule.status,
        note: rule.note.clone(),
        raises: node.raises.map(|ix| compiled.findings.at(ix).rule.id.clone()),
    })
}

impl DeadlineState {
    fn of(days_left: i64) -> Self {
        match days_left {
            ..0 => Self::Passed,
            0 => Self::Today,
            1..=SOON => Self::Soon,
            _ => Self::Ahead,
        }
    }
}

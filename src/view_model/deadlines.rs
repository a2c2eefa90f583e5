//! The deadlines of a report in words.

use crate::law::deadline::chinese_day;
use crate::questionnaire::Status;
use crate::report::{Deadline, DeadlineState, Finding, Report};

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineView {
    /// What is to be done, or what ends.
    pub title: String,
    /// The last day.
    pub due: String,
    /// How many days are left, or have passed.
    pub left: String,
    /// How near it is.
    pub state: DeadlineState,
    /// Articles.
    pub basis: String,
    /// How the last day was counted.
    pub counted: String,
    /// What else to know.
    pub note: Option<String>,
}

pub(super) fn all(report: &Report) -> Vec<DeadlineView> {
    report.deadlines.iter().map(view).collect()
}

fn view(deadline: &Deadline) -> DeadlineView {
    let labels: Vec<&str> = deadline.basis.iter().map(|basis| basis.label.as_str()).collect();
    let unsure = match deadline.status {
        Status::Verified => "",
        Status::Partly => "部分依据未读到原文，以现行规定为准。",
        Status::Unverified => "依据未经核对，以现行规定为准。",
    };
    let note = format!("{}{unsure}", deadline.note.as_deref().unwrap_or_default());
    DeadlineView {
        title: deadline.title.clone(),
        due: chinese_day(deadline.due),
        left: left(deadline.days_left),
        state: deadline.state,
        basis: labels.join("、"),
        counted: format!("起算日：{}。{}", deadline.start_is, deadline.counted),
        note: (!note.is_empty()).then_some(note),
    }
}

fn left(days: i64) -> String {
    match days {
        ..0 => format!("已过 {} 天", days.unsigned_abs()),
        0 => "就是今天".to_owned(),
        _ => format!("还有 {days} 天"),
    }
}

/// That a missed deadline made a finding red, for its working line.
pub(super) fn raised(report: &Report, finding: &Finding) -> String {
    let Some(id) = &finding.deadline else { return String::new() };
    let missed = report.deadlines.iter().find(|deadline| deadline.id == *id);
    missed
        .map(|missed| {
            let day = chinese_day(missed.due);
            format!("；“{}”的期限 {day} 已经过了，按规则为红", missed.title)
        })
        .unwrap_or_default()
}

//! The list for the wall: what to do, who, by when, done.

use super::{BLANK, WORDS, deadline, part, row, sheet, table, text};
use crate::law::deadline::chinese_day;
use crate::report::document::{Block, Document, Row, words};
use crate::report::{Finding, Report};

/// What to put right, in the order of the report, with room for a name, a day and a tick.
#[must_use]
pub fn remediation(report: &Report) -> Document {
    let lead = "做完一项勾一项，写上负责的人。没有法定期限的，自己定一天。";
    let blocks = if report.findings.is_empty() {
        vec![text("没有发现要整改的问题。")]
    } else {
        let rows =
            report.findings.iter().zip(1..).map(|(found, number)| line(report, found, number));
        let head = ["编号", "谁来做", "什么时候前", "做完", "做什么"];
        vec![text(lead), table(head, rows.collect())]
    };
    let note = Block::Note(
        "只贴在自己人看得到的地方。内容是自填后的初筛结果，不是法律意见；法律咨询 12348。"
            .to_owned(),
    );
    sheet(
        report,
        "整改清单",
        None,
        vec![part("要做的", blocks.into_iter().chain([note]).collect())],
    )
}

fn line(report: &Report, found: &Finding, number: usize) -> Row {
    let steps = found.treatment.iter().zip(1..);
    let step = steps.map(|(step, at)| {
        format!("{at}. {}（{}）", step.action, words::effort(step.effort, WORDS))
    });
    row(
        [
            number.to_string(),
            String::new(),
            by(report, found),
            "☐".to_owned(),
            format!("【{}】{}", words::level(found.level, WORDS), found.title),
        ],
        step.collect(),
    )
}

/// The last day by law, or a blank.
fn by(report: &Report, found: &Finding) -> String {
    match deadline(report, found) {
        Some(deadline) if deadline.days_left < 0 => {
            format!("{}，马上做", (WORDS.figures.left)(deadline.days_left))
        }
        Some(deadline) => chinese_day(deadline.due),
        None => BLANK.chars().take(4).collect(),
    }
}

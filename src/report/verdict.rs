//! The verdict as a sentence: what is happening, and how much of it.

use crate::risk::{Grade, LEAST_COVERAGE, Level};

use super::Finding;

/// One sentence for a grade, the findings and the number of questions left open.
pub(super) fn sentence(grade: Grade, findings: &[Finding], open: usize) -> String {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let (red, orange) = (count(Level::Red), count(Level::Orange));
    let word = grade.word();
    match grade {
        Grade::Insufficient => {
            let found = match red {
                0 => String::new(),
                red => format!("；已经发现 {red} 项红色风险，请先处理"),
            };
            format!("{word}：覆盖率不到 {LEAST_COVERAGE}%，还有 {open} 题要查清{found}")
        }
        Grade::Urgent if orange > 0 => {
            format!("{word}：发现 {red} 项红色风险，另有 {orange} 项橙色风险")
        }
        Grade::Urgent => format!("{word}：发现 {red} 项红色风险"),
        Grade::Improve | Grade::Watch if orange > 0 => {
            format!("{word}：没有红色风险，有 {orange} 项橙色风险要安排处理")
        }
        Grade::Improve | Grade::Watch => {
            format!("{word}：没有红色和橙色风险，有 {} 项可以改进", findings.len())
        }
        Grade::Good if findings.is_empty() => format!("{word}：问到的事项里没有发现问题"),
        Grade::Good => {
            format!("{word}：没有红色和橙色风险，有 {} 项可以改进", findings.len())
        }
    }
}

//! `tijian recall`.

use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::read_json_file;
use tijian::report::recall::{OldReport, recall};

pub(crate) fn run(report: &Path, packs: &Path, today: NaiveDate) -> Result<(), String> {
    let report: OldReport = read_json_file(report)?;
    let laws = crate::load_good(packs, today)?.library.laws;
    let recalled = recall(&report, &laws, today);
    for finding in &recalled {
        crate::say(&format!("{} {}", finding.id, finding.title));
        for reason in &finding.reasons {
            crate::say(&format!("  {reason}"));
        }
    }
    let (count, of) = (recalled.len(), report.findings.len());
    let on = report.on;
    crate::say(&format!("{on} 的报告，{of} 项发现，按 {today} 的法规有 {count} 项要重新核对"));
    Ok(())
}

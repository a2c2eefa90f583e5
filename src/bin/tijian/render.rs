//! `tijian render`: a report in another format.

use std::path::Path;

use clap::ValueEnum;
use tijian::authoring::read_limited;
use tijian::report::ics;

/// What a report can be turned into.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// 期限日历（iCalendar），可导入手机和电脑的日历
    Ics,
}

pub(crate) fn run(report: &Path, to: Format) -> Result<(), String> {
    let text = read_limited(report)?;
    let shown = report.display();
    match to {
        Format::Ics => {
            let wrong = |error| format!("{shown}: 不是本程序的报告（{error}）");
            print!("{}", ics::from_json(&text).map_err(wrong)?);
        }
    }
    Ok(())
}

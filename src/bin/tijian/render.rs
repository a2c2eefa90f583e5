//! `tijian render`: a report in another format.

use std::path::Path;

use clap::ValueEnum;
use tijian::authoring::read_json_file;
use tijian::report::{Document, Library, Report, html, ics, text};

/// What a report can be turned into.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// 网页，一个文件，不联网也能看
    Html,
    /// 纯文字
    Text,
    /// 期限日历（iCalendar），可导入手机和电脑的日历
    Ics,
}

pub(crate) fn run(report: &Path, to: Format, library: &Library) -> Result<(), String> {
    let report: Report = read_json_file(report)?;
    let document = || Document::of(&report, library);
    print!(
        "{}",
        match to {
            Format::Html => html::render(&document()),
            Format::Text => text::render(&document()),
            Format::Ics => ics::render(&report),
        }
    );
    Ok(())
}

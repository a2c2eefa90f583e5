//! `tijian render`: a report in another format.

use std::io::{IsTerminal, Write};
use std::path::Path;

use clap::ValueEnum;
use tijian::authoring::read_json_file;
use tijian::report::{Document, Library, Report, docx, html, ics, text};

/// What a report can be turned into.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// 网页，一个文件，不联网也能看
    Html,
    /// 纯文字
    Text,
    /// 期限日历（iCalendar），可导入手机和电脑的日历
    Ics,
    /// Word 文件，可以修改、批注
    Docx,
}

pub(crate) fn run(
    report: &Path,
    to: Format,
    out: Option<&Path>,
    library: &Library,
) -> Result<(), String> {
    let report: Report = read_json_file(report)?;
    let document = || Document::of(&report, library);
    let bytes = match to {
        Format::Html => html::render(&document()).into_bytes(),
        Format::Text => text::render(&document()).into_bytes(),
        Format::Ics => ics::render(&report).into_bytes(),
        Format::Docx => docx::render(&document()).map_err(|error| error.to_string())?,
    };
    let Some(file) = out else { return print(&bytes, to) };
    std::fs::write(file, bytes).map_err(|error| format!("{} 写不进去：{error}", file.display()))
}

/// To standard output. A reader that has gone away is no failure.
fn print(bytes: &[u8], to: Format) -> Result<(), String> {
    let mut out = std::io::stdout();
    if to == Format::Docx && out.is_terminal() {
        return Err("Word 文件不是文字，不能显示在终端里；用 --out 写明文件名".to_owned());
    }
    let _ = out.write_all(bytes).and_then(|()| out.flush());
    Ok(())
}

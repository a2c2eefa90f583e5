//! Reads the table: all of it, or what is wrong with it by line.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{District, Terminal, cell};
use crate::deployment::{DelaySettings, Settings, TerminalFile, TerminalId};

/// The columns, in their order; the first line of the table names them.
pub const HEADER: [&str; 10] = [
    "terminal",
    "district",
    "justice_office",
    "mode",
    "printer",
    "outputs",
    "idle",
    "warning",
    "report",
    "printed",
];

/// The terminals of a table, for a deployment whose file has this text. Lines that begin with `#`
/// are remarks.
///
/// # Errors
/// Everything that is wrong, each with its line, as `第 N 行：…`.
pub fn read(
    bytes: &[u8],
    districts: &[District],
    deployment: &str,
) -> Result<Vec<Terminal>, Vec<String>> {
    let text = decoded(bytes).map_err(|why| vec![why])?;
    let mut table = Table { districts, deployment, lines: BTreeMap::new() };
    let (mut terminals, mut problems) = (Vec::new(), Vec::new());
    let mut header = false;
    // Line by line, so that each fault has the number that an editor shows.
    for (line, text) in (1_u64..).zip(text.lines()) {
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        let row = match record(text) {
            Ok(record) if !header => {
                header = true;
                if record == HEADER[..] {
                    continue;
                }
                Err(vec![format!("表头要写 {}", HEADER.join(","))])
            }
            Ok(record) => table.row(&record, line),
            Err(error) => Err(vec![format!("读不懂（{error}）")]),
        };
        match row {
            Ok(terminal) => terminals.push(terminal),
            Err(why) => problems.extend(why.iter().map(|why| format!("第 {line} 行：{why}"))),
        }
    }
    if terminals.is_empty() && problems.is_empty() {
        problems.push("表里没有终端".to_owned());
    }
    if problems.is_empty() { Ok(terminals) } else { Err(problems) }
}

/// The cells of one line.
fn record(line: &str) -> Result<StringRecord, csv::Error> {
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(line.as_bytes());
    let mut record = StringRecord::new();
    reader.read_record(&mut record)?;
    Ok(record)
}

/// The text of the file; spreadsheets write more encodings than one.
fn decoded(bytes: &[u8]) -> Result<&str, String> {
    const SAVE_AS: &str = "请在表格软件里另存为“CSV UTF-8（逗号分隔）”";
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(format!("这是 UTF-16 的文件。{SAVE_AS}。"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("第 {line} 行：不是 UTF-8，多半是 GBK。{SAVE_AS}。")
    })?;
    // The mark with which spreadsheets begin a UTF-8 file.
    Ok(text.trim_start_matches('\u{feff}'))
}

struct Table<'a> {
    districts: &'a [District],
    deployment: &'a str,
    /// The line of each terminal that was read.
    lines: BTreeMap<TerminalId, u64>,
}

impl Table<'_> {
    fn row(&mut self, record: &StringRecord, line: u64) -> Result<Terminal, Vec<String>> {
        let cells: Vec<&str> = record.iter().collect();
        let Ok(cells) = <[&str; HEADER.len()]>::try_from(cells) else {
            let (found, wanted) = (record.len(), HEADER.len());
            return Err(vec![format!("有 {found} 列，要 {wanted} 列")]);
        };
        let mut problems = Vec::new();
        let terminal = self.terminal(cells, &mut problems);
        let Some(terminal) = terminal.filter(|_| problems.is_empty()) else {
            return Err(problems);
        };
        if let Some(first) = self.lines.insert(terminal.file.terminal.clone(), line) {
            let id = terminal.file.terminal.as_str();
            problems.push(format!("终端编号 {id} 和第 {first} 行重复"));
        }
        problems.extend(terminal.problems(self.deployment));
        if problems.is_empty() { Ok(terminal) } else { Err(problems) }
    }

    /// The terminal of a row; nothing when a cell is wrong, and then every wrong cell is named.
    fn terminal(
        &self,
        [id, district, office, mode, printer, outputs, idle, warning, report, printed]: [&str;
            HEADER
                .len(
                )],
        problems: &mut Vec<String>,
    ) -> Option<Terminal> {
        let id = good(cell::terminal(id), problems);
        let district = good(cell::district(district, self.districts), problems);
        let office = good(cell::name("justice_office", office), problems);
        let mode = good(cell::word("mode", mode), problems);
        let printer = good(cell::printer(printer), problems);
        let outputs = good(cell::outputs(outputs), problems);
        let mut seconds = |column, text| good(cell::seconds(column, text), problems);
        let delays = DelaySettings {
            idle: seconds("idle", idle)?,
            warning: seconds("warning", warning)?,
            report: seconds("report", report)?,
            printed: seconds("printed", printed)?,
        };
        let district = district?;
        let settings = Settings {
            mode: Some(mode?),
            justice_office: Some(office?),
            district: Some(district.code.clone()),
            delays,
            printer: Some(printer?),
            outputs: Some(outputs?),
            ..Settings::default()
        };
        Some(Terminal { file: TerminalFile { terminal: id?, settings }, district })
    }
}

fn good<T>(cell: Result<T, String>, problems: &mut Vec<String>) -> Option<T> {
    cell.map_err(|why| problems.push(why)).ok()
}

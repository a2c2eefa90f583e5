//! The table of terminals: what is made of it, and what is refused, by line.

use std::collections::BTreeSet;

use tijian::deployment::{Deployment, Named, Place, TerminalId};
use tijian::fleet::{Address, District, HEADER, Terminal, districts, read, summary};

use crate::support::compiled;

const SAMPLE: &str = include_str!("../../deploy/samples/terminals.csv");
const DEPLOYMENT: &str = include_str!("../../deploy/samples/tijian.json");

fn all_districts() -> Vec<District> {
    districts(&compiled())
}

fn sample() -> Vec<Terminal> {
    read(SAMPLE.as_bytes(), &all_districts(), DEPLOYMENT).expect("a good table")
}

fn refused(table: &[u8]) -> Vec<String> {
    read(table, &all_districts(), DEPLOYMENT).expect_err("a bad table")
}

/// A good row but for one cell.
fn row(column: &str, cell: &str) -> String {
    let good = ["t-1", "和平区", "样例司法所", "terminal", "", "code", "", "", "", ""];
    let cells: Vec<&str> = HEADER
        .iter()
        .zip(good)
        .map(|(name, good)| if *name == column { cell } else { good })
        .collect();
    cells.join(",")
}

fn table(rows: &[&str]) -> String {
    format!("{}\n{}\n", HEADER.join(","), rows.join("\n"))
}

#[test]
fn every_sample_terminal_is_read_by_the_page_without_a_problem() {
    let terminals = sample();
    assert_eq!(terminals.len(), 176);
    let ids: BTreeSet<&TerminalId> = terminals.iter().map(|one| &one.file.terminal).collect();
    assert_eq!(ids.len(), 176);
    let places: BTreeSet<&str> = terminals.iter().map(|one| &*one.district.code).collect();
    assert_eq!(places.len(), 13);
    for terminal in &terminals {
        let id = terminal.file.terminal.clone();
        assert!(id.as_str().starts_with("sample-"), "invented, and says so");
        let file = Some(terminal.json().unwrap());
        let held = Deployment::of(Some(DEPLOYMENT), Some(Named { id: Some(id.clone()), file }));
        assert_eq!(held.problems, Vec::<String>::new());
        assert_eq!(held.terminal, Some(id));
        assert_eq!(held.justice_office, terminal.file.settings.justice_office);
        assert_eq!(Some(held.mode), terminal.file.settings.mode);
        assert_eq!(Some(&held.outputs), terminal.file.settings.outputs.as_ref());
    }
}

#[test]
fn the_launch_file_is_one_line_that_a_shell_and_systemd_read_alike() {
    let address = Address::new("http://127.0.0.1:8080").unwrap();
    let launch = sample()[0].launch(&address);
    let lines: Vec<&str> = launch.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["TIJIAN_URL=\"http://127.0.0.1:8080/?terminal=sample-heping-01\""]);
    for wrong in [
        "tijian.example",
        "https://",
        "https://a/?b",
        "https://a/#b",
        "https://a/$(b)",
        "https://a\"b",
    ] {
        assert!(Address::new(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_summary_counts_by_district() {
    let summary = summary(&sample(), &all_districts());
    let lines: Vec<Vec<&str>> =
        summary.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines.len(), 15);
    assert_eq!(lines[0], ["区县", "终端", "公用", "单位", "律师", "无打印机"]);
    assert_eq!(lines[1], ["和平区", "14", "13", "0", "1", "2"]);
    assert_eq!(lines[14], ["合计", "176", "163", "0", "13", "26"]);
}

#[test]
fn a_bad_row_is_refused_by_its_line() {
    let long = "a".repeat(41);
    for (column, cell, said) in [
        ("terminal", "", "终端编号"),
        ("terminal", "T-1", "终端编号"),
        ("terminal", "a/../b", "终端编号"),
        ("terminal", &*long, "终端编号"),
        ("district", "北京市", "没有区县“北京市”"),
        ("district", "", "没有区县“”"),
        ("justice_office", "", "justice_office 没有填"),
        ("justice_office", "=HYPERLINK(1)", "不能用的符号"),
        ("justice_office", "-1", "不能用的符号"),
        ("justice_office", "@所", "不能用的符号"),
        ("justice_office", "所<script>", "不能用的符号"),
        ("justice_office", "所`rm`", "不能用的符号"),
        ("justice_office", "所$HOME", "不能用的符号"),
        ("justice_office", "所\u{202e}", "不能用的符号"),
        ("mode", "kiosk", "mode：不认识“kiosk”"),
        ("mode", "", "mode：不认识“”"),
        ("printer", "a;b", "不能用的符号"),
        ("outputs", "code fax", "outputs：不认识“fax”"),
        ("idle", "many", "idle：“many”不是整数"),
        ("idle", "-180", "不是整数"),
        ("idle", "119", "idle 要是 120 到 300 的整数"),
        ("warning", "61", "warning 要是 20 到 60 的整数"),
    ] {
        // A remark and an empty line count as lines.
        let text = format!("# 样例\n{}\n", table(&["", &row(column, cell)]));
        let problems = refused(text.as_bytes());
        assert_eq!(problems.len(), 1, "{column} {cell}: {problems:?}");
        assert!(problems[0].starts_with("第 4 行：") && problems[0].contains(said), "{problems:?}");
    }
}

#[test]
fn what_the_deployment_does_not_open_is_refused() {
    let strict = read(table(&[&row("", "")]).as_bytes(), &all_districts(), "{}").unwrap_err();
    assert!(strict[0].contains("tijian.json 没有开放的方式"), "{strict:?}");
}

#[test]
fn every_bad_row_is_named_at_once() {
    let rows = [&*row("", ""), &row("", ""), "t-2,和平区", &row("terminal", "t-3")];
    let problems = refused(table(&rows).as_bytes());
    assert_eq!(problems, ["第 3 行：终端编号 t-1 和第 2 行重复", "第 4 行：有 2 列，要 10 列"]);
    let wide = format!("{},", row("", ""));
    assert_eq!(refused(table(&[&wide]).as_bytes()), ["第 2 行：有 11 列，要 10 列"]);
    let both = row("terminal", "X").replace("terminal,", "kiosk,");
    assert_eq!(refused(table(&[&both]).as_bytes()).len(), 2, "each wrong cell of a row");
    assert!(refused(b"id,district\n")[0].contains("第 1 行：表头"));
    assert_eq!(refused(table(&[]).as_bytes()), ["表里没有终端"]);
    assert_eq!(refused(b""), ["表里没有终端"]);
}

#[test]
fn what_spreadsheets_write_is_read_or_named() {
    let good = table(&[&row("justice_office", "\"样例,所\"")]);
    assert!(
        refused(good.as_bytes())[0].contains("不能用的符号"),
        "a comma inside quotes is one cell"
    );
    let marked = format!("\u{feff}{}", table(&[&row("", "")])).replace('\n', "\r\n");
    assert_eq!(read(marked.as_bytes(), &all_districts(), DEPLOYMENT).unwrap().len(), 1);

    // 和平区 in GBK, on the third line.
    let mut gbk = format!("{}\n{}\nt-2,", HEADER.join(","), row("", "")).into_bytes();
    gbk.extend([0xba, 0xcd, 0xc6, 0xbd, 0xc7, 0xf8]);
    let said = refused(&gbk);
    assert!(
        said.len() == 1 && said[0].starts_with("第 3 行：") && said[0].contains("GBK"),
        "{said:?}"
    );
    let utf16: Vec<u8> = "\u{feff}terminal".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused(&utf16)[0].contains("UTF-16"));
}

#[test]
fn a_terminal_is_what_its_row_says() {
    let text = table(&["t-1,xinmin,样例所,desk,无,,300,20,,30"]);
    let [terminal] = &*read(text.as_bytes(), &all_districts(), DEPLOYMENT).unwrap() else {
        panic!()
    };
    assert_eq!(terminal.district.name, "新民市");
    let file = Some(terminal.json().unwrap());
    let held = Deployment::of(Some(DEPLOYMENT), Some(Named { id: TerminalId::new("t-1"), file }));
    assert_eq!((held.mode, held.outputs.len()), (Place::Desk, 0));
    assert!(!held.printer.fitted);
    let delays = held.delays;
    assert_eq!((delays.idle, delays.warning, delays.report, delays.printed), (300, 20, 90, 30));
}

//! The table of what was made: by district, with totals.

use super::{District, Terminal};
use crate::deployment::{Place, Printer};

/// The columns of numbers.
const COLUMNS: [&str; 5] = ["终端", "公用", "单位", "律师", "无打印机"];
/// Width of the first column and of the others, in halves of a Chinese character.
const FIRST: usize = 14;
const OTHERS: usize = 10;

/// One line for each district that has terminals, in the order of the districts, and the totals.
#[must_use]
pub fn summary(terminals: &[Terminal], districts: &[District]) -> String {
    let header = line("区县", &COLUMNS.map(str::to_owned));
    let rows = districts.iter().filter_map(|district| {
        let own: Vec<&Terminal> =
            terminals.iter().filter(|terminal| terminal.district == *district).collect();
        (!own.is_empty()).then(|| numbers(&district.name, &own))
    });
    let all: Vec<&Terminal> = terminals.iter().collect();
    let lines: Vec<String> =
        std::iter::once(header).chain(rows).chain([numbers("合计", &all)]).collect();
    lines.join("\n")
}

fn numbers(name: &str, terminals: &[&Terminal]) -> String {
    let of = |mode| {
        let own = |terminal: &&&Terminal| terminal.file.settings.mode == Some(mode);
        terminals.iter().filter(own).count()
    };
    let bare = |terminal: &&&Terminal| {
        terminal.file.settings.printer == Some(Printer { fitted: false, name: None })
    };
    let counts = [
        terminals.len(),
        of(Place::Terminal),
        of(Place::Office),
        of(Place::Desk),
        terminals.iter().filter(bare).count(),
    ];
    line(name, &counts.map(|count| count.to_string()))
}

fn line(first: &str, others: &[String; COLUMNS.len()]) -> String {
    let pad = |width: usize, text: &str| " ".repeat(width.saturating_sub(wide(text)));
    let others: String = others.iter().map(|text| format!("{}{text}", pad(OTHERS, text))).collect();
    format!("{first}{}{others}", pad(FIRST, first))
}

/// Width on a terminal's screen: Chinese characters take two places.
fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

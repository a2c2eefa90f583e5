//! The firm's file in words: what was opened, how the firm fares over time, what it put right.

use super::compare::{Comparison, Line, compare};
use super::open::{Opened, OpenedCheck};
use super::remedy::{IndexAfter, Remedy, index_after};
use crate::law::deadline::chinese_day;
use crate::questionnaire::Compiled;
use crate::report::document::{Block, Document, Part, PartId, Row, Table};
use crate::report::{Library, Report, short_seal};
use crate::risk::{Check, Grade};

/// The document of an opened file.
#[must_use]
pub fn document(opened: &Opened, library: &Library) -> Document {
    let last = opened.checks.last();
    let compared = match opened.checks.as_slice() {
        [.., old, new] => Some(compare((&old.check, &old.report), (&new.check, &new.report))),
        _ => None,
    };
    let mut parts = vec![part("文件是否可信", trust(opened))];
    parts.push(part("历次体检", trend(opened)));
    parts.extend(compared.iter().flat_map(progress));
    if let Some(last) = last {
        parts.push(part("整改情况", remedies(last, library, &opened.envelope.remedies)));
        parts.push(part("体检以后变了的法规", recalled(last)));
    }
    parts.push(part("没有搬过来的回答", lost(opened)));
    let named = |check: &Check| {
        let ix = check.compiled().find("profile.name")?;
        Some(check.flow().answer(ix)?.inline(check.compiled().item(ix)))
    };
    let draft = opened.draft.as_ref().and_then(|draft| named(&draft.check));
    let firm = draft.or_else(|| named(&last?.check));
    Document {
        title: "企业法治档案".to_owned(),
        firm: firm.unwrap_or_else(|| "（未填企业名称）".to_owned()),
        meta: Vec::new(),
        foot: "企业法治档案 · 由企业自己保存".to_owned(),
        parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
    }
}

fn part(heading: &str, blocks: Vec<Block>) -> Part {
    Part { id: PartId::Sheet, heading: heading.to_owned(), blocks }
}

/// The points as a list; nothing where there are none.
fn list(lines: Vec<String>) -> Vec<Block> {
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

fn trust(opened: &Opened) -> Vec<Block> {
    let mut lines: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    for check in &opened.checks {
        let (day, seal) = (chinese_day(check.report.on), short_seal(&check.seal));
        let with = if check.original.is_some() { "用当时的问卷核对，" } else { "" };
        lines.push(format!("{day} 的报告（封印 {seal}）：{with}{}", check.integrity));
        lines.extend(check.differences.iter().map(ToString::to_string));
    }
    let holds = "文件没有发现改动。结论不采信文件里写的，都是按其中的回答重新算的。";
    let lead = if opened.holds() {
        holds
    } else {
        "请注意下面几点。结论都是按其中的回答重新算的。"
    };
    [Block::Text(lead.to_owned())].into_iter().chain(list(lines)).collect()
}

fn trend(opened: &Opened) -> Vec<Block> {
    let rows: Vec<Row> = opened.checks.iter().map(|check| row(&check.report)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = ["日期", "指数", "覆盖率", "总评"].map(str::to_owned).to_vec();
    vec![Block::Table(Table { head, rows })]
}

fn row(report: &Report) -> Row {
    let index = report.index.filter(|_| report.grade != Grade::Insufficient);
    Row {
        cells: vec![
            chinese_day(report.on),
            shown(index),
            format!("{}%", report.coverage.unwrap_or_default()),
            report.verdict.clone(),
        ],
        more: Vec::new(),
        bar: index,
        urgency: None,
    }
}

fn shown(index: Option<u32>) -> String {
    index.map_or_else(|| "—".to_owned(), |index| index.to_string())
}

/// What became of the findings between the last two checks.
fn progress(comparison: &Comparison) -> Vec<Part> {
    let line = |line: &Line| match (line.level.before, line.level.after) {
        (Some(before), Some(after)) if before != after => {
            format!("{}（{} → {}）", line.title, before.word(), after.word())
        }
        (Some(level), _) | (None, Some(level)) => format!("{}（{}）", line.title, level.word()),
        (None, None) => line.title.clone(),
    };
    let lines = |lines: &[Line]| list(lines.iter().map(line).collect());
    let unclear = |one: &Line| {
        format!("{}：{}", one.title, one.why.map(|why| why.word()).unwrap_or_default())
    };
    let due =
        comparison.due_since.iter().map(|due| format!("{}：{}", due.title, chinese_day(due.due)));
    vec![
        part("上次以来改好的", lines(&comparison.fixed)),
        part("上次以来新出现的", lines(&comparison.new)),
        part("上次就有、现在还有的", lines(&comparison.still)),
        part("上次以来到期的", list(due.collect())),
        part("比不了的", list(comparison.not_comparable.iter().map(unclear).collect())),
    ]
}

fn remedies(last: &OpenedCheck, library: &Library, remedies: &[Remedy]) -> Vec<Block> {
    if remedies.is_empty() {
        return Vec::new();
    }
    let title = |id: &str| {
        let findings = &last.report.findings;
        let found = findings.iter().find(|found| found.id == id);
        found.map_or_else(|| id.to_owned(), |found| found.title.clone())
    };
    let line = |remedy: &Remedy| {
        let by = if remedy.by.is_empty() { String::new() } else { format!("，{}", remedy.by) };
        let note =
            if remedy.note.is_empty() { String::new() } else { format!("，{}", remedy.note) };
        format!("{}：{} 办好{by}{note}", title(&remedy.finding), chinese_day(remedy.on))
    };
    let IndexAfter { before, after, grade_before, grade_after, basis, .. } =
        index_after(&last.check, library, remedies);
    let figures = format!(
        "指数 {} → {}，总评 {} → {}。{basis}。",
        shown(before),
        shown(after),
        grade_before.word(),
        grade_after.word()
    );
    vec![Block::Text(figures), Block::List(remedies.iter().map(line).collect())]
}

fn recalled(last: &OpenedCheck) -> Vec<Block> {
    let lines = last
        .recalled
        .iter()
        .map(|recalled| format!("{}：{}", recalled.title, recalled.reasons.join("；")));
    list(lines.collect())
}

fn lost(opened: &Opened) -> Vec<Block> {
    let last = opened.checks.last().map(|check| &check.lost);
    let draft = opened.draft.as_ref().map(|draft| &draft.lost);
    let lines = draft.or(last).into_iter().flatten().map(ToString::to_string);
    list(lines.collect())
}

/// An unfinished check as a page: how far it is, and every answer.
#[must_use]
pub fn draft(check: &Check) -> Document {
    let compiled: &Compiled = check.compiled();
    let progress = check.flow().progress();
    let told = "这是没有做完的体检，不是报告。用企业法治体检程序打开这个文件，可以接着做。";
    let answers = check.answers().into_iter().map(|(ix, answer)| {
        let item = compiled.item(ix);
        (item.text.clone(), answer.display(item))
    });
    Document {
        title: "没有做完的法治体检".to_owned(),
        firm: String::new(),
        meta: vec![(
            "进度".to_owned(),
            format!("答了 {} 题，共 {} 题", progress.answered, progress.total),
        )],
        foot: "没有做完的法治体检".to_owned(),
        parts: vec![
            part("怎样接着做", vec![Block::Text(told.to_owned())]),
            part("已经答的", vec![Block::Pairs(answers.collect())]),
        ],
    }
}

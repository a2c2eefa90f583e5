//! The firm's file in words: what was opened, how the firm fares over time, what it put right.

use super::compare::{Comparison, Line, NotJudged, compare};
use super::open::{Opened, OpenedCheck};
use super::remedy::{IndexAfter, Remedy, index_after};
use crate::questionnaire::Compiled;
use crate::report::document::{Block, Document, Part, PartId, Row, Table, words};
use crate::report::{Library, Report, short_seal};
use crate::risk::{Check, Grade};
use crate::texts::{Changed, Lang, Texts};

/// The document of an opened file.
#[must_use]
pub fn document(opened: &Opened, library: &Library, lang: Lang) -> Document {
    let texts = lang.texts();
    let (last, changed) = (opened.checks.last(), &texts.file.changed);
    let compared = match opened.checks.as_slice() {
        [.., old, new] => Some(compare((&old.check, &old.report), (&new.check, &new.report))),
        _ => None,
    };
    let mut parts = vec![part(texts.file.trust.heading, trust(opened, texts))];
    parts.push(part(changed.trend, trend(opened, lang)));
    parts.extend(compared.iter().flat_map(|comparison| progress(comparison, texts)));
    if let Some(last) = last {
        let remedies = remedies(last, library, &opened.envelope.remedies, texts);
        parts.push(part(changed.remedies, remedies));
        parts.push(part(changed.recalled, recalled(last, texts)));
    }
    parts.push(part(changed.lost, lost(opened)));
    let named = |check: &Check| {
        let ix = check.compiled().find("profile.name")?;
        Some(check.flow().answer(ix)?.inline(check.compiled().item(ix)))
    };
    let draft = opened.draft.as_ref().and_then(|draft| named(&draft.check));
    let firm = draft.or_else(|| named(&last?.check));
    Document {
        lang,
        title: texts.file.title.to_owned(),
        firm: firm.unwrap_or_else(|| texts.report.no_name.to_owned()),
        meta: Vec::new(),
        foot: texts.file.foot.to_owned(),
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

fn trust(opened: &Opened, texts: &Texts) -> Vec<Block> {
    let words = &texts.file.trust;
    let mut lines: Vec<String> =
        opened.problems.iter().map(|problem| problem.text(texts)).collect();
    for check in &opened.checks {
        let (day, seal) = ((texts.report.figures.day)(check.report.on), short_seal(&check.seal));
        let said = check.integrity.text(texts);
        lines.push(match check.original {
            Some(_) => (words.report)(&day, &seal, &(words.own_packs)(said)),
            None => (words.report)(&day, &seal, said),
        });
        lines.extend(check.differences.iter().map(|difference| difference.text(texts)));
    }
    let lead = if opened.holds() { words.holds } else { words.look };
    [Block::Text(lead.to_owned())].into_iter().chain(list(lines)).collect()
}

fn trend(opened: &Opened, lang: Lang) -> Vec<Block> {
    let rows: Vec<Row> = opened.checks.iter().map(|check| row(&check.report, lang)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = lang.texts().file.changed.columns.map(str::to_owned).to_vec();
    vec![Block::Table(Table { head, rows })]
}

fn row(report: &Report, lang: Lang) -> Row {
    let index = report.index.filter(|_| report.grade != Grade::Insufficient);
    Row {
        cells: vec![
            (lang.texts().report.figures.day)(report.on),
            shown(index),
            format!("{}%", report.coverage.unwrap_or_default()),
            report.verdict_in(lang),
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
fn progress(comparison: &Comparison, texts: &Texts) -> Vec<Part> {
    let (joints, changed) = (&texts.report.joints, &texts.file.changed);
    let level = |level| words::level(level, &texts.report);
    let line = |line: &Line| {
        let remark = match (line.level.before, line.level.after) {
            (Some(before), Some(after)) if before != after => {
                Some(format!("{} → {}", level(before), level(after)))
            }
            (Some(one), _) | (None, Some(one)) => Some(level(one).to_owned()),
            (None, None) => None,
        };
        let remark = remark.map(|remark| (joints.aside)(&remark)).unwrap_or_default();
        format!("{}{remark}", line.title)
    };
    let lines = |lines: &[Line]| list(lines.iter().map(line).collect());
    let labelled = |label: &str, text: &str| format!("{label}{}{text}", joints.colon);
    let unclear = |one: &Line| {
        let why = one.why.map(|why| not_judged(why, changed)).unwrap_or_default();
        labelled(&one.title, why)
    };
    let due = comparison.due_since.iter();
    let due = due.map(|due| labelled(&due.title, &(texts.report.figures.day)(due.due)));
    vec![
        part(changed.fixed, lines(&comparison.fixed)),
        part(changed.new, lines(&comparison.new)),
        part(changed.still, lines(&comparison.still)),
        part(changed.due, list(due.collect())),
        part(changed.unclear, list(comparison.not_comparable.iter().map(unclear).collect())),
    ]
}

fn not_judged(why: NotJudged, changed: &Changed) -> &'static str {
    match why {
        NotJudged::NotAsked => changed.not_asked,
        NotJudged::NotAnswered => changed.not_answered,
        NotJudged::NotApplicable => changed.not_applicable,
    }
}

fn remedies(
    last: &OpenedCheck,
    library: &Library,
    remedies: &[Remedy],
    texts: &Texts,
) -> Vec<Block> {
    if remedies.is_empty() {
        return Vec::new();
    }
    let (words, changed) = (&texts.report, &texts.file.changed);
    let title = |id: &str| {
        let findings = &last.report.findings;
        let found = findings.iter().find(|found| found.id == id);
        found.map_or_else(|| id.to_owned(), |found| found.title.clone())
    };
    let line = |remedy: &Remedy| {
        let more = [&remedy.by, &remedy.note].into_iter().filter(|more| !more.is_empty());
        let more: String = more.flat_map(|more| [words.joints.comma, more.as_str()]).collect();
        (changed.remedy)(&title(&remedy.finding), &(words.figures.day)(remedy.on), &more)
    };
    let IndexAfter { before, after, grade_before, grade_after, .. } =
        index_after(&last.check, library, remedies);
    let [grade_before, grade_after] =
        [grade_before, grade_after].map(|grade| words::grade(grade, words));
    let figures = (changed.figures)([&shown(before), &shown(after), grade_before, grade_after]);
    vec![Block::Text(figures), Block::List(remedies.iter().map(line).collect())]
}

fn recalled(last: &OpenedCheck, texts: &Texts) -> Vec<Block> {
    let joints = &texts.report.joints;
    let lines = last.recalled.iter().map(|recalled| {
        format!("{}{}{}", recalled.title, joints.colon, recalled.reasons.join(joints.then))
    });
    list(lines.collect())
}

/// What the packs say of their own changes is content.
fn lost(opened: &Opened) -> Vec<Block> {
    let last = opened.checks.last().map(|check| &check.lost);
    let draft = opened.draft.as_ref().map(|draft| &draft.lost);
    let lines = draft.or(last).into_iter().flatten().map(ToString::to_string);
    list(lines.collect())
}

/// An unfinished check as a page: how far it is, and every answer.
#[must_use]
pub fn draft(check: &Check, lang: Lang) -> Document {
    let words = &lang.texts().file;
    let compiled: &Compiled = check.compiled();
    let progress = check.flow().progress();
    let answers = check.answers().into_iter().map(|(ix, answer)| {
        let item = compiled.item(ix);
        (item.text.clone(), answer.display(item))
    });
    Document {
        lang,
        title: words.draft.to_owned(),
        firm: String::new(),
        meta: vec![(
            words.progress.to_owned(),
            (words.answered)(progress.answered, progress.total),
        )],
        foot: words.draft.to_owned(),
        parts: vec![
            part(words.how, vec![Block::Text(words.how_text.to_owned())]),
            part(words.answers, vec![Block::Pairs(answers.collect())]),
        ],
    }
}

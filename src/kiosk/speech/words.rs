//! What is said: Chinese sentences, because questions and report are Chinese, whatever the
//! language of the interface.

use crate::kiosk::{Screen, Visit};
use crate::questionnaire::model::TextFormat;
use crate::questionnaire::{Item, ItemIx, ItemKind, uscc};
use crate::report::Document;
use crate::report::document::{Block, Card, PartId, Table, words};
use crate::risk::Level;
use crate::texts::Lang;

/// What the screen is about, sentence by sentence; nothing for a screen that is not read.
pub(super) fn screen(visit: &Visit) -> Vec<String> {
    match (visit.screen, &visit.made) {
        (Screen::Question(ix), _) => question(visit, ix),
        (Screen::Report, Some(_)) => {
            in_chinese(visit).map(|made| report(&made)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn question(visit: &Visit, ix: ItemIx) -> Vec<String> {
    let item = visit.compiled().item(ix);
    let mut said = vec![item.text.clone()];
    said.extend(item.hint.clone());
    said.push(how(item));
    said.extend(choices(item));
    said.extend(item.zero.as_ref().map(|label| format!("没有的，按“{label}”。")));
    said.extend(item.not_applicable.as_ref().map(|label| format!("不适用的，按“{label}”。")));
    said.extend(item.unknown.then(|| "不知道的，按“不清楚”。".to_owned()));
    said.extend((!item.required).then(|| "这一题可以跳过。".to_owned()));
    if visit.why_open {
        said.push(format!("为什么问：{}", item.why));
        said.push(format!("到哪里查：{}", item.find_out));
        let basis = visit.basis(item).into_iter();
        said.extend(basis.map(|(label, gist)| format!("依据：{label}。{gist}")));
    }
    said
}

/// How the question is answered.
fn how(item: &Item) -> String {
    match item.kind {
        ItemKind::YesNo | ItemKind::Choice => "请选一项。".to_owned(),
        ItemKind::MultiChoice => "可以选几项，选完按“下一题”。".to_owned(),
        ItemKind::Number => match &item.unit {
            Some(unit) => format!("请填数，单位是{unit}。"),
            None => "请填数。".to_owned(),
        },
        ItemKind::Money => "请填金额，单位是元。".to_owned(),
        ItemKind::Date => "请填年、月、日。".to_owned(),
        ItemKind::Month => "请填年和月。".to_owned(),
        ItemKind::Text => match item.format {
            Some(TextFormat::Uscc) => format!("请填 {} 位代码。", uscc::LENGTH),
            None => "请填文字。".to_owned(),
        },
    }
}

fn choices(item: &Item) -> impl Iterator<Item = String> {
    item.codes().into_iter().zip(1..).map(|(code, number)| {
        let option = item.options.iter().find(|option| option.code == code);
        let label = item.label(code).unwrap_or(code);
        match option.and_then(|option| option.hint.as_ref()) {
            Some(hint) => format!("第 {number} 项：{label}。{hint}"),
            None => format!("第 {number} 项：{label}。"),
        }
    })
}

/// The verdict, what is to be done first, and what else there is. The firm's name is not said: the
/// hall hears it.
fn report(document: &Document) -> Vec<String> {
    let mut said = Vec::new();
    let mut more = Vec::new();
    for part in &document.parts {
        match part.id {
            PartId::Verdict | PartId::First => {
                said.push(format!("{}。", part.heading));
                said.extend(blocks(&part.blocks));
            }
            _ => more.push(part.heading.as_str()),
        }
    }
    if !more.is_empty() {
        said.push(format!("下面还有：{}。", more.join("；")));
    }
    said
}

/// One finding of the report in full.
pub(super) fn finding(visit: &Visit, id: &str) -> Vec<String> {
    let Some(document) = in_chinese(visit) else { return Vec::new() };
    let card = document.findings().find(|card| card.id == id);
    card.map(card_in_full).unwrap_or_default()
}

/// The report in the words that the voice can read.
fn in_chinese(visit: &Visit) -> Option<Document> {
    Some(Document::of(&visit.made.as_ref()?.report, &visit.library, Lang::Zh))
}

/// The voice is Chinese.
fn level_word(level: Level) -> &'static str {
    words::level(level, &Lang::Zh.texts().report)
}

fn card_in_full(card: &Card) -> Vec<String> {
    let Card { number, level, title, lead, sections, .. } = card;
    let mut said =
        vec![format!("第 {number} 项，{}色：{title}。", level_word(*level)), lead.clone()];
    for section in sections {
        said.push(format!("{}：", section.label));
        said.extend(blocks(&section.blocks));
    }
    said
}

fn blocks(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(block).collect()
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Text(text) | Block::Note(text) => vec![text.clone()],
        Block::List(lines) => lines.clone(),
        Block::Steps(lines) => {
            lines.iter().zip(1..).map(|(line, number)| format!("第 {number} 步：{line}")).collect()
        }
        Block::Pairs(pairs) => pairs.iter().map(pair).collect(),
        Block::Table(table) => rows(table),
        Block::Gauge(gauge) => {
            let index = gauge.index.map(|index| format!("法治健康指数 {index}，"));
            vec![format!("{}覆盖率 {}%。", index.unwrap_or_default(), gauge.coverage)]
        }
        Block::Levels(levels) => {
            let found = levels.iter().filter(|one| one.count > 0);
            found.map(|one| format!("{}色 {} 项。", level_word(one.level), one.count)).collect()
        }
        Block::Brief(brief) => {
            let title = format!("{}色：{}。", level_word(brief.level), brief.title);
            std::iter::once(title).chain(brief.facts.iter().map(pair)).collect()
        }
        // A table of numbers that only the eye reads; the findings are said one by one.
        Block::Matrix(_) => Vec::new(),
        Block::Finding(card) => card_in_full(card),
        Block::Open(open) => vec![format!("{}到哪里查：{}", open.question, open.find_out)],
    }
}

fn pair((label, text): &(String, String)) -> String {
    format!("{label}：{text}。")
}

fn rows(table: &Table) -> Vec<String> {
    let row = |cells: &Vec<String>| {
        let cells = table.head.iter().zip(cells).map(|(head, cell)| format!("{head} {cell}"));
        format!("{}。", cells.collect::<Vec<_>>().join("，"))
    };
    table.rows.iter().map(|one| row(&one.cells)).collect()
}

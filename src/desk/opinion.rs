//! 法律意见书: a review in words, for the firm. It is a [`Document`] like every other, so that
//! screen, paper, Word and text show it.

use super::overlay::{Added, Judged, Outcome, Overlay, Verdict};
use super::{Act, Review, Signature, Standing, Step};
use crate::law::deadline::chinese_day;
use crate::report::document::{Block, Document, Part, PartId, Row, Table, words};
use crate::report::{Finding, Report, short_seal};
use crate::risk::Level;
use crate::texts::{Lang, Report as Words, Texts};

/// What the head of the letter says beside the lawyer's own name and firm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// 文号.
    pub number: String,
    /// 地址.
    pub address: String,
    /// 电话.
    pub phone: String,
}

/// The opinion goes to a Chinese firm and its authorities: it is Chinese.
const TEXTS: &Texts = Lang::Zh.texts();
/// The words of its frame.
const WORDS: &Words = &TEXTS.report;

/// What every opinion rests on.
const BASIS: [&str; 3] = [
    "本意见以企业自助填写的回答为基础；除意见中写明查过的材料外，没有核实其他原件。",
    "律师的确认、更正和补充另行记录，不改动企业的回答和原报告；每一步的理由列在后面。",
    "法律依据以体检当天有效的版本为准；事实或者法律有变化的，请重新征求意见。",
];

/// The opinion on a report.
#[must_use]
pub fn opinion(
    report: &Report,
    review: &Review,
    signatures: &[(Signature, Standing)],
    letter: &Letterhead,
) -> Document {
    let overlay = Overlay::of(report, &review.steps);
    let parts = vec![
        part("总体意见", whole(&overlay)),
        part(
            "确认和更正的问题",
            table(report, &overlay, |one| {
                matches!(one.verdict, Verdict::Confirmed | Verdict::Corrected)
            }),
        ),
        part("律师补充的问题", overlay.added.iter().flat_map(added).collect()),
        part("撤销的问题", table(report, &overlay, |one| one.verdict == Verdict::Withdrawn)),
        part("尚未复核的问题", list(open(&overlay))),
        part("请企业补充说明", list(overlay.questions.iter().map(|one| one.question.to_owned()))),
        part("工作成效", list(overlay.outcomes.iter().map(outcome))),
        part("复核经过", list(review.steps.iter().map(|step| history(step, report)))),
        part("签署", signed(signatures)),
        part("本意见的基础", list(BASIS.iter().map(|line| (*line).to_owned()))),
    ];
    let seal = short_seal(&report.seal);
    Document {
        lang: Lang::Zh,
        title: "法律意见书".to_owned(),
        firm: addressee(report),
        meta: meta(report, signatures, letter),
        foot: format!("{} 法律意见书 · {} · 封印 {seal}", WORDS.name, report.on),
        parts: parts.into_iter().filter(|part| !part.blocks.is_empty()).collect(),
    }
}

fn addressee(report: &Report) -> String {
    let name = report.firm.get("name").and_then(|name| name.as_str());
    format!("致：{}", name.unwrap_or("（未填企业名称）"))
}

fn meta(
    report: &Report,
    signatures: &[(Signature, Standing)],
    letter: &Letterhead,
) -> Vec<(String, String)> {
    let by = signatures.first().map(|(signature, _)| &signature.claim.by);
    [
        ("律师事务所", by.map(|by| by.firm.clone())),
        ("文号", Some(letter.number.clone())),
        ("地址", Some(letter.address.clone())),
        ("电话", Some(letter.phone.clone())),
        ("体检日期", Some(chinese_day(report.on))),
        ("报告封印", Some(short_seal(&report.seal))),
    ]
    .into_iter()
    .filter_map(|(label, text)| Some((label.to_owned(), text.filter(|text| !text.is_empty())?)))
    .collect()
}

fn level_word(level: Level) -> &'static str {
    words::level(level, WORDS)
}

fn part(heading: &str, blocks: Vec<Block>) -> Part {
    Part { id: PartId::Sheet, heading: heading.to_owned(), blocks }
}

fn list(lines: impl IntoIterator<Item = String>) -> Vec<Block> {
    let lines: Vec<String> = lines.into_iter().collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

fn whole(overlay: &Overlay<'_>) -> Vec<Block> {
    let told = overlay.opinion.map(|stated| Block::Text(stated.what.to_owned()));
    let counts = overlay.levels();
    let counts: Vec<String> =
        counts.iter().map(|(level, count)| format!("{} {count} 项", level_word(*level))).collect();
    let counts =
        (!counts.is_empty()).then(|| Block::Text(format!("复核后的问题：{}。", counts.join("，"))));
    told.into_iter().chain(counts).collect()
}

fn table(
    report: &Report,
    overlay: &Overlay<'_>,
    wanted: impl Fn(&Judged<'_>) -> bool,
) -> Vec<Block> {
    let both = report.findings.iter().zip(&overlay.findings).filter(|(_, one)| wanted(one));
    let rows: Vec<Row> = both.map(|(found, one)| row(found, one)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = ["问题", "等级", "律师意见"].map(str::to_owned).to_vec();
    vec![Block::Table(Table { head, rows })]
}

/// What the lawyers say of a finding, in a word.
pub(super) const fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "未复核",
        Verdict::Confirmed => "属实",
        Verdict::Corrected => "更正",
        Verdict::Withdrawn => "撤销",
    }
}

fn row(found: &Finding, one: &Judged<'_>) -> Row {
    let now = level_word(one.level);
    let level = if one.level == found.level {
        now.to_owned()
    } else {
        format!("{} → {now}", level_word(found.level))
    };
    let was = (one.title != found.title).then(|| format!("原报告：{}", found.title));
    let effects = (one.effects != found.effects).then(|| one.effects.to_owned());
    let reasons = one.history.iter().map(|step| &step.reason).filter(|reason| !reason.is_empty());
    let disputed = one.disputed.then(|| "两位律师意见不同，请看复核经过。".to_owned());
    let treatment = one.treatment.unwrap_or_default().iter().cloned();
    Row {
        cells: vec![one.title.to_owned(), level, verdict_word(one.verdict).to_owned()],
        more: was
            .into_iter()
            .chain(reasons.cloned())
            .chain(effects)
            .chain(treatment)
            .chain(disputed)
            .collect(),
        bar: None,
        urgency: None,
    }
}

fn added(added: &Added<'_>) -> Vec<Block> {
    let finding = added.finding;
    let pairs =
        [("等级", level_word(finding.level)), ("依据", &finding.basis), ("后果", &finding.effects)];
    let pairs = pairs.map(|(label, text)| (label.to_owned(), text.to_owned()));
    let mut blocks = vec![Block::Text(finding.title.clone()), Block::Pairs(pairs.to_vec())];
    if !finding.treatment.is_empty() {
        blocks.push(Block::Steps(finding.treatment.clone()));
    }
    blocks
}

fn open(overlay: &Overlay<'_>) -> Vec<String> {
    let open = overlay.findings.iter().filter(|one| one.verdict == Verdict::Open);
    open.map(|one| format!("{}（{}）", one.title, level_word(one.level))).collect()
}

fn outcome(outcome: &Outcome<'_>) -> String {
    let yuan = outcome.yuan.map(|yuan| format!("，{} 元", yuan.0.normalize())).unwrap_or_default();
    format!("{}{yuan}：{}", outcome.kind.text(TEXTS), outcome.note)
}

/// One step, as the history lists it.
#[must_use]
pub fn history(step: &Step, report: &Report) -> String {
    let title = |id: &str| {
        let found = report.findings.iter().find(|found| found.id == id);
        found.map_or_else(|| id.to_owned(), |found| found.title.clone())
    };
    let what = match &step.act {
        Act::Confirm { finding } => format!("确认“{}”", title(finding)),
        Act::Correct { finding, .. } => format!("更正“{}”", title(finding)),
        Act::Withdraw { finding } => format!("撤销“{}”", title(finding)),
        Act::Add(new) => format!("补充“{}”", new.title),
        Act::Ask { .. } => "向企业提问".to_owned(),
        Act::Opinion { .. } => "写总体意见".to_owned(),
        Act::Outcome { kind, .. } => format!("记录成效（{}）", kind.text(TEXTS)),
        Act::Retract { .. } => "收回以前的一步".to_owned(),
    };
    let reason =
        if step.reason.is_empty() { String::new() } else { format!("，理由：{}", step.reason) };
    format!(
        "{} {}（{}）：{what}{reason}",
        step.at.format("%Y-%m-%d %H:%M"),
        step.by.name,
        step.by.firm
    )
}

fn signed(signatures: &[(Signature, Standing)]) -> Vec<Block> {
    let line = |(signature, standing): &(Signature, Standing)| {
        let by = &signature.claim.by;
        let on = chinese_day(signature.claim.on);
        (
            format!("{} 律师", by.name),
            format!("{}，执业证号 {}，{on}。{standing}。", by.firm, by.licence),
        )
    };
    match signatures {
        [] => vec![Block::Text("还没有律师签署。".to_owned())],
        all => vec![Block::Pairs(all.iter().map(line).collect())],
    }
}

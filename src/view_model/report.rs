//! The report on the screen and on paper.

use std::rc::Rc;

use super::deadlines::{self, DeadlineView};
use super::exposure::{self, ExposureView};
use crate::kiosk::Visit;
use crate::law::Checked;
use crate::questionnaire::{Effort, Flag, ItemKind, Status};
use crate::report::{Basis, Domain, Finding, Report, short_seal};
use crate::response::Mode;
use crate::risk::{Grade, Level};

/// The report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// Day of the check, in words.
    pub on: String,
    /// Facts about the firm: question and answer.
    pub firm: Vec<(String, String)>,
    /// Name of the firm, when it was given.
    pub name: Option<String>,
    /// 快速, 全面 or 专项, with the number of questions answered.
    pub kind: String,
    /// Verdict.
    pub grade: Grade,
    /// The verdict in one sentence.
    pub verdict: String,
    /// Index, where there is a grade; otherwise none is shown.
    pub index: Option<u32>,
    /// Coverage.
    pub coverage: u32,
    /// How the index was made.
    pub working: String,
    /// Findings of each level, worst first.
    pub levels: Vec<LevelCount>,
    /// The three to seven to act on first.
    pub priorities: Vec<FindingView>,
    /// What all findings with a figure can cost together.
    pub exposure: Option<String>,
    /// All of them.
    pub findings: Vec<FindingView>,
    /// Domains.
    pub domains: Vec<DomainView>,
    /// Questions to find out about.
    pub unknowns: Vec<UnknownView>,
    /// Deadlines that run, the earliest first.
    pub deadlines: Vec<DeadlineView>,
    /// Least-change advice: what to reach, and the finding that it takes away.
    pub advice: Vec<(String, String)>,
    /// Packs with their versions.
    pub packs: Vec<String>,
    /// Instruments cited, with their editions.
    pub sources: Vec<String>,
    /// The seal as it is printed.
    pub seal: String,
}

/// How many findings a level has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// The level.
    pub level: Level,
    /// How many.
    pub count: usize,
    /// Share of the largest count, in per cent, for the bar.
    pub percent: usize,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Level.
    pub level: Level,
    /// R, and how it came about.
    pub score: u32,
    /// How the level came about.
    pub working: String,
    /// Title of the domain.
    pub domain: String,
    /// Question and answer that it rests on.
    pub because: Vec<(String, String)>,
    /// Article with edition, and gist.
    pub basis: Vec<(String, String)>,
    /// What can follow.
    pub effects: String,
    /// What it can cost, or what to find out before that can be told.
    pub exposure: Option<ExposureView>,
    /// Steps with their effort.
    pub steps: Vec<(String, &'static str)>,
    /// Effort of the first step.
    pub effort: &'static str,
    /// What to keep.
    pub evidence: Vec<String>,
    /// Who helps: name, what for, number.
    pub services: Vec<(String, String, Option<String>)>,
    /// What is not certain about its basis.
    pub note: Option<&'static str>,
}

/// One domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DomainView {
    /// Title.
    pub title: String,
    /// Index; absent when nothing was assessed or the coverage is too low for a grade.
    pub index: Option<u32>,
    /// Coverage.
    pub coverage: u32,
    /// Verdict in words.
    pub grade: &'static str,
    /// How many findings, and how many checks found nothing.
    pub counts: String,
    /// How the index was made.
    pub working: String,
}

/// One question to find out about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownView {
    /// The question, to be opened again.
    pub link_id: String,
    /// Its text.
    pub question: String,
    /// Where to look.
    pub find_out: String,
    /// 答了“不清楚” or 没有回答.
    pub state: &'static str,
}

pub(super) fn view(visit: &Visit, report: &Rc<Report>) -> ReportView {
    let findings: Vec<FindingView> =
        report.findings.iter().map(|found| finding(visit, report, found)).collect();
    let first = |id: &String| findings.iter().find(|found| found.id == *id).cloned();
    ReportView {
        on: report.on.format("%Y 年 %-m 月 %-d 日").to_string(),
        firm: firm(visit),
        name: report.firm.get("name").and_then(|name| name.as_str()).map(str::to_owned),
        kind: kind(visit, report.mode),
        grade: report.grade,
        verdict: report.verdict.clone(),
        index: report.index.filter(|_| report.grade != Grade::Insufficient),
        coverage: report.coverage.unwrap_or_default(),
        working: working(report.sums),
        levels: levels(&report.findings),
        priorities: report.priorities.iter().filter_map(first).collect(),
        exposure: report.exposure.as_ref().map(exposure::total),
        domains: report.domains.iter().map(|part| domain(report, part)).collect(),
        unknowns: report.unknowns.iter().map(unknown).collect(),
        deadlines: deadlines::all(report),
        advice: advice(report),
        packs: report
            .packs
            .iter()
            .map(|pack| {
                let short: String = pack.hash.chars().take(8).collect();
                format!("{} {}（{short}）", pack.title, pack.version)
            })
            .collect(),
        sources: sources(visit, report),
        seal: short_seal(&report.seal),
        findings,
    }
}

/// Facts about the firm that were chosen or typed, without name and code.
fn firm(visit: &Visit) -> Vec<(String, String)> {
    let compiled = visit.compiled();
    visit
        .check
        .answers()
        .into_iter()
        .filter(|(ix, _)| visit.is_profile(*ix) && compiled.item(*ix).kind != ItemKind::Text)
        .map(|(ix, answer)| {
            let item = compiled.item(ix);
            (item.text.clone(), answer.display(item))
        })
        .collect()
}

fn kind(visit: &Visit, mode: Mode) -> String {
    let word = match mode {
        Mode::Quick => "快速体检",
        Mode::Full => "全面体检",
        Mode::Topics => "专项体检",
    };
    format!("{word} · 答了 {} 题", visit.check.answers().len())
}

fn working(sums: crate::report::Sums) -> String {
    format!(
        "指数 = 100 ×（1 − 命中 {} ÷ 已评 {}）；覆盖率 = 已评 {} ÷ 适用 {}（数字是各项“可能性 × 影响”之和）",
        sums.triggered, sums.assessed, sums.assessed, sums.applicable
    )
}

fn levels(findings: &[Finding]) -> Vec<LevelCount> {
    let count = |level| findings.iter().filter(|found| found.level == level).count();
    let most = Level::ALL.into_iter().map(count).max().unwrap_or_default();
    Level::ALL
        .into_iter()
        .map(|level| LevelCount {
            level,
            count: count(level),
            percent: (100 * count(level)).checked_div(most).unwrap_or_default(),
        })
        .collect()
}

fn finding(visit: &Visit, report: &Report, found: &Finding) -> FindingView {
    let packs = &visit.compiled().packs;
    let domain = packs.iter().find(|pack| pack.id == found.domain);
    FindingView {
        id: found.id.clone(),
        title: found.title.clone(),
        level: found.level,
        score: found.score,
        working: format!(
            "可能性 {} × 影响 {} = {}{}{}",
            found.likelihood,
            found.consequence,
            found.score,
            raised(&found.flags),
            deadlines::raised(report, found)
        ),
        domain: domain.map(|pack| pack.title.clone()).unwrap_or_default(),
        because: found
            .because
            .iter()
            .map(|because| (because.question.clone(), because.shown.clone()))
            .collect(),
        basis: found.basis.iter().map(basis).collect(),
        effects: found.effects.clone(),
        exposure: exposure::of(visit, found),
        steps: found
            .treatment
            .iter()
            .map(|step| (step.action.clone(), effort(step.effort)))
            .collect(),
        effort: found.treatment.first().map(|step| effort(step.effort)).unwrap_or_default(),
        evidence: found.evidence.clone(),
        services: found
            .services
            .iter()
            .map(|service| (service.title.clone(), service.what.clone(), service.phone.clone()))
            .collect(),
        note: match found.status {
            Status::Verified => None,
            Status::Partly => Some("部分依据未读到原文，以现行规定为准"),
            Status::Unverified => Some("依据未经核对，以现行规定为准"),
        },
    }
}

/// Why a level is higher than its figure alone.
fn raised(flags: &[Flag]) -> String {
    let words: Vec<&str> = flags
        .iter()
        .map(|flag| match flag {
            Flag::Criminal => "涉刑事责任",
            Flag::Revocation => "涉吊销",
            Flag::Closure => "涉停业关闭",
            Flag::Detention => "涉拘留",
            Flag::Injury => "涉人身伤亡",
            Flag::Overdue => "已过法定期限",
        })
        .collect();
    if words.is_empty() {
        String::new()
    } else {
        format!("；{}，按规则不低于相应等级", words.join("、"))
    }
}

fn basis(basis: &Basis) -> (String, String) {
    let known = match basis.status {
        Checked::Read => "",
        Checked::Known => "，以现行规定为准",
    };
    (format!("{}（{}{known}）", basis.label, basis.edition), basis.gist.clone())
}

fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Hour => "约一小时",
        Effort::Day => "约一天",
        Effort::Week => "约一周",
        Effort::Month => "约一个月",
        Effort::Lawyer => "请律师",
    }
}

fn domain(report: &Report, part: &Domain) -> DomainView {
    let found = report.findings.iter().filter(|found| found.domain == part.id).count();
    DomainView {
        title: part.title.clone(),
        index: part.index.filter(|_| part.grade != Grade::Insufficient),
        coverage: part.coverage.unwrap_or_default(),
        grade: part.grade.word(),
        counts: format!("发现 {found} 项，{} 项没有问题", part.clear),
        working: working(part.sums),
    }
}

fn unknown(open: &crate::report::ToFindOut) -> UnknownView {
    UnknownView {
        link_id: open.link_id.clone(),
        question: open.question.clone(),
        find_out: open.find_out.clone(),
        state: if open.answered_unknown { "答了“不清楚”" } else { "没有回答" },
    }
}

fn advice(report: &Report) -> Vec<(String, String)> {
    report
        .next_best
        .iter()
        .map(|advised| {
            let wanted: Vec<String> = advised
                .changes
                .iter()
                .map(|change| format!("“{}”做到“{}”", change.question, change.shown))
                .collect();
            (wanted.join("，同时"), advised.title.clone())
        })
        .collect()
}

/// Every instrument that the findings and deadlines cite, once, with its edition.
fn sources(visit: &Visit, report: &Report) -> Vec<String> {
    let mut sources = Vec::new();
    let findings = report.findings.iter().flat_map(|found| &found.basis);
    let deadlines = report.deadlines.iter().flat_map(|deadline| &deadline.basis);
    for basis in findings.chain(deadlines) {
        let instruments = &visit.library.laws.instruments;
        let title = instruments.iter().find(|instrument| instrument.id == basis.law);
        let title = title.map_or(basis.law.as_str(), |instrument| instrument.title.as_str());
        let line = format!("《{title}》{}", basis.edition);
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    sources
}

//! What of a report is looked at: its soundness, one finding, or the whole.

use super::queue::wrong;
use super::review::signed_by;
use crate::archive::open::OpenedCheck;
use crate::desk::{Act, Change, Judged, Overlay, Step, Verdict};
use crate::kiosk::{Case, OpenCase, Spot};
use crate::report::document::words;
use crate::report::{Finding, Report};
use crate::risk::Level;
use crate::texts::{Lang, Texts};

/// One thing that can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpotLine {
    /// Which.
    pub spot: Spot,
    /// Its name.
    pub title: String,
    /// Level of a finding.
    pub level: Option<Level>,
    /// What the lawyers say of a finding.
    pub verdict: Option<&'static str>,
}

/// One of them in full.
#[derive(Clone, Debug, PartialEq)]
pub enum SpotBody {
    /// Whether the report can be relied on: heading and lines, several times.
    Trust(Vec<(&'static str, Vec<String>)>),
    /// A finding.
    Finding(Box<FindingSpot>),
    /// The whole.
    Whole(WholeSpot),
}

/// A finding with everything that was said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingSpot {
    /// Its title now.
    pub title: String,
    /// Its level now.
    pub level: Level,
    /// What the lawyers say of it.
    pub verdict: Verdict,
    /// Its level in the report, where that is another one.
    pub level_before: Option<String>,
    /// Its title in the report, where that is another one.
    pub title_before: Option<String>,
    /// Whether two lawyers say different things.
    pub disputed: bool,
    /// What can follow.
    pub effects: String,
    /// What it rests on: label and gist.
    pub basis: Vec<(String, String)>,
    /// What to do.
    pub treatment: Vec<String>,
    /// The questions and answers that caused it.
    pub because: Vec<(String, String)>,
    /// What was done with it.
    pub history: Vec<StepView>,
}

/// The opinion, what was added, asked and achieved.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeSpot {
    /// The opinion.
    pub opinion: Option<String>,
    /// Findings that were added: level, title, basis.
    pub added: Vec<(Level, String, String)>,
    /// What the firm is asked.
    pub questions: Vec<String>,
    /// Everything that was done with this report, in order.
    pub history: Vec<StepView>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its id.
    pub id: String,
    /// What was done.
    pub what: String,
    /// By whom and when.
    pub by: String,
    /// What it says.
    pub says: Vec<String>,
    /// Why.
    pub reason: String,
    /// Whether it was taken back.
    pub retracted: bool,
}

pub(super) fn lines(overlay: &Overlay<'_>, texts: &Texts) -> Vec<SpotLine> {
    let words = &texts.desk.review;
    let plain =
        |spot, title: &str| SpotLine { spot, title: title.to_owned(), level: None, verdict: None };
    let findings = overlay.findings.iter().enumerate().map(|(at, one)| SpotLine {
        spot: Spot::Finding(at),
        title: one.title.to_owned(),
        level: Some(one.level),
        verdict: Some(verdict(one.verdict, texts)),
    });
    let mut lines = vec![plain(Spot::Trust, words.trust)];
    lines.extend(findings);
    lines.push(plain(Spot::Whole, words.whole));
    lines
}

/// The name of a verdict.
pub(super) fn verdict(verdict: Verdict, texts: &Texts) -> &'static str {
    let [open, confirmed, corrected, withdrawn] = texts.desk.review.verdicts;
    match verdict {
        Verdict::Open => open,
        Verdict::Confirmed => confirmed,
        Verdict::Corrected => corrected,
        Verdict::Withdrawn => withdrawn,
    }
}

pub(super) fn body(
    open: &OpenCase,
    case: &Case,
    check: &OpenedCheck,
    overlay: &Overlay<'_>,
    lang: Lang,
) -> SpotBody {
    let (report, texts) = (check.shown(), lang.texts());
    match open.spot {
        Spot::Trust => SpotBody::Trust(trust(case, check, texts)),
        Spot::Finding(at) => match report.findings.get(at).zip(overlay.findings.get(at)) {
            Some((finding, judged)) => {
                SpotBody::Finding(Box::new(self::finding(finding, judged, case, lang)))
            }
            None => SpotBody::Whole(whole(case, report, overlay, lang)),
        },
        Spot::Whole => SpotBody::Whole(whole(case, report, overlay, lang)),
    }
}

fn trust(case: &Case, check: &OpenedCheck, texts: &Texts) -> Vec<(&'static str, Vec<String>)> {
    let (words, joints) = (&texts.desk.review, &texts.report.joints);
    let mut sound = wrong(case, texts);
    if case.integrity.holds() {
        sound.push(case.integrity.text(texts).to_owned());
    }
    sound.extend(check.differences.iter().map(|difference| difference.text(texts)));
    sound.extend(check.lost.iter().map(ToString::to_string));
    let same = if check.same_packs { words.same_packs } else { words.other_packs };
    let packs = check.packs.iter().map(|pack| format!("{} {}", pack.id, pack.version));
    let packs = std::iter::once(same.to_owned()).chain(packs).collect();
    let recalled: Vec<String> = check
        .recalled
        .iter()
        .map(|one| format!("{}{}{}", one.title, joints.colon, one.reasons.join(joints.then)))
        .collect();
    let recalled =
        if recalled.is_empty() { vec![words.nothing_recalled.to_owned()] } else { recalled };
    let signed = case
        .review
        .signatures
        .iter()
        .zip(&case.signatures)
        .map(|(signature, standing)| signed_by(signature, *standing, texts));
    let mut signed: Vec<String> = signed.collect();
    if signed.is_empty() {
        signed.push(words.nobody_signed.to_owned());
    }
    vec![
        (words.trust, sound),
        (words.signatures, signed),
        (words.recalled, recalled),
        (words.packs, packs),
    ]
}

fn finding(finding: &Finding, judged: &Judged<'_>, case: &Case, lang: Lang) -> FindingSpot {
    let texts = lang.texts();
    let own = || finding.treatment.iter().map(|step| step.action.clone()).collect();
    let level = words::level(finding.level, &texts.report);
    FindingSpot {
        title: judged.title.to_owned(),
        level: judged.level,
        verdict: judged.verdict,
        level_before: (judged.level != finding.level).then(|| level.to_owned()),
        title_before: (judged.title != finding.title).then(|| finding.title.clone()),
        disputed: judged.disputed,
        effects: judged.effects.to_owned(),
        basis: finding.basis.iter().map(|one| (one.label.clone(), one.gist.clone())).collect(),
        treatment: judged.treatment.map_or_else(own, <[String]>::to_vec),
        because: finding
            .because
            .iter()
            .map(|one| (one.question.clone(), one.shown.clone()))
            .collect(),
        history: judged.history.iter().map(|step| self::step(step, case, None, lang)).collect(),
    }
}

fn whole(case: &Case, report: &Report, overlay: &Overlay<'_>, lang: Lang) -> WholeSpot {
    let added = overlay.added.iter().map(|one| one.finding);
    WholeSpot {
        opinion: overlay.opinion.map(|stated| stated.what.to_owned()),
        added: added.map(|new| (new.level, new.title.clone(), new.basis.clone())).collect(),
        questions: overlay.questions.iter().map(|one| one.question.to_owned()).collect(),
        history: case
            .review
            .steps
            .iter()
            .map(|step| self::step(step, case, Some(report), lang))
            .collect(),
    }
}

/// A step in words; with a report, the finding that it is about is named.
fn step(step: &Step, case: &Case, report: Option<&Report>, lang: Lang) -> StepView {
    let texts = lang.texts();
    let joints = &texts.report.joints;
    let findings = report.map(|report| report.findings.as_slice()).unwrap_or_default();
    let about = step.act.finding().and_then(|id| findings.iter().find(|found| found.id == id));
    let title = about.map(|found| format!("{}{}", joints.colon, found.title)).unwrap_or_default();
    let taken_back =
        |other: &Step| matches!(&other.act, Act::Retract { step: id } if *id == step.id);
    StepView {
        id: step.id.clone(),
        what: format!("{}{title}", act(&step.act, texts)),
        by: (texts.desk.review.by)(
            &step.by.name,
            &step.by.firm,
            &step.at.format("%Y-%m-%d %H:%M").to_string(),
        ),
        says: says(&step.act, texts),
        reason: step.reason.clone(),
        retracted: case.review.steps.iter().any(taken_back),
    }
}

fn act(act: &Act, texts: &Texts) -> &'static str {
    let [confirmed, corrected, withdrawn, added, asked, opinion, outcome, retracted] =
        texts.desk.review.acts;
    match act {
        Act::Confirm { .. } => confirmed,
        Act::Correct { .. } => corrected,
        Act::Withdraw { .. } => withdrawn,
        Act::Add(_) => added,
        Act::Ask { .. } => asked,
        Act::Opinion { .. } => opinion,
        Act::Outcome { .. } => outcome,
        Act::Retract { .. } => retracted,
    }
}

fn says(act: &Act, texts: &Texts) -> Vec<String> {
    let level = |level| words::level(level, &texts.report).to_owned();
    match act {
        Act::Correct { change: Change { level: to, title, effects, treatment }, .. } => {
            let (label, joints) = (&texts.desk.form, &texts.report.joints);
            let labelled = |label: &str, text: &str| format!("{label}{}{text}", joints.colon);
            let texts = [
                to.map(|to| labelled(label.level, &level(to))),
                title.as_ref().map(|text| labelled(label.title, text)),
                effects.as_ref().map(|text| labelled(label.effects, text)),
            ];
            let steps = treatment.iter().flatten().cloned();
            texts.into_iter().flatten().chain(steps).collect()
        }
        Act::Add(new) => vec![format!("{} {}", level(new.level), new.title), new.basis.clone()],
        Act::Ask { question: text, .. } | Act::Opinion { text } => vec![text.clone()],
        Act::Outcome { kind, yuan, note, .. } => {
            let yuan = yuan.map(|yuan| format!(" ¥{}", yuan.0.normalize())).unwrap_or_default();
            vec![format!("{}{yuan}", kind.text(texts)), note.clone()]
        }
        Act::Confirm { .. } | Act::Withdraw { .. } | Act::Retract { .. } => Vec::new(),
    }
}

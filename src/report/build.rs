//! From a check to its report. Every figure is computed here from the answers, and from nothing else.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::flow::Reach;
use crate::law::Register;
use crate::questionnaire::{Citation, FindingIx, Flag, ItemIx, PackIx, PackKind, Service};
use crate::response::Answer;
use crate::risk::{Check, Outcome, Tally, grade, level, next_best, score};
use crate::texts::Lang;

use super::model::SCHEMA;
use super::{
    Advised, Basis, Because, Deadline, DeadlineState, Domain, Finding, Firm, Library, PackVersion,
    Report, Sums, ToFindOut, deadlines, exposure, seal, verdict,
};

/// Fewest and most findings to act on first.
const PRIORITIES: (usize, usize) = (3, 7);

/// Makes the report of a check.
#[must_use]
pub fn build(check: &Check, library: &Library) -> Report {
    let compiled = check.compiled();
    let (findings, deadlines) = found(check, library);
    let unknowns = unknowns(check);
    let tally = check.board().tally();
    let grade = grade(tally, findings.iter().map(|finding| finding.level));
    let mut report = Report {
        schema: SCHEMA,
        on: check.flow().today(),
        mode: check.flow().scope().mode,
        topics: check.flow().scope().topics.clone(),
        packs: packs(check),
        firm: firm(check),
        answers: answers(check),
        verdict: verdict::sentence(grade, &findings, unknowns.len(), &Lang::Zh.texts().report),
        grade,
        index: tally.index(),
        coverage: tally.coverage(),
        sums: tally.into(),
        domains: compiled.packs.indices().filter_map(|ix| domain(check, ix, &findings)).collect(),
        priorities: priorities(&findings),
        exposure: exposure::total_exposure(&findings),
        findings,
        unknowns,
        deadlines,
        next_best: next_best(check).iter().map(|advice| advised(check, advice)).collect(),
        seal: String::new(),
    };
    report.seal = seal(&report);
    report
}

/// Every problem, worst first, and every deadline: the part of a report that one answer changes.
#[must_use]
pub fn found(check: &Check, library: &Library) -> (Vec<Finding>, Vec<Deadline>) {
    let mut findings: Vec<Finding> =
        check.triggered().map(|ix| finding(check, library, ix)).collect();
    let deadlines = deadlines::of(check, library);
    deadlines::raise(&mut findings, &deadlines);
    let closing = closing(check, &deadlines);
    // Stable: what is equally grave stays in the order of asking.
    findings.sort_by_key(|finding| gravity(finding, &closing));
    (findings, deadlines)
}

/// The questions from whose answers a deadline runs that is over within days.
fn closing(check: &Check, deadlines: &[Deadline]) -> BTreeSet<String> {
    let near = |id: &String| {
        deadlines.iter().any(|one| {
            one.id == *id && matches!(one.state, DeadlineState::Today | DeadlineState::Soon)
        })
    };
    let compiled = check.compiled();
    let nodes = compiled.deadlines.iter().filter(|node| near(&node.id));
    nodes.map(|node| compiled.item(node.from).link_id.clone()).collect()
}

/// The order of findings, gravest first: by level; then by what is at stake besides money (people
/// before liberty, liberty before a day that is missed or near); then by the figures, and of equal
/// scores what may close the firm before the rest.
fn gravity(finding: &Finding, closing: &BTreeSet<String>) -> impl Ord + use<> {
    let stake = |flag: &Flag| match flag {
        Flag::Injury => 0,
        Flag::Criminal | Flag::Detention => 1,
        Flag::Overdue => 2,
        Flag::Closure | Flag::Revocation => 3,
    };
    let near = finding.because.iter().any(|because| closing.contains(&because.link_id));
    let day = (near || finding.deadline.is_some()).then_some(2);
    let stake = finding.flags.iter().map(stake).chain(day).min().unwrap_or(3);
    let closes = finding.flags.iter().any(|flag| matches!(flag, Flag::Closure | Flag::Revocation));
    let money = finding.exposure.as_ref().map_or(Decimal::ZERO, |exposure| exposure.high.0);
    (finding.level, stake, Reverse((finding.score, closes, finding.consequence, money)))
}

fn packs(check: &Check) -> Vec<PackVersion> {
    let compiled = check.compiled();
    let on_path: BTreeSet<PackIx> =
        check.flow().path().map(|ix| compiled.items.at(ix).pack).collect();
    compiled
        .packs
        .entries()
        .filter(|(ix, _)| on_path.contains(ix))
        .map(|(_, pack)| PackVersion {
            id: pack.id.clone(),
            title: pack.title.clone(),
            version: pack.version.clone(),
            hash: pack.hash.clone(),
        })
        .collect()
}

fn firm(check: &Check) -> Firm {
    let compiled = check.compiled();
    let fact = |(ix, answer): (ItemIx, Answer)| {
        let node = compiled.items.at(ix);
        let profile = compiled.packs.at(node.pack).kind == PackKind::Profile;
        let name = node.item.link_id.rsplit('.').next()?.to_owned();
        profile.then(|| (name, written(&answer)))
    };
    check.answers().into_iter().filter_map(fact).collect()
}

fn answers(check: &Check) -> BTreeMap<String, Value> {
    let compiled = check.compiled();
    let of = |(ix, answer): (ItemIx, Answer)| (compiled.item(ix).link_id.clone(), written(&answer));
    check.answers().into_iter().map(of).collect()
}

/// An answer as an answers file has it.
fn written(answer: &Answer) -> Value {
    serde_json::to_value(answer).unwrap_or_default()
}

fn domain(check: &Check, ix: PackIx, findings: &[Finding]) -> Option<Domain> {
    let pack = check.compiled().packs.at(ix);
    let tally = check.board().tally_of(ix);
    if tally.applicable == 0 {
        return None;
    }
    let own = findings.iter().filter(|finding| finding.domain == pack.id);
    let clear = check
        .compiled()
        .findings
        .entries()
        .filter(|(rule, node)| node.pack == ix && check.board().outcome(*rule) == Outcome::Clear)
        .count();
    Some(Domain {
        id: pack.id.clone(),
        title: pack.title.clone(),
        index: tally.index(),
        coverage: tally.coverage(),
        grade: grade(tally, own.map(|finding| finding.level)),
        sums: tally.into(),
        clear,
    })
}

fn finding(check: &Check, library: &Library, ix: FindingIx) -> Finding {
    let compiled = check.compiled();
    let node = compiled.findings.at(ix);
    let rule = &node.rule;
    let because = check
        .flow()
        .reasons(compiled, &node.when)
        .into_iter()
        .filter_map(|item| Some(because(check, item, check.flow().answer(item)?)));
    let (exposure, exposure_needs) = exposure::of(check, ix);
    Finding {
        id: rule.id.clone(),
        domain: compiled.packs.at(node.pack).id.clone(),
        title: fill(check, &rule.title),
        level: level(rule),
        likelihood: rule.likelihood,
        consequence: rule.consequence,
        score: score(rule),
        flags: rule.flags.clone(),
        because: because.collect(),
        basis: rule.basis.iter().map(|citation| basis(check, &library.laws, citation)).collect(),
        effects: rule.effects.clone(),
        exposure,
        exposure_needs,
        treatment: rule.treatment.clone(),
        evidence: rule.evidence.clone(),
        services: rule
            .services
            .iter()
            .filter_map(|id| library.services.find(id).map(Service::brief))
            .collect(),
        status: rule.status,
        deadline: None,
    }
}

/// Puts answers in the place of `{link_id}`.
pub(super) fn fill(check: &Check, title: &str) -> String {
    let mut parts = title.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once('}').unwrap_or((part, ""));
        let shown = check
            .compiled()
            .find(id)
            .and_then(|ix| Some(check.flow().answer(ix)?.inline(check.compiled().item(ix))));
        filled.push_str(&shown.unwrap_or_default());
        filled.push_str(rest);
    }
    filled
}

fn because(check: &Check, ix: ItemIx, answer: &Answer) -> Because {
    let item = check.compiled().item(ix);
    Because {
        link_id: item.link_id.clone(),
        answer: written(answer),
        question: item.text.clone(),
        shown: answer.display(item),
    }
}

/// An article as it is printed, in the edition of the day of the check.
#[must_use]
pub fn basis(check: &Check, laws: &Register, citation: &Citation) -> Basis {
    cited(laws, citation, check.flow().today())
}

/// A citation with its edition and gist on a day.
pub(super) fn cited(laws: &Register, citation: &Citation, on: NaiveDate) -> Basis {
    let (article, label) = (citation.article_on(on).to_owned(), citation.article_label(on));
    match laws.resolve(citation, on) {
        Ok(found) => Basis {
            law: citation.law.clone(),
            article,
            edition: found.edition.name.clone(),
            status: found.edition.checked,
            label: format!("《{}》{label}", found.instrument.short),
            gist: found.gist.to_owned(),
        },
        // The day of the check is outside every edition that the register knows.
        Err(error) => Basis {
            law: citation.law.clone(),
            article,
            edition: String::new(),
            status: crate::law::Checked::Known,
            label: format!("{} {label}", citation.law),
            gist: format!("{error}，以现行规定为准"),
        },
    }
}

/// All red and orange findings, but no fewer than three (if there are) and no more than seven.
fn priorities(findings: &[Finding]) -> Vec<String> {
    use crate::risk::Level::{Orange, Red};
    let (least, most) = PRIORITIES;
    let grave = findings.iter().filter(|finding| matches!(finding.level, Red | Orange)).count();
    findings.iter().take(grave.clamp(least, most)).map(|finding| finding.id.clone()).collect()
}

/// Questions without a real answer on which a path or a rule hangs.
fn unknowns(check: &Check) -> Vec<ToFindOut> {
    let compiled = check.compiled();
    let money = exposure::missing(check);
    let for_money = |ix: &ItemIx| money.contains(ix);
    let matters = |ix: ItemIx| {
        let node = compiled.items.at(ix);
        let hidden = |item: &ItemIx| check.flow().reach(*item) == Reach::Undetermined;
        let open = |rule: &FindingIx| check.board().outcome(*rule) == Outcome::Unassessed;
        node.dependants.iter().any(hidden) || node.findings.iter().any(open) || for_money(&ix)
    };
    let open = |ix: &ItemIx| matches!(check.flow().answer(*ix), None | Some(Answer::Unknown));
    check
        .flow()
        .path()
        .filter(|ix| open(ix) && matters(*ix))
        .map(|ix| {
            let node = compiled.items.at(ix);
            ToFindOut {
                link_id: node.item.link_id.clone(),
                domain: compiled.packs.at(node.pack).id.clone(),
                question: node.item.text.clone(),
                find_out: node.item.find_out.clone(),
                answered_unknown: check.flow().answer(ix).is_some(),
            }
        })
        .collect()
}

fn advised(check: &Check, advice: &crate::risk::Advice) -> Advised {
    let rule = &check.compiled().findings.at(advice.finding).rule;
    Advised {
        finding: rule.id.clone(),
        title: fill(check, &rule.title),
        changes: advice
            .changes
            .iter()
            .map(|change| because(check, change.item, &change.to))
            .collect(),
    }
}

impl From<Tally> for Sums {
    fn from(tally: Tally) -> Self {
        Self { triggered: tally.triggered, assessed: tally.assessed, applicable: tally.applicable }
    }
}

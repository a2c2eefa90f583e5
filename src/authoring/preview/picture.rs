//! What follows from the answers at one moment, and what is different at another.

use std::collections::BTreeSet;

use crate::questionnaire::{Exact, Flag, ItemIx, PackIx};
use crate::report::document::words;
use crate::report::{Because, Deadline, Finding, Library, TotalExposure, found, total_exposure};
use crate::response::grouped;
use crate::risk::{Check, Dropped, Outcome};
use crate::texts::Lang;

use super::{Difference, FindingView, Money, Named, Reason};

/// What follows from the answers for one pack.
pub(super) struct Picture {
    path: BTreeSet<ItemIx>,
    /// Ids of the rules that cannot be judged.
    unassessed: BTreeSet<String>,
    /// Worst first.
    pub(super) findings: Vec<FindingView>,
    /// The earliest first.
    pub(super) deadlines: Vec<Deadline>,
    /// What the findings can cost together.
    pub(super) exposure: Option<Money>,
}

impl Picture {
    pub(super) fn of(check: &Check, library: &Library, pack: PackIx) -> Self {
        let id = &check.compiled().packs.at(pack).id;
        let (mut findings, mut deadlines) = found(check, library);
        findings.retain(|finding| finding.domain == *id);
        deadlines.retain(|one| one.id.split('.').next() == Some(id));
        Self {
            path: check.flow().path().collect(),
            unassessed: unassessed(check),
            exposure: total_exposure(&findings).map(Money::from),
            findings: findings.iter().map(|one| view(check, one, &deadlines)).collect(),
            deadlines,
        }
    }

    /// What is different in a later picture; questions that are not `shown` are only counted.
    pub(super) fn until(
        &self,
        after: &Self,
        check: &Check,
        shown: impl Fn(ItemIx) -> bool,
    ) -> Difference {
        let named = |ix: &ItemIx| {
            let item = check.compiled().item(*ix);
            Named { link_id: item.link_id.clone(), text: item.text.clone() }
        };
        let split = |ones: &BTreeSet<ItemIx>, others: &BTreeSet<ItemIx>| {
            let (here, elsewhere): (Vec<ItemIx>, Vec<ItemIx>) =
                ones.difference(others).partition(|ix| shown(**ix));
            (here.iter().map(named).collect(), elsewhere.len())
        };
        let (opened, opened_elsewhere) = split(&after.path, &self.path);
        let (closed, closed_elsewhere) = split(&self.path, &after.path);
        let exposure = (self.exposure.clone(), after.exposure.clone());
        let (unsure, gone) = missing(&self.findings, &after.findings)
            .into_iter()
            .partition(|one| after.unassessed.contains(&one.id));
        Difference {
            opened,
            closed,
            opened_elsewhere,
            closed_elsewhere,
            appeared: missing(&after.findings, &self.findings),
            gone,
            unsure,
            changed: changed(&self.findings, &after.findings),
            deadlines: only_in(&after.deadlines, &self.deadlines, |a, b| {
                a.id == b.id && a.due == b.due
            }),
            deadlines_gone: only_in(&self.deadlines, &after.deadlines, |a, b| a.id == b.id),
            exposure: (exposure.0 != exposure.1).then_some(exposure),
        }
    }
}

impl Difference {
    /// The difference in short, for beside a choice; `dropped` is how many answers go.
    pub(super) fn in_short(&self, dropped: usize) -> Vec<String> {
        let count = |number: usize, before: &str, after: &str| {
            (number > 0).then(|| format!("{before} {number} {after}"))
        };
        let counts = [
            count(self.opened.len(), "打开", "题"),
            count(self.closed.len(), "关闭", "题"),
            count(dropped, "丢掉", "个答案"),
            count(self.opened_elsewhere, "别的问卷多", "题"),
            count(self.closed_elsewhere, "别的问卷少", "题"),
        ];
        let mut short: Vec<String> = counts.into_iter().flatten().collect();
        short
            .extend(self.appeared.iter().map(|one| format!("发现“{}”（{}）", one.title, one.word)));
        short.extend(self.gone.iter().map(|one| format!("不再有“{}”", one.title)));
        short.extend(self.unsure.iter().map(|one| format!("“{}”要先查清", one.title)));
        let levels = self.changed.iter().filter(|(before, after)| before.level != after.level);
        short.extend(levels.map(|(_, after)| format!("“{}”变为{}", after.title, after.word)));
        let due = |one: &Deadline| format!("期限“{}”，最后一天 {}", one.title, one.due);
        short.extend(self.deadlines.iter().map(due));
        short.extend(self.deadlines_gone.iter().map(|one| format!("不再有期限“{}”", one.title)));
        short.extend(self.exposure.as_ref().map(|(_, after)| match after {
            Some(money) => format!("金额合计 {}", money.words()),
            None => "不再有金额".to_owned(),
        }));
        if short.is_empty() {
            short.push("不影响题目和发现".to_owned());
        }
        short
    }
}

impl Money {
    fn new(low: Exact, high: Exact) -> Self {
        Self { low: grouped(low.0), high: grouped(high.0) }
    }

    fn words(&self) -> String {
        if self.low == self.high {
            format!("{} 元", self.low)
        } else {
            format!("{} 到 {} 元", self.low, self.high)
        }
    }
}

impl From<TotalExposure> for Money {
    fn from(total: TotalExposure) -> Self {
        Self::new(total.low, total.high)
    }
}

fn unassessed(check: &Check) -> BTreeSet<String> {
    let rules = check.compiled().findings.entries();
    let open = rules.filter(|(ix, _)| check.board().outcome(*ix) == Outcome::Unassessed);
    open.map(|(_, node)| node.rule.id.clone()).collect()
}

/// Answers that were dropped, by their questions.
pub(super) fn reasons(check: &Check, dropped: &Dropped) -> Vec<Reason> {
    let reason = |(ix, answer): &(ItemIx, _)| {
        let item = check.compiled().item(*ix);
        let answer: &crate::response::Answer = answer;
        Reason { question: item.text.clone(), shown: answer.display(item) }
    };
    dropped.iter().map(reason).collect()
}

fn only_in<T: Clone>(ones: &[T], others: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    ones.iter().filter(|one| !others.iter().any(|other| same(one, other))).cloned().collect()
}

fn missing(ones: &[FindingView], others: &[FindingView]) -> Vec<FindingView> {
    only_in(ones, others, |one, other| one.id == other.id)
}

fn changed(before: &[FindingView], after: &[FindingView]) -> Vec<(FindingView, FindingView)> {
    before
        .iter()
        .filter_map(|one| {
            let other = after.iter().find(|other| other.id == one.id && *other != one)?;
            Some((one.clone(), other.clone()))
        })
        .collect()
}

fn view(check: &Check, finding: &Finding, deadlines: &[Deadline]) -> FindingView {
    let text = |link_id: &String| {
        let ix = check.compiled().find(link_id)?;
        Some(check.compiled().item(ix).text.clone())
    };
    let missed = finding.deadline.as_ref();
    let missed = missed.and_then(|id| deadlines.iter().find(|deadline| deadline.id == *id));
    let raised = finding.flags.iter().map(|flag| word(*flag).to_owned());
    FindingView {
        id: finding.id.clone(),
        title: finding.title.clone(),
        level: finding.level,
        word: words::level(finding.level, &Lang::Zh.texts().report),
        likelihood: finding.likelihood,
        consequence: finding.consequence,
        score: finding.score,
        raised: raised.chain(missed.map(|one| format!("已过期限：{}", one.title))).collect(),
        because: finding.because.iter().map(because).collect(),
        effects: finding.effects.clone(),
        exposure: finding
            .exposure
            .as_ref()
            .map(|one| (Money::new(one.low, one.high), one.how.clone())),
        exposure_needs: finding.exposure_needs.iter().filter_map(text).collect(),
    }
}

fn because(because: &Because) -> Reason {
    Reason { question: because.question.clone(), shown: because.shown.clone() }
}

fn word(flag: Flag) -> &'static str {
    match flag {
        Flag::Criminal => "刑事",
        Flag::Revocation => "吊销",
        Flag::Closure => "停业关闭",
        Flag::Detention => "拘留",
        Flag::Injury => "伤亡",
        Flag::Overdue => "已过法定期限",
    }
}

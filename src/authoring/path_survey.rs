//! What is proven about the paths of a whole set: reach, gates, that no fact is asked twice, and how
//! many questions there are.

use std::rc::Rc;

use chrono::NaiveDate;

use super::twice::Twice;
use crate::flow::Scope;
use crate::questionnaire::table::Column;
use crate::questionnaire::{Compiled, Expr, ItemIx, ItemNode, PackIx, PackKind};
use crate::report::{Library, found};
use crate::risk::Check;
use crate::risk::contradiction::contradictions;
use crate::risk::healthy::walk;
use crate::risk::longest::longest;
use crate::risk::unconditional::{can_be_avoided, can_be_clear, gate_can_close};
use crate::risk::witness::{Goal, Prover, Witness, prove_all};

/// Most questions of a quick check beyond the profile, for any firm.
pub const QUICK_MOST: usize = 15;
/// Most questions that the pack of a trade adds.
pub const SECTOR_MOST: usize = 15;
/// Most questions of a full check for the healthy firm of [`SERVICE_FIRM`], profile included.
pub const SERVICE_FIRM_MOST: usize = 70;
/// A service firm of twenty people in none of the special trades.
const SERVICE_FIRM: [(&str, &str); 5] = [
    ("profile.form", "llc"),
    ("profile.headcount", "20"),
    ("profile.industry", "service"),
    ("profile.sectors", "none"),
    ("profile.stage", "operating"),
];

/// Everything that was proven, and what could not be.
#[derive(Debug)]
pub struct PathSurvey {
    /// Every question, option, finding, deadline and exposure with the answers that lead to it.
    pub proofs: Vec<(Goal, Option<Rc<Witness>>)>,
    /// What breaks a rule.
    pub errors: Vec<String>,
    /// What is worth a look.
    pub notes: Vec<String>,
    /// Questions of two packs that read alike.
    pub twice: Twice,
    /// Most questions of a quick check beyond the profile.
    pub quick: usize,
    /// Lengths by pack, in the order of asking.
    pub packs: Vec<PackLength>,
    /// Findings that the healthy service firm did not escape.
    pub walk_triggered: Vec<String>,
}

/// How many questions a pack has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLength {
    /// Id of the pack.
    pub id: String,
    /// Questions in all.
    pub items: usize,
    /// Most of them on the path of one firm.
    pub longest: usize,
    /// How many the healthy service firm sees.
    pub walked: usize,
}

impl PathSurvey {
    /// Surveys a set on a day.
    #[must_use]
    pub fn of(library: &Library, today: NaiveDate) -> Self {
        let compiled = &library.compiled;
        let prover = Prover::new(compiled, today).with_deadlines(&library.deadlines);
        let firm = walk(compiled, Scope::default(), today, &SERVICE_FIRM);
        let mut survey = Self {
            proofs: prove_all(&prover),
            errors: Vec::new(),
            notes: Vec::new(),
            twice: Twice::of(&prover),
            quick: longest(compiled, &quick(compiled)),
            packs: compiled.packs.indices().map(|pack| length(compiled, &firm, pack)).collect(),
            walk_triggered: firm
                .triggered()
                .map(|ix| compiled.findings.at(ix).rule.id.clone())
                .collect(),
        };
        survey.reach(library, &prover);
        survey.gates(&prover);
        survey.errors.extend(survey.twice.errors(compiled));
        survey.notes.extend(survey.twice.notes(compiled));
        survey.lengths(compiled);
        survey
    }

    /// Most questions of a full check: every pack at its longest, which no firm may combine.
    #[must_use]
    pub fn full(&self) -> usize {
        self.packs.iter().map(|pack| pack.longest).sum()
    }

    /// How many questions the healthy service firm sees.
    #[must_use]
    pub fn walked(&self) -> usize {
        self.packs.iter().map(|pack| pack.walked).sum()
    }

    fn reach(&mut self, library: &Library, prover: &Prover) {
        for (goal, proof) in &mut self.proofs {
            let on = prover.day_of(goal);
            *proof = proof.take().filter(|answers| is_reported(library, goal, answers, on));
            if proof.is_none() {
                self.errors.push(format!("{}: 走不到", name(&library.compiled, goal)));
            }
        }
    }

    fn gates(&mut self, prover: &Prover) {
        let compiled = prover.compiled();
        let at_odds = |conditions: &[&Expr]| {
            let items = contradictions(compiled, conditions);
            let ids: Vec<&str> =
                items.iter().map(|ix| compiled.item(*ix).link_id.as_str()).collect();
            (!ids.is_empty()).then(|| ids.join("、"))
        };
        for (ix, node) in compiled.items.entries() {
            let id = &node.item.link_id;
            if let Some(ids) = at_odds(&node.enable.iter().collect::<Vec<_>>()) {
                self.errors.push(format!("题 {id} 的条件自相矛盾：对 {ids} 的要求不能同时满足"));
            }
            if !gate_can_close(prover, ix) {
                self.notes.push(format!("题 {id} 的 enable_when 总是成立，可以去掉"));
            }
        }
        for (ix, node) in compiled.findings.entries() {
            let id = &node.rule.id;
            let conditions: Vec<&Expr> = node.applies.iter().chain([&node.when]).collect();
            if let Some(ids) = at_odds(&conditions) {
                self.errors.push(format!("发现 {id} 的条件自相矛盾：对 {ids} 的要求不能同时满足"));
            }
            let prover = prover.in_force(ix);
            if !can_be_avoided(&prover, ix) {
                self.errors.push(format!("发现 {id} 在每一组完整答案里都会命中"));
            } else if !can_be_clear(&prover, ix) {
                self.notes.push(format!("发现 {id} 凡是适用就会命中，没有健康的答案"));
            }
        }
    }

    fn lengths(&mut self, compiled: &Compiled) {
        if self.quick > QUICK_MOST {
            let quick = self.quick;
            self.errors.push(format!("快速体检最多会问 {quick} 题，上限是 {QUICK_MOST} 题"));
        }
        for (pack, node) in self.packs.iter().zip(compiled.packs.iter()) {
            if node.kind == PackKind::Sector && pack.longest > SECTOR_MOST {
                let PackLength { id, longest, .. } = pack;
                self.errors
                    .push(format!("行业问卷 {id} 最多会加 {longest} 题，上限是 {SECTOR_MOST} 题"));
            }
        }
        let walked = self.walked();
        if walked > SERVICE_FIRM_MOST {
            self.errors.push(format!(
                "二十人的健康服务企业要答 {walked} 题，上限是 {SERVICE_FIRM_MOST} 题"
            ));
        }
    }
}

/// What a goal is called.
#[must_use]
pub fn name(compiled: &Compiled, goal: &Goal) -> String {
    match goal {
        Goal::Item(ix) => format!("题 {}", compiled.item(*ix).link_id),
        Goal::Option(ix, code) => format!("选项 {} = {code}", compiled.item(*ix).link_id),
        Goal::Finding(ix) => format!("发现 {}", compiled.findings.at(*ix).rule.id),
        Goal::Deadline(ix) => format!("期限 {}", compiled.deadlines.at(*ix).id),
        Goal::Exposure(ix) => format!("金额 {}", compiled.findings.at(*ix).rule.id),
    }
}

/// Whether an assessment of the answers has a deadline, or a figure above 0; true for the rest,
/// which the prover has seen in its check.
fn is_reported(library: &Library, goal: &Goal, answers: &Witness, on: NaiveDate) -> bool {
    let compiled = &library.compiled;
    let assess = || {
        let answers = answers.iter().map(|(ix, answer)| (*ix, answer.clone())).collect();
        let (check, _) = Check::with(Rc::clone(compiled), Scope::default(), on, answers);
        found(&check, library)
    };
    match goal {
        Goal::Item(_) | Goal::Option(..) | Goal::Finding(_) => true,
        Goal::Deadline(ix) => {
            let id = &compiled.deadlines.at(*ix).id;
            assess().1.iter().any(|deadline| deadline.id == *id)
        }
        Goal::Exposure(ix) => {
            let id = &compiled.findings.at(*ix).rule.id;
            assess().0.iter().any(|finding| {
                let figure = finding.exposure.as_ref();
                finding.id == *id && figure.is_some_and(|figure| !figure.high.0.is_zero())
            })
        }
    }
}

fn quick(compiled: &Compiled) -> Column<ItemNode, bool> {
    counted(compiled, |node| {
        node.item.quick && compiled.packs.at(node.pack).kind != PackKind::Profile
    })
}

fn length(compiled: &Compiled, firm: &Check, pack: PackIx) -> PackLength {
    let of_pack = |ix: &ItemIx| compiled.items.at(*ix).pack == pack;
    PackLength {
        id: compiled.packs.at(pack).id.clone(),
        items: compiled.items.indices().filter(of_pack).count(),
        longest: longest(compiled, &counted(compiled, |node| node.pack == pack)),
        walked: firm.flow().path().filter(of_pack).count(),
    }
}

fn counted(compiled: &Compiled, counts: impl Fn(&ItemNode) -> bool) -> Column<ItemNode, bool> {
    let mut column = Column::filled(&compiled.items, false);
    for (ix, node) in compiled.items.entries() {
        *column.at_mut(ix) = counts(node);
    }
    column
}

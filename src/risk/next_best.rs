//! Least-change advice: the smallest set of changed answers that takes a red finding away,
//! found by search over the real rules and proven by judging them again.

use super::criteria::{Level, level};
use super::{Check, Outcome};
use crate::flow::Reach;
use crate::questionnaire::{
    Expr, ExprOperand, ExprTest, FindingIx, Flag, Item, ItemIx, ItemKind, PackKind,
};
use crate::response::{Answer, read_text};

/// Largest set of changes that is looked for; more would be no advice.
const MOST_CHANGES: usize = 2;

/// One answer as it would have to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// The question.
    pub item: ItemIx,
    /// The answer that would take the finding away.
    pub to: Answer,
}

/// What would take one red finding away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The finding.
    pub finding: FindingIx,
    /// The fewest changes that were found; never empty.
    pub changes: Vec<AnswerChange>,
}

/// Advice for every red finding for which [`MOST_CHANGES`] changes are enough.
///
/// Facts about the firm are never changed, and no change may bring another finding: an answer that
/// is a problem itself is nothing to be advised. What is
/// done cannot be undone by another answer, so there is no advice where a crime may have been
/// committed or a deadline has passed: it would only invite false answers.
#[must_use]
pub fn next_best(check: &Check) -> Vec<Advice> {
    let rule = |ix: &FindingIx| &check.compiled().findings.at(*ix).rule;
    let red = |ix: &FindingIx| level(rule(ix)) == Level::Red;
    let past = |flag: &Flag| matches!(flag, Flag::Criminal | Flag::Detention | Flag::Overdue);
    let can_change = |ix: &FindingIx| !rule(ix).flags.iter().any(past);
    let wanted = check.triggered().filter(|ix| red(ix) && can_change(ix));
    wanted.filter_map(|finding| advise(check, finding)).collect()
}

fn advise(check: &Check, finding: FindingIx) -> Option<Advice> {
    let node = check.compiled().findings.at(finding);
    let candidates: Vec<AnswerChange> = node
        .when
        .items()
        .into_iter()
        .filter(|item| check.flow().reach(*item) == Reach::OnPath && !is_profile(check, *item))
        .flat_map(|item| alternatives(check, item, &node.when))
        .collect();
    let mut sets: Vec<Vec<AnswerChange>> = vec![Vec::new()];
    for _ in 0..MOST_CHANGES {
        sets = sets
            .iter()
            .flat_map(|set| {
                let after = set.last().map(|change| change.item);
                candidates
                    .iter()
                    .filter(move |change| after.is_none_or(|after| change.item > after))
                    .map(|change| set.iter().cloned().chain([change.clone()]).collect())
            })
            .collect();
        if let Some(changes) = plainest(check, finding, &sets) {
            return Some(Advice { finding, changes: changes.clone() });
        }
    }
    None
}

/// Of the sets that take the finding away, the first of those that leave the fewest rules to ask
/// for: an answer that opens questions may be a problem itself.
fn plainest<'a>(
    check: &Check,
    finding: FindingIx,
    sets: &'a [Vec<AnswerChange>],
) -> Option<&'a Vec<AnswerChange>> {
    let mut best: Option<(usize, &Vec<AnswerChange>)> = None;
    for changes in sets {
        let Some(open) = takes_away(check, finding, changes) else { continue };
        if open == 0 {
            return Some(changes);
        }
        if best.is_none_or(|(least, _)| open < least) {
            best = Some((open, changes));
        }
    }
    best.map(|(_, changes)| changes)
}

/// Judges all rules again with the changes: where the finding is clear and none is new, how many
/// rules can no longer be told.
fn takes_away(check: &Check, finding: FindingIx, changes: &[AnswerChange]) -> Option<usize> {
    let mut changed = check.clone();
    for change in changes {
        changed.answer(change.item, change.to.clone());
    }
    let is_new = |ix| check.board().outcome(ix) != Outcome::Triggered;
    let clear = changed.board().outcome(finding) == Outcome::Clear;
    let open = |ix: &FindingIx| {
        let unassessed = |check: &Check| check.board().outcome(*ix) == Outcome::Unassessed;
        unassessed(&changed) && !unassessed(check)
    };
    let rules = || check.compiled().findings.indices();
    (clear && !changed.triggered().any(is_new)).then(|| rules().filter(open).count())
}

fn is_profile(check: &Check, item: ItemIx) -> bool {
    let compiled = check.compiled();
    compiled.packs.at(compiled.items.at(item).pack).kind == PackKind::Profile
}

/// Other answers that could matter: every code, and every number that a rule compares with.
fn alternatives(check: &Check, item: ItemIx, when: &Expr) -> Vec<AnswerChange> {
    let question = check.compiled().item(item);
    let now = check.flow().answer(item);
    let texts: Vec<String> = match question.kind {
        ItemKind::Number | ItemKind::Money => thresholds(item, when),
        ItemKind::Date | ItemKind::Month | ItemKind::Text => Vec::new(),
        ItemKind::YesNo | ItemKind::Choice | ItemKind::MultiChoice => {
            question.codes().into_iter().map(str::to_owned).collect()
        }
    };
    texts
        .iter()
        .filter_map(|text| read_text(question, text, check.flow().today()).ok())
        .chain(without_one(question, now))
        .filter(|answer| Some(answer) != now)
        .map(|to| AnswerChange { item, to })
        .collect()
}

/// A multi-choice answer with one tick less.
fn without_one(question: &Item, now: Option<&Answer>) -> Vec<Answer> {
    match now {
        Some(Answer::Codes(ticked))
            if question.kind == ItemKind::MultiChoice && ticked.len() > 1 =>
        {
            let less =
                |gone: &String| ticked.iter().filter(|code| *code != gone).cloned().collect();
            ticked.iter().map(|gone| Answer::Codes(less(gone))).collect()
        }
        _ => Vec::new(),
    }
}

fn thresholds(item: ItemIx, when: &Expr) -> Vec<String> {
    match when {
        Expr::All(parts) | Expr::Any(parts) => {
            parts.iter().flat_map(|part| thresholds(item, part)).collect()
        }
        Expr::Not(part) => thresholds(item, part),
        Expr::Item(other, ExprTest::Compare(_, ExprOperand::Number(number))) if *other == item => {
            let one = rust_decimal::Decimal::ONE;
            [*number, number - one, number + one].iter().map(ToString::to_string).collect()
        }
        Expr::Item(..) => Vec::new(),
    }
}

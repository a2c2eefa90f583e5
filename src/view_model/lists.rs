//! Scope, task list and check of answers.

use super::minutes;
use crate::flow::{Progress, Scope};
use crate::kiosk::{Deployment, Output, Visit};
use crate::questionnaire::{PackIx, PackKind};
use crate::response::{Answer, Mode};
use crate::texts::Texts;

/// Choice of the scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeView {
    /// Quick check.
    pub quick: ScopeChoice,
    /// Full check.
    pub full: ScopeChoice,
    /// The domains that can be chosen alone.
    pub topics: Vec<TopicView>,
}

/// One way to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeChoice {
    /// Questions beyond the facts about the firm, before any answer opens more.
    pub questions: usize,
    /// Minutes for them.
    pub minutes: usize,
    /// Whether it was chosen before.
    pub chosen: bool,
}

/// One domain that can be chosen alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicView {
    /// Id of the pack.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Questions before any answer opens more.
    pub questions: usize,
    /// Whether it was chosen before.
    pub chosen: bool,
}

/// The task list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TasksView {
    /// Domains in the order of asking.
    pub tasks: Vec<TaskView>,
    /// Questions answered.
    pub answered: usize,
    /// Questions to be answered, as far as can be told now.
    pub total: usize,
    /// Title of the domain to go on with; `None` when all are done.
    pub next: Option<String>,
    /// Whether files may be saved and opened.
    pub files: bool,
}

/// One domain of the task list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// Id of the pack.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Questions answered.
    pub answered: usize,
    /// Questions to be answered, as far as can be told now.
    pub total: usize,
}

/// 检查答案.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// Domains with their questions.
    pub groups: Vec<ReviewGroup>,
    /// Questions without an answer.
    pub open: usize,
}

/// The questions of one domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewGroup {
    /// Title of the domain.
    pub title: String,
    /// Its questions.
    pub rows: Vec<ReviewRow>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The question.
    pub link_id: String,
    /// Its text.
    pub question: String,
    /// The answer; `None` when it was left open.
    pub answer: Option<String>,
    /// Whether 不清楚 was answered.
    pub unknown: bool,
}

pub(super) fn scope(visit: &Visit) -> ScopeView {
    let now = visit.scoped.then(|| visit.check.flow().scope());
    let choice = |mode| {
        let questions = beyond_profile(visit, Scope { mode, topics: Vec::new() });
        let chosen = now.is_some_and(|scope| scope.mode == mode);
        ScopeChoice { questions, minutes: minutes(questions), chosen }
    };
    let topics = visit
        .compiled()
        .packs
        .iter()
        .filter(|pack| pack.kind != PackKind::Profile)
        .map(|pack| TopicView {
            id: pack.id.clone(),
            title: pack.title.clone(),
            summary: pack.summary.clone(),
            questions: beyond_profile(
                visit,
                Scope { mode: Mode::Topics, topics: vec![pack.id.clone()] },
            ),
            chosen: now.is_some_and(|scope| scope.topics.contains(&pack.id)),
        })
        .filter(|topic| topic.questions > 0)
        .collect();
    ScopeView { quick: choice(Mode::Quick), full: choice(Mode::Full), topics }
}

/// Questions of a scope that come on top of the facts about the firm.
fn beyond_profile(visit: &Visit, scope: Scope) -> usize {
    let (check, _) = visit.check.rescoped(scope);
    let packs = visit.compiled().packs.entries();
    packs
        .filter(|(_, pack)| pack.kind != PackKind::Profile)
        .map(|(ix, _)| check.flow().progress_of(ix).total)
        .sum()
}

pub(super) fn tasks(visit: &Visit, deployment: &Deployment) -> TasksView {
    let task = |ix: PackIx| {
        let pack = visit.compiled().packs.at(ix);
        let Progress { answered, total } = visit.check.flow().progress_of(ix);
        let (id, title, summary) = (pack.id.clone(), pack.title.clone(), pack.summary.clone());
        TaskView { id, title, summary, answered, total }
    };
    let tasks: Vec<TaskView> =
        visit.compiled().packs.indices().map(task).filter(|task| task.total > 0).collect();
    let progress = visit.check.flow().progress();
    let next = tasks.iter().find(|task| task.answered < task.total).map(|task| task.title.clone());
    let files = deployment.offers(Output::File);
    TasksView { tasks, answered: progress.answered, total: progress.total, next, files }
}

pub(super) fn review(visit: &Visit, texts: &Texts) -> ReviewView {
    let mut groups: Vec<ReviewGroup> = Vec::new();
    let mut last = None;
    for ix in visit.check.flow().path() {
        let pack = visit.pack_of(ix);
        if last != Some(pack) {
            let title = visit.compiled().packs.at(pack).title.clone();
            groups.push(ReviewGroup { title, rows: Vec::new() });
            last = Some(pack);
        }
        let item = visit.compiled().item(ix);
        let answer = visit.check.flow().answer(ix);
        let row = ReviewRow {
            link_id: item.link_id.clone(),
            question: item.text.clone(),
            answer: match answer {
                // A word of the interface, as on the button that answered it.
                Some(Answer::Unknown) => Some(texts.question.unknown.to_owned()),
                Some(answer) => Some(answer.display(item)),
                None => (!item.required).then(|| texts.review.left_out.to_owned()),
            },
            unknown: matches!(answer, Some(Answer::Unknown)),
        };
        if let Some(group) = groups.last_mut() {
            group.rows.push(row);
        }
    }
    let open = groups.iter().flat_map(|group| &group.rows).filter(|row| row.answer.is_none());
    let open = open.count();
    ReviewView { groups, open }
}

//! One plain struct per screen, computed from the model. Pages show these and nothing else.

mod desk;
mod display;
mod file;
mod keep;
mod lists;
mod pads;
mod question;
mod register;
mod report;
mod staff;
mod start;
mod terminal;

pub use desk::{
    DeskBody, DeskView, FieldLine, Filter, FindingSpot, FormView, KeyView, Letterhead, MeView,
    Order, QueueView, RefusedView, ReviewedView, Reviewer, RowView, SignView, SpotBody, SpotLine,
    Status, StepView, Verdict, WholeSpot,
};
pub use display::{DisplayView, Reads};
pub use file::{CodeView, ConflictView, FolderView, MarkView};
pub use keep::{KeepLine, KeepView, KeptWork};
pub use lists::{
    ReviewGroup, ReviewRow, ReviewView, ScopeChoice, ScopeView, TaskView, TasksView, TopicView,
};
pub use pads::{CODE_KEYS, CODE_LENGTH, ScanView, UsccPart, UsccState, UsccView};
pub use question::{InputView, OptionView, QuestionView};
pub use register::{
    ClassView, EntryView, FieldKind, FieldView, LineView, PostView, RegisterView, SecretView,
};
pub use report::ReportView;
pub use staff::{FactGroup, FactRow, PinView, StaffView};
pub use start::{DeskOffer, DomainLine, StartView};
pub use terminal::{ReceiptView, WarningView};

// The document of a report is shown as it is.
pub use crate::report::document::words::level as level_name;
pub use crate::report::document::{
    Block, Brief, Card, Document, Gauge, LevelCount, Matrix, MatrixCell, OpenQuestion, Part,
    PartId, Table, Urgency,
};
pub use crate::report::slips::Standing;
pub use crate::risk::Level;
pub use crate::texts::{Desk as DeskTexts, DisplayTexts, Field, Lang, Piece, Texts, pieces};

use std::sync::Arc;

use crate::desk::Trust;
use crate::kiosk::pinyin::Dictionary;
use crate::kiosk::{Deployment, Dialog, Drafts, Model, Place, Problem, Room, Screen, Stage, Visit};

/// Everything that is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What stands in the middle.
    pub body: Body,
    /// Grows with every screen that is entered.
    pub revision: u32,
    /// Whether 结束并清除 is offered.
    pub can_end: bool,
    /// Whether the question 结束并清除? stands over the screen.
    pub asking_end: bool,
    /// Whether printing is offered.
    pub prints: bool,
    /// How the page is shown, and what can be read aloud.
    pub display: DisplayView,
    /// The language of the interface.
    pub lang: Lang,
    /// What is typed on the screen and not yet given, by the field's key.
    pub drafts: Drafts,
    /// Whether fields come with keys on the screen.
    pub pads: bool,
    /// Whether that can be chosen; a terminal always has them.
    pub pads_optional: bool,
    /// The table for writing by sound.
    pub dictionary: Dictionary,
    /// What a scanner brought.
    pub scan: Option<ScanView>,
    /// Why the last entry or file was not accepted.
    pub error: Option<String>,
    /// What became of the last file that was to be saved.
    pub saved: Option<String>,
    /// What the last change dropped.
    pub notice: Option<NoticeView>,
    /// The warning before the visit is cleared.
    pub warning: Option<WarningView>,
    /// What is left of the visit before.
    pub receipt: Option<ReceiptView>,
    /// Work that is kept on this machine.
    pub keep: KeepView,
}

/// What stands in the middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Packs are being fetched.
    Loading,
    /// Packs could not be had.
    Failed(String),
    /// The start.
    Start(StartView),
    /// The question for the staff's code.
    StaffPin(PinView),
    /// The staff's menu.
    Staff(Box<StaffView>),
    /// One question.
    Question(Box<QuestionView>),
    /// Choice of the scope.
    Scope(ScopeView),
    /// Domains with their progress.
    Tasks(TasksView),
    /// 检查答案.
    Review(ReviewView),
    /// The report.
    Report(ReportView),
    /// A slip or a sheet.
    Sheet(Arc<Document>),
    /// The report as a code for a phone.
    Code(Vec<CodeView>),
    /// The firm's file.
    File(FolderView),
    /// The register of trade secrets.
    Register(Box<RegisterView>),
    /// One entry of it.
    RegisterEntry(EntryView),
    /// What two people's answers say differently.
    Conflicts(Vec<ConflictView>),
    /// The lawyer's desk.
    Desk(Box<DeskView>),
    /// The page is about to be loaded anew.
    Ended,
}

/// What a change dropped, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// The sentence.
    pub text: String,
    /// The questions whose answers were dropped.
    pub questions: Vec<String>,
}

/// Average time for one question, in seconds, for the estimates on the screens.
const SECONDS_PER_QUESTION: usize = 15;

/// Minutes for a number of questions, at least one.
#[must_use]
pub fn minutes(questions: usize) -> usize {
    (questions * SECONDS_PER_QUESTION).div_ceil(60).max(1)
}

/// The page of a model.
#[must_use]
pub fn page(model: &Model) -> Page {
    let visit = model.visit();
    let terminal = model.deployment.mode == Place::Terminal;
    let desk = match &model.stage {
        Stage::Desk(desk) => Some(desk),
        _ => None,
    };
    let texts = model.lang.texts();
    let body = body(model);
    Page {
        display: display::view(model, &body),
        body,
        revision: model.revision,
        can_end: visit.is_some() || desk.is_some(),
        asking_end: model.dialog == Some(Dialog::End),
        prints: model.deployment.printer.fitted,
        lang: model.lang,
        drafts: visit.map(|visit| visit.drafts.clone()).unwrap_or_default(),
        pads: terminal || model.pads,
        pads_optional: !terminal,
        dictionary: model.dictionary.clone(),
        scan: visit
            .and_then(|visit| visit.scanned.as_ref())
            .map(|scanned| pads::scan(scanned, texts)),
        error: error(model).map(|problem| problem.text(texts)),
        saved: match desk {
            Some(desk) => desk.saved.as_ref(),
            None => visit.and_then(|visit| visit.saved.as_ref()),
        }
        .map(|saved| self::saved(saved, texts)),
        notice: visit.and_then(|visit| notice(visit, texts)),
        warning: terminal::warning(model),
        receipt: terminal::receipt(model),
        keep: keep::view(model),
    }
}

/// Why the last thing was not done.
fn error(model: &Model) -> Option<&Problem> {
    match &model.stage {
        Stage::Visiting(visit) => visit.error.as_ref(),
        Stage::Desk(desk) => desk.error.as_ref(),
        _ => model.problem.as_ref(),
    }
}

fn body(model: &Model) -> Body {
    match &model.stage {
        Stage::Loading => Body::Loading,
        Stage::Failed(trouble) => Body::Failed(trouble.text(model.lang.texts())),
        Stage::Ready(library) => staff::body(model, library)
            .unwrap_or_else(|| Body::Start(start::view(library, &model.deployment))),
        Stage::Visiting(visit) => visit_body(visit, &model.deployment, model.trust(), model.lang),
        Stage::Desk(desk) => match desk.opinion.as_ref().filter(|_| desk.room == Room::Opinion) {
            Some(letter) => Body::Sheet(Arc::clone(letter)),
            None => Body::Desk(Box::new(desk::view(desk, model.lang))),
        },
        Stage::Ended => Body::Ended,
    }
}

fn visit_body(visit: &Visit, deployment: &Deployment, trust: Trust<'_>, lang: Lang) -> Body {
    let texts = lang.texts();
    match (visit.screen, &visit.made) {
        (Screen::Sheet, _) => match &visit.sheet {
            Some(sheet) => Body::Sheet(Arc::clone(sheet)),
            None => Body::Review(lists::review(visit, texts)),
        },
        (Screen::Question(ix), _) => Body::Question(Box::new(question::view(visit, ix, texts))),
        (Screen::Scope, _) => Body::Scope(lists::scope(visit)),
        (Screen::Tasks, _) => Body::Tasks(lists::tasks(visit, deployment)),
        (Screen::Report, Some(made)) => {
            let document = visit.reviewed(&made.document, &made.report, trust);
            Body::Report(report::view(made, document, visit.file.is_some(), deployment, texts))
        }
        (Screen::Code, _) => Body::Code(file::codes(visit)),
        (Screen::File, _) => Body::File(file::folder(visit, deployment, trust, lang)),
        (Screen::Register, _) => Body::Register(Box::new(register::view(visit, lang))),
        (Screen::RegisterEntry, _) => match &visit.filling.open {
            Some(open) => Body::RegisterEntry(register::entry(open, visit.today, lang)),
            None => Body::Register(Box::new(register::view(visit, lang))),
        },
        (Screen::Conflicts, _) => Body::Conflicts(file::conflicts(visit)),
        (Screen::Review | Screen::Report, _) => Body::Review(lists::review(visit, texts)),
    }
}

/// What became of a file: that it was handed over, or why not.
fn saved(saved: &Result<String, Problem>, texts: &Texts) -> String {
    match saved {
        Ok(name) => (texts.common.saved)(name),
        Err(why) => (texts.common.not_saved)(&why.text(texts)),
    }
}

fn notice(visit: &Visit, texts: &Texts) -> Option<NoticeView> {
    let notice = visit.notice.as_ref()?;
    let questions: Vec<String> =
        notice.dropped.iter().map(|(ix, _)| visit.compiled().item(*ix).text.clone()).collect();
    Some(NoticeView { text: (texts.common.dropped)(questions.len()), questions })
}

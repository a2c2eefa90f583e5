//! What is shown at the desk.

use super::spots::{self, SpotBody, SpotLine};
use super::{FormView, QueueView, form, queue};
use crate::archive::open::OpenedCheck;
use crate::desk::opinion::Letterhead;
use crate::desk::{Overlay, Reviewer, Signature, Standing};
use crate::kiosk::{Case, Desk, Room, Spot};
use crate::report::short_seal;
use crate::texts::{Lang, Texts};

/// The desk.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskView {
    /// Who reviews; nothing until it is said.
    pub me: Option<MeView>,
    /// What stands in the middle.
    pub body: Body,
}

/// Who reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeView {
    /// Name.
    pub name: String,
    /// Law firm.
    pub firm: String,
}

/// What stands in the middle of the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The list of reports.
    Queue(QueueView),
    /// One report under review.
    Report(Box<ReportView>),
    /// Who reviews, and the key.
    Key(KeyView),
    /// Signing and handing over.
    Sign(SignView),
}

/// Who reviews, and the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyView {
    /// Who reviews, as it is known.
    pub me: Reviewer,
    /// Whose key file was chosen and is not open yet.
    pub chosen: Option<Reviewer>,
    /// Whose key is open, and the public key.
    pub ready: Option<(Reviewer, String)>,
    /// Whether the browser is busy with it.
    pub working: bool,
}

/// Signing and handing over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignView {
    /// Name of the firm.
    pub firm: String,
    /// Day and seal of the report.
    pub report: String,
    /// Why it cannot be signed, whoever wants to.
    pub doubtful: bool,
    /// How many findings nobody judged.
    pub open: usize,
    /// Whose key is open.
    pub ready: Option<Reviewer>,
    /// The signatures with what each is worth, and whether it is known to be worth nothing.
    pub signatures: Vec<(String, bool)>,
    /// The head of the letter.
    pub letter: Letterhead,
    /// Whether the browser is busy with the key.
    pub working: bool,
}

/// One report under review.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// Name of the firm.
    pub firm: String,
    /// Day and seal of the report.
    pub report: String,
    /// How many findings there are, and how many of them somebody judged.
    pub progress: (usize, usize),
    /// What can be looked at, in order.
    pub spots: Vec<SpotLine>,
    /// What is looked at.
    pub here: Spot,
    /// The same in full.
    pub spot: SpotBody,
    /// Forms about it that were begun.
    pub forms: Vec<FormView>,
    /// Whether anything can be done with the report.
    pub can_act: bool,
}

pub(in crate::view_model) fn view(desk: &Desk, lang: Lang) -> DeskView {
    let shown = match desk.room {
        Room::Report => report(desk, lang).map(|report| Body::Report(Box::new(report))),
        Room::Sign => sign(desk, lang).map(Body::Sign),
        Room::Key => Some(Body::Key(key(desk))),
        Room::Queue | Room::Opinion => None,
    };
    let body = shown.unwrap_or_else(|| Body::Queue(queue::view(desk, lang)));
    let me = (!desk.me.name.is_empty())
        .then(|| MeView { name: desk.me.name.clone(), firm: desk.me.firm.clone() });
    DeskView { me, body }
}

fn report(desk: &Desk, lang: Lang) -> Option<ReportView> {
    let texts = lang.texts();
    let (open, case, check) = desk.under_review()?;
    let report = check.shown();
    let overlay = Overlay::of(report, &case.review.steps);
    let about = match open.spot {
        Spot::Finding(at) => report.findings.get(at).map(|finding| finding.id.as_str()),
        _ => None,
    };
    let forms = case.forms.iter().filter(|form| form.about.as_deref() == about);
    let all = overlay.findings.len();
    let (firm, named) = names(case, check, texts);
    Some(ReportView {
        firm,
        report: named,
        progress: (all, all - overlay.open()),
        spots: spots::lines(&overlay, texts),
        here: open.spot,
        spot: spots::body(open, case, check, &overlay, lang),
        forms: forms.map(|form| form::view(form, report, texts)).collect(),
        can_act: case.readable,
    })
}

/// The firm, and day and seal of its report.
fn names(case: &Case, check: &OpenedCheck, texts: &Texts) -> (String, String) {
    let name = if case.row.firm.is_empty() { texts.desk.queue.no_name } else { &case.row.firm };
    let day = (texts.report.figures.day)(check.shown().on);
    (name.to_owned(), (texts.desk.review.report)(&day, &short_seal(&check.seal)))
}

fn key(desk: &Desk) -> KeyView {
    KeyView {
        me: desk.me.clone(),
        chosen: desk.key_file.as_ref().map(|file| file.frame.by.clone()),
        ready: desk.key.as_ref().map(|frame| (frame.by.clone(), frame.key.clone())),
        working: desk.working,
    }
}

fn sign(desk: &Desk, lang: Lang) -> Option<SignView> {
    let texts = lang.texts();
    let (_, case, check) = desk.under_review()?;
    let (firm, report) = names(case, check, texts);
    let signed = case.review.signatures.iter().zip(&case.signatures);
    let signatures = signed
        .map(|(signature, standing)| (signed_by(signature, *standing, texts), standing.fails()));
    Some(SignView {
        firm,
        report,
        doubtful: !case.can_be_signed(),
        open: case.row.open,
        ready: desk.key.as_ref().map(|frame| frame.by.clone()),
        signatures: signatures.collect(),
        letter: desk.letter.clone(),
        working: desk.working,
    })
}

/// Who signed when, and what it is worth.
pub(super) fn signed_by(signature: &Signature, standing: Standing, texts: &Texts) -> String {
    let by = &signature.claim.by;
    let who = (texts.desk.review.by)(&by.name, &by.firm, &signature.claim.on.to_string());
    format!("{who}{}{}", texts.report.joints.colon, standing.text(texts))
}

//! Work that is kept on this machine: what the frame says of it, and what the start offers.

use chrono::NaiveDate;

use crate::kiosk::{CodeProblem, Keep, KeepRefused, Locked, Model, Open, Stage, Why};
use crate::texts::{Keep as Words, Texts};

/// Work that is kept on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeepView {
    /// What the frame says during a visit or at the desk.
    pub line: Option<KeepLine>,
    /// The last step of it that is in the store.
    pub step: Option<u64>,
    /// The code, until it was written down.
    pub note: Option<String>,
    /// What stands at the start.
    pub start: Option<KeptWork>,
}

/// What the frame says during a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepLine {
    /// Keeping is offered.
    Offer,
    /// The first step is on its way.
    Starting,
    /// Every step is kept.
    Kept {
        /// The sentence.
        text: String,
        /// Why the one after it is not, or that some were not there.
        trouble: Option<String>,
    },
    /// Nothing is kept.
    Not {
        /// Why.
        text: String,
        /// Whether to try again is of use.
        again: bool,
    },
}

/// What stands at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptWork {
    /// Work waits for its code.
    Locked {
        /// What it is, with its day.
        title: String,
        /// Why the last code did not open it.
        refused: Option<String>,
        /// Whether it is being opened.
        opening: bool,
        /// Whether it is asked if it should be deleted.
        asking: bool,
    },
    /// Work is gone.
    Lost(String),
    /// It is being deleted.
    Forgetting,
    /// Something else is to be said.
    Not {
        /// What.
        text: String,
        /// Whether to try again is of use.
        again: bool,
    },
}

pub(super) fn view(model: &Model) -> KeepView {
    let texts = model.lang.texts();
    match &model.stage {
        Stage::Visiting(_) | Stage::Desk(_) => KeepView {
            line: line(&model.keep, &texts.keep),
            step: match &model.keep {
                Keep::Open(open) => Some(open.kept),
                _ => None,
            },
            note: match &model.keep {
                Keep::Open(open) if !open.noted && open.kept > 0 => Some(open.code.shown()),
                _ => None,
            },
            start: None,
        },
        Stage::Ready(_) => KeepView { start: start(&model.keep, texts), ..KeepView::default() },
        _ => KeepView::default(),
    }
}

fn line(keep: &Keep, words: &Words) -> Option<KeepLine> {
    let not = |text: &str, again| Some(KeepLine::Not { text: text.to_owned(), again });
    match keep {
        Keep::Off | Keep::Looking | Keep::Forgetting => None,
        Keep::Offered => Some(KeepLine::Offer),
        Keep::Beginning => Some(KeepLine::Starting),
        Keep::Open(open) if open.kept == 0 => Some(KeepLine::Starting),
        Keep::Open(open) => Some(KeepLine::Kept {
            text: (words.kept)(&open.code.shown()),
            trouble: trouble(open, words),
        }),
        Keep::Locked(_) => not(words.other, false),
        Keep::Lost { .. } => not(words.other_lost, false),
        Keep::Elsewhere => not(words.elsewhere, true),
        Keep::MemoryOnly(why) => not(&(words.memory)(self::why(*why, words)), true),
    }
}

fn trouble(open: &Open, words: &Words) -> Option<String> {
    let not_kept = open.trouble.map(|why| (words.not_kept)(self::why(why, words)));
    not_kept.or_else(|| open.shortened.then(|| words.shortened.to_owned()))
}

fn start(keep: &Keep, texts: &Texts) -> Option<KeptWork> {
    let words = &texts.keep;
    let day = |on: NaiveDate| (texts.report.figures.day)(on);
    match keep {
        Keep::Locked(Locked { on, trying, refused, asking }) => Some(KeptWork::Locked {
            title: (words.found)(&day(*on)),
            refused: refused.map(|why| self::refused(why, words)),
            opening: trying.is_some(),
            asking: *asking,
        }),
        Keep::Lost { on, damaged } => {
            let day = on.map(day);
            let title = if *damaged { words.damaged } else { words.gone };
            Some(KeptWork::Lost(title(day.as_deref())))
        }
        Keep::Forgetting => Some(KeptWork::Forgetting),
        Keep::Elsewhere => Some(KeptWork::Not { text: words.elsewhere.to_owned(), again: true }),
        Keep::MemoryOnly(Why::NotForgotten) => {
            Some(KeptWork::Not { text: words.why.not_forgotten.to_owned(), again: true })
        }
        _ => None,
    }
}

fn why(why: Why, words: &Words) -> &'static str {
    let words = &words.why;
    match why {
        Why::NoStore => words.no_store,
        Why::NoCrypto => words.no_crypto,
        Why::NoLocks => words.no_locks,
        Why::Full => words.full,
        Why::Failed => words.failed,
        Why::TooBig => words.too_big,
        Why::NotForgotten => words.not_forgotten,
    }
}

fn refused(refused: KeepRefused, words: &Words) -> String {
    let words = &words.refused;
    match refused {
        KeepRefused::Typed(CodeProblem::Length(signs)) => (words.length)(signs),
        KeepRefused::Typed(CodeProblem::Sign(sign)) => (words.sign)(sign),
        KeepRefused::Typed(CodeProblem::Check) => words.check.to_owned(),
        KeepRefused::Wrong => words.wrong.to_owned(),
        KeepRefused::Damaged => words.damaged.to_owned(),
    }
}

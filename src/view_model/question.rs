//! One question.

use crate::kiosk::Visit;
use crate::questionnaire::model::TextFormat;
use crate::questionnaire::{Item, ItemIx, ItemKind, uscc};
use crate::response::Answer;
use crate::texts::Texts;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its `link_id`.
    pub link_id: String,
    /// Title of its domain.
    pub domain: String,
    /// Its place among the questions of the domain that are on the path, from 1.
    pub number: usize,
    /// How many questions of the domain come after it, as far as can be told now.
    pub left: usize,
    /// Answered in per cent of all questions on the path; absent before a scope is chosen.
    pub percent: Option<usize>,
    /// The question.
    pub text: String,
    /// One sentence of help.
    pub hint: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// Where the answer can be found.
    pub find_out: String,
    /// Articles: label, edition and gist.
    pub basis: Vec<(String, String)>,
    /// How it is answered.
    pub input: InputView,
    /// Whether 不清楚 is offered, and whether it is the answer.
    pub unknown: Option<bool>,
    /// Label of 不适用 where it is offered, and whether it is the answer.
    pub not_applicable: Option<(String, bool)>,
    /// Whether it may be left without an answer.
    pub optional: bool,
    /// Whether it was opened from the check of answers.
    pub changing: bool,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputView {
    /// One tap on one of these.
    Choice(Vec<OptionView>),
    /// Any of these, then 下一题.
    Multi(Vec<OptionView>),
    /// A number or an amount.
    Number {
        /// What was answered before.
        value: String,
        /// Unit, or 元.
        unit: String,
        /// Label of a button that answers 0.
        zero: Option<String>,
        /// Whether plus and minus are offered: for counts, not for amounts.
        steps: bool,
        /// Whether a point can be typed.
        point: bool,
    },
    /// A day (`true`) or a month, as digits.
    Date {
        /// What was answered before, as digits.
        value: String,
        /// Whether the day is asked for too.
        day: bool,
    },
    /// Free text.
    Text {
        /// What was answered before.
        value: String,
        /// The keys and the length of a code that is made of a few signs only.
        keys: Option<(&'static str, usize)>,
    },
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// Code.
    pub code: String,
    /// What is shown.
    pub text: String,
    /// One more sentence.
    pub hint: Option<String>,
    /// Whether it is part of the answer.
    pub chosen: bool,
    /// Whether it cannot stand beside others.
    pub exclusive: bool,
}

pub(super) fn view(visit: &Visit, ix: ItemIx, texts: &Texts) -> QuestionView {
    let item = visit.compiled().item(ix);
    let answer = visit.check.flow().answer(ix);
    let pack = visit.pack_of(ix);
    let own = visit.check.flow().path().filter(|other| visit.pack_of(*other) == pack);
    let (before, rest): (Vec<ItemIx>, Vec<ItemIx>) = own.partition(|other| *other < ix);
    let progress = visit.check.flow().progress();
    QuestionView {
        link_id: item.link_id.clone(),
        domain: visit.compiled().packs.at(pack).title.clone(),
        number: before.len() + 1,
        left: rest.len().saturating_sub(1),
        percent: (100 * progress.answered).checked_div(progress.total).filter(|_| visit.scoped),
        text: item.text.clone(),
        hint: item.hint.clone(),
        why: item.why.clone(),
        find_out: item.find_out.clone(),
        basis: visit.basis(item),
        input: input(item, answer, texts),
        unknown: item.unknown.then_some(answer == Some(&Answer::Unknown)),
        not_applicable: item
            .not_applicable
            .clone()
            .map(|label| (label, answer == Some(&Answer::NotApplicable))),
        optional: !item.required,
        changing: visit.changing,
    }
}

fn input(item: &Item, answer: Option<&Answer>, texts: &Texts) -> InputView {
    match item.kind {
        ItemKind::YesNo | ItemKind::Choice => InputView::Choice(options(item, answer)),
        ItemKind::MultiChoice => InputView::Multi(options(item, answer)),
        ItemKind::Number | ItemKind::Money => {
            let money = item.kind == ItemKind::Money;
            let value = match answer {
                Some(Answer::Number(number)) => number.to_string(),
                _ => String::new(),
            };
            let unit =
                if money { texts.question.yuan } else { item.unit.as_deref().unwrap_or_default() };
            InputView::Number {
                value,
                unit: unit.to_owned(),
                zero: item.zero.clone(),
                steps: !money && item.decimals == 0,
                point: money || item.decimals > 0,
            }
        }
        ItemKind::Date | ItemKind::Month => {
            let value = match answer {
                Some(Answer::Day(day)) => day.format("%Y%m%d").to_string(),
                Some(Answer::Month(day)) => day.format("%Y%m").to_string(),
                _ => String::new(),
            };
            InputView::Date { value, day: item.kind == ItemKind::Date }
        }
        ItemKind::Text => {
            let value = match answer {
                Some(Answer::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let keys = item.format.map(|TextFormat::Uscc| (uscc::SIGNS, uscc::LENGTH));
            InputView::Text { value, keys }
        }
    }
}

fn options(item: &Item, answer: Option<&Answer>) -> Vec<OptionView> {
    let chosen = |code: &str| match answer {
        Some(Answer::Code(answered)) => answered == code,
        Some(Answer::Codes(ticked)) => ticked.iter().any(|ticked| ticked == code),
        _ => false,
    };
    item.codes()
        .into_iter()
        .map(|code| {
            let option = item.options.iter().find(|option| option.code == code);
            OptionView {
                code: code.to_owned(),
                text: item.label(code).unwrap_or(code).to_owned(),
                hint: option.and_then(|option| option.hint.clone()),
                chosen: chosen(code),
                exclusive: option.is_some_and(|option| option.exclusive),
            }
        })
        .collect()
}

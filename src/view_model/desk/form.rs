//! Forms of a review.

use crate::desk::OutcomeKind;
use crate::kiosk::{DeskForm, FormField, FormKind};
use crate::report::Report;
use crate::report::document::words;
use crate::risk::Level;
use crate::texts::Texts;

/// A form that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormView {
    /// What it is for.
    pub kind: FormKind,
    /// Its heading.
    pub heading: &'static str,
    /// Its fields.
    pub fields: Vec<FieldLine>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldLine {
    /// Which.
    pub field: FormField,
    /// Its label.
    pub label: &'static str,
    /// What stands in it.
    pub text: String,
    /// What can be chosen, as code and label; nothing where it is typed.
    pub choices: Vec<(String, String)>,
    /// Whether it takes more than a line.
    pub long: bool,
}

pub(super) fn view(form: &DeskForm, report: &Report, texts: &Texts) -> FormView {
    let line = |field: &FormField| FieldLine {
        field: *field,
        label: label(*field, texts),
        text: form.typed.get(field).cloned().unwrap_or_default(),
        choices: choices(*field, report, texts),
        long: matches!(
            field,
            FormField::Effects
                | FormField::Treatment
                | FormField::Question
                | FormField::Note
                | FormField::Text
                | FormField::Reason
        ),
    };
    FormView {
        kind: form.kind.clone(),
        heading: heading(&form.kind, texts),
        fields: form.kind.fields().iter().map(line).collect(),
    }
}

fn heading(kind: &FormKind, texts: &Texts) -> &'static str {
    let words = &texts.desk.review;
    match kind {
        FormKind::Correct => words.correct,
        FormKind::Withdraw => words.withdraw,
        FormKind::Ask => words.ask,
        FormKind::Outcome => words.outcome,
        FormKind::Add => words.add,
        FormKind::Opinion => words.opinion,
        FormKind::Retract(_) => words.retract,
    }
}

fn label(field: FormField, texts: &Texts) -> &'static str {
    let words = &texts.desk.form;
    match field {
        FormField::Domain => words.domain,
        FormField::Level => words.level,
        FormField::Title => words.title,
        FormField::Basis => words.basis,
        FormField::Effects => words.effects,
        FormField::Treatment => words.treatment,
        FormField::Question => words.question,
        FormField::Kind => words.kind,
        FormField::Yuan => words.yuan,
        FormField::Note => words.note,
        FormField::Text => words.text,
        FormField::Reason => words.reason,
    }
}

fn choices(field: FormField, report: &Report, texts: &Texts) -> Vec<(String, String)> {
    let labels: Vec<&str> = match field {
        FormField::Domain => {
            let domains = report.domains.iter();
            return domains.map(|domain| (domain.id.clone(), domain.title.clone())).collect();
        }
        FormField::Level => Level::ALL.map(|level| words::level(level, &texts.report)).to_vec(),
        FormField::Kind => OutcomeKind::ALL.map(|kind| kind.text(texts)).to_vec(),
        _ => Vec::new(),
    };
    field.codes().into_iter().zip(labels.into_iter().map(str::to_owned)).collect()
}

//! Forms of a review: what was typed, and the step that it comes to. A form that was begun is kept
//! until it is dropped or its step was taken, whatever is looked at in between.

use std::collections::BTreeMap;

use super::DeskProblem;
use crate::desk::{Act, Change, Judged, NewFinding, OutcomeKind, StepError};
use crate::questionnaire::Exact;
use crate::report::Finding;
use crate::risk::Level;

/// What was typed, by field.
pub type Typed = BTreeMap<FormField, String>;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// Id of the finding that it is about, where it is about one.
    pub about: Option<String>,
    /// What stands in it.
    pub typed: Typed,
}

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FormKind {
    /// 更正.
    Correct,
    /// 撤下.
    Withdraw,
    /// 向企业提问.
    Ask,
    /// 记录成效.
    Outcome,
    /// 补充一项发现.
    Add,
    /// 写总体意见.
    Opinion,
    /// 撤回这一步, by the id of the step.
    Retract(String),
}

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormField {
    /// Domain, by its id.
    Domain,
    /// Level, by its name in the data.
    Level,
    /// Title.
    Title,
    /// The law that it rests on.
    Basis,
    /// What can follow.
    Effects,
    /// What to do, a line each.
    Treatment,
    /// A question to the firm.
    Question,
    /// Kind of outcome, by its name in the data.
    Kind,
    /// Yuan.
    Yuan,
    /// What happened.
    Note,
    /// The opinion.
    Text,
    /// Why.
    Reason,
}

impl FormKind {
    /// Its fields, in order.
    #[must_use]
    pub fn fields(&self) -> &'static [FormField] {
        use FormField::{
            Basis, Domain, Effects, Kind, Level, Note, Question, Reason, Text, Title, Treatment,
            Yuan,
        };
        match self {
            Self::Correct => &[Level, Title, Effects, Treatment, Reason],
            Self::Withdraw | Self::Retract(_) => &[Reason],
            Self::Ask => &[Question],
            Self::Outcome => &[Kind, Yuan, Note],
            Self::Add => &[Domain, Level, Title, Basis, Effects, Treatment, Reason],
            Self::Opinion => &[Text],
        }
    }
}

impl Form {
    /// A form that begins with what stands.
    #[must_use]
    pub fn begin(kind: FormKind, about: Option<(&Finding, &Judged<'_>)>, opinion: &str) -> Self {
        let mut typed = Typed::new();
        match (&kind, about) {
            (FormKind::Correct, Some((finding, now))) => {
                typed = standing(finding, now);
            }
            (FormKind::Opinion, _) => {
                typed.insert(FormField::Text, opinion.to_owned());
            }
            _ => {}
        }
        Self { kind, about: about.map(|(finding, _)| finding.id.clone()), typed }
    }

    fn text(&self, field: FormField) -> String {
        self.typed.get(&field).map(|text| text.trim().to_owned()).unwrap_or_default()
    }

    fn lines(&self, field: FormField) -> Vec<String> {
        let text = self.text(field);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }

    /// Why the step is taken.
    #[must_use]
    pub fn reason(&self) -> String {
        self.text(FormField::Reason)
    }

    /// The step that it says; what stands now is what a correction is held against.
    ///
    /// # Errors
    /// What is missing.
    pub fn act(&self, now: Option<(&Finding, &Judged<'_>)>) -> Result<Act, DeskProblem> {
        let empty = DeskProblem::Step(StepError::Empty);
        let about = self.about.clone();
        Ok(match &self.kind {
            FormKind::Correct => {
                let (finding, judged) = now.ok_or(empty)?;
                Act::Correct { finding: finding.id.clone(), change: self.change(finding, judged) }
            }
            FormKind::Withdraw => Act::Withdraw { finding: about.ok_or(empty)? },
            FormKind::Ask => Act::Ask { finding: about, question: self.text(FormField::Question) },
            FormKind::Outcome => Act::Outcome {
                finding: about,
                kind: named(&self.text(FormField::Kind)).ok_or(empty)?,
                yuan: self.yuan()?,
                note: self.text(FormField::Note),
            },
            FormKind::Add => Act::Add(NewFinding {
                domain: self.text(FormField::Domain),
                title: self.text(FormField::Title),
                level: named(&self.text(FormField::Level)).ok_or(empty)?,
                basis: self.text(FormField::Basis),
                effects: self.text(FormField::Effects),
                treatment: self.lines(FormField::Treatment),
            }),
            FormKind::Opinion => Act::Opinion { text: self.text(FormField::Text) },
            FormKind::Retract(step) => Act::Retract { step: step.clone() },
        })
    }

    /// What the form says otherwise than it stands.
    fn change(&self, finding: &Finding, judged: &Judged<'_>) -> Change {
        let was = standing(finding, judged);
        let differs = |field: FormField| {
            let before = was.get(&field).map(|text| text.trim()).unwrap_or_default();
            self.text(field) != before
        };
        let text = |field: FormField| differs(field).then(|| self.text(field));
        Change {
            level: named::<Level>(&self.text(FormField::Level)).filter(|now| *now != judged.level),
            title: text(FormField::Title),
            effects: text(FormField::Effects),
            treatment: differs(FormField::Treatment).then(|| self.lines(FormField::Treatment)),
        }
    }

    fn yuan(&self) -> Result<Option<Exact>, DeskProblem> {
        let text = self.text(FormField::Yuan).replace([',', '，'], "");
        if text.is_empty() {
            return Ok(None);
        }
        let sum: rust_decimal::Decimal = text.parse().map_err(|_| DeskProblem::Yuan)?;
        if sum.is_sign_negative() { Err(DeskProblem::Yuan) } else { Ok(Some(Exact(sum))) }
    }
}

/// What stands of a finding, as the form shows it.
fn standing(finding: &Finding, now: &Judged<'_>) -> Typed {
    let own = || finding.treatment.iter().map(|step| step.action.clone()).collect();
    let treatment: Vec<String> = now.treatment.map_or_else(own, <[String]>::to_vec);
    BTreeMap::from([
        (FormField::Level, code(&now.level)),
        (FormField::Title, now.title.to_owned()),
        (FormField::Effects, now.effects.to_owned()),
        (FormField::Treatment, treatment.join("\n")),
    ])
}

/// The name of a level or a kind in the data.
fn code<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn named<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(code.into()).ok()
}

impl FormField {
    /// The codes of a field that is chosen from a list, in order; none where it is typed.
    #[must_use]
    pub fn codes(self) -> Vec<String> {
        match self {
            Self::Level => Level::ALL.iter().map(code).collect(),
            Self::Kind => OutcomeKind::ALL.iter().map(code).collect(),
            _ => Vec::new(),
        }
    }
}

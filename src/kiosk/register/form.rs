//! An entry of the register as it is typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::read::{Reader, day, months, yuan};
use crate::questionnaire::Exact;
use crate::report::slips::{KeyPost, Secret, SecretClass};
use crate::response::AnswerError;

/// What an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A secret.
    Secret,
    /// A post that knows secrets.
    Post,
}

/// One field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Class of a secret.
    Class,
    /// Name of a secret.
    Name,
    /// What holds it.
    Carrier,
    /// Who keeps it.
    Keeper,
    /// Name of a post.
    Post,
    /// Who holds it.
    Holder,
    /// When the agreement on confidentiality was signed.
    NdaSigned,
    /// When it ends.
    NdaUntil,
    /// When the holder left.
    LeftOn,
    /// Months of the restraint.
    Months,
    /// When the restraint ends.
    Until,
    /// Monthly pay.
    Pay,
    /// Monthly compensation.
    Compensation,
}

/// An entry as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The class that was chosen, for a secret.
    pub class: Option<SecretClass>,
    /// What stands in the fields.
    pub texts: BTreeMap<Field, String>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// What was typed is not what the field takes.
    Entry(AnswerError),
    /// No name of a secret.
    Name,
    /// No class.
    Class,
    /// No name of a post.
    Post,
    /// Signed in the future.
    SignedAhead,
    /// An agreement that ends and was never signed.
    SignedMissing,
    /// An agreement that ends before it was signed.
    EndsBeforeSigned,
    /// A restraint that ends before the holder left.
    EndsBeforeLeft,
    /// A compensation without a restraint.
    NoTerm,
}

/// What is wrong, field by field.
pub type Problems = BTreeMap<Field, FieldProblem>;

impl Kind {
    /// Its fields, in the order of the page.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Secret => &[Field::Class, Field::Name, Field::Carrier, Field::Keeper],
            Self::Post => &[
                Field::Post,
                Field::Holder,
                Field::NdaSigned,
                Field::NdaUntil,
                Field::LeftOn,
                Field::Months,
                Field::Until,
                Field::Pay,
                Field::Compensation,
            ],
        }
    }
}

impl Field {
    /// Id of its part of the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Class => "register-class",
            Self::Name => "register-name",
            Self::Carrier => "register-carrier",
            Self::Keeper => "register-keeper",
            Self::Post => "register-post",
            Self::Holder => "register-holder",
            Self::NdaSigned => "register-nda-signed",
            Self::NdaUntil => "register-nda-until",
            Self::LeftOn => "register-left-on",
            Self::Months => "register-months",
            Self::Until => "register-until",
            Self::Pay => "register-pay",
            Self::Compensation => "register-compensation",
        }
    }

    /// Most characters that it takes.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Carrier => 60,
            Self::Class | Self::Name | Self::Keeper | Self::Post | Self::Holder => 40,
            Self::NdaSigned | Self::NdaUntil | Self::LeftOn | Self::Until => 14,
            Self::Months => 3,
            Self::Pay | Self::Compensation => 14,
        }
    }
}

impl Form {
    /// A secret as it would be typed.
    pub(super) fn of_secret(secret: &Secret) -> Self {
        let texts = [
            (Field::Name, Some(secret.name.clone())),
            (Field::Carrier, Some(secret.form.clone())),
            (Field::Keeper, Some(secret.keeper.clone())),
        ];
        Self { class: Some(secret.class), texts: filled(texts) }
    }

    /// A post as it would be typed.
    pub(super) fn of_post(post: &KeyPost) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.format("%Y%m%d").to_string());
        let texts = [
            (Field::Post, Some(post.post.clone())),
            (Field::Holder, post.holder.clone()),
            (Field::NdaSigned, day(post.nda_signed)),
            (Field::NdaUntil, day(post.nda_until)),
            (Field::LeftOn, day(post.left_on)),
            (Field::Months, post.noncompete_months.map(|months| months.to_string())),
            (Field::Until, day(post.noncompete_until)),
            (Field::Pay, post.monthly_pay.map(typed)),
            (Field::Compensation, post.monthly_compensation.map(typed)),
        ];
        Self { class: None, texts: filled(texts) }
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map(|text| text.trim()).unwrap_or_default()
    }

    /// Reads a secret.
    pub(super) fn secret(&self) -> Result<Secret, Problems> {
        let mut reader = Reader::new(self);
        let name = reader.needed(Field::Name, FieldProblem::Name);
        let form = reader.line(Field::Carrier);
        let keeper = reader.line(Field::Keeper);
        match self.class {
            Some(class) => reader.done(Secret { class, name, form, keeper }),
            None => Err(reader.problems_with(Field::Class, FieldProblem::Class)),
        }
    }

    /// Reads a post, on a day.
    pub(super) fn post(&self, today: NaiveDate) -> Result<KeyPost, Problems> {
        let mut reader = Reader::new(self);
        let post = KeyPost {
            post: reader.needed(Field::Post, FieldProblem::Post),
            holder: Some(reader.line(Field::Holder)).filter(|holder| !holder.is_empty()),
            nda_signed: reader.read(Field::NdaSigned, day),
            nda_until: reader.read(Field::NdaUntil, day),
            left_on: reader.read(Field::LeftOn, day),
            noncompete_months: reader.read(Field::Months, months),
            noncompete_until: reader.read(Field::Until, day),
            monthly_pay: reader.read(Field::Pay, yuan),
            monthly_compensation: reader.read(Field::Compensation, yuan),
        };
        reader.fits(&post, today);
        reader.done(post)
    }
}

fn filled<const N: usize>(texts: [(Field, Option<String>); N]) -> BTreeMap<Field, String> {
    texts.into_iter().filter_map(|(field, text)| Some((field, text?))).collect()
}

/// An amount as it would be typed.
#[must_use]
pub(crate) fn typed(amount: Exact) -> String {
    amount.0.normalize().to_string()
}

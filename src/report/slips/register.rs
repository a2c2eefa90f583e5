//! 一企一册: the firm's own register of its trade secrets.
//!
//! It is kept only in the firm's own file, as its member `register`. No report, code or aggregate
//! holds any of it: nothing that makes a [`Report`](crate::report::Report) takes it as an argument.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::questionnaire::Exact;
use crate::texts::Register as Words;

/// The register: what is secret, and who knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SecretsRegister {
    /// What is secret.
    pub secrets: Vec<Secret>,
    /// Posts that know it.
    pub posts: Vec<KeyPost>,
    /// Monthly minimum wage where the labour contracts are carried out, in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_wage: Option<Exact>,
}

/// One secret: its name, never its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secret {
    /// Kind of information.
    pub class: SecretClass,
    /// What it is called.
    pub name: String,
    /// Drawings, files, samples: what holds it, and where.
    #[serde(default)]
    pub form: String,
    /// Who keeps it.
    #[serde(default)]
    pub keeper: String,
}

/// Kinds of commercial information, as 反不正当竞争法 10 names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretClass {
    /// Technical information.
    Technical,
    /// Business information.
    Business,
    /// Other commercial information.
    Other,
}

/// One post that knows secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KeyPost {
    /// Name of the post.
    pub post: String,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// When the agreement on confidentiality was signed; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nda_signed: Option<NaiveDate>,
    /// When it ends; absent when it has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nda_until: Option<NaiveDate>,
    /// When the holder left; absent while in service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_on: Option<NaiveDate>,
    /// How many months the restraint lasts after leaving, as agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noncompete_months: Option<u32>,
    /// When the restraint ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noncompete_until: Option<NaiveDate>,
    /// Average monthly pay of the last twelve months, in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_pay: Option<Exact>,
    /// Monthly compensation that was agreed, in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_compensation: Option<Exact>,
}

impl SecretClass {
    /// Every class, in the order of the booklet.
    pub const ALL: [Self; 3] = [Self::Technical, Self::Business, Self::Other];

    /// Its name.
    #[must_use]
    pub const fn word(self, words: &Words) -> &'static str {
        match self {
            Self::Technical => words.technical,
            Self::Business => words.business,
            Self::Other => words.other,
        }
    }
}

impl KeyPost {
    /// Whether a restraint was agreed.
    #[must_use]
    pub fn restrained(&self) -> bool {
        self.noncompete_months.is_some() || self.noncompete_until.is_some()
    }
}

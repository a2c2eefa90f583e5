//! Who helps: the services that findings refer to. Local offices come from the deployment.

use serde::{Deserialize, Serialize};

use super::{Citation, Status};

/// All services.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// In the order of the file.
    pub services: Vec<Service>,
}

/// One service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Code that packs use.
    pub id: String,
    /// Name.
    pub title: String,
    /// What it does for a firm.
    pub what: String,
    /// National short number, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What kind of slip leads there.
    #[serde(default, skip_serializing_if = "SlipKind::is_consultation")]
    pub slip: SlipKind,
    /// What to bring.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<String>,
    /// What the law itself makes free or easier there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relief: Vec<Relief>,
}

/// What kind of slip leads to a service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// The firm is handed over: the receiving window closes the slip.
    Referral,
    /// The firm asks, and need not give its name.
    #[default]
    Consultation,
}

/// Something that the law makes free or easier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relief {
    /// What, and for whom.
    pub what: String,
    /// The articles that say so.
    pub basis: Vec<Citation>,
    /// How far that was checked.
    pub status: Status,
}

/// An office of a service, as the configuration of a deployment gives it. None is shipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Code of the service.
    pub service: String,
    /// District that it serves, as the profile codes it; absent when it serves all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Name.
    pub name: String,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Opening hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

impl SlipKind {
    fn is_consultation(&self) -> bool {
        *self == Self::Consultation
    }
}

impl Service {
    /// Name, purpose and number, as a report holds them; slips take the rest from the library.
    #[must_use]
    pub fn brief(&self) -> Self {
        Self {
            slip: SlipKind::default(),
            bring: Vec::new(),
            relief: Vec::new(),
            id: self.id.clone(),
            title: self.title.clone(),
            what: self.what.clone(),
            phone: self.phone.clone(),
        }
    }
}

impl Services {
    /// A service by its code.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }
}

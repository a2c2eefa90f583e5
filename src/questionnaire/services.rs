//! Who helps: the services that findings refer to. Local offices come from the deployment.

use serde::{Deserialize, Serialize};

/// All services.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Services {
    /// In the order of the file.
    pub services: Vec<Service>,
}

/// One service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl Services {
    /// A service by its code.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }
}

//! What the two files can say. The JSON Schemas for editors are made from these types, and the
//! tools write them.

use serde::Serialize;

use super::{Delays, Output, Place, Printer, StaffPin, TerminalId};
use crate::desk::KnownKey;
use crate::questionnaire::Office;

/// What a [`TerminalId`] looks like, for the schema.
#[cfg(feature = "cli")]
const ID: &str = "^[a-z0-9-]{1,40}$";
/// What a [`StaffPin`] looks like, for the schema.
#[cfg(feature = "cli")]
const PIN: &str = "^pbkdf2-sm3\\$[0-9]{1,6}\\$[0-9a-f]{32}\\$[0-9a-f]{64}$";

/// What `tijian.json` says; what it does not say, or says as null, is the strictest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(default, deny_unknown_fields))]
pub struct Settings {
    /// What kind of machine it is: `terminal` for everybody, `office` for one office alone, `desk`
    /// for a lawyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Place>,
    /// Name of the justice office (司法所), at most 40 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justice_office: Option<String>,
    /// Code of the district, as the question `profile.district` has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// How long a terminal waits for a touch.
    #[serde(skip_serializing_if = "DelaySettings::is_silent")]
    pub delays: DelaySettings,
    /// The printer; one is fitted unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printer: Option<Printer>,
    /// Address under which phones find this program (`https://…`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_address: Option<String>,
    /// Ways to take a report away besides paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outputs: Option<Vec<Output>>,
    /// Who helps here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offices: Option<Vec<Office>>,
    /// The lawyers whose signatures the bureau knows, each with a public key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lawyer_keys: Option<Vec<KnownKey>>,
    /// The staff's code, as `cargo xtask pin` writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(with = "Option<String>"))]
    #[cfg_attr(feature = "cli", schemars(extend("pattern" = PIN)))]
    pub staff_pin: Option<StaffPin>,
}

/// What `terminals/ID.json` says; what it does not say is as in `tijian.json`, but that a terminal
/// is for everybody unless its own file says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(extend("additionalProperties" = false)))]
pub struct TerminalFile {
    /// The terminal, as the file and `?terminal=` in the address name it.
    #[cfg_attr(feature = "cli", schemars(with = "String", extend("pattern" = ID)))]
    pub terminal: TerminalId,
    /// Its settings.
    #[serde(flatten)]
    pub settings: Settings,
}

/// How long a terminal waits for a touch, in seconds, where a file says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(default, deny_unknown_fields))]
pub struct DelaySettings {
    /// Until the warning; 180 unless it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(range(min = 120, max = 300)))]
    pub idle: Option<u64>,
    /// From the warning until everything is cleared; 30 unless it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(range(min = 20, max = 60)))]
    pub warning: Option<u64>,
    /// Until the warning while the report, a sheet or the code is shown; 90 unless it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(range(min = 60, max = 300)))]
    pub report: Option<u64>,
    /// Until the warning once it was printed; 60 unless it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(range(min = 30, max = 300)))]
    pub printed: Option<u64>,
}

impl Settings {
    /// These settings, and where they are silent those below.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            mode: self.mode.or(below.mode),
            justice_office: self.justice_office.or(below.justice_office),
            district: self.district.or(below.district),
            delays: self.delays.over(below.delays),
            printer: self.printer.or(below.printer),
            public_address: self.public_address.or(below.public_address),
            outputs: self.outputs.or(below.outputs),
            offices: self.offices.or(below.offices),
            lawyer_keys: self.lawyer_keys.or(below.lawyer_keys),
            staff_pin: self.staff_pin.or(below.staff_pin),
        }
    }
}

impl DelaySettings {
    fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    fn over(self, below: Self) -> Self {
        Self {
            idle: self.idle.or(below.idle),
            warning: self.warning.or(below.warning),
            report: self.report.or(below.report),
            printed: self.printed.or(below.printed),
        }
    }

    pub(super) fn resolved(self) -> Delays {
        let usual = Delays::default();
        Delays {
            idle: self.idle.unwrap_or(usual.idle),
            warning: self.warning.unwrap_or(usual.warning),
            report: self.report.unwrap_or(usual.report),
            printed: self.printed.unwrap_or(usual.printed),
        }
    }
}

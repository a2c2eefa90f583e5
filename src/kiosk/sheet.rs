//! Slips and sheets: what a firm takes along besides its report.

use std::sync::Arc;

use super::{Deployment, Screen, Visit};
use crate::archive::register;
use crate::report::slips;

/// A slip or a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// What to do, for the wall.
    Remediation,
    /// What to keep.
    Evidence,
    /// The slip for a service, by its code.
    Referral(String),
    /// 商业秘密一企一册.
    Secrets,
}

impl Visit {
    /// Shows a slip or a sheet of the report.
    pub(super) fn show_sheet(&mut self, sheet: &Sheet, deployment: &Deployment) {
        let document = self.made.as_ref().and_then(|made| {
            let report = &made.report;
            match sheet {
                Sheet::Remediation => Some(slips::remediation(report)),
                Sheet::Evidence => Some(slips::evidence(report)),
                Sheet::Referral(service) => {
                    let needed = slips::needed(report);
                    let number = needed.iter().position(|known| known.id == *service)? + 1;
                    let offices = &deployment.offices;
                    slips::referral(report, &self.library, service, number, offices)
                }
                Sheet::Secrets => {
                    let register = self.file.as_deref().and_then(register::of).unwrap_or_default();
                    Some(slips::secrets_booklet(report, &self.library, &register, self.today))
                }
            }
        });
        if let Some(document) = document {
            self.sheet = Some(Arc::new(document));
            self.screen = Screen::Sheet;
        }
    }
}

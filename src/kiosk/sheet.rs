//! Slips and sheets: what a firm takes along besides its report.

use std::sync::Arc;

use super::{Deployment, Screen, Visit};
use crate::report::{Document, Report, slips};

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
        let report = self.made.as_ref().map(|made| &made.report);
        let document = match sheet {
            Sheet::Remediation => report.map(slips::remediation),
            Sheet::Evidence => report.map(slips::evidence),
            Sheet::Referral(service) => {
                report.and_then(|report| self.referral(report, service, deployment))
            }
            Sheet::Secrets => self.booklet(),
        };
        if let Some(document) = document {
            self.sheet = Some(Arc::new(document));
            if self.screen != Screen::Sheet {
                self.sheet_from = Some(self.screen);
            }
            self.screen = Screen::Sheet;
        }
    }

    fn referral(
        &self,
        report: &Report,
        service: &str,
        deployment: &Deployment,
    ) -> Option<Document> {
        let needed = slips::needed(report);
        let number = needed.iter().position(|known| known.id == *service)? + 1;
        slips::referral(report, &self.library, service, number, &deployment.offices)
    }

    /// The booklet of the register, with the report of this visit or the last one of the file.
    fn booklet(&self) -> Option<Document> {
        let register = self.register.clone().unwrap_or_default();
        let report = self.latest()?;
        Some(slips::secrets_booklet(report, &self.library, &register, self.today))
    }

    /// The report of this visit, or else the last one of the file.
    #[must_use]
    pub fn latest(&self) -> Option<&Report> {
        let filed = || self.file.as_ref()?.checks.last().map(|last| &last.report);
        self.made.as_ref().map(|made| &made.report).or_else(filed)
    }
}

//! The report on the screen: the document, and what may be done with it.

use std::sync::Arc;

use super::Document;
use crate::kiosk::{Deployment, Made, Output, Sheet};
use crate::questionnaire::SlipKind;
use crate::report::{Report, slips};
use crate::texts::{Taking, Texts};

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// What it says.
    pub document: Arc<Document>,
    /// Ways to take it away besides paper, with their names.
    pub outputs: Vec<(Output, &'static str)>,
    /// Slips and sheets, with their names.
    pub sheets: Vec<(Sheet, String)>,
    /// Whether the register of trade secrets is offered: beside its sheet, where files are saved.
    pub register: bool,
    /// Whether the firm's file is open, so that there is a way back to it.
    pub folder: bool,
}

/// Ways to take a report away, in the order that they are offered in.
fn outputs(words: &Taking) -> [(Output, &'static str); 6] {
    [
        (Output::File, words.file),
        (Output::Code, words.code),
        (Output::Word, words.word),
        (Output::Calendar, words.calendar),
        (Output::Text, words.text),
        (Output::Data, words.data),
    ]
}

pub(super) fn view(
    made: &Made,
    document: Arc<Document>,
    folder: bool,
    deployment: &Deployment,
    texts: &Texts,
) -> ReportView {
    let sheets = sheets(&made.report, &texts.taking);
    let secrets = sheets.iter().any(|(sheet, _)| *sheet == Sheet::Secrets);
    ReportView {
        document,
        outputs: outputs(&texts.taking)
            .into_iter()
            .filter(|(output, _)| {
                deployment.offers(*output)
                    && (*output != Output::Calendar || !made.report.deadlines.is_empty())
            })
            .collect(),
        sheets,
        register: secrets && deployment.offers(Output::File),
        folder,
    }
}

/// Sheets of a report with findings, then one slip for each service that it needs.
fn sheets(report: &Report, words: &Taking) -> Vec<(Sheet, String)> {
    if report.findings.is_empty() {
        return Vec::new();
    }
    let slips = slips::needed(report).into_iter().map(|service| {
        let name = match service.slip {
            SlipKind::Referral => words.referral,
            SlipKind::Consultation => words.consultation,
        };
        (Sheet::Referral(service.id.clone()), name(&service.title))
    });
    let secrets = report.findings.iter().any(|found| found.domain == "secret");
    let secrets = secrets.then(|| (Sheet::Secrets, words.booklet.to_owned()));
    [
        (Sheet::Remediation, words.remediation.to_owned()),
        (Sheet::Evidence, words.evidence.to_owned()),
    ]
    .into_iter()
    .chain(secrets)
    .chain(slips)
    .collect()
}

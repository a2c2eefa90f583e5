//! The report on the screen: the document, and what may be done with it.

use std::sync::Arc;

use super::Document;
use crate::kiosk::{Deployment, Made, Output, Sheet};
use crate::questionnaire::SlipKind;
use crate::report::{Report, slips};

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
const OUTPUTS: [(Output, &str); 6] = [
    (Output::File, "存成文件，以后能继续"),
    (Output::Code, "用手机扫码带走"),
    (Output::Word, "存成 Word"),
    (Output::Calendar, "存期限日历"),
    (Output::Text, "存成文字"),
    (Output::Data, "存成数据（JSON）"),
];

pub(super) fn view(made: &Made, folder: bool, deployment: &Deployment) -> ReportView {
    let sheets = sheets(&made.report);
    let secrets = sheets.iter().any(|(sheet, _)| *sheet == Sheet::Secrets);
    ReportView {
        document: Arc::clone(&made.document),
        outputs: OUTPUTS
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
fn sheets(report: &Report) -> Vec<(Sheet, String)> {
    if report.findings.is_empty() {
        return Vec::new();
    }
    let slips = slips::needed(report).into_iter().map(|service| {
        let kind = match service.slip {
            SlipKind::Referral => "转介单",
            SlipKind::Consultation => "咨询单",
        };
        (Sheet::Referral(service.id.clone()), format!("{kind}：{}", service.title))
    });
    let secrets = report.findings.iter().any(|found| found.domain == "secret");
    let secrets = secrets.then(|| (Sheet::Secrets, "商业秘密一企一册".to_owned()));
    [(Sheet::Remediation, "整改清单".to_owned()), (Sheet::Evidence, "证据清单".to_owned())]
        .into_iter()
        .chain(secrets)
        .chain(slips)
        .collect()
}

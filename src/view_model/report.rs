//! The report on the screen: the document, and what may be done with it.

use std::sync::Arc;

use super::Document;
use crate::kiosk::{Deployment, Made, Output};

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// What it says.
    pub document: Arc<Document>,
    /// Ways to take it away besides paper, with their names.
    pub outputs: Vec<(Output, &'static str)>,
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

pub(super) fn view(made: &Made, deployment: &Deployment) -> ReportView {
    ReportView {
        document: Arc::clone(&made.document),
        outputs: OUTPUTS
            .into_iter()
            .filter(|(output, _)| {
                deployment.offers(*output)
                    && (*output != Output::Calendar || !made.report.deadlines.is_empty())
            })
            .collect(),
    }
}

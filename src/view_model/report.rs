//! The report on the screen: the document, and what may be done with it.

use std::sync::Arc;

use super::Document;
use crate::kiosk::{Deployment, Made, Output, Visit};

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// What it says.
    pub document: Arc<Document>,
    /// Ways to take it away besides paper, with their names.
    pub outputs: Vec<(Output, &'static str)>,
    /// What became of the last file that was to be saved.
    pub saved: Option<String>,
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

pub(super) fn view(visit: &Visit, made: &Made, deployment: &Deployment) -> ReportView {
    let saved = visit.saved.as_ref().map(|saved| match saved {
        Ok(name) => format!("已交给浏览器保存：{name}。请在下载里看到它以后再结束。"),
        Err(why) => format!("没有存成：{why}"),
    });
    ReportView {
        document: Arc::clone(&made.document),
        outputs: OUTPUTS
            .into_iter()
            .filter(|(output, _)| {
                deployment.offers(*output)
                    && (*output != Output::Calendar || !made.report.deadlines.is_empty())
            })
            .collect(),
        saved,
    }
}

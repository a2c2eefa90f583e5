//! The start.

use super::counted;

/// The start.
#[derive(Debug)]
pub struct Start {
    /// The heading, in two lines.
    pub heading: [&'static str; 2],
    /// What somebody gets.
    pub lead: &'static str,
    /// Which part is not in this language; nothing where all is.
    pub content: Option<&'static str>,
    /// Begins.
    pub begin: &'static str,
    /// Opens a file.
    pub open_file: &'static str,
    /// How long it takes.
    pub how_long: &'static str,
    /// Questions and minutes of a quick check.
    pub quick: fn(usize, usize) -> String,
    /// Questions and minutes of a full one.
    pub full: fn(usize, usize) -> String,
    /// No registration.
    pub no_account: &'static str,
    /// What need not be given.
    pub no_account_text: &'static str,
    /// No data is kept.
    pub no_data: &'static str,
    /// Where the answers are.
    pub no_data_text: &'static str,
    /// Shows the domains.
    pub domains: &'static str,
}

pub(super) const ZH: Start = Start {
    heading: ["给企业做一次", "法治体检"],
    lead: "回答看得懂的问题，当场拿到报告：哪里有风险、依据哪条法律、有什么后果、先做什么、找谁帮忙。",
    content: None,
    begin: "开始体检",
    open_file: "打开以前存的文件",
    how_long: "要多久",
    quick: |questions, minutes| format!("快速约 {questions} 题、{minutes} 分钟；"),
    full: |questions, minutes| format!("全面 {questions} 题起、约 {minutes} 分钟"),
    no_account: "不用登记",
    no_account_text: "不要账号、手机号、身份证，企业名称也可以不填",
    no_data: "不留数据",
    no_data_text: "回答只在这台机器的内存里，不上传；点“结束并清除”就没有了",
    domains: "会问哪些方面",
};

pub(super) const EN: Start = Start {
    heading: ["A legal health check", "for your company"],
    lead: "Answer plain questions and take a report away: where the risks are, which law they rest on, what can follow, what to do first and who helps.",
    content: Some(
        "The questions, the answers to choose from and everything about the law are in Chinese, the language that Chinese law is binding in. Buttons, headings and the frame of the report are in English.",
    ),
    begin: "Start the check",
    open_file: "Open a saved file",
    how_long: "Time",
    quick: |questions, minutes| {
        format!(
            "quick: about {}, {}; ",
            counted(questions, "question", "questions"),
            counted(minutes, "minute", "minutes")
        )
    },
    full: |questions, minutes| {
        format!(
            "full: from {}, about {}",
            counted(questions, "question", "questions"),
            counted(minutes, "minute", "minutes")
        )
    },
    no_account: "No registration",
    no_account_text: "no account, no phone number, no identity card; even the company's name may be left out",
    no_data: "No data kept",
    no_data_text: "the answers are only in the memory of this machine and are not uploaded; “Finish and erase” removes them",
    domains: "What is asked about",
};

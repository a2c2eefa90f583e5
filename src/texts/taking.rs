//! The report on the screen, and the ways to take it away.

/// The report on the screen, and the ways to take it away.
#[derive(Debug)]
pub struct Taking {
    /// Prints the report.
    pub print: &'static str,
    /// Back to the firm's file that is open.
    pub back: &'static str,
    /// Prints a slip or a sheet.
    pub print_sheet: &'static str,
    /// Name of the part with the verdict.
    pub verdict: &'static str,
    /// The heading over the ways.
    pub heading: &'static str,
    /// Where what is taken is made.
    pub local: &'static str,
    /// The firm's own file.
    pub file: &'static str,
    /// A code for a phone.
    pub code: &'static str,
    /// A document for a word processor.
    pub word: &'static str,
    /// The deadlines for a calendar.
    pub calendar: &'static str,
    /// Plain text.
    pub text: &'static str,
    /// The report as data.
    pub data: &'static str,
    /// The heading over slips and sheets.
    pub sheets: &'static str,
    /// Where they come from.
    pub sheets_text: &'static str,
    /// The list of what to do.
    pub remediation: &'static str,
    /// The list of what to keep.
    pub evidence: &'static str,
    /// The booklet of trade secrets.
    pub booklet: &'static str,
    /// A slip for a service that decides something.
    pub referral: fn(&str) -> String,
    /// A slip for a service that gives advice.
    pub consultation: fn(&str) -> String,
    /// What is said over a slip that is in another language; nothing where it is in this one.
    pub sheet_language: Option<&'static str>,
    /// Name of the filters.
    pub filter: &'static str,
    /// Only those with a deadline.
    pub dated: &'static str,
    /// Name of the choice of a domain.
    pub domain: &'static str,
    /// All domains.
    pub all_domains: &'static str,
    /// So many are shown, of how many.
    pub filtered: fn(usize, usize) -> String,
    /// Shows a finding in full.
    pub details: &'static str,
    /// The same, with the finding: the button's whole name.
    pub details_of: fn(&str) -> String,
    /// What unfolds under a finding.
    pub aspects: &'static str,
    /// Goes to a question that was not clear.
    pub answer: &'static str,
    /// The same, with the question: the button's whole name.
    pub answer_it: fn(&str) -> String,
    /// The heading over the code.
    pub code_heading: &'static str,
    /// What the code holds.
    pub code_text: &'static str,
    /// What the picture is.
    pub code_name: &'static str,
    /// Name of a file with a report: day, seal, ending.
    pub report_name: fn(&str, &str, &str) -> String,
    /// Name of the firm's file: day.
    pub folder_name: fn(&str) -> String,
    /// Name of a file with an unfinished check: day.
    pub draft_name: fn(&str) -> String,
}

pub(super) const ZH: Taking = Taking {
    print: "打印报告",
    back: "回到文件",
    print_sheet: "打印这一张",
    verdict: "总评",
    heading: "带走这份报告",
    local: "都在这台机器上生成，不经过网络。",
    file: "存成文件，以后能继续",
    code: "用手机扫码带走",
    word: "存成 Word",
    calendar: "存期限日历",
    text: "存成文字",
    data: "存成数据（JSON）",
    sheets: "整改清单、证据清单、转介单",
    sheets_text: "从这份报告里出，可以单独打印。",
    remediation: "整改清单",
    evidence: "证据清单",
    booklet: "商业秘密一企一册",
    referral: |service| format!("转介单：{service}"),
    consultation: |service| format!("咨询单：{service}"),
    sheet_language: None,
    filter: "筛选",
    dated: "有期限的",
    domain: "方面",
    all_domains: "全部方面",
    filtered: |shown, all| format!("按筛选显示 {shown} 项，共 {all} 项"),
    details: "看详情",
    details_of: |title| format!("看详情：{title}"),
    aspects: "事实、依据、怎么改、留什么、找谁",
    answer: "查清了，去回答",
    answer_it: |question| format!("查清了，去回答：{question}"),
    code_heading: "用手机扫码带走",
    code_text: "回答都在码里，没有上传。手机打开后自己重新做出这份报告；请只扫给自己看，拍照的人也能打开。",
    code_name: "二维码",
    report_name: |day, seal, ending| format!("法治体检-{day}-{seal}.{ending}"),
    folder_name: |day| format!("法治档案-{day}.html"),
    draft_name: |day| format!("法治体检-{day}-未完成.html"),
};

pub(super) const EN: Taking = Taking {
    print: "Print the report",
    back: "Back to the file",
    print_sheet: "Print this sheet",
    verdict: "Overall verdict",
    heading: "Take the report away",
    local: "All of it is made on this machine, without the network.",
    file: "Save as a file to go on with later",
    code: "Scan it with a phone",
    word: "Save as Word",
    calendar: "Save the deadlines as a calendar",
    text: "Save as text",
    data: "Save as data (JSON)",
    sheets: "To-do list, evidence list, referral slips",
    sheets_text: "They come from this report and can be printed alone. They are in Chinese, for the offices that they are taken to.",
    remediation: "To-do list",
    evidence: "Evidence list",
    booklet: "Trade-secret booklet",
    referral: |service| format!("Referral slip: {service}"),
    consultation: |service| format!("Consultation slip: {service}"),
    sheet_language: Some("This sheet is in Chinese, for the office that it is taken to."),
    filter: "Filter",
    dated: "With a deadline",
    domain: "Area",
    all_domains: "All areas",
    filtered: |shown, all| format!("Showing {shown} of {all}"),
    details: "Details",
    details_of: |title| format!("Details: {title}"),
    aspects: "Facts, legal basis, what to do, what to keep, who helps",
    answer: "Found out: answer it",
    answer_it: |question| format!("Found out: answer it: {question}"),
    code_heading: "Scan it with a phone",
    code_text: "The answers are in the code and were not uploaded. The phone makes the report from them again. Show the code to nobody else: whoever photographs it can open the report.",
    code_name: "QR code",
    report_name: |day, seal, ending| format!("legal-health-check-{day}-{seal}.{ending}"),
    folder_name: |day| format!("legal-health-file-{day}.html"),
    draft_name: |day| format!("legal-health-check-{day}-unfinished.html"),
};

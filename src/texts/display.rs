//! How the page is shown, and reading aloud.

/// How the page is shown, and reading aloud.
#[derive(Debug)]
pub struct Display {
    /// The button that opens the panel, and the panel.
    pub panel: &'static str,
    /// Size of the text.
    pub text: &'static str,
    /// Standard, large, largest.
    pub sizes: [&'static str; 3],
    /// Contrast.
    pub contrast: &'static str,
    /// Standard, high.
    pub contrasts: [&'static str; 2],
    /// Where on the screen the buttons are.
    pub reach: &'static str,
    /// As usual, low.
    pub reaches: [&'static str; 2],
    /// Reading aloud.
    pub aloud: &'static str,
    /// On request, each question.
    pub alouds: [&'static str; 2],
    /// Read the question.
    pub read_question: &'static str,
    /// Read what the report comes to.
    pub read_report: &'static str,
    /// Read one finding.
    pub read_finding: &'static str,
    /// Stop reading.
    pub hush: &'static str,
}

pub(super) const ZH: Display = Display {
    panel: "显示",
    text: "文字大小",
    sizes: ["标准", "大字（长辈）", "特大"],
    contrast: "对比",
    contrasts: ["标准", "高对比"],
    reach: "按键位置",
    reaches: ["标准", "低位"],
    aloud: "朗读",
    alouds: ["按一下才读", "自动朗读"],
    read_question: "朗读本题",
    read_report: "朗读总评",
    read_finding: "朗读这一项",
    hush: "停止朗读",
};

pub(super) const EN: Display = Display {
    panel: "Display",
    text: "Text size",
    sizes: ["Standard", "Large", "Largest"],
    contrast: "Contrast",
    contrasts: ["Standard", "High"],
    reach: "Position of buttons",
    reaches: ["Standard", "Low"],
    aloud: "Read aloud in Chinese",
    alouds: ["On request", "Every question"],
    read_question: "Read aloud",
    read_report: "Read aloud",
    read_finding: "Read this aloud",
    hush: "Stop reading",
};

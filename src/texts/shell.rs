//! What stands around every screen.

/// What stands around every screen.
#[derive(Debug)]
pub struct Shell {
    /// The program's name.
    pub name: &'static str,
    /// The way out.
    pub end: &'static str,
    /// What the report is not, and where the content is.
    pub disclaimer: &'static str,
    /// The button that leads to the other language, in that language.
    pub other_language: &'static str,
}

pub(super) const ZH: Shell = Shell {
    name: "企业法治体检",
    end: "结束并清除",
    disclaimer: "自助初筛，不代替律师意见；内容没有离开这台机器",
    other_language: "English",
};

pub(super) const EN: Shell = Shell {
    name: "Enterprise Legal Health Check",
    end: "Finish and erase",
    disclaimer: "A self-service first check, not legal advice. Nothing leaves this machine.",
    other_language: "中文",
};

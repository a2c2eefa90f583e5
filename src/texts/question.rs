//! A question.

use super::counted;

/// A question.
#[derive(Debug)]
pub struct Question {
    /// The next question.
    pub next: &'static str,
    /// 不清楚.
    pub unknown: &'static str,
    /// Leaves the question without an answer.
    pub skip: &'static str,
    /// Domain, number of the question, and how many are left in the domain.
    pub progress: fn(&str, usize, usize) -> String,
    /// How much of the whole is done, in per cent.
    pub whole: fn(usize) -> String,
    /// Name of the bar that shows it.
    pub whole_name: &'static str,
    /// Shows why it is asked, where to look and which law.
    pub why: &'static str,
    /// Before the place to look.
    pub find_out: &'static str,
    /// Before the articles.
    pub basis: &'static str,
    /// The unit of an amount.
    pub yuan: &'static str,
}

pub(super) const ZH: Question = Question {
    next: "下一题",
    unknown: "不清楚",
    skip: "跳过",
    progress: |domain, number, left| format!("{domain} · 第 {number} 题，本部分约还有 {left} 题"),
    whole: |percent| format!("全程 {percent}%"),
    whole_name: "全程进度",
    why: "为什么问这个、到哪里查、依据",
    find_out: "到哪里查：",
    basis: "依据（要旨，非原文）：",
    yuan: "元",
};

pub(super) const EN: Question = Question {
    next: "Next",
    unknown: "Not sure",
    skip: "Skip",
    progress: |domain, number, left| {
        let left = counted(left, "more", "more");
        format!("{domain} · question {number}, about {left} in this part")
    },
    whole: |percent| format!("{percent}% of everything"),
    whole_name: "Progress of the whole check",
    why: "Why we ask, where to look, which law",
    find_out: "Where to look: ",
    basis: "Legal basis (the gist, not the text): ",
    yuan: "yuan",
};

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
    /// What the fields and their keys are called.
    pub field: Field,
}

/// What the fields of a question and their keys are called.
#[derive(Debug)]
pub struct Field {
    /// A number.
    pub number: &'static str,
    /// A line of text.
    pub text: &'static str,
    /// A code of so many signs.
    pub code: fn(usize) -> String,
    /// How many signs of it are there, of how many.
    pub code_count: fn(usize, usize) -> String,
    /// A day or month, with an example.
    pub date: fn(&str) -> String,
    /// An example of one.
    pub example: fn(&str) -> String,
    /// A month as far as it was typed: year and month.
    pub month: fn(&str, &str) -> String,
    /// A day as far as it was typed: year, month and day.
    pub day: fn(&str, &str, &str) -> String,
    /// One less.
    pub less: &'static str,
    /// One more.
    pub more: &'static str,
    /// The keys for digits.
    pub digits: &'static str,
    /// The keys for a code.
    pub signs: &'static str,
    /// Takes the last sign away.
    pub delete: &'static str,
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
    field: Field {
        number: "填写数字",
        text: "填写文字",
        code: |length| format!("填写代码，{length} 位"),
        code_count: |typed, length| format!("已输入 {typed} 位，共 {length} 位"),
        date: |example| format!("填写日期，只输数字，{example}"),
        example: |digits| format!("例如 {digits}"),
        month: |year, month| format!("{year} 年 {month} 月"),
        day: |year, month, day| format!("{year} 年 {month} 月 {day} 日"),
        less: "减一",
        more: "加一",
        digits: "数字键",
        signs: "代码键",
        delete: "删除",
    },
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
    field: Field {
        number: "Enter a number",
        text: "Enter a text",
        code: |length| format!("Enter the code of {length} characters"),
        code_count: |typed, length| format!("{typed} of {length} characters entered"),
        date: |example| format!("Enter the date in digits only, {example}"),
        example: |digits| format!("for example {digits}"),
        month: |year, month| format!("year {year}, month {month}"),
        day: |year, month, day| format!("year {year}, month {month}, day {day}"),
        less: "One less",
        more: "One more",
        digits: "Number keys",
        signs: "Code keys",
        delete: "Delete",
    },
};

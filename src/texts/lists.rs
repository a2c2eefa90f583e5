//! Scope, task list and check of answers.

use super::counted;

/// Choice of the scope.
#[derive(Debug)]
pub struct Scope {
    /// The question.
    pub heading: &'static str,
    /// How the numbers came about.
    pub lead: &'static str,
    /// The full check.
    pub full: &'static str,
    /// What it asks.
    pub full_hint: &'static str,
    /// The quick check.
    pub quick: &'static str,
    /// What it asks.
    pub quick_hint: &'static str,
    /// A hint with questions and minutes.
    pub size: fn(&str, usize, usize) -> String,
    /// Chosen domains only.
    pub topics: &'static str,
    /// A summary with the number of questions.
    pub topic: fn(&str, usize) -> String,
    /// Checks the domains that were chosen.
    pub choose: &'static str,
}

/// The task list.
#[derive(Debug)]
pub struct Tasks {
    /// The heading.
    pub heading: &'static str,
    /// How many are answered, of how many.
    pub answered: fn(usize, usize) -> String,
    /// Goes on with a domain.
    pub go_on: fn(&str) -> String,
    /// Goes to the check of answers.
    pub review: &'static str,
    /// Goes there before everything is answered.
    pub look: &'static str,
    /// Saves what there is.
    pub save: &'static str,
    /// Joins a colleague's answers.
    pub join: &'static str,
    /// A domain that is not begun, with its questions.
    pub open: fn(usize) -> String,
    /// A domain that is begun: answered, of how many.
    pub begun: fn(usize, usize) -> String,
    /// A domain that is done.
    pub done: &'static str,
}

/// 检查答案.
#[derive(Debug)]
pub struct Review {
    /// The heading.
    pub heading: &'static str,
    /// Everything is answered.
    pub complete: &'static str,
    /// So many questions are not.
    pub incomplete: fn(usize) -> String,
    /// Goes on with the questions.
    pub go_on: &'static str,
    /// Makes the report.
    pub make: &'static str,
    /// Changes an answer.
    pub change: &'static str,
    /// Changes the answer to a question: the button's whole name.
    pub change_it: fn(&str) -> String,
    /// There is no answer.
    pub unanswered: &'static str,
    /// There is none, and there need not be one.
    pub left_out: &'static str,
}

pub(super) const ZH: (Scope, Tasks, Review) = (
    Scope {
        heading: "这次查多大范围？",
        lead: "题数按刚才填的企业情况算出，回答后会增减。",
        full: "全面体检",
        full_hint: "与您有关的每个方面都问",
        quick: "快速体检",
        quick_hint: "只问后果最重的事项",
        size: |hint, questions, minutes| format!("{hint} · {questions} 题起 · 约 {minutes} 分钟"),
        topics: "专项体检：只查下面选中的方面",
        topic: |summary, questions| format!("{summary} · {questions} 题起"),
        choose: "查选中的方面 ›",
    },
    Tasks {
        heading: "要查的方面",
        answered: |answered, total| format!("已答 {answered} 题，共 {total} 题（按回答增减）"),
        go_on: |domain| format!("继续：{domain} ›"),
        review: "检查答案 ›",
        look: "先看看已经答了什么",
        save: "存下来，以后接着做",
        join: "并入同事答的部分",
        open: |total| format!("未开始 · {total} 题"),
        begun: |answered, total| format!("答了 {answered} / {total} 题"),
        done: "已完成",
    },
    Review {
        heading: "检查答案",
        complete: "都答完了。点“更改”可以改任何一题。",
        incomplete: |open| {
            format!(
                "还有 {open} 题没有回答。可以现在生成报告，没答的会列为“要查清的事”，不算健康。"
            )
        },
        go_on: "继续答题",
        make: "生成报告 ›",
        change: "更改",
        change_it: |question| format!("更改：{question}"),
        unanswered: "没有回答",
        left_out: "没有填",
    },
);

pub(super) const EN: (Scope, Tasks, Review) = (
    Scope {
        heading: "How much shall be checked?",
        lead: "The numbers follow from what you said about the company; they change with the answers.",
        full: "Full check",
        full_hint: "Every area that concerns you",
        quick: "Quick check",
        quick_hint: "Only what has the gravest consequences",
        size: |hint, questions, minutes| {
            let questions = counted(questions, "question", "questions");
            format!("{hint} · from {questions} · about {minutes} min")
        },
        topics: "Chosen areas: only those that are ticked below",
        topic: |summary, questions| {
            format!("{summary} · from {}", counted(questions, "question", "questions"))
        },
        choose: "Check the chosen areas ›",
    },
    Tasks {
        heading: "Areas to check",
        answered: |answered, total| {
            let questions = counted(total, "question", "questions");
            format!("{answered} of {questions} answered (the number changes with the answers)")
        },
        go_on: |domain| format!("Continue: {domain} ›"),
        review: "Check the answers ›",
        look: "See what is answered so far",
        save: "Save and go on later",
        join: "Add a colleague’s answers",
        open: |total| format!("Not begun · {}", counted(total, "question", "questions")),
        begun: |answered, total| format!("{answered} of {total} answered"),
        done: "Done",
    },
    Review {
        heading: "Check the answers",
        complete: "Everything is answered. “Change” changes any answer.",
        incomplete: |open| {
            let open = counted(open, "question has", "questions have");
            format!(
                "{open} no answer yet. The report can be made now; what is not answered is listed as “to be found out” and does not count as healthy."
            )
        },
        go_on: "Go on answering",
        make: "Make the report ›",
        change: "Change",
        change_it: |question| format!("Change: {question}"),
        unanswered: "Not answered",
        left_out: "Left out",
    },
);

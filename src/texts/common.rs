//! What many screens say.

use super::counted;

/// What many screens say.
#[derive(Debug)]
pub struct Common {
    /// One step back.
    pub back: &'static str,
    /// Name of the row of Back and the main action.
    pub ways: &'static str,
    /// While the packs are fetched.
    pub opening: &'static str,
    /// While the visit is cleared.
    pub clearing: &'static str,
    /// The packs could not be had.
    pub failed: &'static str,
    /// Try it again.
    pub retry: &'static str,
    /// A file was handed to the browser, under a name.
    pub saved: fn(&str) -> String,
    /// No file was made, and why.
    pub not_saved: fn(&str) -> String,
    /// What a change dropped: so many questions.
    pub dropped: fn(usize) -> String,
    /// Shows which questions these are.
    pub dropped_which: &'static str,
    /// Takes the change back.
    pub undo: &'static str,
    /// The notice was read.
    pub understood: &'static str,
    /// 结束并清除, as a question.
    pub end_title: &'static str,
    /// What it does.
    pub end_text: &'static str,
    /// The safe answer.
    pub end_stay: &'static str,
}

pub(super) const ZH: Common = Common {
    back: "上一步",
    ways: "上一步和下一步",
    opening: "正在打开…",
    clearing: "正在清除…",
    failed: "打不开问卷",
    retry: "再试一次",
    saved: |name| format!("已交给浏览器保存：{name}。请在下载里看到它以后再结束。"),
    not_saved: |why| format!("没有存成：{why}"),
    dropped: |count| format!("改了这个答案以后，有 {count} 题不用再答，原来的回答已去掉。"),
    dropped_which: "看看是哪几题",
    undo: "撤销，恢复原来的回答",
    understood: "知道了",
    end_title: "结束并清除？",
    end_text: "这次的回答和报告会从这台机器上清除，不能恢复。要留报告，请先打印。",
    end_stay: "继续体检",
};

pub(super) const EN: Common = Common {
    back: "Back",
    ways: "Back and next",
    opening: "Opening…",
    clearing: "Erasing…",
    failed: "The questionnaire cannot be opened",
    retry: "Try again",
    saved: |name| {
        format!("Handed to the browser: {name}. Please see it in the downloads before you finish.")
    },
    not_saved: |why| format!("Not saved: {why}"),
    dropped: |count| {
        let questions = counted(count, "question needs", "questions need");
        format!("After this change {questions} no answer any more; what was answered is removed.")
    },
    dropped_which: "Which questions",
    undo: "Undo and restore the answers",
    understood: "Understood",
    end_title: "Finish and erase?",
    end_text: "The answers and the report of this visit will be erased from this machine and cannot be restored. To keep the report, print it first.",
    end_stay: "Go on with the check",
};

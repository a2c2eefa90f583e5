//! Work that is kept on this machine.

use super::counted;

/// Work that is kept on this machine.
#[derive(Debug)]
pub struct Keep {
    /// Begins to keep.
    pub start: &'static str,
    /// While the key is made and the first step is stored.
    pub starting: &'static str,
    /// Everything is kept; with the code.
    pub kept: fn(&str) -> String,
    /// Above the code that is to be written down.
    pub note: &'static str,
    /// What the code is for.
    pub note_text: &'static str,
    /// It was written down.
    pub noted: &'static str,
    /// What 结束并清除 does with it.
    pub end: &'static str,
    /// Work of an earlier visit is there, of a day.
    pub found: fn(&str) -> String,
    /// What can be done with it.
    pub found_text: &'static str,
    /// The field for the code.
    pub code: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// While it is opened.
    pub opening: &'static str,
    /// Deletes it.
    pub delete: &'static str,
    /// Asks whether it should be deleted.
    pub delete_ask: &'static str,
    /// It should.
    pub delete_yes: &'static str,
    /// It should not.
    pub delete_no: &'static str,
    /// While it is deleted.
    pub deleting: &'static str,
    /// Work was kept and is gone.
    pub gone: fn(Option<&str>) -> String,
    /// Work was kept and is damaged.
    pub damaged: fn(Option<&str>) -> String,
    /// What to do then.
    pub lost_text: &'static str,
    /// Takes note of it.
    pub lost_understood: &'static str,
    /// Other work is there, so that of this visit cannot be kept.
    pub other: &'static str,
    /// The same of work that is lost.
    pub other_lost: &'static str,
    /// Another window has it.
    pub elsewhere: &'static str,
    /// Looks again.
    pub look: &'static str,
    /// Nothing is kept, for a reason.
    pub memory: fn(&str) -> String,
    /// The last step was not kept, for a reason.
    pub not_kept: fn(&str) -> String,
    /// The last steps of what was opened were not there.
    pub shortened: &'static str,
    /// Reasons.
    pub why: KeepWhy,
    /// Why a code did not open anything.
    pub refused: KeepRefused,
}

/// Why nothing can be kept.
#[derive(Debug)]
pub struct KeepWhy {
    /// The browser has no store for this page.
    pub no_store: &'static str,
    /// It does not encrypt.
    pub no_crypto: &'static str,
    /// It cannot tell windows apart.
    pub no_locks: &'static str,
    /// The store is full.
    pub full: &'static str,
    /// The store failed.
    pub failed: &'static str,
    /// The work is too large.
    pub too_big: &'static str,
    /// What was kept could not be deleted.
    pub not_forgotten: &'static str,
}

/// Why a code did not open anything.
#[derive(Debug)]
pub struct KeepRefused {
    /// It has so many signs.
    pub length: fn(usize) -> String,
    /// No code has this sign.
    pub sign: fn(char) -> String,
    /// A sign is wrong.
    pub check: &'static str,
    /// It is the code of other work.
    pub wrong: &'static str,
    /// The work is damaged.
    pub damaged: &'static str,
}

pub(super) const ZH: Keep = Keep {
    start: "在本机保存进度",
    starting: "正在保存…",
    kept: |code| format!("已保存到本机 · 续填码 {code}"),
    note: "请抄下续填码",
    note_text: "从现在起，每一步都加密保存在本机。关了窗口或者死机以后，凭这个码在开始页接着做。码不会存在机器里；丢了，谁也打不开。",
    noted: "抄好了",
    end: "保存在本机的进度也会一起删除。",
    found: |day| format!("上次没做完的体检或复核（{day}）"),
    found_text: "内容加密保存在本机。输入当时抄下的续填码，就能接着做。",
    code: "续填码",
    open: "继续",
    opening: "正在打开…",
    delete: "删除",
    delete_ask: "删除以后，有续填码也找不回来。确定删除吗？",
    delete_yes: "确定删除",
    delete_no: "先留着",
    deleting: "正在删除…",
    gone: |day| match day {
        Some(day) => format!("上次没做完的体检或复核（{day}）不见了"),
        None => "上次没做完的体检或复核不见了".to_owned(),
    },
    damaged: |day| match day {
        Some(day) => format!("上次没做完的体检或复核（{day}）损坏了"),
        None => "上次没做完的体检或复核损坏了".to_owned(),
    },
    lost_text: "本机保存过进度，但浏览器里的内容被清掉了或者坏了，续填码打不开。请重新开始；另外存成过文件的，可以打开那个文件。",
    lost_understood: "知道了，清理掉",
    other: "本机还存着另一次没做完的内容，这一次只在内存里。要保存这一次，请先回到开始页继续或删除那一次。",
    other_lost: "本机上次保存的进度打不开了，这一次只在内存里。要保存这一次，请先回到开始页清理。",
    elsewhere: "另一个窗口正在保存进度。为了不互相覆盖，这个窗口不读也不改；请回到那个窗口，或者关掉它再试。",
    look: "再试一次",
    memory: |why| format!("没有保存到本机：{why}内容只在内存里，请及时存成文件或打印。"),
    not_kept: |why| {
        format!("最近的改动没有保存到本机：{why}以前的还在；下一步时会再试，也可以存成文件。")
    },
    shortened: "最后几步没有保存完整，请核对最近的内容。",
    why: KeepWhy {
        no_store: "浏览器不让这个网页保存内容（可能是无痕窗口或策略限制）。",
        no_crypto: "网页不是用 https 打开的，浏览器不提供加密。",
        no_locks: "浏览器太旧，分不清有没有别的窗口。",
        full: "浏览器的存储空间满了。",
        failed: "浏览器的存储出错了。",
        too_big: "内容太大。",
        not_forgotten: "以前保存的进度没有删干净，请关掉浏览器再打开，或告诉管理员。",
    },
    refused: KeepRefused {
        length: |signs| format!("续填码是 16 位，现在是 {signs} 位。"),
        sign: |sign| format!("续填码里没有“{sign}”，请对照抄下的码再看一遍。"),
        check: "续填码有一位不对，或两位写反了，请再看一遍。",
        wrong: "这是另一份进度的续填码，打不开这一份。",
        damaged: "保存的内容损坏了，打不开。可以删除后重新开始。",
    },
};

pub(super) const EN: Keep = Keep {
    start: "Keep progress on this machine",
    starting: "Keeping…",
    kept: |code| format!("Kept on this machine · code {code}"),
    note: "Please write down this code",
    note_text: "From now on every step is kept on this machine, encrypted. After the window was closed or the machine failed, this code lets you go on from the start page. The code is not stored; without it nobody can open what is kept.",
    noted: "I wrote it down",
    end: "The progress kept on this machine is deleted as well.",
    found: |day| format!("A check or review that was not finished ({day})"),
    found_text: "It is kept on this machine, encrypted. Enter the code that you wrote down to go on.",
    code: "Code",
    open: "Continue",
    opening: "Opening…",
    delete: "Delete",
    delete_ask: "Once deleted, no code brings it back. Delete it?",
    delete_yes: "Delete it",
    delete_no: "Keep it",
    deleting: "Deleting…",
    gone: |day| match day {
        Some(day) => format!("The check or review that was not finished ({day}) is gone"),
        None => "The check or review that was not finished is gone".to_owned(),
    },
    damaged: |day| match day {
        Some(day) => format!("The check or review that was not finished ({day}) is damaged"),
        None => "The check or review that was not finished is damaged".to_owned(),
    },
    lost_text: "Progress was kept on this machine, but the browser's store was emptied or damaged, and the code opens nothing. Please start again; if you also saved a file, open that.",
    lost_understood: "Understood, tidy up",
    other: "Other unfinished work is kept on this machine, so this is in memory only. To keep this, first continue or delete the other on the start page.",
    other_lost: "The progress kept on this machine before cannot be opened, so this is in memory only. To keep it, first tidy up on the start page.",
    elsewhere: "Another window is keeping its work. So that they do not overwrite each other, this window neither reads nor changes it. Go back to that window, or close it and try again.",
    look: "Try again",
    memory: |why| {
        format!(
            "Not kept on this machine: {why} Everything is in memory only; save a file or print in time."
        )
    },
    not_kept: |why| {
        format!(
            "The last change was not kept on this machine: {why} Everything before is; the next step tries again, or save a file."
        )
    },
    shortened: "The last steps were not kept whole. Please look over what you did last.",
    why: KeepWhy {
        no_store: "the browser does not let this page store anything (a private window, or a policy).",
        no_crypto: "the page was not opened by https, so the browser does not encrypt.",
        no_locks: "the browser is too old to tell whether another window is open.",
        full: "the browser's store is full.",
        failed: "the browser's store failed.",
        too_big: "it is too large.",
        not_forgotten: "progress kept before could not be deleted. Close and open the browser, or tell an administrator.",
    },
    refused: KeepRefused {
        length: |signs| {
            format!(
                "A code has 16 characters; this has {}.",
                counted(signs, "character", "characters")
            )
        },
        sign: |sign| {
            format!("No code has “{sign}” in it. Please compare it with what you wrote down.")
        },
        check: "One character is wrong, or two changed places. Please look again.",
        wrong: "This is the code of other work; it does not open this.",
        damaged: "What was kept is damaged and cannot be opened. You can delete it and start again.",
    },
};

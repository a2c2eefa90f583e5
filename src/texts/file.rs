//! The firm's own file, and the joining of two people's answers.

use super::counted;

/// The firm's own file, and the joining of two people's answers.
#[derive(Debug)]
pub struct File {
    /// The heading of its screen.
    pub opened: &'static str,
    /// Goes on with what is unfinished.
    pub go_on: &'static str,
    /// Shows the last report.
    pub last: &'static str,
    /// Checks so many questions again.
    pub again: fn(usize) -> String,
    /// Begins from nothing.
    pub begin: &'static str,
    /// Opens the register of trade secrets.
    pub register: &'static str,
    /// The heading over the marks.
    pub marks: &'static str,
    /// What a mark does and does not.
    pub marks_text: &'static str,
    /// A finding that is marked, behind its title.
    pub done: &'static str,
    /// The day on which it was put right.
    pub done_on: &'static str,
    /// By whom.
    pub done_by: &'static str,
    /// What shows it.
    pub done_note: &'static str,
    /// Marks it.
    pub mark: &'static str,
    /// Takes the mark back.
    pub unmark: &'static str,
    /// Saves a new file.
    pub save: &'static str,
    /// Its name.
    pub title: &'static str,
    /// The line at the foot of every page.
    pub foot: &'static str,
    /// Whether it can be relied on.
    pub trust: Trust,
    /// What changed over time.
    pub changed: Changed,
    /// A check that is not finished: its name.
    pub draft: &'static str,
    /// How far it is, as a label.
    pub progress: &'static str,
    /// How many are answered, of how many.
    pub answered: fn(usize, usize) -> String,
    /// How to go on, as a heading.
    pub how: &'static str,
    /// How to go on.
    pub how_text: &'static str,
    /// What is answered, as a heading.
    pub answers: &'static str,
    /// Two people's answers differ: the heading.
    pub conflicts: &'static str,
    /// What to do about it.
    pub conflicts_text: &'static str,
    /// The answer that was here.
    pub ours: &'static str,
    /// The answer of the file.
    pub theirs: &'static str,
}

/// Whether a file can be relied on.
#[derive(Debug)]
pub struct Trust {
    /// The heading.
    pub heading: &'static str,
    /// Nothing speaks against it.
    pub holds: &'static str,
    /// Something does.
    pub look: &'static str,
    /// A report of a day, with its seal, and what is said of it.
    pub report: fn(&str, &str, &str) -> String,
    /// What is said of a report that was checked with the packs that it was made with.
    pub own_packs: fn(&str) -> String,
    /// The file was changed.
    pub digest: &'static str,
    /// The file has no digest.
    pub no_digest: &'static str,
    /// A report, by its number from 1, and why it cannot be opened.
    pub check: fn(usize, &str) -> String,
    /// A report, by its number from 1, of a day to come.
    pub tomorrow: fn(usize, &str) -> String,
    /// A pack that there is no more.
    pub topic: fn(&str) -> String,
    /// A report without answers.
    pub no_answers: &'static str,
    /// A report of a later version.
    pub future: &'static str,
    /// No report.
    pub damaged: &'static str,
    /// The seal holds and the result is the same.
    pub verified: &'static str,
    /// The conclusions are the same, the words not.
    pub reworded: &'static str,
    /// Other packs.
    pub other_packs: &'static str,
    /// Other conclusions.
    pub mismatch: &'static str,
    /// The seal does not hold.
    pub altered: &'static str,
    /// A finding that the answers do not give.
    pub claimed: fn(&str) -> String,
    /// A finding that the report does not name.
    pub hidden: fn(&str) -> String,
    /// A finding that differs.
    pub finding: fn(&str) -> String,
    /// Another part that differs.
    pub part: fn(&str) -> String,
}

/// What changed over time.
#[derive(Debug)]
pub struct Changed {
    /// All checks.
    pub trend: &'static str,
    /// The columns: day, index, coverage, verdict.
    pub columns: [&'static str; 4],
    /// What was put right since the last time.
    pub fixed: &'static str,
    /// What is new.
    pub new: &'static str,
    /// What is still there.
    pub still: &'static str,
    /// Deadlines that ended.
    pub due: &'static str,
    /// What cannot be compared.
    pub unclear: &'static str,
    /// It was not asked.
    pub not_asked: &'static str,
    /// It was not answered.
    pub not_answered: &'static str,
    /// It does not apply any more.
    pub not_applicable: &'static str,
    /// What the firm says it put right, as a heading.
    pub remedies: &'static str,
    /// A finding, the day on which it was put right, and what else is said.
    pub remedy: fn(&str, &str, &str) -> String,
    /// Index and verdict before and after.
    pub figures: fn([&str; 4]) -> String,
    /// Law that changed since.
    pub recalled: &'static str,
    /// Answers that could not be carried over.
    pub lost: &'static str,
}

pub(super) const ZH: File = File {
    opened: "文件已经打开",
    go_on: "接着做没做完的 ›",
    last: "看最近一份报告 ›",
    again: |count| format!("复查：只答可能变了的 {count} 题 ›"),
    begin: "从头再做一次 ›",
    register: "商业秘密登记 ›",
    marks: "整改：办好了就记下来",
    marks_text: "记下的由企业自己负责，不改变原来的报告。记完请存一份新文件。",
    done: "　已办好",
    done_on: "办好的日期（不填是今天）",
    done_by: "经办人（可不填）",
    done_note: "凭什么能看出来（可不填）",
    mark: "办好了",
    unmark: "没有办好，取消",
    save: "存一份新文件",
    title: "企业法治档案",
    foot: "企业法治档案 · 由企业自己保存",
    trust: Trust {
        heading: "文件是否可信",
        holds: "文件没有发现改动。结论不采信文件里写的，都是按其中的回答重新算的。",
        look: "请注意下面几点。结论都是按其中的回答重新算的。",
        report: |day, seal, said| format!("{day} 的报告（封印 {seal}）：{said}"),
        own_packs: |said| format!("用当时的问卷核对，{said}"),
        digest: "文件保存以后被改过，或者没有保存完整。能读的都读了，请逐项核对，或者用原来保存的文件",
        no_digest: "文件没有校验值，无法知道有没有被改过，请逐项核对",
        check: |number, problem| format!("第 {number} 份报告：{problem}"),
        tomorrow: |number, on| format!("第 {number} 份报告的日期 {on} 还没有到，请核对电脑的日期"),
        topic: |topic| format!("选过的问卷 {topic} 现在没有了"),
        no_answers: "是较早的程序做的，没有存答案，不能重算。请以打印件为准",
        future: "是更新版本的程序做的，请用新版打开",
        damaged: "内容损坏，读不出来。请用原来保存的文件",
        verified: "封印完整，按其中的答案重算，结果相同",
        reworded: "封印完整，按其中的答案重算，结论相同；法规、服务或程序后来有更新，文字不同",
        other_packs: "封印完整，但问卷的版本不同，原来的结论无法重算；这里是按现在的问卷算的",
        mismatch: "封印完整，但里面的结论与答案对不上；以按答案重算的为准",
        altered: "封印不符：报告做成以后被改过；以按答案重算的为准",
        claimed: |id| format!("报告写有 {id}，按答案没有这一项"),
        hidden: |id| format!("按答案有 {id}，报告没有写"),
        finding: |id| format!("{id} 的等级、依据的答案或者金额与重算的不同"),
        part: |name| format!("{name} 与重算的不同"),
    },
    changed: Changed {
        trend: "历次体检",
        columns: ["日期", "指数", "覆盖率", "总评"],
        fixed: "上次以来改好的",
        new: "上次以来新出现的",
        still: "上次就有、现在还有的",
        due: "上次以来到期的",
        unclear: "比不了的",
        not_asked: "有一次没有问到",
        not_answered: "有一次没有答，或者答了“不清楚”",
        not_applicable: "这次不再涉及",
        remedies: "整改情况",
        remedy: |title, day, more| format!("{title}：{day} 办好{more}"),
        figures: |[before, after, grade_before, grade_after]| {
            format!(
                "指数 {before} → {after}，总评 {grade_before} → {grade_after}。整改情况由企业自报，没有重新体检，不改变原报告。"
            )
        },
        recalled: "体检以后变了的法规",
        lost: "没有搬过来的回答",
    },
    draft: "没有做完的法治体检",
    progress: "进度",
    answered: |answered, total| format!("答了 {answered} 题，共 {total} 题"),
    how: "怎样接着做",
    how_text: "这是没有做完的体检，不是报告。用企业法治体检程序打开这个文件，可以接着做。",
    answers: "已经答的",
    conflicts: "两份回答有不同，请逐题选一个",
    conflicts_text: "其余的回答已经合在一起。全部选完以后继续。",
    ours: "这里的回答",
    theirs: "文件里的回答",
};

pub(super) const EN: File = File {
    opened: "The file is open",
    go_on: "Go on with the unfinished check ›",
    last: "See the last report ›",
    again: |count| {
        let questions = counted(count, "question that may", "questions that may");
        format!("Check again: only the {questions} have changed ›")
    },
    begin: "Begin again from nothing ›",
    register: "Register of trade secrets ›",
    marks: "Putting things right: mark what is done",
    marks_text: "The company answers for its marks; they do not change the report. Save a new file when you are done.",
    done: " — done",
    done_on: "Done on (today if left empty)",
    done_by: "By whom (may be left out)",
    done_note: "What shows it (may be left out)",
    mark: "It is done",
    unmark: "Not done after all",
    save: "Save a new file",
    title: "Legal health file of the company",
    foot: "Legal health file · kept by the company itself",
    trust: Trust {
        heading: "Whether the file can be relied on",
        holds: "No change was found in the file. Its conclusions are not believed; all of them were worked out again from the answers.",
        look: "Please note the following. All conclusions were worked out again from the answers.",
        report: |day, seal, said| format!("Report of {day} (seal {seal}): {said}"),
        own_packs: |said| format!("checked with the questionnaires of its day: {said}"),
        digest: "The file was changed after it was saved, or was not saved completely. What can be read was read; please check each point, or use the file as it was saved",
        no_digest: "The file has no checksum, so nobody can tell whether it was changed. Please check each point",
        check: |number, problem| format!("Report {number}: {problem}"),
        tomorrow: |number, on| {
            format!(
                "Report {number} is of {on}, a day to come. Please check the date of this computer"
            )
        },
        topic: |topic| {
            format!("The questionnaire {topic}, which was chosen, does not exist any more")
        },
        no_answers: "an earlier version of the program made it without its answers, so it cannot be worked out again. The printed report holds",
        future: "a later version of the program made it. Please open it with that version",
        damaged: "it is damaged and cannot be read. Please use the file as it was saved",
        verified: "the seal holds, and the answers give the same result again",
        reworded: "the seal holds, and the answers give the same conclusions again; law, services or the program have changed since, so that the words differ",
        other_packs: "the seal holds, but the questionnaire is of another version, so that the old conclusions cannot be worked out again; these are by today’s questionnaire",
        mismatch: "the seal holds, but the conclusions do not follow from the answers; what the answers give holds",
        altered: "the seal does not hold: the report was changed after it was made; what the answers give holds",
        claimed: |id| format!("the report names {id}, the answers do not give it"),
        hidden: |id| format!("the answers give {id}, the report does not name it"),
        finding: |id| format!("{id} has another level, reason or amount than the answers give"),
        part: |name| format!("{name} is not what the answers give"),
    },
    changed: Changed {
        trend: "All checks",
        columns: ["Day", "Index", "Coverage", "Verdict"],
        fixed: "Put right since the last check",
        new: "New since the last check",
        still: "There before and still there",
        due: "Deadlines that ended since the last check",
        unclear: "What cannot be compared",
        not_asked: "not asked in one of the checks",
        not_answered: "not answered in one of the checks, or “not sure”",
        not_applicable: "does not apply any more",
        remedies: "What was put right",
        remedy: |title, day, more| format!("{title}: done on {day}{more}"),
        figures: |[before, after, grade_before, grade_after]| {
            format!(
                "Index {before} → {after}, verdict {grade_before} → {grade_after}. The company says itself what it put right; nothing was checked again, and the report does not change."
            )
        },
        recalled: "Law that changed after the check",
        lost: "Answers that could not be carried over",
    },
    draft: "Unfinished legal health check",
    progress: "Progress",
    answered: |answered, total| {
        format!("{answered} of {} answered", counted(total, "question", "questions"))
    },
    how: "How to go on",
    how_text: "This is an unfinished check, not a report. Open this file with the program to go on.",
    answers: "Answered so far",
    conflicts: "The two differ: please choose for each question",
    conflicts_text: "All other answers are joined already. The check goes on when all are chosen.",
    ours: "The answer here",
    theirs: "The answer in the file",
};

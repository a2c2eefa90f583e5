//! What is told about a file that was opened.

use std::fmt;

use chrono::NaiveDate;

/// Something to tell the person about a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenProblem {
    /// The file was changed after it was written.
    Digest,
    /// The file has no digest.
    NoDigest,
    /// A report (its place, from 0) that cannot be opened; it stays in the file.
    Check(usize, CheckProblem),
    /// A report (its place, from 0) of a day that is still to come.
    Tomorrow(usize, NaiveDate),
    /// A pack that was chosen and that there is no more.
    Topic(String),
}

/// Why a stored report cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckProblem {
    /// It was made before reports kept their answers.
    NoAnswers,
    /// It was made by a later version of the program.
    Future,
    /// It is not a report.
    Damaged,
}

impl fmt::Display for OpenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digest => f.write_str(
                "文件保存以后被改过，或者没有保存完整。能读的都读了，请逐项核对，或者用原来保存的文件",
            ),
            Self::NoDigest => f.write_str("文件没有校验值，无法知道有没有被改过，请逐项核对"),
            Self::Check(at, problem) => write!(f, "第 {} 份报告：{problem}", at + 1),
            Self::Tomorrow(at, on) => {
                write!(f, "第 {} 份报告的日期 {on} 还没有到，请核对电脑的日期", at + 1)
            }
            Self::Topic(topic) => write!(f, "选过的问卷 {topic} 现在没有了"),
        }
    }
}

impl fmt::Display for CheckProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAnswers => "是较早的程序做的，没有存答案，不能重算。请以打印件为准",
            Self::Future => "是更新版本的程序做的，请用新版打开",
            Self::Damaged => "内容损坏，读不出来。请用原来保存的文件",
        })
    }
}

//! Answers that could not be carried to the packs of today, and why.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::questionnaire::Item;
use crate::response::Answer;

/// One answer that could not be carried.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lost {
    /// The question, as it was called then.
    pub link_id: String,
    /// The question as it is asked now, or was asked then, where that is known.
    pub question: Option<String>,
    /// The answer, as the file has it.
    pub answer: Value,
    /// What becomes of the question.
    pub fate: Fate,
    /// Why, in Chinese.
    pub why: String,
}

/// What becomes of a question whose answer could not be carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It, or the one in its place, is to be answered again.
    AskAgain,
    /// There is no such question any more.
    Gone,
    /// The other answers do not lead to it now.
    OffPath,
}

/// Why an answer could not be carried.
#[derive(Clone)]
pub(super) enum Why<'a> {
    /// Nothing took the question's place; the author's reason.
    Dropped(&'a str),
    /// The question is not known.
    Gone,
    /// Another question that it was merged with has no answer that can be carried.
    Partner(&'a str),
    /// The answer has no code in the new question.
    Code(&'a str),
    /// Part of what the new question asks was answered 不清楚.
    Unclear(&'a str),
    /// The answers together are none of the new question.
    Several(&'a str),
    /// The question does not accept the answer any more.
    Unread(String),
}

impl Lost {
    /// An answer to a question that the other answers do not lead to.
    pub(super) fn off_path(item: &Item, answer: &Answer) -> Self {
        Self {
            link_id: item.link_id.clone(),
            question: Some(item.text.clone()),
            answer: serde_json::to_value(answer).unwrap_or_default(),
            fate: Fate::OffPath,
            why: "按其他答案，现在不问这一题".to_owned(),
        }
    }
}

impl Why<'_> {
    /// What becomes of the question.
    pub(super) fn fate(&self) -> Fate {
        match self {
            Self::Dropped(_) | Self::Gone => Fate::Gone,
            _ => Fate::AskAgain,
        }
    }

    /// The reason; `name` gives a question's words.
    pub(super) fn words(&self, name: impl Fn(&str) -> String) -> String {
        let asked = |to: &str| format!("现在并入“{}”，请重新回答", name(to));
        match self {
            Self::Dropped(why) => (*why).to_owned(),
            Self::Gone => "现在的问卷没有这一题".to_owned(),
            Self::Partner(id) => {
                format!("与它合并的另一题（{id}）没有可以搬的答案，新题请重新回答")
            }
            Self::Code(to) => format!("这个答案没有对应的新选项，{}", asked(to)),
            Self::Unclear(to) => format!("合并的几题里有的答了“不清楚”，{}", asked(to)),
            Self::Several(to) => format!("合并的几题对不出一个答案，{}", asked(to)),
            Self::Unread(error) => format!("不合现在这一题的要求：{error}"),
        }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answer = &self.answer;
        match &self.question {
            Some(question) => write!(f, "{}（{question}）答 {answer}：{}", self.link_id, self.why),
            None => write!(f, "{} 答 {answer}：{}", self.link_id, self.why),
        }
    }
}

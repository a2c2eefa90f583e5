//! What a lawyer does with a report, as data: steps that are only ever added.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::questionnaire::Exact;
use crate::risk::Level;
use crate::texts::Texts;

/// One step of a review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its own for ever: 32 hexadecimal digits that its maker drew.
    pub id: String,
    /// One more than the highest that its maker had seen. It orders steps without trust in clocks:
    /// what was written with another step in view comes after that one.
    pub turn: u64,
    /// Local time by the clock of the machine.
    pub at: NaiveDateTime,
    /// Who did it.
    pub by: Reviewer,
    /// What was done.
    pub act: Act,
    /// Why; empty only where no reason is owed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A lawyer, as the report names one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Reviewer {
    /// 姓名.
    pub name: String,
    /// 律师事务所.
    pub firm: String,
    /// 执业证号, checked by [`licence`](super::licence()).
    pub licence: String,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Act {
    /// The finding is right as it stands.
    Confirm {
        /// Id of the finding.
        finding: String,
    },
    /// The finding is to be read otherwise.
    Correct {
        /// Id of the finding.
        finding: String,
        /// What is different.
        #[serde(flatten)]
        change: Change,
    },
    /// The finding does not apply.
    Withdraw {
        /// Id of the finding.
        finding: String,
    },
    /// Something that the program did not find.
    Add(NewFinding),
    /// The firm is asked something.
    Ask {
        /// Id of the finding that it is about, where it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        finding: Option<String>,
        /// The question.
        question: String,
    },
    /// The opinion on the whole; the last one stands.
    Opinion {
        /// The opinion.
        text: String,
    },
    /// What came of it.
    Outcome {
        /// Id of the finding that it is about, where it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        finding: Option<String>,
        /// Which kind.
        kind: OutcomeKind,
        /// Yuan, where a sum can be named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        yuan: Option<Exact>,
        /// What happened.
        note: String,
    },
    /// An earlier step no longer counts. It stays in the history.
    Retract {
        /// Id of the step.
        step: String,
    },
}

/// What is different about a finding; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What can follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effects: Option<String>,
    /// What to do, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Vec<String>>,
}

/// A finding that a lawyer adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewFinding {
    /// Id of the domain that it belongs to.
    pub domain: String,
    /// Names the problem.
    pub title: String,
    /// Level.
    pub level: Level,
    /// The law that it rests on, in the lawyer's words.
    pub basis: String,
    /// What can follow.
    pub effects: String,
    /// What to do, in order.
    pub treatment: Vec<String>,
}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// 规避风险.
    RiskAvoided,
    /// 挽回损失.
    MoneyRecovered,
    /// 接受服务.
    ServiceTaken,
}

impl OutcomeKind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::RiskAvoided, Self::MoneyRecovered, Self::ServiceTaken];

    /// Its name.
    #[must_use]
    pub const fn text(self, texts: &Texts) -> &'static str {
        let [avoided, recovered, taken] = texts.desk.review.outcomes;
        match self {
            Self::RiskAvoided => avoided,
            Self::MoneyRecovered => recovered,
            Self::ServiceTaken => taken,
        }
    }
}

impl Act {
    /// The finding that it is about.
    #[must_use]
    pub fn finding(&self) -> Option<&str> {
        match self {
            Self::Confirm { finding }
            | Self::Correct { finding, .. }
            | Self::Withdraw { finding } => Some(finding),
            Self::Ask { finding, .. } | Self::Outcome { finding, .. } => finding.as_deref(),
            Self::Add(_) | Self::Opinion { .. } | Self::Retract { .. } => None,
        }
    }

    /// Whether a reason is owed: whoever contradicts the program or an earlier step says why.
    #[must_use]
    pub fn owes_reason(&self) -> bool {
        matches!(
            self,
            Self::Correct { .. } | Self::Withdraw { .. } | Self::Add(_) | Self::Retract { .. }
        )
    }
}

impl Change {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

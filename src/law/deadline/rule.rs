//! Deadline rules as data.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Count, Due};
use crate::law::Calendar;
use crate::questionnaire::{Citation, Status};

/// All rules that packs may use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    /// In the order of the file.
    pub rules: Vec<DeadlineRule>,
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineRule {
    /// Id that packs use.
    pub id: String,
    /// What is to be done, or what ends.
    pub title: String,
    /// What day the start day is.
    pub start: String,
    /// How the due day is counted.
    pub count: Count,
    /// Articles behind it.
    pub basis: Vec<Citation>,
    /// How far they were checked.
    pub status: Status,
    /// Whether the period can begin anew or stand still; absent for a plain time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limitation: Option<Limitation>,
    /// First day of the check on which the rule is law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of the check on which the rule is law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Exceptions and what else to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What can change a period that runs against a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limitation {
    /// 诉讼时效 and what follows its rules: it can be interrupted and suspended (民法典 194, 195).
    Interruptible,
    /// 除斥期间、保证期间: nothing interrupts, suspends or extends it (民法典 199, 692).
    Fixed,
}

impl Limitation {
    /// What a person must know about the day shown.
    #[must_use]
    pub fn caution(self) -> &'static str {
        match self {
            Self::Interruptible => {
                "时效会因主张权利、对方同意履行、起诉或申请仲裁而重新计算，也可能中止；有过这些事的，起算日填最近一次。"
            }
            Self::Fixed => "这个期间不中止、不中断，过了权利就消灭或不能再主张。",
        }
    }
}

impl Deadlines {
    /// A rule by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&DeadlineRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// What is wrong in the rules themselves: JSON pointer and message.
    #[must_use]
    pub fn problems(&self) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        let mut seen = HashSet::new();
        for (at, rule) in self.rules.iter().enumerate() {
            let place = format!("/rules/{at}");
            if !seen.insert(&rule.id) {
                problems.push((format!("{place}/id"), format!("期限 {} 重复", rule.id)));
            }
            if rule.basis.is_empty() {
                problems.push((place.clone(), format!("期限 {} 没有依据", rule.id)));
            }
            if let Some(problem) = rule.count.problem() {
                problems.push((format!("{place}/count"), problem.to_owned()));
            }
        }
        problems
    }
}

impl DeadlineRule {
    /// The due day for a start day, with what can change it; `None` outside chrono's calendar.
    #[must_use]
    pub fn due(&self, start: NaiveDate, calendar: &Calendar) -> Option<Due> {
        let mut due = self.count.due(start, calendar)?;
        if let Some(limitation) = self.limitation {
            due.counted.push_str(limitation.caution());
        }
        Some(due)
    }

    /// Whether the rule is law on a day.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }

    /// The day nearest to a day on which the rule is law.
    #[must_use]
    pub fn day_in_force(&self, on: NaiveDate) -> NaiveDate {
        let on = self.from.map_or(on, |from| on.max(from));
        self.to.map_or(on, |to| on.min(to))
    }
}

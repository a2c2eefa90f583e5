//! What the answers can show to be wrong, as its authors write it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Citation, Condition, ExposureRule};

/// A rule that turns answers into one finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FindingRule {
    /// Unique over all packs.
    pub id: String,
    /// Names the problem; `{link_id}` is replaced by the answer.
    pub title: String,
    /// Which answers are a breach.
    pub when: Condition,
    /// Whether the rule concerns this firm at all; otherwise it is left out of both sums.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<Condition>,
    /// First day of the check on which the rule is law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of the check on which the rule is law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// 1 (rare) to 5 (almost certain).
    pub likelihood: u8,
    /// 1 (slight) to 5 (grave).
    pub consequence: u8,
    /// What raises the level by rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Duty first, then consequence.
    pub basis: Vec<Citation>,
    /// What can follow, with every precondition.
    pub effects: String,
    /// What it can cost, where the law gives a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<ExposureRule>,
    /// What to do, one action a step.
    pub treatment: Vec<Step>,
    /// What to keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// Who helps: codes of services.yaml.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// How far the law behind the rule was checked.
    pub status: Status,
}

/// An exposure that raises a finding's level by rule and not by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Criminal liability is possible.
    Criminal,
    /// A licence can be revoked.
    Revocation,
    /// Business can be ordered to stop.
    Closure,
    /// Administrative detention is possible.
    Detention,
    /// People can be hurt.
    Injury,
    /// A statutory deadline has passed.
    Overdue,
}

/// One step of a treatment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The action.
    #[serde(rename = "do")]
    pub action: String,
    /// How long it takes, or that a lawyer is needed.
    pub effort: Effort,
}

/// Effort of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// About an hour.
    Hour,
    /// About a day.
    Day,
    /// About a week.
    Week,
    /// About a month.
    Month,
    /// Needs a lawyer.
    Lawyer,
}

/// How far the law behind a rule was checked. It is no lawyer's sign-off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every article cited was read and supports what is said.
    Verified,
    /// Part of it rests on a text that was not read.
    Partly,
    /// The text was not read.
    Unverified,
}

impl FindingRule {
    /// Whether the rule is law on a day.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.day_in_force(on) == on
    }

    /// The day itself where the rule is law on it, otherwise the nearest on which it is.
    #[must_use]
    pub fn day_in_force(&self, on: NaiveDate) -> NaiveDate {
        let on = self.from.map_or(on, |from| on.max(from));
        self.to.map_or(on, |to| on.min(to))
    }
}

//! From likelihood and consequence to a level, and from sums to a grade.

use serde::{Deserialize, Serialize};

use super::Tally;
use crate::questionnaire::{FindingRule, Flag};

/// Under this coverage, in per cent, there is no grade.
pub const LEAST_COVERAGE: u32 = 60;
/// Index from which a check without red and orange is good.
const GOOD: u32 = 85;
/// Index under which much is to be put right even without a red finding.
const FAIR: u32 = 60;

/// Level of a finding, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 红: grave and urgent.
    Red,
    /// 橙.
    Orange,
    /// 黄.
    Yellow,
    /// 蓝.
    Blue,
}

/// The overall verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 状况较好.
    Good,
    /// 需要关注.
    Watch,
    /// 需要整改.
    Improve,
    /// 需要马上处理: at least one red finding.
    Urgent,
    /// 资料不足，暂不评级.
    Insufficient,
}

/// R = likelihood × consequence, 1 to 25.
#[must_use]
pub fn score(rule: &FindingRule) -> u32 {
    u32::from(rule.likelihood) * u32::from(rule.consequence)
}

/// The level of a finding. 红 from 15, or consequence 5 with likelihood 3 or more; 橙 from 10;
/// 黄 from 5. A missed statutory deadline is 红; criminal, revocation, closure, detention or
/// injury exposure is at least 橙.
#[must_use]
pub fn level(rule: &FindingRule) -> Level {
    let by_score = level_of_score(rule.likelihood, rule.consequence);
    let by_flag = rule.flags.iter().map(|flag| match flag {
        Flag::Overdue => Level::Red,
        Flag::Criminal | Flag::Revocation | Flag::Closure | Flag::Detention | Flag::Injury => {
            Level::Orange
        }
    });
    by_flag.chain([by_score]).min().unwrap_or(by_score)
}

/// The level of a cell of the matrix, each side 1 to 5; flags not counted. With the cut-off at 15
/// consequence 5 is red from likelihood 3 by the product alone.
#[must_use]
pub fn level_of_score(likelihood: u8, consequence: u8) -> Level {
    match u32::from(likelihood) * u32::from(consequence) {
        15.. => Level::Red,
        10..=14 => Level::Orange,
        5..=9 => Level::Yellow,
        _ => Level::Blue,
    }
}

/// The verdict over a tally and the levels found. Silence is never healthy: under
/// [`LEAST_COVERAGE`] there is no grade.
#[must_use]
pub fn grade(tally: Tally, levels: impl Iterator<Item = Level>) -> Grade {
    let (Some(index), Some(coverage)) = (tally.index(), tally.coverage()) else {
        return Grade::Insufficient;
    };
    if coverage < LEAST_COVERAGE {
        return Grade::Insufficient;
    }
    match levels.min() {
        Some(Level::Red) => Grade::Urgent,
        _ if index < FAIR => Grade::Improve,
        Some(Level::Orange) => Grade::Watch,
        _ if index < GOOD => Grade::Watch,
        _ => Grade::Good,
    }
}

impl Level {
    /// All levels, worst first.
    pub const ALL: [Self; 4] = [Self::Red, Self::Orange, Self::Yellow, Self::Blue];

    /// Its mark as an SVG path in a box of 20 × 20: hexagon, triangle, diamond or circle, so that
    /// it survives black-and-white paper and colour blindness.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::Red => "M10 1 18 5.5v9L10 19 2 14.5v-9z",
            Self::Orange => "M10 2 19 18H1z",
            Self::Yellow => "M10 1 19 10 10 19 1 10z",
            Self::Blue => "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
        }
    }
}

//! How a deadline is counted, as data.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::questionnaire::Period;

/// From a start day to a due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// 民法典 201–203: the first day is not counted; a last day off moves to the next working day.
    After(Period),
    /// 民法典 201–202 without the move of 203: how long to keep a thing, how long a ban may last.
    Until(Period),
    /// 行政处罚法 85 and rules that say 工作日: days off are not counted.
    WorkingDays(u32),
    /// 税收征收管理法实施细则 109: like `After`, and runs of three or more holidays inside the
    /// period extend it.
    TaxFiling(Period),
    /// Counted back from the start day, which is an expiry or an event. It never moves.
    Before(Period),
    /// On the start day itself.
    SameDay,
    /// May be done from this long before the start day, and until it.
    Window(Period),
    /// The first such day of a year that is not before the start day.
    Yearly(MonthDay),
    /// A day of the calendar that the law names itself.
    On(NaiveDate),
    /// 民法典 201, second paragraph; shown to the day.
    Hours(u32),
    /// The latest of several.
    Longest(Vec<Count>),
    /// The earliest of several.
    Earliest(Vec<Count>),
}

/// A day of every year, written `06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// The first such day that is not before a day.
    #[must_use]
    pub fn not_before(self, start: NaiveDate) -> Option<NaiveDate> {
        let of = |year| NaiveDate::from_ymd_opt(year, self.month, self.day);
        of(start.year()).filter(|day| *day >= start).or_else(|| of(start.year() + 1))
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        // A year that is no leap year: 02-29 is not a day of every year.
        NaiveDate::parse_from_str(&format!("2001-{text}"), "%Y-%m-%d")
            .map(|day| Self { month: day.month(), day: day.day() })
            .map_err(|_| format!("“{text}”不是每年都有的日子；写“06-30”"))
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        format!("{:02}-{:02}", day.month, day.day)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} 月 {} 日", self.month, self.day)
    }
}

impl Count {
    /// What is wrong with the count, in Chinese.
    #[must_use]
    pub fn problem(&self) -> Option<&'static str> {
        match self {
            Self::After(period)
            | Self::Until(period)
            | Self::TaxFiling(period)
            | Self::Before(period)
            | Self::Window(period) => {
                let parts = [period.years, period.months, period.days];
                let good =
                    parts.iter().all(|part| *part >= 0) && parts.iter().any(|part| *part > 0);
                (!good).then_some("期间要写正数的 years、months 或 days")
            }
            Self::WorkingDays(count) | Self::Hours(count) => {
                (*count == 0 || *count > 366).then_some("数目要在 1 到 366 之间")
            }
            Self::Longest(parts) | Self::Earliest(parts) => {
                let nested = |part: &Self| matches!(part, Self::Longest(_) | Self::Earliest(_));
                if parts.len() < 2 || parts.iter().any(nested) {
                    return Some("longest / earliest 至少写两种算法，而且不能再套一层");
                }
                parts.iter().find_map(Self::problem)
            }
            Self::SameDay | Self::Yearly(_) | Self::On(_) => None,
        }
    }
}

//! Days off and working weekends, as the State Council publishes them year by year.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Days off that 全国年节及纪念日放假办法 (article 2) fixes by the Gregorian calendar: month, first and
/// last day, name. The others are lunar, and known only from the notice of the year.
const FIXED: [(u32, u32, u32, &str); 3] =
    [(1, 1, 1, "元旦"), (5, 1, 2, "劳动节"), (10, 1, 3, "国庆节")];

/// The first year of the present text of the regulation; before it 2 May was no day off.
const FIXED_SINCE: i32 = 2025;

/// All years that were published. Outside them only weekends and the fixed days off are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Oldest first.
    pub years: Vec<CalendarYear>,
}

/// The arrangement of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The notice that it was published in.
    pub source: String,
    /// Days off, each holiday from its first to its last day, weekends inside included.
    pub holidays: Vec<Holiday>,
    /// Weekend days that are worked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub working: Vec<NaiveDate>,
}

/// One holiday with the days off around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// For example 春节.
    pub name: String,
    /// First day off.
    pub from: NaiveDate,
    /// Last day off.
    pub to: NaiveDate,
}

impl Calendar {
    /// Whether the arrangement of a year was published.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.year(year).is_some()
    }

    /// Whether every year that a span of days touches was published.
    #[must_use]
    pub fn knows_span(&self, from: NaiveDate, to: NaiveDate) -> bool {
        (from.year()..=to.year()).all(|year| self.knows(year))
    }

    /// Whether the days off that the regulation fixes are counted in a year: its arrangement was
    /// not published, and the regulation is in force.
    #[must_use]
    pub fn has_fixed_only(&self, year: i32) -> bool {
        !self.knows(year) && year >= FIXED_SINCE
    }

    /// The name of the holiday that a day belongs to. A weekend by itself is none.
    #[must_use]
    pub fn holiday(&self, day: NaiveDate) -> Option<&str> {
        if self.has_fixed_only(day.year()) {
            let covers = |(month, first, last, _): &&(u32, u32, u32, &str)| {
                day.month() == *month && (*first..=*last).contains(&day.day())
            };
            return FIXED.iter().find(covers).map(|(.., name)| *name);
        }
        let covers = |holiday: &&Holiday| holiday.from <= day && day <= holiday.to;
        self.year(day.year())?.holidays.iter().find(covers).map(|holiday| holiday.name.as_str())
    }

    /// Whether nobody works on a day: a holiday, or a weekend that is not worked.
    #[must_use]
    pub fn is_day_off(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let worked = self.year(day.year()).is_some_and(|year| year.working.contains(&day));
        self.holiday(day).is_some() || (weekend && !worked)
    }

    /// The day itself when it is worked, otherwise the next that is (民法典 203).
    /// `None` at the end of chrono's calendar.
    #[must_use]
    pub fn working_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.iter_days().find(|day| !self.is_day_off(*day))
    }

    /// The `count`-th working day after a day (行政处罚法 85).
    /// `None` for zero and at the end of chrono's calendar.
    #[must_use]
    pub fn working_after(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        let before = usize::try_from(count.checked_sub(1)?).ok()?;
        day.iter_days().skip(1).filter(|day| !self.is_day_off(*day)).nth(before)
    }

    /// How many days of a span lie in runs of at least `least` holidays on end.
    #[must_use]
    pub fn days_in_runs(&self, from: NaiveDate, to: NaiveDate, least: u32) -> u32 {
        let (mut total, mut run) = (0, 0);
        for day in from.iter_days().take_while(|day| *day <= to) {
            if self.holiday(day).is_some() {
                run += 1;
            } else {
                total += if run >= least { run } else { 0 };
                run = 0;
            }
        }
        total + if run >= least { run } else { 0 }
    }

    /// What is wrong in the calendar itself: JSON pointer and message.
    #[must_use]
    pub fn problems(&self) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        let mut seen = HashSet::new();
        for (at, year) in self.years.iter().enumerate() {
            let place = format!("/years/{at}");
            if !seen.insert(year.year) {
                problems.push((place.clone(), format!("{} 年重复", year.year)));
            }
            for (h, holiday) in year.holidays.iter().enumerate() {
                let inside = holiday.from.year() == year.year && holiday.to.year() == year.year;
                if !inside || holiday.from > holiday.to {
                    let message = format!("{} 的起止日期不对", holiday.name);
                    problems.push((format!("{place}/holidays/{h}"), message));
                }
            }
            for (w, day) in year.working.iter().enumerate() {
                let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                if !weekend || day.year() != year.year || self.holiday(*day).is_some() {
                    let message = format!("{day} 不是这一年要上班的周末");
                    problems.push((format!("{place}/working/{w}"), message));
                }
            }
        }
        problems
    }

    fn year(&self, year: i32) -> Option<&CalendarYear> {
        self.years.iter().find(|known| known.year == year)
    }
}

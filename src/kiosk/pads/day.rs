//! A date on three wheels: year, month, day.
//!
//! The date is kept as the digits that are typed for it, `20241121` or, for a month, `202411`, so
//! wheels and keys write the same text.

use chrono::{Datelike, Months, NaiveDate};

/// First and last year where the question sets no bound.
const YEARS: (i32, i32) = (1900, 2199);

/// Between which days a date may lie, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The first day.
    pub min: NaiveDate,
    /// The last day.
    pub max: NaiveDate,
}

/// One wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheel {
    /// 年.
    Year,
    /// 月.
    Month,
    /// 日.
    Day,
}

/// The three wheels over a text; without a date in it they stand still and show none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wheels {
    date: Option<NaiveDate>,
    bounds: Bounds,
    today: NaiveDate,
    with_day: bool,
}

impl Bounds {
    /// Bounds of a question; what it leaves open is far away.
    #[must_use]
    pub fn new(min: Option<NaiveDate>, max: Option<NaiveDate>) -> Self {
        let (first, last) = YEARS;
        let min = min.or_else(|| NaiveDate::from_ymd_opt(first, 1, 1)).unwrap_or_default();
        let max = max.or_else(|| NaiveDate::from_ymd_opt(last, 12, 31)).unwrap_or_default();
        Self { min, max: max.max(min) }
    }

    fn hold(self, date: NaiveDate) -> NaiveDate {
        date.clamp(self.min, self.max)
    }
}

impl Wheels {
    /// The wheels for the digits in a field, on a day; without `with_day` for a month.
    #[must_use]
    pub fn new(digits: &str, bounds: Bounds, today: NaiveDate, with_day: bool) -> Self {
        Self { date: read(digits, with_day), bounds, today, with_day }
    }

    /// What a wheel shows.
    #[must_use]
    pub fn value(self, wheel: Wheel) -> Option<i32> {
        let date = self.date?;
        Some(match wheel {
            Wheel::Year => date.year(),
            Wheel::Month => small(date.month()),
            Wheel::Day => small(date.day()),
        })
    }

    /// The smallest and largest value of a wheel, the other two as they are.
    #[must_use]
    pub fn range(self, wheel: Wheel) -> (i32, i32) {
        let (min, max) = (self.bounds.min, self.bounds.max);
        let date = self.date.unwrap_or_else(|| self.bounds.hold(self.today));
        let same_year = |bound: NaiveDate| bound.year() == date.year();
        let same_month = |bound: NaiveDate| same_year(bound) && bound.month() == date.month();
        match wheel {
            Wheel::Year => (min.year(), max.year()),
            Wheel::Month => (
                if same_year(min) { small(min.month()) } else { 1 },
                if same_year(max) { small(max.month()) } else { 12 },
            ),
            Wheel::Day => (
                if same_month(min) { small(min.day()) } else { 1 },
                if same_month(max) { small(max.day()) } else { small(length(date)) },
            ),
        }
    }

    /// The digits after a wheel was turned by so many steps. Months have their lengths, and no
    /// wheel leaves the bounds. The first turn of an empty one shows today.
    #[must_use]
    pub fn turned(self, wheel: Wheel, by: i32) -> String {
        let Some(date) = self.date else { return self.write(self.today) };
        let (least, most) = self.range(wheel);
        let value = self.value(wheel).unwrap_or(least).saturating_add(by).clamp(least, most);
        self.write(set(date, wheel, value))
    }

    /// The digits after a wheel was set to its first or last value.
    #[must_use]
    pub fn at_end(self, wheel: Wheel, last: bool) -> String {
        let (least, most) = self.range(wheel);
        let date = self.date.unwrap_or_else(|| self.bounds.hold(self.today));
        self.write(set(date, wheel, if last { most } else { least }))
    }

    /// The digits of today, or of the nearest day within the bounds.
    #[must_use]
    pub fn today(self) -> String {
        self.write(self.today)
    }

    /// Whether today lies within the bounds.
    #[must_use]
    pub fn allows_today(self) -> bool {
        self.write(self.today) == self.digits(self.today)
    }

    fn write(self, date: NaiveDate) -> String {
        self.digits(self.bounds.hold(date))
    }

    fn digits(self, date: NaiveDate) -> String {
        date.format(if self.with_day { "%Y%m%d" } else { "%Y%m" }).to_string()
    }
}

/// Puts one part of a date in the place of another; a day that the month has not becomes its last.
fn set(date: NaiveDate, wheel: Wheel, value: i32) -> NaiveDate {
    let value_u32 = u32::try_from(value).unwrap_or(1);
    let moved = match wheel {
        Wheel::Year => {
            let months = value.abs_diff(date.year()).saturating_mul(12);
            shifted(date, months, value < date.year())
        }
        Wheel::Month => shifted(date, value_u32.abs_diff(date.month()), value_u32 < date.month()),
        Wheel::Day => date.with_day(value_u32.min(length(date))),
    };
    moved.unwrap_or(date)
}

fn shifted(date: NaiveDate, months: u32, back: bool) -> Option<NaiveDate> {
    let months = Months::new(months);
    if back { date.checked_sub_months(months) } else { date.checked_add_months(months) }
}

/// How many days the month of a date has.
fn length(date: NaiveDate) -> u32 {
    (28..=31).rev().find(|day| date.with_day(*day).is_some()).unwrap_or(28)
}

fn read(digits: &str, with_day: bool) -> Option<NaiveDate> {
    let wanted = if with_day { 8 } else { 6 };
    if digits.len() != wanted || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = if with_day { digits.get(6..8)?.parse().ok()? } else { 1 };
    NaiveDate::from_ymd_opt(digits.get(..4)?.parse().ok()?, digits.get(4..6)?.parse().ok()?, day)
}

fn small(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

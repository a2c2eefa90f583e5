//! The due day of a count, and how it came about.

use chrono::{Datelike, Days, NaiveDate};

use super::Count;
use super::words::{chinese_day, period_words, weekday};
use crate::law::Calendar;
use crate::questionnaire::Period;

/// Holidays on end from which a tax period is extended (税收征收管理法实施细则 109).
const RUN: u32 = 3;

/// A due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day.
    pub day: NaiveDate,
    /// How it was counted, in one or two Chinese sentences.
    pub counted: String,
    /// Whether the days off that it rests on were published; otherwise only weekends were seen,
    /// and the days off that the regulation fixes.
    pub calendar_known: bool,
}

impl Count {
    /// The due day for a start day; `None` outside chrono's calendar.
    #[must_use]
    pub fn due(&self, start: NaiveDate, calendar: &Calendar) -> Option<Due> {
        match self {
            Self::After(period) => after(*period, start, calendar),
            Self::Until(period) => {
                let (length, day) = (period_words(*period), period.after(start)?);
                Some(fixed(
                    day,
                    format!("{}（当天不算）起 {length}，不因休息日改期", chinese_day(start)),
                ))
            }
            Self::WorkingDays(count) => working_days(*count, start, calendar),
            Self::TaxFiling(period) => tax_filing(*period, start, calendar),
            Self::Before(period) => {
                let (length, day) = (period_words(*period), back(*period, start)?);
                let event = chinese_day(start);
                Some(fixed(
                    day,
                    format!("从 {event}（当天不算）往前数 {length}；遇休息日不往后推，宜再提前"),
                ))
            }
            Self::SameDay => Some(fixed(start, "就在起算的当天".to_owned())),
            Self::Window(period) => {
                let (length, opens) = (period_words(*period), chinese_day(back(*period, start)?));
                Some(fixed(
                    start,
                    format!("期满前 {length}内办，即 {opens} 起；当天为最后一天，不因休息日改期"),
                ))
            }
            Self::Yearly(every) => {
                let day = every.not_before(start)?;
                Some(fixed(day, format!("每年 {every}，固定日期，不因休息日改期")))
            }
            Self::On(day) => Some(fixed(*day, "法规写明的固定日期，不因休息日改期".to_owned())),
            Self::Hours(count) => {
                let day = start.checked_add_days(Days::new(u64::from(*count / 24)))?;
                Some(fixed(
                    day,
                    format!("{count} 小时内，按小时连续计算，休息日也算；这里只显示到日"),
                ))
            }
            Self::Longest(parts) => {
                let due = parts.iter().filter_map(|part| part.due(start, calendar));
                choose(due.max_by_key(|due| due.day), "几种算法取最晚")
            }
            Self::Earliest(parts) => {
                let due = parts.iter().filter_map(|part| part.due(start, calendar));
                choose(due.min_by_key(|due| due.day), "几种算法取最早")
            }
        }
    }
}

fn fixed(day: NaiveDate, mut counted: String) -> Due {
    counted.push('。');
    Due { day, counted, calendar_known: true }
}

fn choose(due: Option<Due>, how: &str) -> Option<Due> {
    due.map(|due| Due { counted: format!("{how}：{}", due.counted), ..due })
}

fn back(period: Period, from: NaiveDate) -> Option<NaiveDate> {
    Period { years: -period.years, months: -period.months, days: -period.days }.after(from)
}

fn after(period: Period, start: NaiveDate, calendar: &Calendar) -> Option<Due> {
    let last = period.after(start)?;
    let day = calendar.working_from(last)?;
    let mut counted = format!(
        "{}（当天不算）起 {}，到 {}",
        chinese_day(start),
        period_words(period),
        chinese_day(last)
    );
    counted.push_str(&moved(last, day, calendar));
    Some(noted(day, counted, calendar.knows_span(last, day), calendar))
}

fn working_days(count: u32, start: NaiveDate, calendar: &Calendar) -> Option<Due> {
    let day = calendar.working_after(start, count)?;
    let counted = format!("{}（当天不算）起 {count} 个工作日，休息日不算", chinese_day(start));
    Some(noted(day, counted, calendar.knows_span(start, day), calendar))
}

fn tax_filing(period: Period, start: NaiveDate, calendar: &Calendar) -> Option<Due> {
    let last = period.after(start)?;
    let extra = calendar.days_in_runs(start.succ_opt()?, last, RUN);
    let mut counted = format!(
        "{}（当天不算）起 {}，到 {}",
        chinese_day(start),
        period_words(period),
        chinese_day(last)
    );
    let day = if extra == 0 {
        let day = calendar.working_from(last)?;
        counted.push_str(&moved(last, day, calendar));
        day
    } else {
        let day = calendar.working_after(last, extra)?;
        let shown = chinese_day(day);
        counted.push_str(&format!("；期限内连休 {extra} 天，顺延 {extra} 个工作日到 {shown}"));
        day
    };
    counted.push_str("；以税务机关当年公布的征期为准");
    Some(noted(day, counted, calendar.knows_span(start.succ_opt()?, day), calendar))
}

/// That and why a last day moved.
fn moved(last: NaiveDate, day: NaiveDate, calendar: &Calendar) -> String {
    if last == day {
        return String::new();
    }
    let why = calendar.holiday(last).unwrap_or(weekday(last));
    format!("，当天是休息日（{why}），顺延到 {}", chinese_day(day))
}

/// A day that rests on the calendar; says so when its years were not published.
fn noted(day: NaiveDate, mut counted: String, known: bool, calendar: &Calendar) -> Due {
    counted.push('。');
    if !known {
        let year = day.year();
        let seen = if calendar.has_fixed_only(year) {
            "只看了周末和日期固定的节日（1 月 1 日，5 月 1 日至 2 日，10 月 1 日至 3 日）"
        } else {
            "只看了周末"
        };
        counted.push_str(&format!(
            "{year} 年前后的放假安排还没有公布或没有登记，{seen}，临近时请再核对。"
        ));
    }
    Due { day, counted, calendar_known: known }
}

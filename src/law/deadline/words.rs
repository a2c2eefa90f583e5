//! Days and periods in words.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::questionnaire::Period;
use crate::texts::Lang;

/// A day as a person reads it: 2026 年 6 月 30 日.
#[must_use]
pub fn chinese_day(day: NaiveDate) -> String {
    (Lang::Zh.texts().report.figures.day)(day)
}

/// A period as a person reads it: 1 年 6 个月.
#[must_use]
pub fn period_words(period: Period) -> String {
    let parts = [(period.years, "年"), (period.months, "个月"), (period.days, "日")];
    let shown = parts.iter().filter(|(count, _)| *count != 0);
    shown.map(|(count, unit)| format!("{count} {unit}")).collect::<Vec<_>>().join(" ")
}

/// 星期一 to 星期日.
pub(super) fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "星期一",
        Weekday::Tue => "星期二",
        Weekday::Wed => "星期三",
        Weekday::Thu => "星期四",
        Weekday::Fri => "星期五",
        Weekday::Sat => "星期六",
        Weekday::Sun => "星期日",
    }
}

//! The day and the time by the terminal's clock.

use chrono::{NaiveDate, NaiveDateTime};

/// The local day.
#[must_use]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The local time, to the second.
#[must_use]
pub fn now() -> NaiveDateTime {
    let now = js_sys::Date::new_0();
    let time = today().and_hms_opt(now.get_hours(), now.get_minutes(), now.get_seconds());
    time.unwrap_or_default()
}

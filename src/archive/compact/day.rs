//! Days and months, counted from the day of the check: most lie shortly before it.

use chrono::{Datelike, NaiveDate};

use super::mixed::{Reader, Writer};
use crate::questionnaire::ItemKind;

/// Days from the first of January of year 0 to the day from which `chrono` counts.
const COMMON_ERA: i64 = 366;
/// Where a span begins, from the day of the check, and how many days or months it has: the last
/// three years, about 45 before these, and about three to come.
const SPANS: [(i64, u32); 3] = [(-1023, 1024), (-17_407, 16_384), (1, 1024)];
/// The digit for a day or month outside all spans.
const ABSOLUTE: u32 = 3;
/// How many days the years 0 to 9999 have, and more than they have months.
const ALL: u32 = 3_652_426;

/// Writes a day or, for a question that asks for a month, a month. `None` outside the years 0 to
/// 9999.
pub(super) fn write(
    writer: &mut Writer,
    kind: ItemKind,
    day: NaiveDate,
    today: NaiveDate,
) -> Option<()> {
    let (at, base) = (count(kind, day), count(kind, today));
    for (span, (first, width)) in (0..).zip(SPANS) {
        if let Some(digit) = u32::try_from(at - base - first).ok().filter(|digit| *digit < width) {
            writer.push(span, ABSOLUTE + 1);
            writer.push(digit, width);
            return Some(());
        }
    }
    let digit = u32::try_from(at).ok().filter(|digit| *digit < ALL)?;
    writer.push(ABSOLUTE, ABSOLUTE + 1);
    writer.push(digit, ALL);
    Some(())
}

/// Reads what [`write`] wrote; `None` for what is on no calendar.
pub(super) fn read(reader: &mut Reader, kind: ItemKind, today: NaiveDate) -> Option<NaiveDate> {
    let span = usize::try_from(reader.take(ABSOLUTE + 1)?).ok()?;
    let at = match SPANS.get(span) {
        Some((first, width)) => count(kind, today) + first + i64::from(reader.take(*width)?),
        None => i64::from(reader.take(ALL)?),
    };
    if kind == ItemKind::Month {
        let (year, month) = (at.div_euclid(12), at.rem_euclid(12) + 1);
        return NaiveDate::from_ymd_opt(year.try_into().ok()?, month.try_into().ok()?, 1);
    }
    NaiveDate::from_num_days_from_ce_opt((at - COMMON_ERA).try_into().ok()?)
}

/// Days or months since the beginning of year 0.
fn count(kind: ItemKind, day: NaiveDate) -> i64 {
    if kind == ItemKind::Month {
        return i64::from(day.year()) * 12 + i64::from(day.month0());
    }
    i64::from(day.num_days_from_ce()) + COMMON_ERA
}

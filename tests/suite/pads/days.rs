//! The wheels of a date.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use tijian::kiosk::pads::{Bounds, Wheel, Wheels};

use crate::support::day;

const TODAY: &str = "2026-11-21";

fn free(digits: &str) -> Wheels {
    Wheels::new(digits, Bounds::new(None, None), day(TODAY), true)
}

fn past(digits: &str) -> Wheels {
    Wheels::new(digits, Bounds::new(Some(day("2000-03-15")), Some(day(TODAY))), day(TODAY), true)
}

#[test]
fn months_have_their_lengths_and_leap_years_their_day() {
    for (from, wheel, by, to) in [
        ("20240131", Wheel::Month, 1, "20240229"),
        ("20230131", Wheel::Month, 1, "20230228"),
        ("20240229", Wheel::Year, 1, "20250228"),
        ("20240229", Wheel::Year, 4, "20280229"),
        ("20000229", Wheel::Year, -100, "19000228"),
        ("20240331", Wheel::Month, 1, "20240430"),
        ("20240229", Wheel::Day, 1, "20240229"),
        ("20240228", Wheel::Day, 1, "20240229"),
        ("20231201", Wheel::Month, 1, "20231201"),
        ("20240115", Wheel::Day, -14, "20240101"),
    ] {
        assert_eq!(free(from).turned(wheel, by), to, "{from} {wheel:?} {by}");
    }
    assert_eq!(free("20240215").range(Wheel::Day), (1, 29));
    assert_eq!(free("21000215").range(Wheel::Day), (1, 28));
    assert_eq!(free("20240215").at_end(Wheel::Day, true), "20240229");
    assert_eq!(free("20240215").at_end(Wheel::Month, false), "20240115");
}

#[test]
fn no_wheel_leaves_the_bounds_of_the_question() {
    assert_eq!(past("20261121").turned(Wheel::Day, 1), "20261121");
    assert_eq!(past("20251221").turned(Wheel::Year, 1), "20261121", "the rest follows the bound");
    assert_eq!(past("20000401").turned(Wheel::Month, -1), "20000315");
    assert_eq!(past("20261101").range(Wheel::Month), (1, 11));
    assert_eq!(past("20261101").range(Wheel::Day), (1, 21));
    assert_eq!(past("20000320").range(Wheel::Day), (15, 31));
    assert_eq!(past("20100101").range(Wheel::Year), (2000, 2026));
}

#[test]
fn the_first_turn_of_an_empty_one_shows_today_or_the_nearest_day() {
    assert_eq!(free("").value(Wheel::Year), None);
    assert_eq!(free("").turned(Wheel::Month, 1), "20261121");
    assert_eq!(free("202411").turned(Wheel::Day, -1), "20261121", "six digits are no day yet");
    assert_eq!(free("20240230").value(Wheel::Day), None, "no such day");
    let old = Bounds::new(None, Some(day("2020-12-31")));
    let wheels = Wheels::new("", old, day(TODAY), true);
    assert_eq!(wheels.today(), "20201231");
    assert!(!wheels.allows_today() && past("").allows_today());
}

#[test]
fn a_month_has_two_wheels_and_writes_six_digits() {
    let this_month = Bounds::new(None, Some(day("2026-11-01")));
    let wheels = |digits| Wheels::new(digits, this_month, day(TODAY), false);
    assert_eq!(wheels("202403").turned(Wheel::Month, -1), "202402");
    assert_eq!(wheels("202611").turned(Wheel::Month, 1), "202611");
    assert_eq!(wheels("").today(), "202611");
    assert!(wheels("").allows_today());
}

proptest! {
    #[test]
    fn wheels_always_write_a_day_within_the_bounds(
        digits in "[0-9]{0,9}",
        turns in prop::collection::vec((0..3_usize, -2000..2000_i32), 0..8),
        ends in prop::collection::vec((0..3_usize, any::<bool>()), 0..3),
        (min, max) in (0..60_000_u64, 0..60_000_u64),
    ) {
        let from = |days| NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(days);
        let bounds = Bounds::new(Some(from(min)), Some(from(min + max)));
        let kinds = [Wheel::Year, Wheel::Month, Wheel::Day];
        let wheels = |digits: &str| Wheels::new(digits, bounds, day(TODAY), true);
        let mut digits = digits;
        for (wheel, by) in turns {
            digits = wheels(&digits).turned(kinds[wheel], by);
        }
        for (wheel, last) in ends {
            digits = wheels(&digits).at_end(kinds[wheel], last);
            let date = NaiveDate::parse_from_str(&digits, "%Y%m%d").unwrap();
            prop_assert!(bounds.min <= date && date <= bounds.max);
            let (least, most) = wheels(&digits).range(kinds[wheel]);
            let value = wheels(&digits).value(kinds[wheel]).unwrap();
            prop_assert!(least <= value && value <= most && date.year() < 2300);
        }
    }
}

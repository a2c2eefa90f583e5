//! Deadlines: every rule by dated examples, tax periods as they were announced, and what holds
//! for every day of a century.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use serde::Deserialize;
use tijian::law::{Calendar, Count};
use tijian::questionnaire::Period;

use crate::support::{day, library};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    from: NaiveDate,
    due: NaiveDate,
    /// The count as it was worked by hand.
    work: String,
}

#[test]
fn every_rule_has_two_dated_examples_and_keeps_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/deadlines.yaml");
    let text = std::fs::read_to_string(path).expect("the examples");
    let mut examples: BTreeMap<String, Vec<Example>> =
        serde_saphyr::from_str(&text).expect("examples that parse");
    let library = library();
    let mut failures = Vec::new();
    for rule in &library.deadlines.rules {
        let own = examples.remove(&rule.id).unwrap_or_default();
        let starts: BTreeSet<NaiveDate> = own.iter().map(|example| example.from).collect();
        if starts.len() < 2 {
            failures.push(format!("{}: fewer than two examples", rule.id));
        }
        for Example { from, due, work } in own {
            if work.trim().is_empty() {
                failures.push(format!("{}: {from} has no working", rule.id));
            }
            let found = rule.due(from, &library.calendar).expect("a due day");
            if found.day != due {
                let (id, day, counted) = (&rule.id, found.day, found.counted);
                failures.push(format!("{id}: {from} → {day}, not {due}: {work}\n  {counted}"));
            }
        }
    }
    failures.extend(examples.keys().map(|id| format!("{id}: no such rule")));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// 税总办征科函〔2025〕64号 for 2026, and the same notice for 2024.
#[test]
fn monthly_tax_periods_end_on_the_days_that_were_announced() {
    let announced = [
        "2026-01-20",
        "2026-02-24",
        "2026-03-16",
        "2026-04-20",
        "2026-05-22",
        "2026-06-15",
        "2026-07-15",
        "2026-08-17",
        "2026-09-15",
        "2026-10-26",
        "2026-11-16",
        "2026-12-15",
        "2024-01-15",
        "2024-02-23",
        "2024-03-15",
        "2024-04-18",
        "2024-05-22",
        "2024-06-19",
        "2024-07-15",
        "2024-08-15",
        "2024-09-18",
        "2024-10-24",
        "2024-11-15",
        "2024-12-16",
    ];
    let library = library();
    let rule = library.deadlines.find("vat-filing").expect("the rule");
    for due in announced.map(day) {
        let end_of_period = due.with_day(1).unwrap().pred_opt().unwrap();
        let found = rule.due(end_of_period, &library.calendar).unwrap();
        assert_eq!(found.day, due, "{}", found.counted);
    }
}

#[test]
fn the_sentence_says_how_it_was_counted() {
    let library = library();
    let counted = |id: &str, from: &str| {
        let rule = library.deadlines.find(id).expect("the rule");
        let due = rule.due(day(from), &library.calendar).expect("a due day");
        (due.counted, due.calendar_known)
    };
    let (text, known) = counted("resolution-revoke", "2026-04-20");
    assert!(known);
    assert!(text.starts_with(
        "2026 年 4 月 20 日（当天不算）起 60 日，到 2026 年 6 月 19 日，当天是休息日（端午节），顺延到 2026 年 6 月 22 日。"
    ), "{text}");
    assert!(text.ends_with("过了权利就消灭或不能再主张。"), "{text}");
    let (text, known) = counted("limitation-general", "2025-01-15");
    assert!(!known);
    assert!(text.contains("只看了周末") && text.contains("重新计算"), "{text}");
    let (text, _) = counted("vat-filing", "2026-09-30");
    assert!(text.contains("连休 7 天，顺延 7 个工作日到 2026 年 10 月 26 日"), "{text}");
}

/// 全国年节及纪念日放假办法 2: what it fixes by the Gregorian calendar is known in every year; the
/// rest, and the days moved around it, only when the notice of the year is there.
#[test]
fn days_off_that_the_regulation_fixes_need_no_notice() {
    let calendar = calendar();
    let fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
    for year in [2027, 2031] {
        assert!(!calendar.knows(year));
        let found: Vec<String> = day(&format!("{year}-01-01"))
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter(|day| calendar.holiday(*day).is_some())
            .map(|day| day.format("%m-%d").to_string())
            .collect();
        assert_eq!(found, fixed, "{year}");
    }
    // 2026 goes by its notice alone: 2 January is off although no regulation fixes it.
    assert_eq!(calendar.holiday(day("2026-01-02")), Some("元旦"));
    assert_eq!(calendar.holiday(day("2023-10-02")), None, "before the present regulation");

    let days = |days| Count::After(Period { days, ..Period::default() });
    let due = days(1).due(day("2026-12-31"), calendar).unwrap();
    assert_eq!((due.day, due.calendar_known), (day("2027-01-04"), false));
    assert!(
        due.counted.contains("当天是休息日（元旦），顺延到 2027 年 1 月 4 日"),
        "{}",
        due.counted
    );
    assert!(due.counted.contains("日期固定的节日"), "{}", due.counted);
    let due = Count::WorkingDays(2).due(day("2027-09-30"), calendar).unwrap();
    assert_eq!(due.day, day("2027-10-05"), "Monday 4 October may be off, which is not yet known");
    let tax = Count::TaxFiling(Period { days: 15, ..Period::default() });
    assert_eq!(tax.due(day("2027-09-30"), calendar).unwrap().day, day("2027-10-20"));
}

#[test]
fn a_calendar_that_cannot_be_is_reported() {
    let text = "
years:
  - year: 2026
    source: 通知
    holidays: [{name: 元旦, from: 2026-01-03, to: 2026-01-01}]
    working: [2026-01-05]
  - {year: 2026, source: 通知, holidays: []}
";
    let calendar: Calendar = serde_saphyr::from_str(text).unwrap();
    let places: Vec<String> = calendar.problems().into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["/years/0/holidays/0", "/years/0/working/0", "/years/1"]);
    assert!(library().calendar.problems().is_empty());
}

/// The shipped calendar, read once for all cases.
fn calendar() -> &'static Calendar {
    static CALENDAR: OnceLock<Calendar> = OnceLock::new();
    CALENDAR.get_or_init(|| library().calendar)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..36_890u64).prop_map(|after| day("2000-01-01") + Days::new(after))
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1..20i32).prop_map(|years| Period { years, ..Period::default() }),
        (1..40i32).prop_map(|months| Period { months, ..Period::default() }),
        (1..120i32).prop_map(|days| Period { days, ..Period::default() }),
    ]
}

fn day_off(calendar: &Calendar, day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let worked = calendar.years.iter().any(|year| year.working.contains(&day));
    let holiday = calendar
        .years
        .iter()
        .flat_map(|year| &year.holidays)
        .any(|holiday| (holiday.from..=holiday.to).contains(&day));
    let published = calendar.years.iter().any(|year| year.year == day.year());
    let fixed = matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3));
    holiday || (weekend && !worked) || (!published && day.year() >= 2025 && fixed)
}

proptest! {
    #[test]
    fn a_period_ends_on_the_day_of_the_same_number_or_the_last_of_the_month(
        start in any_day(), months in 1..120i32,
    ) {
        let period = Period { months, ..Period::default() };
        let due = Count::Until(period).due(start, &Calendar::default()).unwrap().day;
        let whole = due.year() * 12 + due.month0() as i32 - start.year() * 12 - start.month0() as i32;
        prop_assert_eq!(whole, months);
        let last = due.succ_opt().unwrap().day() == 1;
        prop_assert!(due.day() == start.day() || (last && due.day() < start.day()));
    }

    #[test]
    fn a_period_of_days_does_not_count_its_first_day(start in any_day(), days in 1..400i32) {
        let count = Count::Until(Period { days, ..Period::default() });
        let due = count.due(start, &Calendar::default()).unwrap().day;
        prop_assert_eq!((due - start).num_days(), i64::from(days));
    }

    #[test]
    fn a_period_never_ends_before_its_start_or_on_a_day_off(
        start in any_day(), period in any_period(), working in 1..60u32,
    ) {
        let calendar = calendar();
        for count in [Count::After(period), Count::TaxFiling(period), Count::WorkingDays(working)] {
            let due = count.due(start, calendar).unwrap().day;
            prop_assert!(due > start);
            prop_assert!(!day_off(calendar, due));
        }
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        start in any_day(), later in 0..60u64, period in any_period(), working in 1..60u32,
    ) {
        let calendar = calendar();
        let counts = [
            Count::After(period),
            Count::Until(period),
            Count::Before(period),
            Count::Window(period),
            Count::WorkingDays(working),
            Count::SameDay,
            Count::Longest(vec![Count::After(period), Count::WorkingDays(working)]),
        ];
        for count in counts {
            let due = |start| count.due(start, calendar).unwrap().day;
            prop_assert!(due(start) <= due(start + Days::new(later)), "{:?}", count);
        }
    }

    #[test]
    fn working_days_are_as_many_as_were_counted(start in any_day(), working in 1..60u32) {
        let calendar = calendar();
        let due = Count::WorkingDays(working).due(start, calendar).unwrap().day;
        let days = start.iter_days().skip(1).take_while(|day| *day <= due);
        prop_assert_eq!(days.filter(|day| !day_off(calendar, *day)).count(), working as usize);
    }

    #[test]
    fn a_day_counted_back_is_before_the_event(start in any_day(), period in any_period()) {
        let due = Count::Before(period).due(start, &Calendar::default()).unwrap().day;
        prop_assert!(due < start);
    }
}

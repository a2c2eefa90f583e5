//! The deadlines of a report as an iCalendar file (RFC 5545): one all-day event each.

use chrono::NaiveDate;

use super::{Deadline, Report, short_seal};

/// Most bytes of a line, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The calendar of a report, lines ended as the standard wants.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tijian//deadlines//ZH"] {
        fold(line, &mut text);
    }
    for deadline in &report.deadlines {
        event(deadline, report, &mut text);
    }
    fold("END:VCALENDAR", &mut text);
    text
}

fn event(entry: &Deadline, report: &Report, text: &mut String) {
    let basis: Vec<&str> = entry.basis.iter().map(|basis| basis.label.as_str()).collect();
    let seal = short_seal(&report.seal);
    let about = format!("依据：{}。{}报告封印 {seal}", basis.join("、"), entry.counted);
    // The end of an all-day event is the day after it.
    let end = entry.due.succ_opt().unwrap_or(entry.due);
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    for line in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@tijian", escaped(&entry.id), day(entry.due)),
        format!("DTSTAMP:{}T000000Z", day(report.on)),
        format!("DTSTART;VALUE=DATE:{}", day(entry.due)),
        format!("DTEND;VALUE=DATE:{}", day(end)),
        format!("SUMMARY:最后一天：{}", escaped(&entry.title)),
        format!("DESCRIPTION:{}", escaped(&about)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ] {
        fold(&line, text);
    }
}

/// Text with the signs escaped that have a meaning in a calendar file (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// Adds a line, broken where it is longer than [`LONGEST_LINE`] bytes but never inside a sign.
fn fold(line: &str, text: &mut String) {
    let mut used = 0;
    for sign in line.chars() {
        if used + sign.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(sign);
        used += sign.len_utf8();
    }
    text.push_str("\r\n");
}

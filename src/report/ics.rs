//! The deadlines of a report as an iCalendar file (RFC 5545): one all-day event each.

use chrono::NaiveDate;
use serde::Deserialize;

/// Most bytes of a line, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// What a calendar needs of a report's JSON; everything else in it is left alone.
#[derive(Deserialize)]
struct Dated {
    on: NaiveDate,
    deadlines: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    title: String,
    due: NaiveDate,
    basis: Vec<Label>,
    counted: String,
}

#[derive(Deserialize)]
struct Label {
    label: String,
}

/// The calendar of a report that was written as JSON.
///
/// # Errors
/// When the text is no report of this format.
pub fn from_json(report: &str) -> Result<String, serde_json::Error> {
    let dated: Dated = serde_json::from_str(report)?;
    let mut text = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tijian//deadlines//ZH"] {
        fold(line, &mut text);
    }
    for entry in &dated.deadlines {
        event(entry, dated.on, &mut text);
    }
    fold("END:VCALENDAR", &mut text);
    Ok(text)
}

fn event(entry: &Entry, on: NaiveDate, text: &mut String) {
    let basis: Vec<&str> = entry.basis.iter().map(|basis| basis.label.as_str()).collect();
    let about = format!("依据：{}。{}", basis.join("、"), entry.counted);
    // The end of an all-day event is the day after it.
    let end = entry.due.succ_opt().unwrap_or(entry.due);
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    for line in [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@tijian", escaped(&entry.id), day(entry.due)),
        format!("DTSTAMP:{}T000000Z", day(on)),
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

//! Words that every report uses, chosen for what they are said of.

use crate::questionnaire::{Effort, Exact, Flag, Service, Status};
use crate::report::Basis;
use crate::response::{Mode, grouped};
use crate::risk::{Grade, Level};
use crate::texts::Report as Words;

/// The name of a level.
#[must_use]
pub fn level(level: Level, words: &Words) -> &'static str {
    match level {
        Level::Red => words.levels.red,
        Level::Orange => words.levels.orange,
        Level::Yellow => words.levels.yellow,
        Level::Blue => words.levels.blue,
    }
}

/// The verdict in words.
#[must_use]
pub fn grade(grade: Grade, words: &Words) -> &'static str {
    match grade {
        Grade::Good => words.grades.good,
        Grade::Watch => words.grades.watch,
        Grade::Improve => words.grades.improve,
        Grade::Urgent => words.grades.urgent,
        Grade::Insufficient => words.grades.insufficient,
    }
}

pub(super) fn mode(mode: Mode, words: &Words) -> &'static str {
    let [quick, full, topics] = words.modes;
    match mode {
        Mode::Quick => quick,
        Mode::Full => full,
        Mode::Topics => topics,
    }
}

pub(in crate::report) fn effort(effort: Effort, words: &Words) -> &'static str {
    let [hour, day, week, month, lawyer] = words.efforts;
    match effort {
        Effort::Hour => hour,
        Effort::Day => day,
        Effort::Week => week,
        Effort::Month => month,
        Effort::Lawyer => lawyer,
    }
}

/// Why a level is higher than its figure alone.
pub(super) fn raised(flags: &[Flag], words: &Words) -> String {
    let said = &words.raised;
    let reasons: Vec<&str> = flags
        .iter()
        .map(|flag| match flag {
            Flag::Criminal => said.criminal,
            Flag::Revocation => said.revocation,
            Flag::Closure => said.closure,
            Flag::Detention => said.detention,
            Flag::Injury => said.injury,
            Flag::Overdue => said.overdue,
        })
        .collect();
    let least = if flags.contains(&Flag::Overdue) { said.red } else { said.orange };
    if reasons.is_empty() { String::new() } else { least(&reasons.join(words.joints.and)) }
}

/// What is not certain about a basis.
pub(in crate::report) fn unsure(status: Status, words: &Words) -> Option<&'static str> {
    match status {
        Status::Verified => None,
        Status::Partly => Some(words.findings.partly),
        Status::Unverified => Some(words.findings.unverified),
    }
}

/// An article with its edition.
pub(in crate::report) fn basis(basis: &Basis, words: &Words) -> String {
    let known = match basis.status {
        crate::law::Checked::Read => "",
        crate::law::Checked::Known => words.findings.known,
    };
    let edition = format!("{}{known}", edition(&basis.edition, words));
    format!("{}{}", basis.label, (words.joints.aside)(&edition))
}

/// The name of an edition as it stands in brackets: with none of its own around a remark.
pub(super) fn edition(name: &str, words: &Words) -> String {
    match name.strip_suffix('）').and_then(|name| name.split_once('（')) {
        Some((name, remark)) => format!("{name}{}{remark}", words.joints.comma),
        None => name.to_owned(),
    }
}

/// The title of a law in its marks; titles inside it get the inner ones.
pub(super) fn title(title: &str) -> String {
    format!("《{}》", title.replace('《', "〈").replace('》', "〉"))
}

/// Who helps, with what, under which number.
pub(super) fn service(service: &Service, words: &Words) -> String {
    format!("{}{}{}", service.title, words.joints.colon, help(service, words))
}

/// With what a service helps, and its number.
pub(super) fn help(service: &Service, words: &Words) -> String {
    let phone = service.phone.as_deref().map(words.lists.phone);
    format!("{}{}", service.what, phone.unwrap_or_default())
}

/// `3,000 元`, `最多 10,000 元` or `3,000 – 10,000 元`.
pub(super) fn range(Exact(low): Exact, Exact(high): Exact, words: &Words) -> String {
    let figures = &words.figures;
    if low == high {
        (figures.yuan)(&grouped(low))
    } else if low.is_zero() {
        (figures.most)(&grouped(high))
    } else {
        (figures.between)(&grouped(low), &grouped(high))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::texts::Lang;

    const ZH: &Words = &Lang::Zh.texts().report;

    #[test]
    fn a_law_is_cited_without_marks_in_marks() {
        assert_eq!(edition("2026修订（国令第844号）", ZH), "2026修订，国令第844号");
        assert_eq!(edition("2023修正（刑法修正案（十二））", ZH), "2023修正，刑法修正案（十二）");
        assert_eq!(edition("2020制定", ZH), "2020制定");
        assert_eq!(title("关于适用《民法典》的解释"), "《关于适用〈民法典〉的解释》");
    }

    #[test]
    fn a_range_says_no_more_than_it_knows() {
        let yuan = |fen: i64| Exact(Decimal::new(fen, 2).normalize());
        assert_eq!(range(yuan(300_000), yuan(300_000), ZH), "3,000 元");
        assert_eq!(range(yuan(0), yuan(1_000_000), ZH), "最多 10,000 元");
        assert_eq!(range(yuan(0), yuan(0), ZH), "0 元");
        assert_eq!(range(yuan(150_075), yuan(600_300), ZH), "1,500.75 – 6,003 元");
    }
}

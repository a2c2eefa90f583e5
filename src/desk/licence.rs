//! 律师执业证号: what its form tells, before anybody is asked.

use crate::texts::Texts;

/// Digits of a number.
const DIGITS: usize = 17;
/// 省级行政区划代码 (GB/T 2260) of the places that license lawyers.
const PROVINCES: [&str; 31] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
];
/// The first year in which a lawyer of today can have been licensed: the profession was restored.
const FIRST_YEAR: i32 = 1979;

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LicenceError {
    /// It has so many digits, or other signs.
    Length(usize),
    /// It does not begin with 1.
    Kind,
    /// The second and third digit name no province.
    Province,
    /// The sixth to ninth digit are no year that can be.
    Year,
    /// The tenth digit names no kind of practice.
    Practice,
    /// The eleventh digit is neither 0 nor 1.
    Eleventh,
}

/// The number without spaces, in ASCII digits, when its form is right in a year. Whether it was
/// ever given to anybody cannot be told from it.
///
/// 17 digits: 1, province (2), city (2), year of the first licence (4), kind of practice (1), sex
/// (1), serial (6), as the Ministry of Justice has them numbered.
///
/// # Errors
/// Which digit is wrong.
pub fn licence(typed: &str, year: i32) -> Result<String, LicenceError> {
    let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).map(narrow).collect();
    let count = digits.chars().count();
    if count != DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LicenceError::Length(count));
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let licensed: i32 = part(5, 9).parse().unwrap_or_default();
    if part(0, 1) != "1" {
        return Err(LicenceError::Kind);
    }
    if !PROVINCES.contains(&part(1, 3)) {
        return Err(LicenceError::Province);
    }
    if !(FIRST_YEAR..=year).contains(&licensed) {
        return Err(LicenceError::Year);
    }
    if part(9, 10) == "0" {
        return Err(LicenceError::Practice);
    }
    if !matches!(part(10, 11), "0" | "1") {
        return Err(LicenceError::Eleventh);
    }
    Ok(digits)
}

/// Full-width digits as an input method gives them.
fn narrow(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_digit(u32::from(sign) - u32::from('０'), 10).unwrap_or(sign),
        other => other,
    }
}

impl LicenceError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(self, texts: &Texts) -> String {
        let words = &texts.desk.licence;
        let told = match self {
            Self::Length(count) => return (words.length)(DIGITS, count),
            Self::Kind => words.kind,
            Self::Province => words.province,
            Self::Year => words.year,
            Self::Practice => words.practice,
            Self::Eleventh => words.eleventh,
        };
        told.to_owned()
    }
}

//! Figures in legal prose: amounts, shares, days and years, in digits or in Chinese numerals.

use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What a figure counts. Years are months; a multiple is a share of a hundred per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 元.
    Yuan,
    /// Per cent.
    Share,
    /// 日、天、工作日、周.
    Days,
    /// 个月、年.
    Months,
    /// 小时.
    Hours,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub unit: Unit,
    /// What it can mean: `50至500万元` begins with 50 or with 500,000.
    pub values: Vec<Decimal>,
    /// As it was written.
    pub shown: String,
}

impl Figure {
    /// Whether two figures can mean the same.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        self.unit == other.unit && self.values.iter().any(|value| other.values.contains(value))
    }
}

/// Words between the two ends of a range.
const RANGE: [&str; 7] = ["至", "到", "—", "-", "~", "～", "或"];
/// First year that is taken for a date and not for a period.
const FIRST_YEAR: u32 = 1900;

/// Every figure with a unit; days of the calendar (`2026年8月15日`) are none.
#[must_use]
pub fn figures(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    // The beginning of a range whose unit stands at its end.
    let mut open: Option<Number> = None;
    let mut in_date = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let Some((number, after)) = Number::read(rest) else {
            if !RANGE.iter().any(|word| rest.starts_with(word)) {
                open = None;
                in_date = false;
            }
            rest = after_first(rest, first);
            continue;
        };
        let (measure, after) = Measure::read(&number, after, in_date);
        rest = after;
        match measure {
            Measure::Date => {
                in_date = true;
                open = None;
            }
            Measure::None => {
                in_date = false;
                open = Some(number);
            }
            Measure::Of { unit, factor, value, shown } => {
                if let Some(begin) = open.take() {
                    let scaled = begin.scaled_like(&number);
                    let values = scaled.into_iter().map(|value| value * factor).collect();
                    found
                        .push(Figure { unit, values, shown: format!("{}…{shown}", begin.shown) });
                }
                in_date = false;
                found.push(Figure { unit, values: vec![value], shown });
            }
        }
    }
    found
}

fn after_first(text: &str, first: char) -> &str {
    text.get(first.len_utf8()..).unwrap_or_default()
}

/// A number as it was written.
struct Number {
    value: Decimal,
    shown: String,
}

/// What follows a number.
enum Measure {
    /// A unit, what one of it counts, and the whole.
    Of {
        unit: Unit,
        factor: Decimal,
        value: Decimal,
        shown: String,
    },
    /// A part of a date.
    Date,
    None,
}

impl Measure {
    fn read<'a>(number: &Number, after: &'a str, in_date: bool) -> (Self, &'a str) {
        if let Some(rest) = after.strip_prefix("分之")
            && let Some((share, rest)) = Number::read(rest)
            && !number.value.is_zero()
        {
            let shown = format!("{}分之{}", number.shown, share.shown);
            let factor = Decimal::ONE_HUNDRED / number.value;
            let value = (Decimal::ONE_HUNDRED * share.value / number.value).normalize();
            return (Self::Of { unit: Unit::Share, factor, value, shown }, rest);
        }
        let is_date = in_date || number.value >= Decimal::from(FIRST_YEAR);
        let units: [(&str, Unit, i64); 14] = [
            ("%", Unit::Share, 1),
            ("％", Unit::Share, 1),
            ("元", Unit::Yuan, 1),
            ("倍", Unit::Share, 100),
            ("个工作日", Unit::Days, 1),
            ("工作日", Unit::Days, 1),
            ("日", Unit::Days, 1),
            ("天", Unit::Days, 1),
            ("周", Unit::Days, 7),
            ("个月", Unit::Months, 1),
            ("年", Unit::Months, 12),
            ("个小时", Unit::Hours, 1),
            ("小时", Unit::Hours, 1),
            ("个年度", Unit::Months, 12),
        ];
        if after.starts_with('年') && is_date {
            return (Self::Date, after.strip_prefix('年').unwrap_or(after));
        }
        if let Some(rest) = after.strip_prefix('月') {
            return (Self::Date, rest);
        }
        if let Some(rest) = after.strip_prefix('日').filter(|_| in_date) {
            return (Self::Date, rest);
        }
        let spaced = after.trim_start_matches(' ');
        if let Some(rest) = spaced.strip_prefix('‰') {
            let (factor, shown) = (Decimal::new(1, 1), format!("{}‰", number.shown));
            let value = (number.value * factor).normalize();
            return (Self::Of { unit: Unit::Share, factor, value, shown }, rest);
        }
        for (word, unit, factor) in units {
            if let Some(rest) = spaced.strip_prefix(word) {
                let shown = format!("{}{word}", number.shown);
                let factor = Decimal::from(factor);
                let value = (number.value * factor).normalize();
                return (Self::Of { unit, factor, value, shown }, rest);
            }
        }
        (Self::None, after)
    }
}

impl Number {
    /// The number at the beginning of a text, and what comes after it.
    fn read(text: &str) -> Option<(Self, &str)> {
        let length: usize = text
            .char_indices()
            .take_while(|(at, c)| continues(text, *at, *c))
            .map(|(_, c)| c.len_utf8())
            .sum();
        let (shown, rest) = text.split_at_checked(length)?;
        let value = if shown.starts_with(|c: char| c.is_ascii_digit()) {
            digits(shown)
        } else {
            chinese(shown)
        }?;
        Some((Self { value: value.normalize(), shown: shown.to_owned() }, rest))
    }

    /// The value, and the value with the 万 or 亿 that stands only at the end of the range.
    fn scaled_like(&self, end: &Self) -> Vec<Decimal> {
        let scale = |number: &Self| number.shown.chars().last().and_then(multiplier);
        match (scale(self), scale(end)) {
            (None, Some(times)) => vec![self.value, self.value * times],
            _ => vec![self.value],
        }
    }
}

/// Whether a sign belongs to the number that it stands in or begins.
fn continues(text: &str, at: usize, c: char) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().last());
    let after = text.get(at + c.len_utf8()..).and_then(|text| text.chars().next());
    let between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match c {
        '.' | ',' => between(|c| c.is_ascii_digit()),
        '点' => between(|c| digit(c).is_some()),
        // 半年, but not the 半 of 一半 or 半成品.
        '半' => before.is_none() && matches!(after, Some('年' | '个')),
        _ => c.is_ascii_digit() || digit(c).is_some() || multiplier(c).is_some(),
    }
}

fn digit(c: char) -> Option<u32> {
    let at = "零一二三四五六七八九".chars().position(|digit| digit == c);
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => at.and_then(|at| at.to_u32()),
    }
}

fn multiplier(c: char) -> Option<Decimal> {
    let times: u32 = match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    };
    Some(times.into())
}

/// `2.5万`, `1,000`.
fn digits(text: &str) -> Option<Decimal> {
    let plain: String =
        text.chars().take_while(|c| c.is_ascii() || *c == ',').filter(|c| *c != ',').collect();
    let value = Decimal::from_str(&plain).ok()?;
    let scales = text.chars().skip_while(char::is_ascii);
    scales.map(multiplier).try_fold(value, |value, times| value.checked_mul(times?))
}

/// `一百五十万`, `二〇二六`, `零点五`, `半`.
fn chinese(text: &str) -> Option<Decimal> {
    if text == "半" {
        return Some(Decimal::new(5, 1));
    }
    if let Some((whole, fraction)) = text.split_once('点') {
        let digits: Option<String> =
            fraction.chars().map(|c| digit(c).map(|d| d.to_string())).collect();
        return Decimal::from_str(&format!("{}.{}", chinese(whole)?, digits?)).ok();
    }
    let (mut total, mut section, mut last) = (Decimal::ZERO, Decimal::ZERO, None::<Decimal>);
    for c in text.chars() {
        if let Some(found) = digit(c) {
            // Digits without a 十 between them are read one after the other: 二〇二六.
            let before = last.unwrap_or_default().checked_mul(Decimal::TEN)?;
            last = Some(before.checked_add(found.into())?);
            continue;
        }
        let times = multiplier(c)?;
        if times < Decimal::from(10_000) {
            section =
                section.checked_add(last.take().unwrap_or(Decimal::ONE).checked_mul(times)?)?;
        } else {
            let whole = total.checked_add(section)?.checked_add(last.take().unwrap_or_default())?;
            let whole = if whole.is_zero() { Decimal::ONE } else { whole };
            (total, section) = (whole.checked_mul(times)?, Decimal::ZERO);
        }
    }
    if text.is_empty() {
        return None;
    }
    total.checked_add(section)?.checked_add(last.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(text: &str, wanted: &[(Unit, &str)]) {
        let found: Vec<(Unit, String)> = figures(text)
            .into_iter()
            .flat_map(|figure| {
                let unit = figure.unit;
                figure.values.into_iter().map(move |value| (unit, value.normalize().to_string()))
            })
            .collect();
        let wanted: Vec<(Unit, String)> =
            wanted.iter().map(|(unit, value)| (*unit, (*value).to_owned())).collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn numerals_and_digits_mean_the_same() {
        use Unit::{Days, Hours, Months, Share, Yuan};
        shows("处一万元以上十万元以下的罚款", &[(Yuan, "10000"), (Yuan, "100000")]);
        shows("罚1万元至10万元", &[(Yuan, "10000"), (Yuan, "100000")]);
        shows("处一百五十万元、二千五百元", &[(Yuan, "1500000"), (Yuan, "2500")]);
        shows("百分之五十以上五倍以下", &[(Share, "50"), (Share, "500")]);
        shows("罚50%至五倍，每日万分之五", &[(Share, "50"), (Share, "500"), (Share, "0.05")]);
        shows("10‰以下", &[(Share, "1")]);
        shows("千分之零点五", &[(Share, "0.05")]);
        shows("三十日内、30 天内、两周", &[(Days, "30"), (Days, "30"), (Days, "14")]);
        shows("七十二小时", &[(Hours, "72")]);
        shows(
            "六个月、半年、三年以上七年以下",
            &[(Months, "6"), (Months, "6"), (Months, "36"), (Months, "84")],
        );
    }

    #[test]
    fn a_range_lends_its_unit() {
        use Unit::{Days, Share, Yuan};
        shows("10至15日", &[(Days, "10"), (Days, "15")]);
        shows("1至10倍", &[(Share, "100"), (Share, "1000")]);
        shows("处50至500万元", &[(Yuan, "50"), (Yuan, "500000"), (Yuan, "5000000")]);
        shows("10万至100万元", &[(Yuan, "100000"), (Yuan, "1000000")]);
    }

    #[test]
    fn dates_and_words_are_no_figures() {
        shows("2026年8月15日以前，第三十八条，一般，万一，十分，二〇二六年五月一日", &[]);
        shows("三分之二以上表决权", &[(Unit::Share, "66.666666666666666666666666667")]);
    }
}

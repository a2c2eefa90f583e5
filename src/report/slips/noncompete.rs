//! Whether a restraint of competition keeps to the law: its term and its compensation.

use chrono::{Months, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use super::KeyPost;
use crate::law::deadline::chinese_day;
use crate::questionnaire::Exact;
use crate::response::grouped;
use crate::texts::Register as Words;

/// Longest restraint after leaving (劳动合同法 24).
const MOST_MONTHS: u32 = 24;
const TERM: &[&str] = &["labor-contract-law 24"];
const COMPENSATION: &[&str] = &["labor-contract-law 23", "labor-ji-1 36"];

/// How one line of the check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It keeps to the law.
    Fine,
    /// The law does not settle it, or a figure is missing.
    Open,
    /// It does not keep to the law.
    Fails,
}

/// One line of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it came out.
    pub standing: Standing,
    /// What was found, with the figures.
    pub text: String,
    /// Articles, as `law article`.
    pub basis: &'static [&'static str],
}

impl Standing {
    /// Its word.
    #[must_use]
    pub const fn word(self, words: &Words) -> &'static str {
        match self {
            Self::Fine => words.fine,
            Self::Open => words.open,
            Self::Fails => words.fails,
        }
    }
}

/// Checks the restraint of a post: first its term, then its compensation. Empty without restraint.
#[must_use]
pub fn check(post: &KeyPost, minimum_wage: Option<Exact>) -> Vec<Line> {
    if !post.restrained() {
        return Vec::new();
    }
    vec![term(post), compensation(post, minimum_wage.map(|wage| wage.0))]
}

fn line(standing: Standing, basis: &'static [&'static str], text: String) -> Line {
    Line { standing, text, basis }
}

fn term(post: &KeyPost) -> Line {
    if let Some(months) = post.noncompete_months.filter(|months| *months > MOST_MONTHS) {
        return line(
            Standing::Fails,
            TERM,
            format!("期限约定 {months} 个月，离职后最长二年（{MOST_MONTHS} 个月）"),
        );
    }
    match (post.left_on, post.noncompete_until) {
        (Some(left), Some(until)) => dated(left, until),
        (None, Some(_)) if post.noncompete_months.is_none() => {
            line(Standing::Open, TERM, "没有填离职日和约定的月数，看不出有没有超过二年".to_owned())
        }
        _ => line(Standing::Fine, TERM, "期限没有超过二年".to_owned()),
    }
}

/// The term of somebody who has left.
fn dated(left: NaiveDate, until: NaiveDate) -> Line {
    let latest = left.checked_add_months(Months::new(MOST_MONTHS)).unwrap_or(NaiveDate::MAX);
    if until > latest {
        let (until, latest) = (chinese_day(until), chinese_day(latest));
        let text = format!("限制到 {until}，离职后二年只到 {latest}");
        line(Standing::Fails, TERM, text)
    } else {
        line(Standing::Fine, TERM, "期限没有超过二年".to_owned())
    }
}

fn compensation(post: &KeyPost, minimum: Option<Decimal>) -> Line {
    let agreed = post.monthly_compensation.map(|sum| sum.0).filter(|sum| *sum > Decimal::ZERO);
    let Some(pay) = post.monthly_pay.map(|pay| pay.0) else {
        return without_pay(agreed);
    };
    let due = due(pay, minimum);
    let how = how(pay, minimum);
    match agreed {
        None => line(
            Standing::Fails,
            COMPENSATION,
            format!("没有约定补偿：员工遵守了限制的，可以要求每月付 {} 元（{how}）", grouped(due)),
        ),
        Some(agreed) if agreed < due => line(
            Standing::Open,
            COMPENSATION,
            format!(
                "约定每月 {} 元，低于没有约定时的标准 {} 元（{how}）；条文没有说约定的数能不能更低，请律师看",
                grouped(agreed),
                grouped(due)
            ),
        ),
        Some(agreed) => line(
            Standing::Fine,
            COMPENSATION,
            format!("约定每月 {} 元，不低于 {} 元（{how}）", grouped(agreed), grouped(due)),
        ),
    }
}

fn without_pay(agreed: Option<Decimal>) -> Line {
    match agreed {
        None => {
            let text = "没有约定补偿：员工遵守了限制的，可以要求按离职前十二个月平均工资三成、不低于最低工资按月付";
            line(Standing::Fails, COMPENSATION, text.to_owned())
        }
        Some(agreed) => {
            let agreed = grouped(agreed);
            let text = format!("约定每月 {agreed} 元；没有填月平均工资，没法与三成比较");
            line(Standing::Open, COMPENSATION, text)
        }
    }
}

/// What is due without an agreement: 30 % of the pay, and no less than the minimum wage.
fn due(pay: Decimal, minimum: Option<Decimal>) -> Decimal {
    share(pay).max(minimum.unwrap_or_default())
}

fn share(pay: Decimal) -> Decimal {
    (pay * Decimal::new(30, 2))
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

fn how(pay: Decimal, minimum: Option<Decimal>) -> String {
    let (pay, share) = (grouped(pay), share(pay));
    match minimum {
        Some(minimum) if minimum > share => {
            let (share, minimum) = (grouped(share), grouped(minimum));
            format!("{pay} 的三成是 {share}，低于最低工资 {minimum}，按最低工资")
        }
        Some(_) => format!("{pay} 的三成，不低于最低工资"),
        None => format!("{pay} 的三成；没有填最低工资，低于它的按最低工资，标准请咨询 12333"),
    }
}

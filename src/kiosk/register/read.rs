//! What was typed into the register, read field by field.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::form::{Field, FieldProblem, Form, Problems};
use crate::questionnaire::Exact;
use crate::report::slips::KeyPost;
use crate::response::{AnswerError, grouped, read_decimal, read_line};

/// How a day is typed.
const DAY: &str = "20241121";
/// Years that a day of the register can lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2199;
/// Most months of a restraint that are taken; the check says which are too many.
const MOST_MONTHS: u32 = 600;
/// Largest amount, in yuan a month.
const MOST_YUAN: i64 = 100_000_000;

/// Reads the fields of a form and gathers what is wrong.
pub(super) struct Reader<'a> {
    form: &'a Form,
    problems: Problems,
}

impl<'a> Reader<'a> {
    pub(super) fn new(form: &'a Form) -> Self {
        Self { form, problems: Problems::new() }
    }

    fn problem(&mut self, field: Field, why: FieldProblem) {
        self.problems.entry(field).or_insert(why);
    }

    /// Everything that is wrong, with one thing more.
    pub(super) fn problems_with(mut self, field: Field, why: FieldProblem) -> Problems {
        self.problem(field, why);
        self.problems
    }

    /// A field that may be empty.
    pub(super) fn read<T>(
        &mut self,
        field: Field,
        how: impl Fn(&str) -> Result<T, AnswerError>,
    ) -> Option<T> {
        let text = self.form.text(field);
        if text.is_empty() {
            return None;
        }
        how(text).map_err(|error| self.problem(field, FieldProblem::Entry(error))).ok()
    }

    pub(super) fn line(&mut self, field: Field) -> String {
        self.read(field, |text| read_line(text, field.longest())).unwrap_or_default()
    }

    pub(super) fn needed(&mut self, field: Field, why: FieldProblem) -> String {
        let line = self.line(field);
        if line.is_empty() {
            self.problem(field, why);
        }
        line
    }

    /// Whether the fields of a post go together.
    pub(super) fn fits(&mut self, post: &KeyPost, today: NaiveDate) {
        if post.nda_signed.is_some_and(|signed| signed > today) {
            self.problem(Field::NdaSigned, FieldProblem::SignedAhead);
        }
        match (post.nda_signed, post.nda_until) {
            (None, Some(_)) => self.problem(Field::NdaSigned, FieldProblem::SignedMissing),
            (Some(signed), Some(until)) if until < signed => {
                self.problem(Field::NdaUntil, FieldProblem::EndsBeforeSigned);
            }
            _ => {}
        }
        if let (Some(left), Some(until)) = (post.left_on, post.noncompete_until)
            && until < left
        {
            self.problem(Field::Until, FieldProblem::EndsBeforeLeft);
        }
        if post.monthly_compensation.is_some() && self.unrestrained() {
            self.problem(Field::Months, FieldProblem::NoTerm);
        }
    }

    /// Whether nothing at all was entered for a restraint.
    fn unrestrained(&self) -> bool {
        [Field::Months, Field::Until].iter().all(|field| self.form.text(*field).is_empty())
    }

    pub(super) fn done<T>(self, entry: T) -> Result<T, Problems> {
        if self.problems.is_empty() { Ok(entry) } else { Err(self.problems) }
    }
}

/// Reads the minimum wage; `None` for an empty field.
pub(super) fn minimum_wage(text: &str) -> Result<Option<Exact>, AnswerError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    yuan(text).map(Some)
}

/// Reads a day: eight digits, or year, month and day apart.
pub(super) fn day(text: &str) -> Result<NaiveDate, AnswerError> {
    let wrong = || AnswerError::NotADate { text: text.to_owned(), form: DAY };
    let apart = |sign: char| matches!(sign, '-' | '/' | '.' | '年' | '月' | '日' | ' ');
    let parts: Vec<&str> = text.split(apart).filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (Some(*year), Some(*month), Some(*day)),
        [whole] if whole.len() == 8 => (whole.get(..4), whole.get(4..6), whole.get(6..)),
        _ => return Err(wrong()),
    };
    let number = |part: Option<&str>| {
        part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<u32>().ok()
    };
    let year = number(year).and_then(|year| i32::try_from(year).ok());
    let read = || NaiveDate::from_ymd_opt(year?, number(month)?, number(day)?);
    let bounds = year.is_none_or(|year| YEARS.contains(&year));
    read().filter(|_| bounds).ok_or_else(wrong)
}

pub(super) fn months(text: &str) -> Result<u32, AnswerError> {
    let number = read_decimal(text)?.normalize();
    if number.scale() > 0 {
        return Err(AnswerError::Decimals { allowed: 0 });
    }
    let most = Decimal::from(MOST_MONTHS);
    match u32::try_from(number) {
        Ok(months) if months >= 1 && number <= most => Ok(months),
        _ => Err(range(Decimal::ONE, most)),
    }
}

pub(super) fn yuan(text: &str) -> Result<Exact, AnswerError> {
    let number = read_decimal(text)?.normalize();
    if number.scale() > 2 {
        return Err(AnswerError::Decimals { allowed: 2 });
    }
    let most = Decimal::from(MOST_YUAN);
    if number < Decimal::ZERO || number > most {
        return Err(range(Decimal::ZERO, most));
    }
    Ok(Exact(number))
}

fn range(min: Decimal, max: Decimal) -> AnswerError {
    AnswerError::Range { min: Some(grouped(min)), max: Some(grouped(max)) }
}

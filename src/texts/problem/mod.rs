//! Why something was not accepted, and what to do.

mod en;
mod zh;

pub(super) use en::EN;
pub(super) use zh::ZH;

/// Why something was not accepted, and what to do.
#[derive(Debug)]
pub struct Problem {
    /// An answer.
    pub entry: Entry,
    /// A field of the register.
    pub field: Fields,
    /// A file that was opened.
    pub file: Opened,
    /// A code or a link.
    pub code: Code,
    /// What the browser could not do.
    pub outside: Outside,
    /// The register has as many entries as it takes.
    pub register_full: fn(usize) -> String,
    /// The day on which a finding was put right is none, or is still to come.
    pub remedy_day: &'static str,
}

/// Why an answer was not accepted.
#[derive(Debug)]
pub struct Entry {
    /// Nothing was entered.
    pub empty: &'static str,
    /// Something else is wanted.
    pub wrong_type: fn(&str) -> String,
    /// A code that is not offered; what is.
    pub unknown_code: fn(&str, &str) -> String,
    /// A choice that stands alone, beside another.
    pub exclusive: fn(&str) -> String,
    /// A word that is not offered.
    pub not_offered: fn(&str) -> String,
    /// Not a number.
    pub not_a_number: fn(&str) -> String,
    /// A decimal point where none is allowed.
    pub whole: &'static str,
    /// More decimals than so many.
    pub decimals: fn(u32) -> String,
    /// Not between two values.
    pub between: fn(&str, &str) -> String,
    /// Below the smallest.
    pub at_least: fn(&str) -> String,
    /// Above the largest.
    pub at_most: fn(&str) -> String,
    /// Out of a range without bounds.
    pub out_of_range: &'static str,
    /// Not a day of the calendar; how it should look.
    pub not_a_date: fn(&str, &str) -> String,
    /// Longer than allowed: characters allowed and entered.
    pub too_long: fn(usize, usize) -> String,
    /// A sign that no printer shows.
    pub invisible: &'static str,
    /// A 统一社会信用代码 that does not hold.
    pub uscc: Uscc,
}

/// What is wrong with a 统一社会信用代码.
#[derive(Debug)]
pub struct Uscc {
    /// So many signs.
    pub length: fn(usize) -> String,
    /// At a position from 1 a sign that does not occur.
    pub sign: fn(usize, char) -> String,
    /// At a position from 1 no digit.
    pub division: fn(usize) -> String,
    /// The check digit that would fit.
    pub check_digit: fn(char) -> String,
}

/// What is wrong with a field of the register.
#[derive(Debug)]
pub struct Fields {
    /// No name of a secret.
    pub name: &'static str,
    /// No class of a secret.
    pub class: &'static str,
    /// No name of a post.
    pub post: &'static str,
    /// Signed in the future.
    pub signed_ahead: &'static str,
    /// An end without a beginning.
    pub signed_missing: &'static str,
    /// An end before the beginning.
    pub ends_before_signed: &'static str,
    /// A restraint that ends before the holder left.
    pub ends_before_left: &'static str,
    /// A compensation without a restraint.
    pub no_term: &'static str,
}

/// Why a file was refused.
#[derive(Debug)]
pub struct Opened {
    /// Larger than any file of ours.
    pub too_big: &'static str,
    /// Nothing in it.
    pub empty: &'static str,
    /// No UTF-8.
    pub not_utf8: &'static str,
    /// Not of this program.
    pub not_ours: &'static str,
    /// It ends in the middle.
    pub cut_off: &'static str,
    /// A part of it cannot be read.
    pub damaged: fn(&str) -> String,
    /// It cannot be read from a line and column on.
    pub damaged_at: fn(usize, usize) -> String,
    /// Too deep.
    pub too_deep: &'static str,
    /// A name that stands twice.
    pub twice: fn(&str) -> String,
    /// Two files in one.
    pub two_files: &'static str,
    /// Too many reports.
    pub too_many: &'static str,
    /// Of a later version.
    pub future: &'static str,
}

/// Why a code or link was not made or not read.
#[derive(Debug)]
pub struct Code {
    /// An answer that its question does not accept.
    pub answer: fn(&str) -> String,
    /// The day is out of range.
    pub day: &'static str,
    /// The topics do not fit.
    pub topics: &'static str,
    /// More than so many bytes.
    pub too_long: fn(usize) -> String,
    /// More than so many signs of text.
    pub text_too_long: fn(usize) -> String,
    /// Too short.
    pub too_short: &'static str,
    /// A wrong sign at a position from 1.
    pub sign: fn(usize) -> String,
    /// Another version of the format.
    pub version: fn(u8) -> String,
    /// Damaged.
    pub damaged: &'static str,
    /// Made with other packs.
    pub other_packs: &'static str,
    /// Not of this program.
    pub content: &'static str,
    /// One part of several: its number and how many.
    pub is_part: fn(u8, u8) -> String,
    /// A part of another series.
    pub other_series: &'static str,
    /// The numbers of parts that are still to come, and how many there are.
    pub missing: fn(&[String], u8) -> String,
    /// More than so many parts.
    pub too_many_parts: fn(usize) -> String,
    /// Too much for one code.
    pub qr_full: &'static str,
}

/// What the browser could not do.
#[derive(Debug)]
pub struct Outside {
    /// It lets nobody choose a file.
    pub no_chooser: &'static str,
    /// It saves no file.
    pub no_saving: &'static str,
    /// The file is too large.
    pub too_big: &'static str,
    /// The file cannot be read.
    pub unreadable: &'static str,
    /// The program that writes Word files is not there.
    pub no_word: &'static str,
    /// It takes too long.
    pub word_late: &'static str,
    /// It failed; what it said.
    pub word_failed: fn(&str) -> String,
    /// The list of the packs cannot be read.
    pub catalog: &'static str,
    /// A file of the packs did not come whole.
    pub incomplete: fn(&str) -> String,
    /// A file of the packs is not as it was published.
    pub tampered: fn(&str) -> String,
    /// A file of the packs is of another version.
    pub other_version: fn(&str) -> String,
    /// The packs have an error.
    pub packs: fn(&str) -> String,
}

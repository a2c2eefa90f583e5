//! The answer to one question: a first digit out of all that can be answered, and what it leaves
//! open.

use chrono::NaiveDate;

use super::mixed::{Reader, Writer};
use super::{MAX_BYTES, day, number};
use crate::questionnaire::{Item, ItemKind};
use crate::response::{Answer, read_text};

/// What is known when an answer is written or read.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// Day of the check.
    pub(super) today: NaiveDate,
    /// Whether every question that must be answered is.
    pub(super) complete: bool,
}

impl Setting {
    /// Writes an answer; `None` when the question does not accept it.
    pub(super) fn write(
        self,
        writer: &mut Writer,
        item: &Item,
        answer: Option<&Answer>,
    ) -> Option<()> {
        let (values, states) = (values(item)?, self.states(item));
        let base = values.checked_add(u32::try_from(states.len()).ok()?)?;
        if let Some(at) = states.iter().position(|state| state.as_ref() == answer) {
            writer.push(values + u32::try_from(at).ok()?, base);
            return Some(());
        }
        let answer = answer.filter(|answer| self.accepts(item, answer))?;
        writer.push(first(item, answer)?, base);
        self.write_rest(writer, item, answer)
    }

    /// Reads what [`Setting::write`] wrote: an answer or none; the outer `None` for what it never
    /// writes.
    pub(super) fn read(self, reader: &mut Reader, item: &Item) -> Option<Option<Answer>> {
        let (values, mut states) = (values(item)?, self.states(item));
        let base = values.checked_add(u32::try_from(states.len()).ok()?)?;
        let digit = reader.take(base)?;
        if let Some(at) = digit.checked_sub(values) {
            return Some(states.swap_remove(usize::try_from(at).ok()?));
        }
        let answer = self.read_rest(reader, item, usize::try_from(digit).ok()?)?;
        self.accepts(item, &answer).then_some(Some(answer))
    }

    /// The ways of not giving a value that the question offers.
    fn states(self, item: &Item) -> Vec<Option<Answer>> {
        let missing = !(self.complete && item.required);
        let unknown = item.unknown.then_some(Some(Answer::Unknown));
        let without = item.not_applicable.as_ref().map(|_| Some(Answer::NotApplicable));
        [missing.then_some(None), unknown, without].into_iter().flatten().collect()
    }

    fn write_rest(self, writer: &mut Writer, item: &Item, answer: &Answer) -> Option<()> {
        match answer {
            Answer::Codes(codes) if !is_alone(item, codes) => {
                for code in together(item) {
                    writer.push(u32::from(codes.iter().any(|ticked| ticked == code)), 2);
                }
            }
            Answer::Number(number) => number::write(writer, item, *number)?,
            Answer::Day(day) | Answer::Month(day) => {
                day::write(writer, item.kind, *day, self.today)?;
            }
            Answer::Text(text) => {
                number::write_whole(writer, u128::try_from(text.len()).ok()?);
                text.bytes().for_each(|byte| writer.push(u32::from(byte), 256));
            }
            _ => {}
        }
        Some(())
    }

    fn read_rest(self, reader: &mut Reader, item: &Item, first: usize) -> Option<Answer> {
        Some(match item.kind {
            ItemKind::YesNo | ItemKind::Choice => {
                Answer::Code((*item.codes().get(first)?).to_owned())
            }
            ItemKind::MultiChoice => Answer::Codes(match alone(item).nth(first) {
                Some(code) => vec![code.to_owned()],
                None => read_ticks(reader, item)?,
            }),
            ItemKind::Number | ItemKind::Money => Answer::Number(number::read(reader, item)?),
            ItemKind::Date => Answer::Day(day::read(reader, item.kind, self.today)?),
            ItemKind::Month => Answer::Month(day::read(reader, item.kind, self.today)?),
            ItemKind::Text => Answer::Text(read_words(reader)?),
        })
    }

    /// Whether the answer is as the question would have taken it.
    fn accepts(self, item: &Item, answer: &Answer) -> bool {
        let text = match answer {
            Answer::Code(code) => code.clone(),
            Answer::Codes(codes) => return accepts_codes(item, codes),
            Answer::Number(number) => number.to_string(),
            Answer::Day(day) => day.format("%Y-%m-%d").to_string(),
            Answer::Month(day) => day.format("%Y-%m").to_string(),
            Answer::Text(text) => text.clone(),
            Answer::Unknown | Answer::NotApplicable => return false,
        };
        read_text(item, &text, self.today).as_ref() == Ok(answer)
    }
}

/// Codes that are offered, in order, with none beside one that stands alone.
fn accepts_codes(item: &Item, codes: &[String]) -> bool {
    let ticked = |code: &&str| codes.iter().any(|ticked| ticked == code);
    let in_order: Vec<&str> = item.codes().into_iter().filter(ticked).collect();
    let alone = codes.len() == 1 || !alone(item).any(|code| ticked(&code));
    item.kind == ItemKind::MultiChoice && !codes.is_empty() && in_order == *codes && alone
}

/// How many values the first digit tells apart.
fn values(item: &Item) -> Option<u32> {
    let values = match item.kind {
        ItemKind::YesNo => 2,
        ItemKind::Choice => item.options.len(),
        ItemKind::MultiChoice => alone(item).count() + usize::from(together(item).next().is_some()),
        _ => 1,
    };
    u32::try_from(values).ok()
}

/// The first digit of a value.
fn first(item: &Item, answer: &Answer) -> Option<u32> {
    let at = match answer {
        Answer::Code(code) => item.codes().into_iter().position(|offered| offered == code)?,
        Answer::Codes(codes) => {
            let alone: Vec<&str> = alone(item).collect();
            let place = alone.iter().position(|code| codes.iter().any(|ticked| ticked == code));
            place.unwrap_or(alone.len())
        }
        _ => 0,
    };
    u32::try_from(at).ok()
}

/// Codes that cannot stand beside others.
fn alone(item: &Item) -> impl Iterator<Item = &str> {
    item.options.iter().filter(|option| option.exclusive).map(|option| option.code.as_str())
}

/// Codes that can.
fn together(item: &Item) -> impl Iterator<Item = &str> {
    item.options.iter().filter(|option| !option.exclusive).map(|option| option.code.as_str())
}

fn is_alone(item: &Item, codes: &[String]) -> bool {
    alone(item).any(|code| codes.iter().any(|ticked| ticked == code))
}

fn read_ticks(reader: &mut Reader, item: &Item) -> Option<Vec<String>> {
    let mut codes = Vec::new();
    for code in together(item) {
        if reader.take(2)? == 1 {
            codes.push(code.to_owned());
        }
    }
    Some(codes)
}

/// Text is never longer than what it came in, whatever its length claims: it holds no zero byte,
/// and zeros are all that comes after the end.
fn read_words(reader: &mut Reader) -> Option<String> {
    let length = usize::try_from(number::read_whole(reader)?).ok().filter(|n| *n <= MAX_BYTES)?;
    let mut bytes = Vec::new();
    for _ in 0..length {
        bytes.push(u8::try_from(reader.take(256)?).ok().filter(|byte| *byte > 0)?);
    }
    String::from_utf8(bytes).ok()
}

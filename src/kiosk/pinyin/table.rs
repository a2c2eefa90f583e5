//! The table: which characters sound how, and which words there are.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// What the file holds.
#[derive(Deserialize)]
struct File {
    /// Characters by syllable: those that are mostly read so, `|`, those that are sometimes.
    readings: BTreeMap<String, String>,
    /// Words and characters, the most frequent first, with blanks between.
    words: String,
    /// What is offered before anything is typed, with blanks between.
    offered: String,
}

/// Readings and words, ready to look up.
#[derive(Debug, Default)]
pub struct Table {
    /// Readings of each character; those that are usual first.
    readings: BTreeMap<char, Vec<Reading>>,
    syllables: Vec<Box<str>>,
    words: Vec<Box<str>>,
    offered: Vec<Box<str>>,
    /// Places of words by the first letter of each reading of their first character, in order.
    by_letter: BTreeMap<u8, Vec<usize>>,
}

/// One way to read a character.
#[derive(Clone, Copy, Debug)]
struct Reading {
    syllable: usize,
    usual: bool,
}

/// The table cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableError;

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("不是拼音字库。请用 cargo xtask pinyin 重新生成。")
    }
}

impl std::error::Error for TableError {}

impl Table {
    /// Reads the table from its file.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(json: &str) -> Result<Self, TableError> {
        let file: File = serde_json::from_str(json).map_err(|_| TableError)?;
        let mut table = Self::default();
        for (at, characters) in file.readings.values().enumerate() {
            let mut usual = true;
            for character in characters.chars() {
                if character == '|' {
                    usual = false;
                    continue;
                }
                let readings = table.readings.entry(character).or_default();
                readings.push(Reading { syllable: at, usual });
            }
        }
        for readings in table.readings.values_mut() {
            readings.sort_by_key(|reading| !reading.usual);
        }
        table.syllables = file.readings.into_keys().map(String::into_boxed_str).collect();
        table.words =
            file.words.split(' ').filter(|word| !word.is_empty()).map(Box::from).collect();
        table.offered =
            file.offered.split(' ').filter(|word| !word.is_empty()).map(Box::from).collect();
        table.index();
        Ok(table)
    }

    fn index(&mut self) {
        let mut by_letter: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for (at, word) in self.words.iter().enumerate() {
            let first = word.chars().next();
            for (syllable, _) in first.into_iter().flat_map(|first| self.readings(first)) {
                let Some(letter) = syllable.bytes().next() else { continue };
                let places = by_letter.entry(letter).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        self.by_letter = by_letter;
    }

    /// How a character is read, the usual ways first, and whether each is usual.
    pub fn readings(&self, character: char) -> impl Iterator<Item = (&str, bool)> {
        let readings = self.readings.get(&character).map(Vec::as_slice).unwrap_or_default();
        let syllable =
            |reading: &Reading| Some((&**self.syllables.get(reading.syllable)?, reading.usual));
        readings.iter().filter_map(syllable)
    }

    /// Words whose first character can begin with a letter, the most frequent first, with their
    /// places in the order of frequency.
    pub(super) fn words(&self, letter: u8) -> impl Iterator<Item = (usize, &str)> {
        let places = self.by_letter.get(&letter).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| Some((*at, &**self.words.get(*at)?)))
    }

    /// What is offered before anything is typed.
    #[must_use]
    pub fn offered(&self) -> &[Box<str>] {
        &self.offered
    }

    /// Every character with a reading.
    pub fn characters(&self) -> impl Iterator<Item = char> {
        self.readings.keys().copied()
    }
}

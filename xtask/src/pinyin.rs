//! The table for writing by sound, made of two public dictionaries and the project's own words.
//! `pinyin/README.md` says which and under which licences. The table is kept in the repository,
//! so that a build needs none of them.

use crate::project::Project;
use crate::run::say;
use anyhow::{Context, Result};
use encoding_rs::GBK;
use pinyin::ToPinyinMulti;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A word that the dictionary counts less often is left out.
const OFTEN: u64 = 50;
/// Most characters of a word.
const LONGEST: usize = 4;
/// Readings of a character that are kept.
const READINGS: usize = 3;
/// First and last Chinese character of Unicode's basic block.
const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// The project's own words.
#[derive(Deserialize)]
struct Own {
    offered: Vec<String>,
    words: Vec<String>,
    characters: String,
}

/// The table as the page reads it.
#[derive(Serialize)]
struct Table {
    source: &'static str,
    readings: BTreeMap<String, String>,
    offered: String,
    words: String,
}

/// Writes `pinyin/table.json` from the dictionary at a path.
pub(crate) fn table(project: &Project, dictionary: &Path) -> Result<()> {
    let folder = project.root.join("pinyin");
    let own = std::fs::read_to_string(folder.join("own.toml")).context("pinyin/own.toml")?;
    let own: Own = toml::from_str(&own).context("pinyin/own.toml")?;
    let dictionary = std::fs::read_to_string(dictionary)
        .with_context(|| format!("{} cannot be read", dictionary.display()))?;
    let table = make(&dictionary, &own)?;
    let words = table.words.split(' ').count();
    say(&format!("{} syllables, {words} words", table.readings.len()));
    let mut text = serde_json::to_string_pretty(&table)?;
    text.push('\n');
    std::fs::write(folder.join("table.json"), text).context("pinyin/table.json")
}

fn make(dictionary: &str, own: &Own) -> Result<Table> {
    let characters: BTreeSet<char> = HAN
        .filter(|character| is_gb2312(*character))
        .chain(own.characters.chars())
        .filter(|character| readings(*character).next().is_some())
        .collect();
    let mut often: BTreeMap<char, u64> = characters.iter().map(|one| (*one, 0)).collect();
    let mut words: Vec<(u64, String)> = Vec::new();
    for line in dictionary.lines() {
        let mut parts = line.split(' ');
        let word = parts.next().unwrap_or_default();
        let count: u64 = parts.next().unwrap_or_default().parse().context(line.to_owned())?;
        if !word.chars().all(|character| characters.contains(&character)) {
            continue;
        }
        for character in word.chars() {
            *often.entry(character).or_default() += count;
        }
        if (2..=LONGEST).contains(&word.chars().count()) && count >= OFTEN {
            words.push((count, word.to_owned()));
        }
    }
    words.extend(often.into_iter().map(|(character, count)| (count, character.to_string())));
    words.sort_by_key(|(count, word)| (Reverse(*count), word.clone()));
    let own_words: BTreeSet<&String> = own.words.iter().collect();
    let others = words.iter().map(|(_, word)| word).filter(|word| !own_words.contains(word));
    let words: Vec<&str> = own.words.iter().chain(others).map(String::as_str).collect();
    Ok(Table {
        source: "words: jieba, MIT, (c) 2013 Sun Junyi; readings: pinyin-data, MIT, (c) 2016 mozillazg; see pinyin/README.md of the project",
        readings: by_syllable(&characters),
        offered: own.offered.join(" "),
        words: words.join(" "),
    })
}

/// Characters by syllable: those that are mostly read so, `|`, those that are sometimes.
fn by_syllable(characters: &BTreeSet<char>) -> BTreeMap<String, String> {
    let mut table: BTreeMap<String, (String, String)> = BTreeMap::new();
    for character in characters {
        for (at, syllable) in readings(*character).enumerate() {
            let (usual, other) = table.entry(syllable).or_default();
            if at == 0 { usual.push(*character) } else { other.push(*character) }
        }
    }
    let line = |(syllable, (usual, other)): (String, (String, String))| {
        (syllable, if other.is_empty() { usual } else { format!("{usual}|{other}") })
    };
    table.into_iter().map(line).collect()
}

/// How a character is read, without tones; ü is typed as v.
fn readings(character: char) -> impl Iterator<Item = String> {
    let mut seen = BTreeSet::new();
    let all = character.to_pinyin_multi().into_iter().flatten();
    all.map(|reading| reading.plain().replace('ü', "v"))
        .filter(|syllable| syllable.bytes().all(|letter| letter.is_ascii_lowercase()))
        .filter(move |syllable| seen.insert(syllable.clone()))
        .take(READINGS)
}

/// Whether a character is one of the 6763 of GB/T 2312, which GBK keeps at their places.
fn is_gb2312(character: char) -> bool {
    let text = character.to_string();
    let (bytes, _, lossy) = GBK.encode(&text);
    matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE]) && !lossy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_words_of_common_characters_are_kept_and_own_ones_stand_first() -> Result<()> {
        let own = Own {
            offered: vec!["有限公司".to_owned()],
            words: vec!["浑南".to_owned()],
            characters: "喆".to_owned(),
        };
        let table = make("沈阳 1487 ns\n貿易 900 n\n少见 49 a\n女 300 n\n", &own)?;
        assert!(table.words.starts_with("浑南 沈 沈阳 阳 女 "), "{:.60}", table.words);
        assert!(!table.words.contains('貿') && !table.words.contains("少见"));
        let usual = |syllable: &str| {
            let line = table.readings.get(syllable).map(String::as_str).unwrap_or_default();
            line.split('|').next().unwrap_or_default().to_owned()
        };
        assert!(usual("shen").contains('沈') && usual("nv").contains('女'));
        assert!(usual("zhe").contains('喆') && !usual("che").contains('沈'));
        assert!(table.readings.keys().all(|one| one.bytes().all(|b| b.is_ascii_lowercase())));
        Ok(())
    }

    #[test]
    fn a_dictionary_of_another_form_fails() {
        let own = Own { offered: Vec::new(), words: Vec::new(), characters: String::new() };
        assert!(make("沈阳\tns", &own).is_err());
    }
}

//! Chinese by its sound, with the table that is shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::prelude::*;
use tijian::kiosk::pinyin::{Composition, PAGE, Table};

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/pinyin/table.json");
        Table::read(&std::fs::read_to_string(file).expect(file)).expect("a table")
    })
}

/// Types letters and chooses a word on one of the first pages; panics when it is not there.
fn choose(composing: &mut Composition, letters: &str, word: &str, pages: usize) {
    letters.chars().for_each(|letter| composing.typed(letter));
    for _ in 0..pages {
        let candidates = composing.candidates(table());
        if let Some(candidate) = candidates.iter().find(|candidate| candidate.text == word) {
            composing.chosen(candidate);
            return;
        }
        composing.turned(true, table());
    }
    panic!("{word} is not among the first {} for {letters}", pages * PAGE);
}

#[test]
fn a_firms_name_is_written_in_few_taps() {
    let mut composing = Composition::default();
    for word in ["沈阳", "有限公司"] {
        choose(&mut composing, "", word, 1);
    }
    for (letters, word) in [
        ("shenyang", "沈阳"),
        ("xinghe", "星河"),
        ("keji", "科技"),
        ("youxiangongsi", "有限公司"),
        ("shangmao", "商贸"),
        ("gufen", "股份"),
        ("shangh", "商行"),
        ("lvshishiwusuo", "律师事务所"),
        ("hunnan", "浑南"),
        ("zhang", "张"),
        ("wang", "王"),
        ("li", "李"),
        ("liu", "刘"),
        ("chen", "陈"),
        ("yxgs", "有限公司"),
        ("syhq", "沈河区"),
    ] {
        let letters = if word == "沈河区" { "shenhequ" } else { letters };
        choose(&mut composing, letters, word, 1);
        assert_eq!(composing.letters(), "", "{word} stands for all of {letters}");
    }
}

#[test]
fn letters_of_several_words_are_used_up_word_by_word() {
    let mut composing = Composition::default();
    choose(&mut composing, "shenyangxinghekejiyouxiangongsi", "沈阳", 1);
    assert_eq!(composing.letters(), "xinghekejiyouxiangongsi");
    for word in ["星河", "科技", "有限公司"] {
        choose(&mut composing, "", word, 1);
    }
    assert_eq!(composing.letters(), "");
}

#[test]
fn letters_are_cut_in_every_way_and_an_apostrophe_cuts_them_in_one() {
    let found = |letters: &str| -> Vec<String> {
        table().lookup(letters).into_iter().take(40).map(|found| found.text).collect()
    };
    assert!(found("xian").contains(&"西安".to_owned()) && found("xian").contains(&"先".to_owned()));
    assert!(
        found("xi'an").contains(&"西安".to_owned()) && !found("xi'an").contains(&"先".to_owned())
    );
    assert!(found("sheny").contains(&"沈阳".to_owned()), "the last syllable may be unfinished");
    assert_eq!(found("zh").first().map(|word| word.chars().count()), Some(1));
    for nothing in ["", "'", "i", "vvvv"] {
        assert!(found(nothing).is_empty(), "{nothing}");
    }
}

#[test]
fn every_character_can_be_written_by_each_of_its_readings() {
    let mut by_syllable: BTreeMap<&str, Vec<char>> = BTreeMap::new();
    for character in table().characters() {
        for (syllable, _) in table().readings(character) {
            by_syllable.entry(syllable).or_default().push(character);
        }
    }
    let mut lost = Vec::new();
    for (syllable, characters) in by_syllable {
        let found = table().lookup(syllable).into_iter();
        let found: BTreeSet<String> =
            found.filter(|found| found.used == syllable.len()).map(|found| found.text).collect();
        let missing = |character: &char| !found.contains(&character.to_string());
        lost.extend(characters.into_iter().filter(missing).map(|one| format!("{syllable} {one}")));
    }
    assert!(lost.is_empty(), "{} of them: {:?}", lost.len(), &lost[..lost.len().min(20)]);
    assert!(table().characters().count() > 6_700);
}

#[test]
fn pages_turn_to_the_end_and_back() {
    let mut composing = Composition::default();
    "yi".chars().for_each(|letter| composing.typed(letter));
    let all = table().lookup("yi").len();
    assert_eq!(composing.pages(table()), (false, true));
    let first = composing.candidates(table());
    let mut seen = first.len();
    while composing.pages(table()).1 {
        composing.turned(true, table());
        seen += composing.candidates(table()).len();
    }
    assert_eq!(seen, all);
    composing.turned(true, table());
    while composing.pages(table()).0 {
        composing.turned(false, table());
    }
    assert_eq!(composing.candidates(table()), first);
    assert!(composing.deleted() && composing.deleted() && !composing.deleted());
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    for file in ["", "{}", "[]", "{\"readings\": 1}"] {
        assert!(Table::read(file).is_err(), "{file}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_typed_can_be_chosen_and_is_used_up(letters in "[a-z']{0,20}|.{0,6}", picks in prop::collection::vec(0..PAGE, 0..8)) {
        let mut composing = Composition::default();
        letters.chars().for_each(|letter| composing.typed(letter));
        for pick in picks {
            let candidates = composing.candidates(table());
            prop_assert!(candidates.len() <= PAGE);
            let before = composing.letters().len();
            if let Some(candidate) = candidates.get(pick) {
                prop_assert!(candidate.used <= before);
                composing.chosen(candidate);
                prop_assert!(before == 0 || composing.letters().len() < before);
            } else {
                composing.turned(pick % 2 == 0, table());
            }
        }
    }
}

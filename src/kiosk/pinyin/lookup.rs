//! From letters to the words that sound so.
//!
//! Letters are not cut into syllables first: each word is laid along them, character by
//! character, so `xian` is 先 as well as 西安 and nothing has to be guessed.

use super::Table;

/// Most candidates that are offered.
const MOST: usize = 300;

/// A word that sounds like the letters, or like the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The word.
    pub text: String,
    /// How many of the letters it stands for.
    pub used: usize,
}

/// How a word lies along the letters; what is earlier here is offered earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Each character is spelt out, in its usual reading.
    Usual,
    /// Each character is spelt out.
    Spelt,
    /// The last character is not spelt out yet.
    Begun,
    /// The letters end before the word does.
    Foreseen,
    /// One letter for each character.
    Initials,
}

impl Table {
    /// Words for letters, `'` between syllables where somebody wants it so. First those that use
    /// most letters, then by how they fit and how frequent they are.
    #[must_use]
    pub fn lookup(&self, letters: &str) -> Vec<Candidate> {
        let Some(first) = letters.bytes().find(|letter| *letter != b'\'') else {
            return Vec::new();
        };
        let mut found: Vec<(usize, Fit, usize, &str)> = self
            .words(first)
            .filter_map(|(rank, word)| {
                let (used, fit) = self.fit(word, letters)?;
                Some((letters.len() - used, fit, rank, word))
            })
            .collect();
        found.sort_unstable();
        let candidates = found.into_iter().take(MOST);
        candidates
            .map(|(unused, _, _, text)| Candidate {
                text: text.to_owned(),
                used: letters.len() - unused,
            })
            .collect()
    }

    /// How many letters a word stands for, and how.
    fn fit(&self, word: &str, letters: &str) -> Option<(usize, Fit)> {
        let laid = self.lay(word, letters);
        if laid.is_some_and(|(used, _)| used == letters.len()) {
            return laid;
        }
        if self.is_initials(word, letters) {
            return Some((letters.len(), Fit::Initials));
        }
        laid
    }

    /// Lays a word along the letters; of several ways the one that uses most.
    fn lay(&self, word: &str, letters: &str) -> Option<(usize, Fit)> {
        let mut rest = word.chars();
        let Some(character) = rest.next() else { return Some((0, Fit::Usual)) };
        let open = letters.trim_start_matches('\'');
        let skipped = letters.len() - open.len();
        if open.is_empty() {
            return Some((skipped, Fit::Foreseen));
        }
        let ways = self.readings(character).filter_map(|(syllable, usual)| {
            if let Some(after) = open.strip_prefix(syllable) {
                let (used, fit) = self.lay(rest.as_str(), after)?;
                let own = if usual { Fit::Usual } else { Fit::Spelt };
                return Some((skipped + syllable.len() + used, fit.max(own)));
            }
            let fit = if rest.as_str().is_empty() { Fit::Begun } else { Fit::Foreseen };
            syllable.starts_with(open).then_some((letters.len(), fit))
        });
        ways.min_by_key(|(used, fit)| (letters.len() - used, *fit))
    }

    fn is_initials(&self, word: &str, letters: &str) -> bool {
        letters.len() > 1
            && word.chars().count() == letters.len()
            && word.chars().zip(letters.chars()).all(|(character, letter)| {
                self.readings(character).any(|(syllable, _)| syllable.starts_with(letter))
            })
    }
}

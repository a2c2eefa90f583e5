//! The letters that were typed and not yet made into characters.

use super::{Candidate, Table};

/// Candidates on a page.
pub const PAGE: usize = 8;
/// Most letters that wait.
const MOST: usize = 48;

/// Letters, and which page of their candidates is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    letters: String,
    page: usize,
}

impl Composition {
    /// The letters.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// One more letter, or the `'` between two syllables. Anything else is left out.
    pub fn typed(&mut self, letter: char) {
        let letter = letter.to_ascii_lowercase();
        if self.letters.len() < MOST && (letter.is_ascii_lowercase() || letter == '\'') {
            self.letters.push(letter);
            self.page = 0;
        }
    }

    /// Takes the last letter away; says whether there was one.
    pub fn deleted(&mut self) -> bool {
        self.page = 0;
        self.letters.pop().is_some()
    }

    /// The candidates on the page that is shown; before anything is typed, what is offered.
    #[must_use]
    pub fn candidates(&self, table: &Table) -> Vec<Candidate> {
        let page = self.page * PAGE..(self.page + 1) * PAGE;
        self.all(table).into_iter().skip(page.start).take(PAGE).collect()
    }

    /// Whether there is an earlier and a later page.
    #[must_use]
    pub fn pages(&self, table: &Table) -> (bool, bool) {
        (self.page > 0, self.all(table).len() > (self.page + 1) * PAGE)
    }

    /// Shows the next page, or the one before.
    pub fn turned(&mut self, forward: bool, table: &Table) {
        let (earlier, later) = self.pages(table);
        match forward {
            true if later => self.page += 1,
            false if earlier => self.page -= 1,
            _ => {}
        }
    }

    /// Takes the letters of a chosen candidate away; the others wait for theirs.
    pub fn chosen(&mut self, candidate: &Candidate) {
        let rest = self.letters.get(candidate.used..).unwrap_or_default();
        self.letters = rest.trim_start_matches('\'').to_owned();
        self.page = 0;
    }

    fn all(&self, table: &Table) -> Vec<Candidate> {
        if self.letters.is_empty() {
            let offered = table.offered().iter();
            return offered.map(|text| Candidate { text: text.to_string(), used: 0 }).collect();
        }
        table.lookup(&self.letters)
    }
}

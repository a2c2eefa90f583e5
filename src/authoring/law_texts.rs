//! Holds packs and register against the text of the laws, which the user supplies and which is
//! never shipped: whether an article exists, and whether it states the figures that we state.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;
use serde::Deserialize;

use super::figures::{Figure, figures};
use super::read::{explain, read_within};
use crate::law::{Checked, Edition, Instrument, Register};
use crate::questionnaire::{Citation, Place, Problem, Source, Status};

/// Largest file of texts that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The text of each article, by law and article.
#[derive(Debug, Default)]
pub struct LawTexts {
    articles: HashMap<(String, String), String>,
    laws: HashSet<String>,
}

/// What the comparison found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Articles that do not exist.
    pub errors: Vec<Problem>,
    /// Figures that no cited article states, and instruments without a text.
    pub warnings: Vec<Problem>,
    /// Citations that were looked up.
    pub looked_up: usize,
    /// Figures that were compared.
    pub compared: usize,
}

#[derive(Deserialize)]
struct Line {
    law_id: String,
    article: String,
    text: String,
}

impl LawTexts {
    /// Reads a file with one `{law_id, article, text}` a line.
    ///
    /// # Errors
    /// A message with file and line.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = read_within(path, LARGEST)?;
        let mut texts = Self::default();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line).map_err(|error| {
                let why = explain(&error.to_string());
                format!("{}:{}: 每行应是 law_id、article、text：{why}", path.display(), at + 1)
            })?;
            texts.add(line.law_id, line.article, line.text);
        }
        Ok(texts)
    }

    /// Adds one article.
    pub fn add(&mut self, law: String, article: String, text: String) {
        self.laws.insert(law.clone());
        self.articles.insert((law, article), text);
    }

    /// Compares all packs on a day, and the register in all its editions.
    #[must_use]
    pub fn compare(
        &self,
        sources: &[Source],
        laws: &Register,
        laws_file: &str,
        on: NaiveDate,
    ) -> Findings {
        let mut findings = Findings::default();
        self.register(laws, laws_file, &mut findings);
        for source in sources {
            self.pack(source, laws, on, &mut findings);
        }
        findings
    }

    /// The name of an edition in the file: an edition of its own (`trademark-law-2026`) before
    /// the instrument's. `None` when the file lacks the instrument.
    fn name(&self, instrument: &Instrument, edition: &Edition) -> Option<String> {
        let year: String = edition.name.chars().take_while(char::is_ascii_digit).collect();
        let own = format!("{}-{year}", instrument.id);
        [own, instrument.id.clone()].into_iter().find(|name| self.laws.contains(name))
    }

    fn register(&self, laws: &Register, file: &str, findings: &mut Findings) {
        let root = Place { file: file.to_owned(), pointer: String::new() };
        for (i, instrument) in laws.instruments.iter().enumerate() {
            for (e, edition) in instrument.editions.iter().enumerate() {
                if edition.checked == Checked::Known {
                    continue;
                }
                let place = root.child("instruments").child(i).child("editions").child(e);
                let Some(law) = self.name(instrument, edition) else {
                    let message = format!("法规文本里没有 {}", instrument.id);
                    let hint = "补上文本；没有读过的写 checked: known";
                    findings.warnings.push(Problem::new(&place, message, hint));
                    continue;
                };
                for (article, gist) in &edition.articles {
                    let place = place.child("articles").child(article);
                    findings.looked_up += 1;
                    let key = (law.clone(), article.clone());
                    let Some(text) = self.articles.get(&key) else {
                        findings.missing(&place, &law, article);
                        continue;
                    };
                    findings.figures(gist, &[text], &place, "要旨");
                }
            }
        }
    }

    fn pack(&self, source: &Source, laws: &Register, on: NaiveDate, findings: &mut Findings) {
        let root = Place { file: source.file.clone(), pointer: String::new() };
        for (s, section) in source.pack.sections.iter().enumerate() {
            for (i, item) in section.items.iter().enumerate() {
                let place = root.child("sections").child(s).child("items").child(i);
                for day in days(&item.basis, on, None) {
                    self.basis(&item.basis, laws, day, &place, findings);
                }
            }
        }
        for (at, rule) in source.pack.findings.iter().enumerate() {
            let place = root.child("findings").child(at);
            for day in days(&rule.basis, rule.day_in_force(on), rule.to) {
                let texts = self.basis(&rule.basis, laws, day, &place, findings);
                if let (Status::Verified, Some(texts)) = (rule.status, texts) {
                    findings.figures(&rule.effects, &texts, &place.child("effects"), "后果");
                }
            }
        }
    }

    /// The texts of all citations; `None` when one rests on a text that was not read.
    fn basis<'a>(
        &'a self,
        basis: &[Citation],
        laws: &Register,
        on: NaiveDate,
        place: &Place,
        findings: &mut Findings,
    ) -> Option<Vec<&'a str>> {
        let mut texts = Vec::new();
        let mut all_read = true;
        for (at, citation) in basis.iter().enumerate() {
            // What does not resolve is reported by the lint itself.
            let Ok(resolved) = laws.resolve(citation, on) else { continue };
            let law = self.name(resolved.instrument, resolved.edition);
            let (Checked::Read, Some(law)) = (resolved.edition.checked, law) else {
                all_read = false;
                continue;
            };
            findings.looked_up += 1;
            let article = citation.article_on(on);
            match self.articles.get(&(law.clone(), article.to_owned())) {
                Some(text) => texts.push(text.as_str()),
                None => findings.missing(&place.child("basis").child(at), &law, article),
            }
        }
        all_read.then_some(texts)
    }
}

/// A day, and the first days of the later editions that citations name, up to a last day.
fn days(basis: &[Citation], on: NaiveDate, last: Option<NaiveDate>) -> BTreeSet<NaiveDate> {
    let later = basis.iter().flat_map(|citation| &citation.later).map(|(day, _)| *day);
    let ahead = later.filter(|day| *day > on && last.is_none_or(|last| *day <= last));
    ahead.chain([on]).collect()
}

impl Findings {
    fn missing(&mut self, place: &Place, law: &str, article: &str) {
        let message = format!("{law} 没有第 {article} 条");
        self.errors.push(Problem::new(place, message, "读法规文本，改正条号"));
    }

    fn figures(&mut self, stated: &str, texts: &[impl AsRef<str>], place: &Place, what: &str) {
        let known: Vec<Figure> = texts.iter().flat_map(|text| figures(text.as_ref())).collect();
        let stated = figures(stated);
        self.compared += stated.len();
        let mut missing: Vec<String> = stated
            .into_iter()
            .filter(|figure| !known.iter().any(|known| known.agrees(figure)))
            .map(|figure| figure.shown)
            .collect();
        missing.dedup();
        if !missing.is_empty() {
            let message = format!("{what}里的 {} 在所引条文里没有", missing.join("、"));
            let hint = "核对条文：数字写错了，或者少引了一条";
            self.warnings.push(Problem::new(place, message, hint));
        }
    }
}

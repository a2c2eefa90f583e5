//! What the page loads: the list of packs, each under a name that holds its digest, and the way
//! from their bytes to a [`Library`].

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Library, digest};
use crate::questionnaire::{Compiled, Questionnaire, Source};

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// Packs in the order of asking.
    pub packs: Vec<CatalogFile>,
    /// The law register.
    pub laws: CatalogFile,
    /// The services.
    pub services: CatalogFile,
    /// Days off.
    pub calendar: CatalogFile,
    /// Rules of deadlines.
    pub deadlines: CatalogFile,
    /// How old answers move to the packs of today.
    pub migrations: CatalogFile,
}

/// One file of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogFile {
    /// Name beside the catalogue.
    pub file: String,
    /// SM3 of the bytes, in hex.
    pub hash: String,
}

/// The catalogues of this release and of those before it, whose packs are kept for old reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editions {
    /// The newest first.
    pub editions: Vec<Edition>,
}

/// The catalogue of one release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Where it is.
    pub catalog: CatalogFile,
    /// Its packs: id and digest.
    pub packs: BTreeMap<String, String>,
}

impl Editions {
    /// The newest edition that has all of these packs.
    #[must_use]
    pub fn find(&self, packs: &BTreeMap<String, String>) -> Option<&Edition> {
        self.editions
            .iter()
            .find(|edition| packs.iter().all(|(id, digest)| edition.packs.get(id) == Some(digest)))
    }
}

/// Why the files do not make a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogError {
    /// The bytes are not those that the catalogue was made with.
    Tampered(String),
    /// The JSON is not of this version of the program.
    Format(String),
    /// The packs do not fit each other.
    Packs(String),
}

impl CatalogFile {
    /// The entry for an id and the digest of its bytes.
    #[must_use]
    pub fn new(id: &str, hash: String) -> Self {
        let short: String = hash.chars().take(16).collect();
        Self { file: format!("{id}.{short}.json"), hash }
    }

    /// What the file says, when its bytes are those that its entry names.
    ///
    /// # Errors
    /// That they are others, or of another version of the program.
    pub fn read<T: DeserializeOwned>(&self, text: &str) -> Result<T, CatalogError> {
        if digest(text.as_bytes()) != self.hash {
            return Err(CatalogError::Tampered(self.file.clone()));
        }
        serde_json::from_str(text).map_err(|_| CatalogError::Format(self.file.clone()))
    }
}

impl Catalog {
    /// Every file to fetch, in the order that [`Catalog::library`] expects.
    pub fn files(&self) -> impl Iterator<Item = &CatalogFile> {
        let shared =
            [&self.laws, &self.services, &self.calendar, &self.deadlines, &self.migrations];
        shared.into_iter().chain(&self.packs)
    }

    /// The library from the texts of [`Catalog::files`].
    ///
    /// # Errors
    /// Which file is not what the catalogue says.
    pub fn library(&self, texts: &[String]) -> Result<Library, CatalogError> {
        let [laws, services, calendar, deadlines, migrations, packs @ ..] = texts else {
            return Err(CatalogError::Format("catalog.json".to_owned()));
        };
        if packs.len() != self.packs.len() {
            return Err(CatalogError::Format("catalog.json".to_owned()));
        }
        let laws = self.laws.read(laws)?;
        let services = self.services.read(services)?;
        let calendar = self.calendar.read(calendar)?;
        let deadlines = self.deadlines.read(deadlines)?;
        let migrations = self.migrations.read(migrations)?;
        let sources: Result<Vec<Source>, CatalogError> = self
            .packs
            .iter()
            .zip(packs)
            .map(|(file, text)| {
                let pack: Questionnaire = file.read(text)?;
                Ok(Source { file: file.file.clone(), hash: file.hash.clone(), pack })
            })
            .collect();
        let compiled = Compiled::new(sources?).map_err(|problems| {
            CatalogError::Packs(problems.first().map(ToString::to_string).unwrap_or_default())
        })?;
        let compiled = Rc::new(compiled);
        Ok(Library { compiled, laws, services, calendar, deadlines, migrations })
    }
}

//! An earlier edition of the packs, for a report that was made with it. The server keeps them; a
//! machine fetches one only when such a report is opened.

use std::collections::BTreeMap;

use futures::future::try_join_all;

use super::load::text;
use crate::report::Library;
use crate::report::catalog::{Catalog, CatalogFile, Editions};

/// Which editions there are.
const INDEX: &str = "editions.json";

/// The library of the edition that has these packs; nothing when the server keeps none, does not
/// answer, or sends other bytes than the index names.
pub async fn library(packs: &BTreeMap<String, String>) -> Option<Library> {
    let index: Editions = serde_json::from_str(&text(INDEX).await.ok()?).ok()?;
    let entry = &index.find(packs)?.catalog;
    let catalog: Catalog = entry.read(&text(&entry.file).await.ok()?).ok()?;
    let fetches = catalog.files().map(|CatalogFile { file, .. }| text(file));
    catalog.library(&try_join_all(fetches).await.ok()?).ok()
}

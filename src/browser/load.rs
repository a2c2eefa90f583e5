//! Fetches the packs, and the table for writing by sound. Every byte is checked against the catalogue's digest before it is used.

use std::sync::Arc;

use futures::future::try_join_all;

use super::source;
use crate::kiosk::Trouble;
use crate::kiosk::pinyin::Table;
use crate::report::Library;
use crate::report::catalog::{Catalog, CatalogError, CatalogFile};

/// Folder of the packs beside the page.
const FOLDER: &str = "q";

/// Fetches catalogue, laws, services and packs.
///
/// # Errors
/// What went wrong.
pub async fn library() -> Result<Library, Trouble> {
    let catalog = catalog().await?;
    let fetches = catalog.files().map(|CatalogFile { file, .. }| text(file));
    let texts = try_join_all(fetches).await?;
    catalog.library(&texts).map_err(trouble)
}

async fn catalog() -> Result<Catalog, Trouble> {
    serde_json::from_str(&text("catalog.json").await?).map_err(|_| Trouble::Catalog)
}

/// Fetches the table for writing by sound.
///
/// # Errors
/// That it did not come, or what is wrong with it.
pub async fn dictionary() -> Result<Arc<Table>, Trouble> {
    let file = catalog().await.map_err(|_| Trouble::NoTable)?.pinyin;
    let text = text(&file.file).await.map_err(|_| Trouble::NoTable)?;
    file.verify(&text).map_err(|_| Trouble::OtherTable)?;
    Table::read(&text).map(Arc::new).map_err(|_| Trouble::OtherTable)
}

pub(super) async fn text(file: &str) -> Result<String, Trouble> {
    let failed = || Trouble::Incomplete(file.to_owned());
    source::text(&format!("{FOLDER}/{file}")).await.ok_or_else(failed)
}

fn trouble(error: CatalogError) -> Trouble {
    match error {
        CatalogError::Tampered(file) => Trouble::Tampered(file),
        CatalogError::Format(file) => Trouble::OtherVersion(file),
        CatalogError::Packs(problem) => Trouble::Packs(problem),
    }
}

//! Fetches the packs. Every byte is checked against the catalogue's digest before it is used.

use futures::future::try_join_all;

use super::source;
use crate::kiosk::Trouble;
use crate::report::Library;
use crate::report::catalog::{Catalog, CatalogError, CatalogFile};

/// Folder of the packs beside the page.
const FOLDER: &str = "q";

/// Fetches catalogue, laws, services and packs.
///
/// # Errors
/// What went wrong.
pub async fn library() -> Result<Library, Trouble> {
    let catalog = text("catalog.json").await?;
    let catalog: Catalog = serde_json::from_str(&catalog).map_err(|_| Trouble::Catalog)?;
    let fetches = catalog.files().map(|CatalogFile { file, .. }| text(file));
    let texts = try_join_all(fetches).await?;
    catalog.library(&texts).map_err(trouble)
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

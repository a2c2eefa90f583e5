//! Fetches the packs, and the table for writing by sound. Every byte is checked against the catalogue's digest before it is used.

use std::sync::Arc;

use futures::future::try_join_all;
use leptos::logging::warn;

use super::source;
use crate::kiosk::pinyin::Table;
use crate::kiosk::{Deployment, Trouble};
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

/// What the deployment decides. Without a file that can be read it is the strictest: nothing but
/// paper leaves the machine. What is wrong with it goes to the console.
pub async fn deployment() -> Deployment {
    let read = source::text("tijian.json").await.map(|text| Deployment::read(&text));
    let deployment = read.unwrap_or_else(|| Deployment::unreadable("没有取到"));
    for problem in &deployment.problems {
        warn!("{problem}");
    }
    deployment
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

//! `tijian pack`: what the page loads.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use tijian::report::{
    canonical,
    catalog::{Catalog, CatalogFile, Edition, Editions},
    digest,
};

pub(crate) fn run(directory: &Path, out: &Path, today: NaiveDate) -> Result<(), String> {
    let authored = crate::load_good(directory, today)?;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let packs: Result<Vec<CatalogFile>, String> =
        authored.sources.iter().map(|source| write(out, &source.pack.id, &source.pack)).collect();
    let catalog = Catalog {
        packs: packs?,
        laws: write(out, "laws", &authored.library.laws)?,
        services: write(out, "services", &authored.library.services)?,
        calendar: write(out, "calendar", &authored.library.calendar)?,
        deadlines: write(out, "deadlines", &authored.library.deadlines)?,
        migrations: write(out, "migrations", &authored.library.migrations)?,
    };
    let text = canonical(&catalog).map_err(|error| error.to_string())?;
    save(&out.join("catalog.json"), &text)?;
    // The same once more under a name that stays: later releases keep it for old reports.
    let packs = authored.sources.iter().map(|one| (one.pack.id.clone(), one.hash.clone()));
    let edition = Edition { packs: packs.collect(), catalog: write(out, "catalog", &catalog)? };
    let editions = Editions { editions: vec![edition] };
    let text = canonical(&editions).map_err(|error| error.to_string())?;
    save(&out.join("editions.json"), &text)
}

/// Writes a value under a name that holds its digest.
fn write<T: Serialize>(out: &Path, id: &str, value: &T) -> Result<CatalogFile, String> {
    let text = canonical(value).map_err(|error| error.to_string())?;
    let file = CatalogFile::new(id, digest(text.as_bytes()));
    save(&out.join(&file.file), &text)?;
    Ok(file)
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: 写不进去（{error}）", path.display()))
}

//! Earlier editions of the questionnaires: a new deployment keeps those of the one before, so that
//! a report made with them can still be made again (`q/editions.json`).

use crate::digest;
use crate::headers::is_hashed;
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The folder of questionnaires and the list of their editions in it.
const FOLDER: &str = "q";
const INDEX: &str = "editions.json";

/// As `tijian pack` writes it.
#[derive(Deserialize, Serialize)]
struct Index {
    editions: Vec<Edition>,
}

#[derive(Clone, Deserialize, PartialEq, Serialize)]
struct Edition {
    catalog: File,
    packs: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize, PartialEq, Serialize)]
struct File {
    file: String,
    hash: String,
}

/// Takes the editions of an earlier deployment over into a new one, behind its own.
///
/// # Errors
/// Also when a file has kept its name and changed its content: machines keep such a name for good,
/// so the new deployment must not be published.
pub(crate) fn carry(previous: &Path, dist: &Path) -> Result<()> {
    refuse_changed_names(previous, dist)?;
    let (from, to) = (previous.join(FOLDER), dist.join(FOLDER));
    let mut index = read(&to)?;
    for edition in read(&from)?.editions {
        if index.editions.contains(&edition) {
            continue;
        }
        copy(&from, &to, &edition.catalog.file)?;
        let catalog = std::fs::read_to_string(from.join(&edition.catalog.file))?;
        for file in files(&catalog)? {
            copy(&from, &to, &file)?;
        }
        index.editions.push(edition);
    }
    std::fs::write(to.join(INDEX), serde_json::to_string(&index)?)?;
    Ok(())
}

fn read(folder: &Path) -> Result<Index> {
    let file = folder.join(INDEX);
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{} is missing: is it a built page?", file.display()))?;
    serde_json::from_str(&text).with_context(|| file.display().to_string())
}

/// Every file that a catalogue names.
pub(crate) fn files(catalog: &str) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Entry {
        One(File),
        Several(Vec<File>),
    }
    let catalog: BTreeMap<String, Entry> = serde_json::from_str(catalog)?;
    let names = catalog.into_values().flat_map(|entry| match entry {
        Entry::One(file) => vec![file],
        Entry::Several(files) => files,
    });
    Ok(names.map(|file| file.file).collect())
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    let target = to.join(name);
    if !target.exists() {
        let source = from.join(name);
        std::fs::copy(&source, &target)
            .with_context(|| format!("{} cannot be kept", source.display()))?;
    }
    Ok(())
}

/// A name that holds a digest stands for one content.
fn refuse_changed_names(previous: &Path, dist: &Path) -> Result<()> {
    let mut changed = Vec::new();
    for old in digest::files_under(previous)? {
        let name = digest::relative(previous, &old);
        let new = dist.join(&name);
        if is_hashed(&name) && new.exists() && std::fs::read(&old)? != std::fs::read(&new)? {
            changed.push(name);
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    bail!("changed without a new name, so machines would mix two builds: {}", changed.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A deployment whose only pack has this content.
    fn deployment(content: &str) -> Result<TempDir> {
        let directory = tempfile::tempdir()?;
        let folder = directory.path().join(FOLDER);
        std::fs::create_dir(&folder)?;
        let write = |name: &str, text: String| std::fs::write(folder.join(name), text);
        let (pack, catalog) = (format!("tax.{content}.json"), format!("catalog.{content}.json"));
        write(&pack, content.to_owned())?;
        let file = |name: &str| format!(r#"{{"file":"{name}","hash":"{content}"}}"#);
        write(&catalog, format!(r#"{{"packs":[{}]}}"#, file(&pack)))?;
        let edition = format!(r#"{{"catalog":{},"packs":{{"tax":"{content}"}}}}"#, file(&catalog));
        write(INDEX, format!(r#"{{"editions":[{edition}]}}"#))?;
        Ok(directory)
    }

    fn kept(directory: &TempDir) -> Result<Vec<String>> {
        let index = read(&directory.path().join(FOLDER))?;
        Ok(index.editions.into_iter().map(|edition| edition.catalog.hash).collect())
    }

    const A: &str = "aaaaaaaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbbbbbbb";
    const C: &str = "cccccccccccccccc";

    #[test]
    fn every_earlier_edition_stays_and_the_newest_comes_first() -> Result<()> {
        let (a, b, c) = (deployment(A)?, deployment(B)?, deployment(C)?);
        carry(a.path(), b.path())?;
        carry(b.path(), c.path())?;
        assert_eq!(kept(&c)?, [C, B, A]);
        let pack = c.path().join(FOLDER).join(format!("tax.{A}.json"));
        assert_eq!(std::fs::read_to_string(pack)?, A);
        // Once more changes nothing.
        carry(b.path(), c.path())?;
        assert_eq!(kept(&c)?, [C, B, A]);
        Ok(())
    }

    #[test]
    fn the_same_name_with_another_content_is_refused() -> Result<()> {
        let (a, b) = (deployment(A)?, deployment(B)?);
        let name = "app-0123456789abcdef.js";
        std::fs::write(a.path().join(name), "one")?;
        std::fs::write(b.path().join(name), "two")?;
        let error = carry(a.path(), b.path()).map_or_else(|e| e.to_string(), |()| String::new());
        assert!(error.contains(name), "{error}");
        assert_eq!(kept(&b)?, [B], "nothing was carried");
        Ok(())
    }

    #[test]
    fn what_is_no_deployment_is_refused() -> Result<()> {
        assert!(carry(tempfile::tempdir()?.path(), deployment(A)?.path()).is_err());
        Ok(())
    }
}

//! What makes the files of a built page one release: the list of all that a machine keeps, each
//! with its digest, and the service worker that keeps them (`public/sw.js`).

use crate::project::Project;
use crate::{digest, editions, questionnaires, worker};
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};
use sm3::Sm3;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What every service worker does; the list is put before it.
const SCRIPT: &str = include_str!("../../public/sw.js");
/// The name of the service worker, which is never part of the list.
const NAME: &str = "sw.js";
/// How the page itself is called in the list: not every server answers under its file's name.
const PAGE: &str = "./";
/// The folder of questionnaires with its list.
const FOLDER: &str = "q";
const CATALOG: &str = "q/catalog.json";
/// Kinds of files that the page is made of, beside itself and the questionnaires.
const KINDS: [&str; 8] = ["css", "ico", "js", "png", "svg", "wasm", "webmanifest", "woff2"];

/// The list. Its digest (SM3, as the page can compute it too) names the release.
#[derive(Debug, Serialize)]
pub(crate) struct Release {
    /// Version of the program.
    version: String,
    /// Digest of the headers' source: kept files keep the headers that they came with.
    headers: String,
    /// Each file with its digest as browsers write it.
    files: BTreeMap<String, String>,
}

/// Runs as Trunk's hook: everything that joins the page after Trunk's own build, in order.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.context("`cargo xtask assemble` is a hook of Trunk, which names the folder")?;
    questionnaires::pack(project, FOLDER)?;
    worker::rename(&staging)?;
    write(project, &staging)
}

/// Writes the service worker for the files of a directory.
pub(crate) fn write(project: &Project, directory: &Path) -> Result<()> {
    let read = |path: &str| {
        std::fs::read(project.root.join(path)).with_context(|| format!("{path} is missing"))
    };
    let release = Release {
        version: version(&String::from_utf8(read("Cargo.toml")?)?)?,
        headers: hex(&Sha256::digest(read("deploy/headers.toml")?)),
        files: files(directory)?,
    };
    let file = directory.join(NAME);
    std::fs::write(&file, release.script()?)
        .with_context(|| format!("{} cannot be written", file.display()))
}

impl Release {
    fn script(&self) -> Result<String> {
        let list = serde_json::to_string(self)?;
        let id = hex(&Sm3::digest(&list));
        Ok(format!("const ID = \"{id}\";\nconst RELEASE = {list};\n\n{SCRIPT}"))
    }
}

/// What a machine keeps of a directory. The settings are not in it, since they change without a
/// release; nor is what only a server or an older report asks for.
fn files(directory: &Path) -> Result<BTreeMap<String, String>> {
    let catalog: BTreeSet<String> = of_catalog(directory)?;
    let mut files = BTreeMap::new();
    for file in digest::files_under(directory)? {
        let path = digest::relative(directory, &file);
        if !is_kept(&path, &catalog) {
            continue;
        }
        let content =
            std::fs::read(&file).with_context(|| format!("{} is unreadable", file.display()))?;
        let name = if path == "index.html" { PAGE.to_owned() } else { path };
        files.insert(name, integrity(&content));
    }
    anyhow::ensure!(files.contains_key(PAGE), "{} has no index.html", directory.display());
    Ok(files)
}

fn is_kept(path: &str, catalog: &BTreeSet<String>) -> bool {
    let kind = path.rsplit('.').next().unwrap_or_default();
    match path.split_once('/') {
        None => path == "index.html" || (path != NAME && KINDS.contains(&kind)),
        Some((FOLDER, _)) => catalog.contains(path),
        Some(("terminals" | "schema", _)) => false,
        Some(_) => KINDS.contains(&kind),
    }
}

/// The catalogue of questionnaires and every file that it names.
fn of_catalog(directory: &Path) -> Result<BTreeSet<String>> {
    let text = std::fs::read_to_string(directory.join(CATALOG))
        .with_context(|| format!("{} has no {CATALOG}", directory.display()))?;
    let named = editions::files(&text).context(CATALOG)?.into_iter();
    let named = named.map(|file| format!("{FOLDER}/{file}"));
    Ok(named.chain([CATALOG.to_owned()]).collect())
}

/// A digest as browsers write it in `integrity`.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

fn version(manifest: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Manifest {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    Ok(toml::from_str::<Manifest>(manifest).context("Cargo.toml")?.package.version)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOGUE: &str =
        r#"{"laws":{"file":"laws.1.json","hash":"1"},"packs":[{"file":"tax.2.json","hash":"2"}]}"#;

    fn built(files: &[&str]) -> Result<tempfile::TempDir> {
        let directory = tempfile::tempdir()?;
        for path in [&["index.html", "q/laws.1.json", "q/tax.2.json"], files].concat() {
            let file = directory.path().join(path);
            std::fs::create_dir_all(file.parent().context("no folder")?)?;
            std::fs::write(file, path)?;
        }
        std::fs::write(directory.path().join(CATALOG), CATALOGUE)?;
        Ok(directory)
    }

    fn listed(files_there: &[&str]) -> Result<Vec<String>> {
        Ok(files(built(files_there)?.path())?.into_keys().collect())
    }

    const ALWAYS: [&str; 4] = ["./", "q/catalog.json", "q/laws.1.json", "q/tax.2.json"];

    #[test]
    fn a_machine_keeps_the_page_and_what_it_can_ask_for() -> Result<()> {
        let kept = ["app.js", "app_bg.wasm", "base.css", "icon.svg", "sounds/a.woff2"];
        let mut expected: Vec<_> = [&ALWAYS[..], &kept].concat();
        expected.sort_unstable();
        assert_eq!(listed(&kept)?, expected);
        Ok(())
    }

    #[test]
    fn settings_older_questionnaires_and_compressed_forms_are_not_kept() -> Result<()> {
        let others = [
            "sw.js",
            "app.js.br",
            "tijian.json",
            "terminals/7.json",
            "q/tax.1.json",
            "q/editions.json",
            "schema/report.json",
            "single.html",
        ];
        assert_eq!(listed(&others)?, ALWAYS);
        Ok(())
    }

    #[test]
    fn a_digest_is_that_of_the_browsers() {
        // printf abc | openssl dgst -sha384 -binary | base64
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn one_byte_makes_another_release() -> Result<()> {
        let script = |content: &str| -> Result<String> {
            let directory = built(&[])?;
            std::fs::write(directory.path().join("app.js"), content)?;
            let files = files(directory.path())?;
            Release { version: "1".to_owned(), headers: String::new(), files }.script()
        };
        let id = |script: &str| script.lines().next().map(str::to_owned);
        let (one, other) = (script("a")?, script("b")?);
        assert_eq!(one, script("a")?);
        assert_ne!(id(&one), id(&other));
        assert!(one.starts_with("const ID = \"") && one.ends_with(SCRIPT));
        Ok(())
    }

    #[test]
    fn the_version_is_that_of_the_program() -> Result<()> {
        assert!(!version(include_str!("../../Cargo.toml"))?.is_empty());
        Ok(())
    }
}

//! The release folder: everything that goes to the servers and terminals, checked and counted.
//!
//! ```text
//! site/      the built page, for the web server
//! server/    nginx and Caddy, with the headers that belong to this page
//! linux/     the launcher of a terminal
//! docs/      how to install all this
//! sbom.cdx.json, licences.txt, LICENSE-…, SHA256SUMS
//! ```

mod check;
mod dependencies;
mod licences;
mod sbom;

use crate::headers::Headers;
use crate::project::Project;
use crate::run::say;
use crate::{build, digest};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};

/// What is copied as it stands, and to where.
const COPIED: [(&str, &str); 8] = [
    ("deploy/nginx.conf", "server/nginx.conf"),
    ("deploy/Caddyfile", "server/Caddyfile"),
    ("deploy/linux", "linux"),
    ("docs/deploying.md", "docs/deploying.md"),
    ("docs/windows-kiosk.md", "docs/windows-kiosk.md"),
    ("CHANGELOG.md", "docs/CHANGELOG.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// What follows `dist` on the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    out: Option<PathBuf>,
}

impl Options {
    /// Reads the options.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        match words {
            [] => Ok(Self { out: None }),
            ["--out", folder] => Ok(Self { out: Some(PathBuf::from(folder)) }),
            _ => bail!("dist takes --out FOLDER: cargo xtask dist --out release"),
        }
    }

    /// Builds the page, fills the folder, checks it and prints its digest.
    pub(crate) fn run(&self, project: &Project) -> Result<()> {
        build::release(project)?;
        let out =
            self.out.as_ref().map_or_else(|| project.state("release"), |out| Ok(out.clone()))?;
        fill(project, &out)?;
        println!("{}  {}", write_sums(&out)?, out.display());
        Ok(())
    }
}

fn fill(project: &Project, out: &Path) -> Result<()> {
    empty(out)?;
    copy(&project.dist(), &out.join("site"))?;
    for (from, to) in COPIED {
        copy(&project.root.join(from), &out.join(to))?;
    }
    let headers = Headers::read(project)?;
    std::fs::write(out.join("server/tijian-headers.conf"), headers.for_nginx())?;
    std::fs::write(out.join("server/tijian-headers.caddy"), headers.for_caddy())?;
    let shipped = dependencies::Shipped::find(project)?;
    std::fs::write(out.join("sbom.cdx.json"), sbom::write(&shipped)?)?;
    std::fs::write(out.join("licences.txt"), licences::collect(&shipped)?)?;
    let problems = check::problems(project, out)?;
    for problem in &problems {
        say(problem);
    }
    ensure!(problems.is_empty(), "the release has {} faults; nothing was released", problems.len());
    Ok(())
}

/// Only a folder of an earlier run is emptied: a mistyped name must not cost anything.
fn empty(out: &Path) -> Result<()> {
    let is_ours = out.join("SHA256SUMS").is_file() || out.join("sbom.cdx.json").is_file();
    if out.is_dir() && is_ours {
        std::fs::remove_dir_all(out)?;
    }
    let is_free = !out.exists() || out.read_dir()?.next().is_none();
    ensure!(is_free, "{} has files that no release put there; choose another", out.display());
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let files = digest::files_under(from)?;
    ensure!(!files.is_empty(), "{} is missing", from.display());
    for file in files {
        let name = digest::relative(from, &file);
        let target = if name.is_empty() { to.to_path_buf() } else { to.join(name) };
        std::fs::create_dir_all(target.parent().context("a file has no folder")?)?;
        std::fs::copy(&file, &target)
            .with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// Lists every file with its digest, as `sha256sum --check` reads it; the list's own digest
/// stands for the release.
fn write_sums(out: &Path) -> Result<String> {
    let mut sums = String::new();
    for file in digest::files_under(out)? {
        let sum = digest::sha256(&std::fs::read(&file)?);
        sums.push_str(&format!("{sum}  {}\n", digest::relative(out, &file)));
    }
    std::fs::write(out.join("SHA256SUMS"), &sums)?;
    Ok(digest::sha256(sums.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_files_is_left_alone() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let letter = folder.path().join("letter.txt");
        std::fs::write(&letter, "dear")?;
        assert!(empty(folder.path()).is_err());
        assert!(letter.exists());
        std::fs::write(folder.path().join("SHA256SUMS"), "")?;
        empty(folder.path())?;
        assert!(!letter.exists());
        Ok(())
    }

    #[test]
    fn the_digest_tells_names_and_bytes_apart() -> Result<()> {
        let digest_of = |name: &str, content: &str| -> Result<String> {
            let folder = tempfile::tempdir()?;
            std::fs::write(folder.path().join(name), content)?;
            write_sums(folder.path())
        };
        assert_eq!(digest_of("a", "1")?, digest_of("a", "1")?);
        assert_ne!(digest_of("a", "1")?, digest_of("b", "1")?);
        assert_ne!(digest_of("a", "1")?, digest_of("a", "2")?);
        Ok(())
    }
}

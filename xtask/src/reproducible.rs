//! Two builds of one commit, in two places, compared byte by byte. Takes as long as two builds.

use crate::digest;
use crate::project::Project;
use crate::run::{command, run, say};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Two places whose paths differ in length and depth.
const PLACES: [&str; 2] = ["one", "another/place-for-a-checkout"];

/// Builds what is committed twice and prints the digest that both have.
pub(crate) fn command_line(project: &Project) -> Result<()> {
    let folder = project.state("reproducible")?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    // Both before either is built: what is committed may be more by then.
    for place in PLACES {
        check_out(project, &folder.join(place))?;
    }
    let [one, another] = PLACES.map(|place| release(&folder.join(place)));
    let (one, another) = (contents(&one?)?, contents(&another?)?);
    let differing: Vec<&String> = one
        .keys()
        .chain(another.keys())
        .filter(|name| one.get(*name) != another.get(*name))
        .collect();
    for name in &differing {
        say(&format!("differs: {name}"));
    }
    ensure!(differing.is_empty(), "the two builds differ; they are in {}", folder.display());
    let sums = one.get("SHA256SUMS").context("a release without a list")?;
    println!("{}  {} files, twice the same", digest::sha256(sums), one.len());
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Clones what is committed to a place.
fn check_out(project: &Project, place: &Path) -> Result<()> {
    std::fs::create_dir_all(place.parent().context("a place without a folder")?)?;
    run(command("git", &project.root).args(["clone", "--quiet", "."]).arg(place))
}

/// Builds the checkout at a place and gives the release folder.
fn release(place: &Path) -> Result<PathBuf> {
    let out = place.join("release");
    run(command("cargo", place)
        .args(["xtask", "dist", "--out"])
        .arg(&out)
        // Each has a target folder of its own.
        .env_remove("CARGO_TARGET_DIR"))?;
    let kept = place.with_extension("release");
    std::fs::rename(&out, &kept)?;
    // Gigabytes that nobody needs again.
    std::fs::remove_dir_all(place)?;
    Ok(kept)
}

fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    digest::files_under(folder)?
        .iter()
        .map(|file| Ok((digest::relative(folder, file), std::fs::read(file)?)))
        .collect()
}

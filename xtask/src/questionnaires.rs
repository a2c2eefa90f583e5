//! The YAML questionnaires, packed into JSON for the page.

use crate::project::Project;
use crate::run::{command, run, say};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Lets the command line pack all questionnaires into a directory. As Trunk's
/// hook, a relative directory means one inside the page that Trunk assembles.
pub(crate) fn pack(project: &Project, directory: &str) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let out =
        staging.map_or_else(|| project.root.join(directory), |staging| staging.join(directory));
    std::fs::create_dir_all(&out)?;
    say("packing the questionnaires (the first time their compiler is built: about a minute)");
    run(command("cargo", &project.root)
        .args(CLI)
        .args(["pack", "questionnaires", "--out"])
        .arg(Path::new(&out)))
}

/// Checks all questionnaires, laws and lists.
pub(crate) fn lint(project: &Project) -> Result<()> {
    run(command("cargo", &project.root).args(CLI).arg("lint"))
}

/// How cargo runs the command line.
pub(crate) const CLI: [&str; 7] =
    ["run", "--package", "tijian", "--no-default-features", "--features=cli", "--bin=tijian", "--"];

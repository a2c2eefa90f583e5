//! Where the project's directories are.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The checkout that this program was built from.
pub(crate) struct Project {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Cargo's target directory; stamps and generated files live in it.
    pub(crate) target: PathBuf,
    /// The program's version.
    pub(crate) version: String,
}

#[derive(Deserialize)]
struct Metadata {
    target_directory: PathBuf,
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

impl Project {
    /// Asks cargo, because the target directory can be moved by the environment.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask is not inside the repository")?
            .to_path_buf();
        let output = Command::new("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root)
            .stderr(Stdio::inherit())
            .output()
            .context("cargo could not be started")?;
        let metadata: Metadata = serde_json::from_slice(&output.stdout)
            .context("`cargo metadata` gave no answer; run it in the repository to see why")?;
        let program = metadata.packages.into_iter().find(|package| package.name == "tijian");
        let version = program.context("the workspace has no package `tijian`")?.version;
        Ok(Self { root, target: metadata.target_directory, version })
    }

    /// The built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A file of xtask's own inside the target directory.
    pub(crate) fn state(&self, name: &str) -> Result<PathBuf> {
        let directory = self.target.join("xtask");
        std::fs::create_dir_all(&directory)
            .with_context(|| format!("{} cannot be created", directory.display()))?;
        Ok(directory.join(name))
    }

    /// The Playwright project.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }
}

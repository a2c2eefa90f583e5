//! Which version of each tool the project wants, read from where it is written.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// The wanted versions.
pub(crate) struct Versions {
    /// From `Trunk.toml`.
    pub(crate) trunk: String,
    /// From `Cargo.lock`: the program and the library must be the same.
    pub(crate) wasm_bindgen: String,
    /// From `Trunk.toml`; Binaryen, which wasm-opt belongs to, counts in whole numbers.
    pub(crate) binaryen: String,
}

#[derive(Deserialize)]
struct TrunkFile {
    #[serde(rename = "trunk-version")]
    trunk_version: String,
    tools: TrunkTools,
}

#[derive(Deserialize)]
struct TrunkTools {
    wasm_opt: String,
}

#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

impl Versions {
    /// Reads both files in the repository's root.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let read = |name: &str| {
            std::fs::read_to_string(root.join(name)).with_context(|| format!("{name} is missing"))
        };
        Self::parse(&read("Trunk.toml")?, &read("Cargo.lock")?)
    }

    fn parse(trunk: &str, lock: &str) -> Result<Self> {
        let trunk: TrunkFile = toml::from_str(trunk).context("Trunk.toml")?;
        let lock: LockFile = toml::from_str(lock).context("Cargo.lock")?;
        let wasm_bindgen = lock
            .package
            .into_iter()
            .find(|package| package.name == "wasm-bindgen")
            .context("Cargo.lock has no wasm-bindgen")?
            .version;
        Ok(Self {
            trunk: trunk.trunk_version.trim_start_matches('=').to_owned(),
            wasm_bindgen,
            binaryen: trunk.tools.wasm_opt.trim_start_matches("version_").to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_come_from_the_two_files() -> Result<()> {
        let versions = Versions::parse(
            "trunk-version = \"=0.21.14\"\n[tools]\nwasm_opt = \"version_132\"",
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"",
        )?;
        assert_eq!(versions.trunk, "0.21.14");
        assert_eq!(versions.wasm_bindgen, "0.2.130");
        assert_eq!(versions.binaryen, "132");
        Ok(())
    }
}

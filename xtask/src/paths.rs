//! The paths of the machine that builds: they must not be in what it builds.

use crate::project::Project;
use crate::run::{answer, command, say};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lets the compiler write names in place of this machine's paths, so that two machines build
/// the same bytes. Only for the page: what runs here needs no rebuilding.
pub(crate) fn leave_out(project: &Project, build: &mut Command) -> Result<()> {
    let flags = renamed(project)?
        .iter()
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .collect::<Vec<_>>();
    if flags.iter().any(|flag| flag.contains(char::is_whitespace)) {
        say("a path of this machine has a space: it stays in the page, and `dist` will refuse it");
        return Ok(());
    }
    // The general variable would win over the one for the page alone.
    build.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    Ok(())
}

/// Paths and what stands for them; the compiler takes the last that fits.
fn renamed(project: &Project) -> Result<Vec<(PathBuf, &'static str)>> {
    let mut renamed = vec![(project.root.clone(), "tijian")];
    if let Some(sources) = sysroot(project) {
        renamed.push((sources.join("lib/rustlib/src/rust"), "rust"));
    }
    // One folder for each registry, named after the registry.
    let crates = cargo_home().map(|home| home.join("registry").join("src"));
    if let Some(crates) = crates.filter(|crates| crates.is_dir()) {
        for entry in std::fs::read_dir(crates)? {
            renamed.push((entry?.path(), "crates"));
        }
    }
    renamed.sort();
    Ok(renamed)
}

/// What no file of a release may contain.
pub(crate) fn of_this_machine(project: &Project) -> Vec<String> {
    let home = std::env::home_dir().filter(|home| home != Path::new("/"));
    [Some(project.root.clone()), Some(project.target.clone()), cargo_home(), sysroot(project)]
        .into_iter()
        .chain([home])
        .flatten()
        .map(|path| format!("{}/", path.display()))
        .collect()
}

fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

fn sysroot(project: &Project) -> Option<PathBuf> {
    answer(command("rustc", &project.root).args(["--print", "sysroot"])).map(PathBuf::from)
}

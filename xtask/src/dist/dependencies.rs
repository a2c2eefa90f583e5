//! The crates that are inside the page: what cargo links for the browser, without what only runs
//! while it compiles.

use crate::project::Project;
use crate::run::{answer, command};
use crate::tools::WASM_TARGET;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The two programs of the page.
const PROGRAMS: [&[&str]; 2] = [&["--features=app"], &["--features=docx-worker"]];

/// All of them.
pub(super) struct Shipped {
    /// The page itself.
    pub(super) page: Package,
    /// The crates, sorted by name and version.
    pub(super) crates: Vec<Package>,
    /// The compiler's version, whose standard library is inside too.
    pub(super) rust: String,
}

/// One crate.
#[derive(Clone, Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    /// As the crate states it.
    pub(super) license: Option<String>,
    pub(super) repository: Option<String>,
    manifest_path: PathBuf,
    id: String,
    /// SHA-256 of the crate's file, from `Cargo.lock`.
    #[serde(skip)]
    pub(super) checksum: Option<String>,
    /// Name and version of those that it uses.
    #[serde(skip)]
    pub(super) uses: Vec<(String, String)>,
}

impl Package {
    /// Where its source lies.
    pub(super) fn folder(&self) -> PathBuf {
        self.manifest_path.parent().map(PathBuf::from).unwrap_or_default()
    }

    fn key(&self) -> (String, String) {
        (self.name.clone(), self.version.clone())
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    dependencies: Vec<String>,
}

#[derive(Deserialize)]
struct LockFile {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

impl Shipped {
    /// Asks cargo and the lock file.
    pub(super) fn find(project: &Project) -> Result<Self> {
        let inside = inside(project)?;
        let metadata = metadata(project)?;
        let by_id: BTreeMap<String, (String, String)> =
            metadata.packages.iter().map(|p| (p.id.clone(), p.key())).collect();
        let lock = std::fs::read_to_string(project.root.join("Cargo.lock"))?;
        let lock: LockFile = toml::from_str(&lock).context("Cargo.lock")?;
        let sums: BTreeMap<_, _> =
            lock.package.into_iter().map(|l| ((l.name, l.version), l.checksum)).collect();

        let mut crates: Vec<Package> = metadata.packages;
        crates.retain(|package| inside.contains(&package.key()));
        for package in &mut crates {
            package.checksum = sums.get(&package.key()).cloned().flatten();
            let node = metadata.resolve.nodes.iter().find(|node| node.id == package.id);
            let uses = node.into_iter().flat_map(|node| &node.dependencies);
            package.uses = uses.filter_map(|id| by_id.get(id)).cloned().collect();
            package.uses.retain(|used| inside.contains(used));
            package.uses.sort();
        }
        crates.sort_by_key(Package::key);
        let (page, crates) = crates.into_iter().partition::<Vec<_>, _>(|p| p.name == "tijian");
        let page = page.into_iter().next().context("cargo does not know the page")?;
        ensure!(crates.len() > 10, "cargo names only {} crates", crates.len());
        let rust = answer(command("rustc", &project.root).arg("--version"));
        let rust = rust.as_deref().and_then(|line| line.split_whitespace().nth(1));
        Ok(Self { page, crates, rust: rust.context("rustc has no version")?.to_owned() })
    }
}

/// Names and versions of what is linked, with exactly the features of the page.
fn inside(project: &Project) -> Result<BTreeSet<(String, String)>> {
    let mut inside = BTreeSet::new();
    for features in PROGRAMS {
        let tree = answer(
            command("cargo", &project.root)
                .args(["tree", "--package=tijian", "--no-default-features", "--locked"])
                .args(["--target", WASM_TARGET, "--edges=normal,no-proc-macro"])
                .args(["--prefix=none", "--format={p}"])
                .args(features),
        );
        for line in tree.context("`cargo tree` gave no answer")?.lines() {
            let mut words = line.split_whitespace();
            if let (Some(name), Some(version)) = (words.next(), words.next()) {
                inside.insert((name.to_owned(), version.trim_start_matches('v').to_owned()));
            }
        }
    }
    Ok(inside)
}

fn metadata(project: &Project) -> Result<Metadata> {
    let text = answer(
        command("cargo", &project.root)
            .args(["metadata", "--format-version=1", "--locked", "--filter-platform", WASM_TARGET])
            .args(["--no-default-features", "--features=app,docx-worker"]),
    );
    serde_json::from_str(&text.context("`cargo metadata` gave no answer")?)
        .context("`cargo metadata` has another format")
}

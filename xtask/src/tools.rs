//! The tools that the build needs: found on PATH, found in the cache, or
//! installed into the cache.

use crate::project::Project;
use crate::run::{answer, command, npm, run, say};
use crate::versions::Versions;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compilation target of the page.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What to do where there is no npm.
pub(crate) const NODE_BY_HAND: &str =
    "install Node.js 20 or newer with npm (Debian 13: apt-get install nodejs npm)";

/// Directories that must come first on PATH.
pub(crate) struct Tools(Vec<PathBuf>);

impl Tools {
    /// Lets a command find these tools before any others.
    pub(crate) fn put_on_path(&self, command: &mut Command) -> Result<()> {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let path: OsString =
            std::env::join_paths(self.0.iter().cloned().chain(std::env::split_paths(&old)))?;
        command.env("PATH", path);
        Ok(())
    }
}

/// Everything that the release build needs.
pub(crate) fn for_build(project: &Project) -> Result<Tools> {
    let versions = Versions::read(&project.root)?;
    let cache = Cache::find()?;
    let mut missing = Vec::new();
    let mut directories = Vec::new();

    if let Err(error) = wasm_target(project) {
        missing.push(format!("{error:#}"));
    }
    // The quick one first: if it cannot be had, the user learns it before the minutes of the others.
    let quick = [Tool::wasm_opt(&versions)];
    let slow = [Tool::wasm_bindgen(&versions), Tool::trunk(&versions)];
    for tools in [&quick[..], &slow[..]] {
        for tool in tools {
            match tool.provide(&cache) {
                Ok(directory) => directories.extend(directory),
                Err(error) => missing.push(format!("{error:#}")),
            }
        }
        if !missing.is_empty() {
            bail!("the build cannot start:\n  - {}", missing.join("\n  - "));
        }
    }
    Ok(Tools(directories))
}

/// The folder of the program that checks licences and sources; none if it is on PATH.
pub(crate) fn cargo_deny() -> Result<Tools> {
    Ok(Tools(Tool::cargo_deny().provide(&Cache::find()?)?.into_iter().collect()))
}

/// Makes sure that the standard library for the page is installed.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let installed = answer(command("rustc", &project.root).args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))
    .is_some_and(|directory| Path::new(&directory).is_dir());
    if installed {
        return Ok(());
    }
    say("adding the WebAssembly target (some seconds)");
    run(command("rustup", &project.root).args(["target", "add", WASM_TARGET]))
        .with_context(|| format!("the target {WASM_TARGET} is missing; install rustup, then: rustup target add {WASM_TARGET}"))
}

/// Makes sure that `cargo fmt` and `cargo clippy` are installed.
pub(crate) fn components(project: &Project) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if answer(command("cargo", &project.root).args([subcommand, "--version"])).is_none() {
            say(&format!("adding {component} (some seconds)"));
            run(command("rustup", &project.root).args(["component", "add", component]))
                .with_context(|| {
                    format!("{component} is missing: rustup component add {component}")
                })?;
        }
    }
    Ok(())
}

/// One directory for all clones: building these tools takes minutes.
struct Cache(PathBuf);

impl Cache {
    fn find() -> Result<Self> {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        if let Some(directory) = variable("TIJIAN_TOOLS") {
            return Ok(Self(directory));
        }
        let user = if cfg!(windows) {
            variable("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            variable("HOME").map(|home| home.join("Library").join("Caches"))
        } else {
            variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache")))
        };
        let user = user.context(
            "there is no home directory to keep the tools in: set TIJIAN_TOOLS to a directory",
        )?;
        Ok(Self(user.join("tijian-tools")))
    }
}

enum Installer {
    Cargo { flags: &'static [&'static str] },
    Npm,
}

struct Tool<'a> {
    package: &'static str,
    program: &'static str,
    version: &'a str,
    installer: Installer,
    takes: &'static str,
}

impl<'a> Tool<'a> {
    fn trunk(versions: &'a Versions) -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            version: &versions.trunk,
            // Its default features only serve downloads, which the build does without.
            installer: Installer::Cargo { flags: &["--locked", "--no-default-features"] },
            takes: "about 6 minutes on two cores",
        }
    }

    fn wasm_bindgen(versions: &'a Versions) -> Self {
        Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &versions.wasm_bindgen,
            // Not `--locked`: its lock file can name a version that a mirror does not have.
            installer: Installer::Cargo { flags: &[] },
            takes: "about 3 minutes on two cores",
        }
    }

    fn cargo_deny() -> Tool<'static> {
        Tool {
            package: "cargo-deny",
            program: "cargo-deny",
            version: "0.20.2",
            installer: Installer::Cargo { flags: &["--locked"] },
            takes: "about 3 minutes on two cores",
        }
    }

    fn wasm_opt(versions: &'a Versions) -> Self {
        Self {
            package: "binaryen",
            program: "wasm-opt",
            version: &versions.binaryen,
            installer: Installer::Npm,
            takes: "some seconds",
        }
    }

    /// The directory to put on PATH; none if the tool is on PATH already.
    fn provide(&self, cache: &Cache) -> Result<Option<PathBuf>> {
        if self.fits(Path::new(self.program)) {
            return Ok(None);
        }
        let home = cache.0.join(format!("{}-{}", self.program, self.version));
        let bin = match self.installer {
            Installer::Cargo { .. } => home.join("bin"),
            Installer::Npm => home.join("node_modules").join(".bin"),
        };
        let program = bin.join(self.file_name());
        if !self.fits(&program) {
            self.install(cache, &home)?;
            if !self.fits(&program) {
                bail!(
                    "{} was installed but does not run as version {}; delete {} and try again",
                    self.program,
                    self.version,
                    home.display()
                );
            }
        }
        Ok(Some(bin))
    }

    fn file_name(&self) -> String {
        match (cfg!(windows), &self.installer) {
            (true, Installer::Cargo { .. }) => format!("{}.exe", self.program),
            (true, Installer::Npm) => format!("{}.cmd", self.program),
            (false, _) => self.program.to_owned(),
        }
    }

    fn fits(&self, program: &Path) -> bool {
        answer(Command::new(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, cache: &Cache, home: &Path) -> Result<()> {
        say(&format!(
            "installing {} {} into {} ({}; only once)",
            self.program,
            self.version,
            home.display(),
            self.takes
        ));
        std::fs::create_dir_all(home)
            .with_context(|| format!("{} cannot be created", home.display()))?;
        match self.installer {
            Installer::Cargo { flags } => self.install_with_cargo(flags, cache, home),
            Installer::Npm => self.install_with_npm(home),
        }
    }

    fn install_with_cargo(&self, flags: &[&str], cache: &Cache, home: &Path) -> Result<()> {
        // Kept until the build succeeds, so that an interrupted one goes on where it stopped.
        let scratch = cache.0.join("build").join(self.program);
        let mut install = command("cargo", home);
        install
            .args(["install", self.package, "--version", self.version])
            .args(flags)
            .arg("--root")
            .arg(home)
            .arg("--target-dir")
            .arg(&scratch)
            // Quick to build matters more here than quick to run.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut install).with_context(|| {
            let by_hand = [&["cargo", "install", self.package, "--version", self.version], flags];
            self.missing(&by_hand.concat().join(" "))
        })?;
        std::fs::remove_dir_all(&scratch).with_context(|| scratch.display().to_string())
    }

    fn install_with_npm(&self, home: &Path) -> Result<()> {
        let package = format!("{}@{}", self.package, self.version);
        run(npm(home)
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
            .arg("--prefix")
            .arg(home)
            .arg(&package))
        .with_context(|| {
            self.missing(&format!("{NODE_BY_HAND}, then: npm install --global {package}"))
        })
    }

    fn missing(&self, by_hand: &str) -> String {
        format!(
            "{} {} is missing and could not be installed; by hand: {by_hand}",
            self.program, self.version
        )
    }
}

//! The release build: `dist/`, with compressed files and the nginx headers.

use crate::headers::Headers;
use crate::project::Project;
use crate::run::{command, run, say};
use crate::{compress, digest, paths, tools};
use anyhow::{Context, Result};
use std::fs::File;
use std::time::Instant;

/// What the page is made of; while none of it changes there is nothing to build.
const INPUTS: [&str; 11] = [
    "src",
    "questionnaires",
    "public",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    ".cargo/config.toml",
    // What is done to it here.
    "xtask/src/build.rs",
    "xtask/src/compress.rs",
    "xtask/src/paths.rs",
];

/// Builds `dist/` unless it is up to date.
pub(crate) fn release(project: &Project) -> Result<()> {
    // Two builds would write into one another's `dist/`.
    let lock = File::create(project.state("build.lock")?)?;
    if lock.try_lock().is_err() {
        say("waiting for another build of this checkout to end");
        lock.lock()?;
    }

    let inputs = digest::of_contents(&project.root, &INPUTS)?;
    let stamp = project.state("dist.stamp")?;
    let built = format!("{inputs} {}", digest::of_listing(&project.dist())?);
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == built) {
        say("dist/ is up to date");
    } else {
        trunk(project)?;
        let listing = digest::of_listing(&project.dist())?;
        std::fs::write(&stamp, format!("{inputs} {listing}"))?;
    }
    write_nginx_headers(project)
}

fn trunk(project: &Project) -> Result<()> {
    let tools = tools::for_build(project)?;
    let start = Instant::now();
    say("fetching the crates");
    // Trunk builds offline, so everything must be there before.
    run(command("cargo", &project.root).args(["fetch", "--target", tools::WASM_TARGET]))
        .context("the crates cannot be fetched; with a network: cargo fetch")?;
    say("building the page (the first time some minutes)");
    let mut build = command("trunk", &project.root);
    build
        .args(["build", "--release", "--offline", "--skip-version-check"])
        // Trunk takes only `true` or `false` here, and any value is usual elsewhere.
        .env_remove("NO_COLOR");
    tools.put_on_path(&mut build)?;
    paths::leave_out(project, &mut build)?;
    run(&mut build)?;
    say("compressing");
    compress::add_to(&digest::files_under(&project.dist())?)?;
    say(&format!("built dist/ in {} s", start.elapsed().as_secs()));
    Ok(())
}

fn write_nginx_headers(project: &Project) -> Result<()> {
    let headers = Headers::read(project)?;
    let file = project.state("nginx-headers.conf")?;
    std::fs::write(&file, headers.for_nginx())
        .with_context(|| format!("{} cannot be written", file.display()))
}

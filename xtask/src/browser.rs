//! What the browser tests need, and how they run.

use crate::project::Project;
use crate::run::{answer, command, npm, run, say};
use crate::tally::{self, Count};
use crate::tools::NODE_BY_HAND;
use crate::{apt, digest, serve, single};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

const PACKAGES: [&str; 2] = ["chromium", "fonts-noto-cjk"];

/// Serves the built page on a free port and runs Playwright against it.
pub(crate) fn test(project: &Project) -> Result<Count> {
    let chromium = chromium(project)?;
    node_modules(project)?;
    let paper = paper(project)?;
    let [office, terminal] = single_files(project)?;
    let address = serve::in_background(project)?;
    let report = project.state("playwright.json")?;
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let outcome = run(command("node", &project.browser_tests())
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .arg("--reporter=list,json")
        .env("CHROMIUM", chromium)
        .env("TIJIAN_URL", format!("http://{address}"))
        .env("TIJIAN_SINGLE", office)
        .env("TIJIAN_SINGLE_TERMINAL", terminal)
        .env("TIJIAN_PAPER", paper)
        .env("TIJIAN_XTASK", std::env::current_exe()?)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report));
    match std::fs::read_to_string(&report) {
        Ok(json) => tally::playwright(&json),
        Err(_) => {
            outcome?;
            bail!("Playwright wrote no report")
        }
    }
}

/// The program as one file: as an office has it, and as a terminal.
fn single_files(project: &Project) -> Result<[PathBuf; 2]> {
    let write =
        |name, config| single::Options { out: Some(project.state(name)?), config }.write(project);
    let terminal = project.browser_tests().join("terminal.json");
    Ok([write("office.html", None)?, write("terminal.html", Some(terminal))?])
}

/// The reports of all firms that the tests know, as pages of their own, freshly written.
fn paper(project: &Project) -> Result<PathBuf> {
    let directory = project.state("paper")?;
    if directory.exists() {
        std::fs::remove_dir_all(&directory)?;
    }
    run(command("cargo", &project.root)
        .args(["test", "--package=tijian", "--no-default-features", "--features=cli"])
        .args(["--test=suite", "--", "--ignored", "--exact", "reports::pages_for_the_browser"])
        .env("TIJIAN_PAPER", &directory))?;
    Ok(directory)
}

/// The npm packages, exactly as `package-lock.json` names them.
fn node_modules(project: &Project) -> Result<()> {
    let directory = project.browser_tests();
    let wanted = digest::of_contents(&directory, &["package-lock.json"])?;
    // Inside, so that deleting the packages forgets the stamp too.
    let stamp = directory.join("node_modules").join(".xtask-stamp");
    if std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        return Ok(());
    }
    say("installing the npm packages of the browser tests (some seconds)");
    run(npm(&directory).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])).with_context(
        || {
            format!(
                "the npm packages are missing; {NODE_BY_HAND}, then: cd tests/browser && npm ci"
            )
        },
    )?;
    std::fs::write(&stamp, wanted)?;
    Ok(())
}

/// The browser's program file, with a Chinese font beside it on Linux.
pub(crate) fn chromium(project: &Project) -> Result<PathBuf> {
    let has_font = || {
        !cfg!(target_os = "linux")
            || answer(command("fc-list", &project.root).arg(":lang=zh"))
                .is_some_and(|fonts| !fonts.is_empty())
    };
    if (find_chromium().is_none() || !has_font()) && cfg!(target_os = "linux") {
        apt::install(project, "Chromium or a Chinese font is", &PACKAGES)?;
    }
    find_chromium().context(
        "no Chromium was found; install Chromium, Chrome or Edge, or set CHROMIUM to its program file",
    )
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(chosen));
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path =
        std::env::split_paths(&path).flat_map(|directory| names.map(|name| directory.join(name)));
    let elsewhere = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
    on_path.chain(elsewhere.iter().map(PathBuf::from)).find(|program| program.is_file())
}

//! The launcher of `deploy/linux`, tried as a terminal runs it: an X server, the browser, its
//! rules, and a web server that notes what the browser asks for.
//!
//! The rules are mounted over the machine's own in a namespace of the launcher, so that no other
//! browser on the machine sees them. That takes root; elsewhere the step is skipped.

mod machine;
mod site;
mod trials;

use crate::project::Project;
use crate::run::{answer, command, say};
use crate::tally::Count;
use crate::{apt, browser, digest};
use anyhow::{Result, ensure};

const PACKAGES: [&str; 4] = ["xvfb", "x11-utils", "shellcheck", "systemd"];

/// Why the launcher cannot be tried here.
pub(crate) fn missing(project: &Project) -> Option<String> {
    let runs = |program: &str, arguments: &[&str]| {
        answer(command(program, &project.root).args(arguments)).is_some()
    };
    if !cfg!(target_os = "linux") {
        return Some("skipped: the launcher is for Linux".to_owned());
    }
    if !runs("unshare", &["--mount", "true"]) {
        return Some("skipped: mounting the browser's rules needs root".to_owned());
    }
    let installed = ["Xvfb", "xwininfo", "shellcheck", "systemd-analyze"]
        .iter()
        .all(|program| runs("sh", &["-c", &format!("command -v {program}")]));
    if installed {
        return None;
    }
    apt::install(project, "An X server without a screen is", &PACKAGES)
        .err()
        .map(|error| format!("skipped: {error:#}"))
}

/// The trials alone, with the page that was built last.
pub(crate) fn try_out(project: &Project) -> Result<()> {
    if let Some(reason) = missing(project) {
        say(&reason);
        return Ok(());
    }
    let count = check(project)?;
    println!("{} passed, {} failed", count.passed, count.failed);
    ensure!(count.failed == 0, "the launcher does not do what it says");
    Ok(())
}

/// Every trial, also after one that failed.
pub(crate) fn check(project: &Project) -> Result<Count> {
    let browser = browser::chromium(project)?;
    let folder = project.state("kiosk")?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let page = folder.join("site");
    for file in digest::files_under(&project.dist())? {
        let copy = page.join(digest::relative(&project.dist(), &file));
        std::fs::create_dir_all(copy.parent().unwrap_or(&page))?;
        std::fs::copy(&file, copy)?;
    }
    let machine = machine::Machine { root: project.root.clone(), folder, browser };
    let mut count = Count::default();
    for (name, trial) in trials::ALL {
        match trial(project, &machine) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                say(&format!("{name}: {error:#}"));
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

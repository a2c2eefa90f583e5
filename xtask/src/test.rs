//! All checks and tests, one after the other; the last line counts them.

use crate::project::Project;
use crate::run::{answer, command, run, run_and_keep, say};
use crate::site::{self, Server};
use crate::tally::{self, Count};
use crate::{browser, build, imports, kiosk, markup, policy, questionnaires, tools};
use anyhow::{Result, bail};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// All of it.
    Everything,
    /// All but the build of the page and the browser tests.
    WithoutBrowser,
}

/// The library and the command line, as they are compiled natively.
const NATIVE: [&str; 3] = ["--package=tijian", "--no-default-features", "--features=cli"];
/// The page, as it is compiled for the browser.
const PAGE: [&str; 3] = ["--package=tijian", "--lib", "--bin=tijian-app"];
/// The second program of the page, which runs in a worker.
const WORKER: [&str; 4] =
    ["--package=tijian", "--no-default-features", "--features=docx-worker", "--bin=docx_worker"];
const XTASK: [&str; 1] = ["--package=xtask"];

/// Runs every step, also after one that failed.
pub(crate) fn all(project: &Project, scope: Scope) -> ExitCode {
    let mut results = Results::default();
    results.check("formatting", || {
        tools::components(project)?;
        run(cargo(project).args(["fmt", "--all", "--check"]))
    });
    results
        .check("clippy, native", || clippy(project, &[&NATIVE[..], &["--all-targets"]].concat()));
    results.check("clippy, page", || {
        tools::wasm_target(project)?;
        // As a release, to share the macros that the build of the page compiles too.
        let how = ["--release", "--target", tools::WASM_TARGET];
        clippy(project, &[&PAGE[..], &how].concat())?;
        clippy(project, &[&WORKER[..], &how].concat())
    });
    results.check("clippy, xtask", || clippy(project, &[&XTASK[..], &["--all-targets"]].concat()));
    results.check("import directions", || none(&imports::check(&project.root)?, "imports"));
    results.check("markup in views", || {
        let mut found = markup::check(&project.root)?;
        found.extend(policy::check(&project.root)?);
        none(&found, "attributes")
    });
    results.check("questionnaires", || questionnaires::lint(project));
    results.check("licences and sources", || licences(project));
    results.count("native tests", || native_tests(project, &NATIVE));
    results.count("xtask tests", || native_tests(project, &XTASK));
    results
        .count("documentation tests", || cargo_test(project, &[&NATIVE[..], &["--doc"]].concat()));
    if answer(command("soffice", &project.root).arg("--version")).is_some() {
        results.count("Word files in LibreOffice", || libreoffice(project));
    } else {
        say("--- Word files in LibreOffice: skipped: no soffice");
    }
    for server in [&site::NGINX, &site::CADDY] {
        web_server(project, scope, server, &mut results);
    }
    if scope == Scope::Everything {
        match kiosk::missing(project) {
            Some(reason) => say(&format!("--- kiosk: {reason}")),
            None => results.count("kiosk", || {
                build::release(project)?;
                kiosk::check(project)
            }),
        }
        results.count("browser tests", || {
            build::release(project)?;
            browser::test(project)
        });
    }
    results.report()
}

/// The rules of a deployment, and whether the server sends the built page by them.
fn web_server(project: &Project, scope: Scope, server: &'static Server, results: &mut Results) {
    if let Some(reason) = site::missing(project, server) {
        return say(&format!("--- {}: {reason}", server.name));
    }
    results.count(server.name, || site::check(project, server));
    if scope == Scope::Everything {
        results.count(&format!("the built page by {}", server.name), || {
            build::release(project)?;
            site::check_build(project, server)
        });
    }
}

fn cargo(project: &Project) -> Command {
    command("cargo", &project.root)
}

fn is_installed(project: &Project, subcommand: &str) -> bool {
    answer(cargo(project).args([subcommand, "--version"])).is_some()
}

/// Not the advisories, which need a network and change by themselves.
fn licences(project: &Project) -> Result<()> {
    let mut deny = cargo(project);
    deny.args(["deny", "--log-level=error", "check", "bans", "licenses", "sources"]);
    tools::cargo_deny()?.put_on_path(&mut deny)?;
    run(&mut deny)
}

fn clippy(project: &Project, what: &[&str]) -> Result<()> {
    run(cargo(project).arg("clippy").args(what).args(["--", "--deny", "warnings"]))
}

/// Shows what goes against a rule.
fn none(violations: &[String], of_what: &str) -> Result<()> {
    if violations.is_empty() {
        return Ok(());
    }
    for violation in violations {
        eprintln!("{violation}");
    }
    bail!("{} {of_what} go against the rule", violations.len())
}

fn native_tests(project: &Project, what: &[&str]) -> Result<Count> {
    if !is_installed(project, "nextest") {
        return cargo_test(project, &[what, &["--tests"]].concat());
    }
    let shown = run_and_keep(
        cargo(project)
            .args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"])
            .args(["--color=never"])
            .args(what),
    )?;
    match tally::nextest(&shown.text) {
        Some(count) if shown.success || count.failed > 0 => Ok(count),
        None if shown.success => Ok(Count::default()),
        _ => bail!("the tests could not be run"),
    }
}

fn cargo_test(project: &Project, what: &[&str]) -> Result<Count> {
    let shown =
        run_and_keep(cargo(project).args(["test", "--no-fail-fast", "--color=never"]).args(what))?;
    let count = tally::cargo_test(&shown.text);
    if !shown.success && count.failed == 0 {
        bail!("the tests could not be run");
    }
    Ok(count)
}

/// The native tests that need another program.
fn libreoffice(project: &Project) -> Result<Count> {
    let only = ["--test=suite", "--", "--ignored", "libreoffice"];
    let count = cargo_test(project, &[&NATIVE[..], &only].concat())?;
    if count == Count::default() {
        bail!("no test has `libreoffice` in its name");
    }
    Ok(count)
}

#[derive(Default)]
struct Results {
    total: Count,
    failures: Vec<String>,
}

impl Results {
    /// A step that counts as one.
    fn check(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        self.count(name, || step().map(|()| Count { passed: 1, failed: 0 }));
    }

    /// A step with a count of its own; one that cannot run counts as one failure.
    fn count(&mut self, name: &str, step: impl FnOnce() -> Result<Count>) {
        say(&format!("--- {name}"));
        let start = Instant::now();
        let count = match step() {
            Ok(count) => {
                if count.failed > 0 {
                    self.failures.push(format!("{name} ({})", count.failed));
                }
                count
            }
            Err(error) => {
                self.failures.push(format!("{name}: {error:#}"));
                Count { passed: 0, failed: 1 }
            }
        };
        self.total.passed += count.passed;
        self.total.failed += count.failed;
        say(&format!(
            "--- {name}: {} passed, {} failed, {} s",
            count.passed,
            count.failed,
            start.elapsed().as_secs()
        ));
    }

    /// The summary; its last line is the contract with whoever reads it by machine.
    fn report(&self) -> ExitCode {
        for failure in &self.failures {
            say(&format!("failed: {failure}"));
        }
        println!("{} passed, {} failed", self.total.passed, self.total.failed);
        if self.total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

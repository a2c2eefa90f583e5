//! The web servers that a deployment may use, started with the project's own configuration and
//! asked about every rule that it promises.
//!
//! [`scene`] lays the files out and starts the server, [`client`] asks, [`rules`] judge. Each
//! rule is also seen to fail: [`faults`] break the configuration line by line.

mod client;
mod faults;
mod rules;
mod scene;

use crate::headers::Headers;
use crate::project::Project;
use crate::run::say;
use crate::tally::Count;
use crate::{apt, compress, digest};
use anyhow::{Context, Result, ensure};
use scene::Scene;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) use scene::{CADDY, NGINX, Server};

/// What the server is to send.
struct Expected {
    /// Every file under its address, such as `/q/catalog.json`; not the compressed forms.
    files: BTreeMap<String, Vec<u8>>,
    headers: Headers,
}

/// A page that is no more than what the rules need.
const SAMPLE: [(&str, &str); 6] = [
    ("index.html", "<!doctype html><title>企业法治体检</title><script>start()</script>"),
    ("app-0123456789abcdef.js", "export const words = 'words, words, words, words, words';"),
    ("q/catalog.json", "{\"packs\":[],\"laws\":{},\"services\":{},\"calendar\":{}}"),
    ("q/laws.0123456789abcdef.json", "{\"laws\":[]}"),
    ("terminals/sn-202611220001.json", "{\"mode\":\"terminal\"}"),
    ("tijian.json", "{\"mode\":\"office\"}"),
];

/// Makes sure that the server is installed; what to say if it is not.
pub(crate) fn missing(project: &Project, server: &'static Server) -> Option<String> {
    if server.is_installed(project) {
        return None;
    }
    apt::install(project, &format!("{} is", server.name), server.packages)
        .err()
        .map(|error| format!("skipped: {error:#}"))
}

/// Both servers with the sample page, and with `dist/` if that is built.
pub(crate) fn command(project: &Project) -> Result<()> {
    let mut failed = 0;
    for server in [&NGINX, &CADDY] {
        if let Some(reason) = missing(project, server) {
            say(&format!("{}: {reason}", server.name));
            continue;
        }
        let mut count = check(project, server)?;
        if project.dist().exists() {
            let built = check_build(project, server)?;
            count.passed += built.passed;
            count.failed += built.failed;
        }
        println!("{}: {} passed, {} failed", server.name, count.passed, count.failed);
        failed += count.failed;
    }
    ensure!(failed == 0, "{failed} promises of the deployment are not kept");
    Ok(())
}

/// All rules with a sample page, then each fault, which a rule must notice.
pub(crate) fn check(project: &Project, server: &'static Server) -> Result<Count> {
    let page = project.state("sample")?;
    write_sample(&page)?;
    let scene = Scene::set(project, server, &page)?;
    let expected = expected(project, &page)?;
    let mut count = judge(&scene, &expected)?;
    for fault in faults::of(server) {
        match notice(&scene, &expected, fault) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                say(&format!("{error:#}"));
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

/// All rules with the built page.
pub(crate) fn check_build(project: &Project, server: &'static Server) -> Result<Count> {
    let scene = Scene::set(project, server, &project.dist())?;
    judge(&scene, &expected(project, &project.dist())?)
}

fn judge(scene: &Scene, expected: &Expected) -> Result<Count> {
    let site = scene.start(Ok)?;
    let mut count = Count::default();
    for rule in rules::ALL {
        match (rule.check)(&site, expected) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                say(&format!("{}: {error:#}", rule.name));
                count.failed += 1;
            }
        }
    }
    Ok(count)
}

/// Breaks the configuration and looks whether the rule that it serves fails.
fn notice(scene: &Scene, expected: &Expected, fault: &faults::Fault) -> Result<()> {
    let site = scene.start(|configuration| {
        let broken = configuration.replace(fault.line, fault.instead);
        ensure!(broken != configuration, "the configuration has no `{}`", fault.line);
        Ok(broken)
    })?;
    let rule = rules::ALL.iter().find(|rule| rule.name == fault.breaks);
    let rule = rule.with_context(|| format!("no rule is called `{}`", fault.breaks))?;
    ensure!(
        (rule.check)(&site, expected).is_err(),
        "with `{}` in place of `{}`, nothing sees that {} is broken",
        fault.instead,
        fault.line,
        rule.name
    );
    Ok(())
}

fn write_sample(directory: &Path) -> Result<()> {
    if directory.exists() {
        std::fs::remove_dir_all(directory)?;
    }
    for (name, content) in SAMPLE {
        let file = directory.join(name);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        // Long enough to shrink.
        let padding = if name.ends_with(".js") { content.repeat(20) } else { content.to_owned() };
        std::fs::write(file, padding)?;
    }
    compress::add_to(&digest::files_under(directory)?)
}

fn expected(project: &Project, page: &Path) -> Result<Expected> {
    let mut files = BTreeMap::new();
    for file in digest::files_under(page)? {
        let path = digest::relative(page, &file);
        if !compress::is_compressed(&path) {
            files.insert(format!("/{path}"), std::fs::read(&file)?);
        }
    }
    Ok(Expected { files, headers: Headers::of_page(project, page)? })
}

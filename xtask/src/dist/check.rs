//! What must be so before a release goes out.

use crate::project::Project;
use crate::{compress, digest, paths, size};
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};
use sm3::Sm3;
use std::path::Path;

/// What a first visit may load, compressed: 1¼ MiB, some seconds over a slow line. A machine loads it
/// once for each release.
const BUDGET: usize = 1_310_720;

/// Everything that is wrong with a release folder.
pub(super) fn problems(project: &Project, out: &Path) -> Result<Vec<String>> {
    let site = out.join("site");
    let page = std::fs::read_to_string(site.join("index.html")).context("no index.html")?;
    let mut problems = names(&page, &site);
    problems.extend(integrity(&page, &site));
    problems.extend(catalogue(&site)?);
    problems.extend(contents(out, &paths::of_this_machine(project))?);
    let loaded = size::first_visit_compressed(&site)?;
    if loaded > BUDGET {
        problems.push(format!("a first visit loads {loaded} bytes, more than {BUDGET}"));
    }
    Ok(problems)
}

/// Every file that the page names is there; the worker is named without its ending.
fn names(page: &str, site: &Path) -> Vec<String> {
    let quoted = page.split(['"', '\'']).filter_map(|text| text.strip_prefix('/'));
    let files = quoted.filter(|name| name.contains('.') && !name.contains(char::is_whitespace));
    let worker = page.split("<meta name=\"docx-worker\" content=\"").nth(1);
    let worker = worker.and_then(|rest| rest.split('"').next());
    let worker = worker.iter().flat_map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")]);
    files
        .map(str::to_owned)
        .chain(worker)
        .filter(|name| !site.join(name).is_file())
        .map(|name| format!("index.html names {name}, which is missing"))
        .collect()
}

/// Every digest in the page is that of its file.
fn integrity(page: &str, site: &Path) -> Vec<String> {
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        rest.split('"').next().map(str::to_owned)
    };
    let tags = page.split('<').filter(|tag| tag.contains(" integrity=\""));
    tags.filter_map(|tag| {
        let file = attribute(tag, "href").or_else(|| attribute(tag, "src"))?;
        let promised = attribute(tag, "integrity")?;
        let content = std::fs::read(site.join(file.trim_start_matches('/'))).unwrap_or_default();
        let have = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)));
        (promised != have).then(|| format!("{file} is not the file that index.html means"))
    })
    .collect()
}

/// Every questionnaire is the one that the catalogue names.
fn catalogue(site: &Path) -> Result<Vec<String>> {
    let text = std::fs::read(site.join("q/catalog.json")).context("no q/catalog.json")?;
    let catalogue: Value = serde_json::from_slice(&text).context("q/catalog.json")?;
    let mut entries = Vec::new();
    collect(&catalogue, &mut entries);
    let mut problems = Vec::new();
    for (file, hash) in &entries {
        let content = std::fs::read(site.join("q").join(file)).unwrap_or_default();
        if digest::hex(&Sm3::digest(&content)) != *hash {
            problems.push(format!("q/{file} is not the file that the catalogue means"));
        }
    }
    if entries.is_empty() {
        problems.push("q/catalog.json names nothing".to_owned());
    }
    Ok(problems)
}

fn collect<'a>(value: &'a Value, entries: &mut Vec<(&'a str, &'a str)>) {
    let text = |name| value.get(name).and_then(Value::as_str);
    if let (Some(file), Some(hash)) = (text("file"), text("hash")) {
        entries.push((file, hash));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, entries)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, entries)),
        _ => {}
    }
}

/// No file shows the source or the machine that built it.
fn contents(out: &Path, machine: &[String]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for file in digest::files_under(out)? {
        let name = digest::relative(out, &file);
        if compress::is_compressed(&name) {
            continue;
        }
        let content = std::fs::read(&file)?;
        let contains =
            |text: &str| content.windows(text.len()).any(|window| window == text.as_bytes());
        let is_code = name.starts_with("site/");
        if name.ends_with(".map") || (is_code && contains("sourceMappingURL=")) {
            problems.push(format!("{name} leads to the source"));
        }
        for path in machine.iter().filter(|path| contains(path)) {
            problems.push(format!("{name} contains {path}, a path of this machine"));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, content) in files {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().context("no folder")?)?;
            std::fs::write(file, content)?;
        }
        Ok(folder)
    }

    // printf 'a{}' | openssl dgst -sha384 -binary | base64
    const A_CSS: &str = "m4Zcd9m9Kerya2aMKZ9CuL1yv7QLjdpmEo79GaQCk1uO2U4trsxWuyqSJsOzpOru";

    #[test]
    fn a_file_that_the_page_names_must_be_there() -> Result<()> {
        let page = "<meta name=\"docx-worker\" content=\"w-1\" /><script src=\"/a.js\"></script>\
                    <script>import '/b.js'; say(\"/ 1.5\")</script>";
        let folder = site(&[("a.js", ""), ("w-1.js", "")])?;
        let problems = names(page, folder.path()).join("\n");
        assert!(problems.contains("b.js") && problems.contains("w-1_bg.wasm"), "{problems}");
        assert_eq!(problems.lines().count(), 2, "{problems}");
        Ok(())
    }

    #[test]
    fn a_changed_file_no_longer_fits_its_digest() -> Result<()> {
        let page = format!("<link href=\"/a.css\" integrity=\"sha384-{A_CSS}\"/>");
        assert!(integrity(&page, site(&[("a.css", "a{}")])?.path()).is_empty());
        assert_eq!(integrity(&page, site(&[("a.css", "b{}")])?.path()).len(), 1);
        assert_eq!(integrity(&page, site(&[])?.path()).len(), 1);
        Ok(())
    }

    #[test]
    fn the_catalogue_names_its_files_by_sm3() -> Result<()> {
        // printf abc | openssl dgst -sm3
        let abc = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        let list = format!("{{\"packs\":[{{\"file\":\"abc.json\",\"hash\":\"{abc}\"}}]}}");
        let files = |content| [("q/catalog.json", list.as_str()), ("q/abc.json", content)];
        assert!(catalogue(site(&files("abc"))?.path())?.is_empty());
        assert_eq!(catalogue(site(&files("abd"))?.path())?.len(), 1);
        assert_eq!(catalogue(site(&[("q/catalog.json", "{}")])?.path())?.len(), 1);
        Ok(())
    }

    #[test]
    fn paths_and_source_maps_are_found_in_any_bytes() -> Result<()> {
        let machine = ["/home/builder/".to_owned()];
        let folder = site(&[
            ("site/a.wasm", "\0asm/home/builder/lib.rs"),
            ("site/a.js", "//# sourceMappingURL=a.js.map"),
            ("site/good.js", "/home/other/"),
        ])?;
        assert_eq!(contents(folder.path(), &machine)?.len(), 2);
        Ok(())
    }
}

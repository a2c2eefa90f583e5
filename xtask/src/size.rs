//! How many bytes the first visit loads.

use crate::project::Project;
use crate::{build, compress, digest};
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Serialize)]
struct Report {
    files: Vec<FileSize>,
    total: Size,
}

#[derive(Serialize)]
struct FileSize {
    path: String,
    #[serde(flatten)]
    size: Size,
}

#[derive(Clone, Copy, Default, Serialize)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// Builds the page and prints the sizes as JSON, alone on standard output.
pub(crate) fn command(project: &Project) -> Result<()> {
    build::release(project)?;
    let report = measure(&project.dist())?;
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}

/// The compressed bytes of a first visit.
pub(crate) fn first_visit_compressed(dist: &Path) -> Result<usize> {
    Ok(measure(dist)?.total.brotli)
}

fn measure(dist: &Path) -> Result<Report> {
    let mut contents = BTreeMap::new();
    for file in digest::files_under(dist)? {
        let content =
            std::fs::read(&file).with_context(|| format!("{} is unreadable", file.display()))?;
        contents.insert(digest::relative(dist, &file), content);
    }
    let mut report = Report { files: Vec::new(), total: Size::default() };
    for path in first_visit(&contents) {
        let content = contents.get(&path).map(Vec::as_slice).unwrap_or_default();
        let brotli = match contents.get(&format!("{path}{}", compress::BROTLI)) {
            Some(compressed) => compressed.len(),
            None => compress::brotli(content)?.len().min(content.len()),
        };
        let size = Size { raw: content.len(), brotli };
        report.total.raw += size.raw;
        report.total.brotli += size.brotli;
        report.files.push(FileSize { path, size });
    }
    Ok(report)
}

/// What the program itself asks for without any file naming it; earlier editions only for a report
/// that was made with them.
fn is_asked_for_by_the_program(path: &str) -> bool {
    let earlier = path == "q/editions.json" || path.starts_with("q/catalog.");
    path == "sw.js"
        || path == "q/catalog.json"
        || (path.starts_with("q/") && path.ends_with(".json") && !earlier)
}

/// The page, what it names, and what its scripts and styles name in turn.
/// What is fetched on demand, such as the document writers, is left out.
fn first_visit(contents: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let mut found: BTreeSet<String> =
        contents.keys().filter(|path| is_asked_for_by_the_program(path)).cloned().collect();
    let mut unread = vec!["index.html".to_owned()];
    while let Some(path) = unread.pop() {
        let Some(content) = contents.get(&path) else {
            continue;
        };
        let text = String::from_utf8_lossy(content);
        let is_read = [".html", ".js", ".css"].iter().any(|end| path.ends_with(end));
        let named = contents
            .keys()
            .filter(|other| is_read && !compress::is_compressed(other) && names(&text, other));
        unread.extend(named.filter(|other| !found.contains(*other)).cloned());
        found.insert(path);
    }
    found
}

/// Whether the text names the file, by its last part: references are relative.
fn names(text: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    text.match_indices(name).any(|(start, _)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        matches!(before, Some('/' | '"' | '\'' | '(' | '=' | ' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(files: &[(&str, &str)]) -> Vec<String> {
        let contents = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect();
        first_visit(&contents).into_iter().collect()
    }

    #[test]
    fn what_the_page_names_counts_with_what_that_names() {
        let loaded = visit(&[
            ("index.html", "<link href=\"/a.css\"><script src='app.js'>"),
            ("a.css", "url(fonts/f.woff2)"),
            ("app.js", "import './part.js'"),
            ("part.js", ""),
            ("fonts/f.woff2", ""),
            ("t.js", "only the end of part.js is like this"),
            ("on-demand.wasm", ""),
            ("app.js.br", ""),
        ]);
        assert_eq!(loaded, ["a.css", "app.js", "fonts/f.woff2", "index.html", "part.js"]);
    }

    #[test]
    fn questionnaires_and_the_service_worker_count_but_not_its_list() {
        let loaded = visit(&[
            ("index.html", ""),
            ("q/catalog.json", "{}"),
            ("q/labour.0123456789abcdef.json", "{}"),
            ("schema/report.json", "{}"),
            ("sw.js", "const list = ['/late.js']"),
            ("late.js", ""),
        ]);
        assert_eq!(
            loaded,
            ["index.html", "q/catalog.json", "q/labour.0123456789abcdef.json", "sw.js"]
        );
    }
}

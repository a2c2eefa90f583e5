//! The files of the built page, by their path below it.

use crate::digest;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a page that is one file has no use for: the compressed forms, and the service worker with
/// its list, which only a page from a server can have.
const LEFT_OUT: [&str; 4] = [".br", ".gz", "sw.js", ".webmanifest"];

/// Files that are not yet in the page.
#[derive(Default)]
pub(super) struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a directory.
    pub(super) fn read(directory: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for file in digest::files_under(directory)? {
            let name = digest::relative(directory, &file);
            // A build that was stopped leaves its folder `.stage`.
            if name.starts_with('.') || LEFT_OUT.iter().any(|end| name.ends_with(end)) {
                continue;
            }
            let content = std::fs::read(&file)
                .with_context(|| format!("{} is unreadable", file.display()))?;
            files.insert(name, content);
        }
        Ok(Self(files))
    }

    /// Puts a file in, or in the place of another.
    pub(super) fn put(&mut self, name: &str, content: Vec<u8>) {
        self.0.insert(name.to_owned(), content);
    }

    /// Takes a file out that the page names, from its own folder or from the site's root.
    pub(super) fn take(&mut self, named: &str) -> Result<Vec<u8>> {
        self.0
            .remove(below(named))
            .with_context(|| format!("the page names {named}, which is not in dist/"))
    }

    /// Takes a text out that the page names.
    pub(super) fn take_text(&mut self, named: &str) -> Result<String> {
        String::from_utf8(self.take(named)?).with_context(|| format!("{named} is not text"))
    }

    /// A script with each literal that names one of these files, such as `"./part.wasm"`, turned
    /// into the address that the file has inside the page.
    pub(super) fn addressed(&self, script: &str) -> String {
        self.replaced(script, |name, _| format!("inside[\"{name}\"]"))
    }

    /// Puts what a script fetches into the script itself. A worker of a page from a disk counts as
    /// another site, to which the page's own addresses are closed.
    pub(super) fn close_scripts(&mut self) -> Result<()> {
        let scripts: Vec<_> = self.0.keys().filter(|name| name.ends_with(".js")).cloned().collect();
        let mut carried = BTreeSet::new();
        for name in scripts {
            let text = self.take_text(&name)?;
            let text = self.replaced(&text, |part, content| {
                carried.insert(part.to_owned());
                format!("\"data:{};base64,{}\"", media_type(part), BASE64_STANDARD.encode(content))
            });
            self.put(&name, text.into_bytes());
        }
        self.0.retain(|name, _| !carried.contains(name));
        Ok(())
    }

    fn replaced(&self, script: &str, mut by: impl FnMut(&str, &[u8]) -> String) -> String {
        let mut script = script.to_owned();
        for (name, content) in &self.0 {
            for start in ["", "/", "./"] {
                for quote in ['"', '\''] {
                    let literal = format!("{quote}{start}{name}{quote}");
                    if script.contains(&literal) {
                        script = script.replace(&literal, &by(name, content));
                    }
                }
            }
        }
        script
    }

    /// All files, by name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, content)| (name.as_str(), content.as_slice()))
    }
}

/// What a browser calls this kind of file.
pub(super) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        // It is compiled while it arrives only under this name.
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The name below the page of a file that is named from its own folder or from the site's root.
pub(super) fn below(named: &str) -> &str {
    named.trim_start_matches("./").trim_start_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Files {
        let mut files = Files::default();
        for name in names {
            files.put(name, Vec::new());
        }
        files
    }

    #[test]
    fn what_only_a_server_needs_is_left_out() -> Result<()> {
        let directory = tempfile::tempdir()?;
        for folder in ["q", ".stage"] {
            std::fs::create_dir(directory.path().join(folder))?;
        }
        for name in ["index.html", "index.html.br", "sw.js", "q/labour.json", ".stage/a.js"] {
            std::fs::write(directory.path().join(name), "")?;
        }
        let names: Vec<_> = Files::read(directory.path())?.0.into_keys().collect();
        assert_eq!(names, ["index.html", "q/labour.json"]);
        Ok(())
    }

    #[test]
    fn a_literal_that_names_a_file_becomes_its_address() {
        let files = files(&["part.wasm", "q/a.json"]);
        assert_eq!(
            files.addressed("start('/part.wasm', \"./part.wasm\", 'q/a.json', 'my/part.wasm')"),
            "start(inside[\"part.wasm\"], inside[\"part.wasm\"], inside[\"q/a.json\"], 'my/part.wasm')"
        );
    }

    #[test]
    fn a_script_carries_what_it_names_and_nothing_else() -> Result<()> {
        let mut files = files(&["b.json"]);
        files.put("a.js", b"go('./z.wasm')".to_vec());
        files.put("z.wasm", b"\0asm".to_vec());
        files.close_scripts()?;
        let kept: Vec<_> = files.iter().collect();
        let script = &b"go(\"data:application/wasm;base64,AGFzbQ==\")"[..];
        assert_eq!(kept, [("a.js", script), ("b.json", &b""[..])]);
        Ok(())
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let said = files(&[]).take("/gone.css").map_or_else(|e| e.to_string(), |_| String::new());
        assert!(said.contains("/gone.css"), "{said}");
    }
}

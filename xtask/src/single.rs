//! The whole program as one HTML file, for a USB stick and offices without a network.
//!
//! The built page is taken as it is: what it names stands in the page ([`page`]), and every other
//! file of `dist/` in one compressed text ([`archive`]) that `inside.js` takes apart. Its policy
//! lets the page reach nothing outside ([`policy`]).

mod archive;
mod files;
mod modules;
mod page;
mod policy;

use crate::headers::Headers;
use crate::project::Project;
use crate::run::say;
use crate::{build, digest};
use anyhow::{Context, Result, bail, ensure};
use files::Files;
use page::Piece;
use std::path::PathBuf;

/// Runs before the program and tells it where its files are.
const INSIDE: &str = include_str!("single/inside.js");
/// The configuration, beside the page of a deployment.
const CONFIGURATION: &str = "tijian.json";

/// What follows `single` on the command line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// The file to write; without it one in the target directory, named by the version.
    pub(crate) out: Option<PathBuf>,
    /// The configuration inside; without it the one of `dist/`, an office's.
    pub(crate) config: Option<PathBuf>,
}

impl Options {
    /// Reads the options, in any order.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = words;
        while let [name, tail @ ..] = rest {
            let (option, example) = match *name {
                "--out" => (&mut options.out, "tijian.html"),
                "--config" => (&mut options.config, "stick.json"),
                _ => bail!("no such option of single: `{name}`; there are --out and --config"),
            };
            let [file, tail @ ..] = tail else {
                bail!("{name} needs a file: cargo xtask single {name} {example}")
            };
            *option = Some(PathBuf::from(file));
            rest = tail;
        }
        Ok(options)
    }

    /// Builds the page and writes the file; prints its SHA-256 and where it is, as sha256sum does.
    pub(crate) fn run(&self, project: &Project) -> Result<()> {
        build::release(project)?;
        let file = self.write(project)?;
        println!("{}  {}", digest::of_file(&file)?, file.display());
        Ok(())
    }

    /// Writes the file from the page that is built already; gives back where it is.
    pub(crate) fn write(&self, project: &Project) -> Result<PathBuf> {
        let mut files = Files::read(&project.dist())?;
        if let Some(config) = &self.config {
            files.put(CONFIGURATION, configuration(config)?);
        }
        let html = assemble(files, &Headers::read_alone(project)?)?;
        let out = match &self.out {
            Some(out) => out.clone(),
            None => project.state(&format!("tijian-{}.html", project.version))?,
        };
        std::fs::write(&out, &html)
            .with_context(|| format!("{} cannot be written", out.display()))?;
        say(&format!("one file of {} KB", html.len().div_ceil(1024)));
        Ok(out)
    }
}

/// A file that the program would not understand is refused here, where somebody can mend it.
fn configuration(file: &PathBuf) -> Result<Vec<u8>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} is unreadable", file.display()))?;
    let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .with_context(|| format!("{} is no JSON", file.display()))?;
    ensure!(value.is_object(), "{} is no configuration: docs/deploying.md", file.display());
    Ok(text.into_bytes())
}

fn assemble(mut files: Files, headers: &Headers) -> Result<String> {
    let page = files.take_text("index.html")?;
    let mut pieces = page::gather(&page, &mut files)?;
    let mut programs = 0;
    for piece in &mut pieces {
        if let Piece::Program(text) = piece {
            *text = format!("{INSIDE}{}", files.addressed(text));
            programs += 1;
        }
    }
    ensure!(programs == 1, "index.html starts {programs} programs instead of one");
    files.close_scripts()?;
    put_last(&mut pieces, Piece::Script(archive::script(&files)?))?;
    let policy = policy::inside(headers.policy()?, &pieces);
    // Before the first piece that it judges; the character set stands before it.
    let tag = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n    ");
    pieces.insert(1, Piece::Markup(tag));
    Ok(pieces.iter().map(Piece::html).collect())
}

/// At the end of the body: a file that was cut off while it was copied still says so.
fn put_last(pieces: &mut Vec<Piece>, piece: Piece) -> Result<()> {
    let Some(Piece::Markup(tail)) = pieces.pop() else { bail!("index.html has no end") };
    let (body, end) = tail.split_once("</body>").context("index.html has no </body>")?;
    pieces.push(Piece::Markup(body.to_owned()));
    pieces.push(piece);
    pieces.push(Piece::Markup(format!("</body>{end}")));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\" /><script type=\"module\">\
        import init from '/app.js';\nawait init('/app.wasm');\n</script></head><body></body>";

    fn assembled(page: &str) -> Result<String> {
        let mut files = Files::default();
        files.put("index.html", page.as_bytes().to_vec());
        files.put("app.js", b"export { a as default };".to_vec());
        files.put("app.wasm", b"\0asm".to_vec());
        let headers = "[headers]\nContent-Security-Policy = \"script-src 'self'\"\n\
            [cache]\nhashed = ''\nother = ''";
        assemble(files, &Headers::parse(headers, "")?)
    }

    #[test]
    fn the_policy_comes_first_and_the_files_last() -> Result<()> {
        let html = assembled(PAGE)?;
        let start = "<head><meta charset=\"utf-8\" />\
            <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'sha256-";
        assert!(html.starts_with(start), "{html}");
        assert!(html.contains("await init(inside[\"app.wasm\"]);"), "{html}");
        assert!(html.ends_with("\";</script></body>"), "{html}");
        Ok(())
    }

    #[test]
    fn the_same_build_gives_the_same_file() -> Result<()> {
        assert_eq!(assembled(PAGE)?, assembled(PAGE)?);
        Ok(())
    }

    #[test]
    fn a_page_that_starts_nothing_fails() {
        assert!(assembled("<head><script>1</script></head><body></body>").is_err());
    }

    #[test]
    fn options_come_in_any_order_and_a_wrong_one_is_named() -> Result<()> {
        let options = Options { out: Some("a.html".into()), config: Some("b.json".into()) };
        assert_eq!(Options::read(&["--config", "b.json", "--out", "a.html"])?, options);
        let said =
            |words: &[&str]| Options::read(words).map_or_else(|e| e.to_string(), |_| String::new());
        assert!(said(&["--out"]).contains("--out needs a file"));
        assert!(said(&["--port"]).contains("`--port`"));
        Ok(())
    }

    #[test]
    fn a_configuration_that_is_no_json_is_refused() -> Result<()> {
        let directory = tempfile::tempdir()?;
        let file = directory.path().join("stick.json");
        std::fs::write(&file, "\u{feff}{\"mode\": \"office\"}")?;
        assert!(configuration(&file).is_ok());
        for wrong in ["", "[]", "{\"mode\": }"] {
            std::fs::write(&file, wrong)?;
            assert!(configuration(&file).is_err(), "{wrong}");
        }
        Ok(())
    }
}

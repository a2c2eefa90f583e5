//! The built page with what it names put inside it.

use super::files::{Files, below};
use super::modules;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// A part of the page, in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// HTML that loads nothing.
    Markup(String),
    /// A style sheet.
    Style(String),
    /// A script that runs where it stands.
    Script(String),
    /// A script that runs when the page has been read.
    Deferred(String),
    /// What starts the program, with all that it imports.
    Program(String),
}

impl Piece {
    /// As HTML.
    pub(super) fn html(&self) -> String {
        match self {
            Self::Markup(html) => html.clone(),
            Self::Style(text) => format!("<style>{text}</style>"),
            Self::Script(text) => format!("<script>{text}</script>"),
            Self::Deferred(text) | Self::Program(text) => {
                format!("<script type=\"module\">{text}</script>")
            }
        }
    }
}

/// Cuts the page at its links and scripts and takes what they name out of the files.
pub(super) fn gather(page: &str, files: &mut Files) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = page;
    while let Some(at) = ["<link ", "<script"].iter().filter_map(|tag| rest.find(tag)).min() {
        let (before, element) = rest.split_at(at);
        pieces.push(Piece::Markup(before.to_owned()));
        let (tag, after) = element.split_once('>').context("index.html ends inside a tag")?;
        if tag.starts_with("<link ") {
            pieces.extend(link(tag, files)?);
            rest = after;
        } else {
            let (text, after) = after.split_once("</script>").context("a script has no end")?;
            pieces.push(script(tag, text, files)?);
            rest = after;
        }
    }
    pieces.push(Piece::Markup(rest.to_owned()));
    pieces.iter().try_for_each(check)?;
    Ok(pieces)
}

fn link(tag: &str, files: &mut Files) -> Result<Option<Piece>> {
    let named = attribute(tag, "href").with_context(|| format!("no href: {tag}"))?;
    Ok(match attribute(tag, "rel").unwrap_or_default() {
        "stylesheet" => Some(Piece::Style(files.take_text(named)?)),
        "icon" => {
            ensure!(named.ends_with(".svg"), "the icon {named} is no SVG");
            let icon = BASE64_STANDARD.encode(files.take(named)?);
            let link = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />");
            Some(Piece::Markup(link))
        }
        // Nothing is loaded ahead. What starts the program may ask the link for the address.
        "preload" => Some(Piece::Markup(inert(tag, named))),
        // Modules stand in the page, and a page from a disk cannot be installed.
        "modulepreload" | "manifest" => None,
        _ => bail!("xtask/src/single/page.rs does not know this link: {tag}"),
    })
}

/// A link that loads nothing; `inside.js` gives it the address that the file has in the page.
fn inert(tag: &str, named: &str) -> String {
    let href = |name: &str| format!(" href=\"{name}\"");
    let tag = tag.replace(" rel=\"preload\"", "").replace(" as=\"fetch\"", "");
    format!("{}>", tag.replace(&href(named), &href(below(named))))
}

fn script(tag: &str, text: &str, files: &mut Files) -> Result<Piece> {
    let is_module = attribute(tag, "type") == Some("module");
    Ok(match attribute(tag, "src") {
        Some(named) if is_module || tag.contains(" defer") => {
            let text = files.take_text(named)?;
            Piece::Deferred(modules::join(&text, files)?)
        }
        Some(named) => Piece::Script(files.take_text(named)?),
        None if is_module => Piece::Program(modules::join(text, files)?),
        None => Piece::Script(text.to_owned()),
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// What stands in a style or script must not end it, and a style must load nothing.
fn check(piece: &Piece) -> Result<()> {
    let (text, end) = match piece {
        Piece::Markup(_) => return Ok(()),
        Piece::Style(text) => (text, "</style"),
        Piece::Script(text) | Piece::Deferred(text) | Piece::Program(text) => (text, "</script"),
    };
    // The parser would change the line ends, and the digest with them.
    for refused in [end, "<!--", "\r"] {
        ensure!(!text.contains(refused), "{refused:?} cannot stand inside a page");
    }
    if matches!(piece, Piece::Style(_)) {
        let mut named = text.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
        ensure!(named.all(|url| url.starts_with("data:")), "a style sheet names another file");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(page: &str, contents: &[(&str, &str)]) -> Result<Vec<Piece>> {
        let mut files = Files::default();
        for (name, text) in contents {
            files.put(name, text.as_bytes().to_vec());
        }
        gather(page, &mut files)
    }

    #[test]
    fn what_the_page_names_stands_in_its_place() -> Result<()> {
        let pieces = gathered(
            "<head><link rel=\"stylesheet\" href=\"/a.css\" integrity=\"x\"/>\
             <link rel=\"icon\" href=\"/i.svg\"/><link rel=\"preload\" href=\"/a.wasm\" as=\"fetch\">\
             <script src=\"/b.js\" defer></script><script src=\"/n.js\"></script>\
             <script type=\"module\">import init from '/c.js';\n</script></head>",
            &[
                ("a.css", "p {}"),
                ("i.svg", "<svg/>"),
                ("b.js", "b()"),
                ("n.js", "n()"),
                ("c.js", ""),
            ],
        )?;
        let html: String = pieces.iter().map(Piece::html).collect();
        assert_eq!(
            html,
            "<head><style>p {}</style>\
             <link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\" /><link href=\"a.wasm\">\
             <script type=\"module\">b()\n</script><script>n()</script>\
             <script type=\"module\">const module0 = (() => {\nreturn {  };\n})();\n\
             const init = module0.default;\n</script></head>"
        );
        Ok(())
    }

    #[test]
    fn what_would_load_something_stops_the_build() {
        for (page, text, said) in [
            (
                "<link rel=\"stylesheet\" href=\"a\">",
                "p { background: url(x.png) }",
                "another file",
            ),
            ("<link rel=\"stylesheet\" href=\"a\">", "</style>", "</style"),
            ("<script src=\"a\"></script>", "'</script>'", "</script"),
            ("<script src=\"a\"></script>", "1\r\n", "\\r"),
            ("<script src=\"gone.js\"></script>", "", "gone.js"),
            ("<link rel=\"dns-prefetch\" href=\"a\">", "", "dns-prefetch"),
        ] {
            let error =
                gathered(page, &[("a", text)]).map_or_else(|e| e.to_string(), |_| String::new());
            assert!(error.contains(said), "{page}: {error}");
        }
    }
}

//! The document as one HTML page: readable in any browser with no network and no program.
//!
//! There is no script in it and every text is escaped, so that a name or an answer can never
//! become part of the page.

mod blocks;
mod figures;

use super::document::{Document, Part, PartId};
use crate::texts::{Lang, Piece, Report as Words, pieces};
use blocks::block;

/// The style of the page, for screen and A4.
const STYLE: &str = include_str!("style.css");

/// The whole page.
#[must_use]
pub fn render(document: &Document) -> String {
    let title = escaped(&format!("{} {}", document.firm, document.title));
    let mut out = Out { html: String::new(), lang: document.lang };
    out.push(&format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
        document.lang.tag()
    ));
    out.push("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push("<meta name=\"referrer\" content=\"no-referrer\">\n");
    // Even if a reader's program let something through, the page may load and run nothing.
    out.push("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.push(&format!("<title>{title}</title>\n<style>\n{STYLE}"));
    out.push(&foot(&document.foot, out.words()));
    out.push("</style>\n</head>\n<body>\n<main>\n<header>\n");
    // A report is headed by its verdict; a sheet has none and is headed by its title.
    let head = if document.part(PartId::Verdict).is_some() { "p" } else { "h1" };
    out.push(&format!("<{head} class=\"kind\">{}</{head}>\n", out.said(&document.title)));
    out.push(&format!("<p class=\"firm\">{}</p>\n<dl class=\"meta\">", out.said(&document.firm)));
    for (label, value) in &document.meta {
        let (label, value) = (out.said(label), out.said(value));
        out.push(&format!("<div><dt>{label}</dt><dd>{value}</dd></div>"));
    }
    out.push("</dl>\n</header>\n");
    for one in &document.parts {
        part(one, &mut out);
    }
    out.push(&format!(
        "<footer>{}</footer>\n</main>\n</body>\n</html>\n",
        out.said(&document.foot)
    ));
    out.html
}

/// The page as far as it is written.
struct Out {
    html: String,
    lang: Lang,
}

impl Out {
    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// The words of the frame.
    fn words(&self) -> &'static Words {
        &self.lang.texts().report
    }

    /// A text as it may stand in an element. In a frame of another language what is Chinese says
    /// so, for the voice of a screen reader and the font.
    fn said(&self, text: &str) -> String {
        if self.lang == Lang::Zh {
            return escaped(text);
        }
        let mark = |piece: &Piece<'_>| match piece {
            Piece::Frame(text) => escaped(text),
            Piece::Chinese(text) => format!("<span lang=\"zh-CN\">{}</span>", escaped(text)),
        };
        pieces(text).iter().map(mark).collect()
    }
}

fn part(part: &Part, out: &mut Out) {
    let mark = match name(part.id) {
        Some(id) => format!("id=\"{id}\""),
        None => "class=\"sheet\"".to_owned(),
    };
    let level = if part.id == PartId::Verdict { 1 } else { 2 };
    let heading = out.said(&part.heading);
    out.push(&format!("<section {mark}>\n<h{level}>{heading}</h{level}>\n"));
    for one in &part.blocks {
        block(one, out);
    }
    out.push("</section>\n");
}

/// The name of a part of the report; parts of a sheet have none.
fn name(id: PartId) -> Option<&'static str> {
    Some(match id {
        PartId::Verdict => "verdict",
        PartId::First => "first",
        PartId::Domains => "domains",
        PartId::Findings => "findings",
        PartId::Advice => "advice",
        PartId::Calendar => "calendar",
        PartId::Unknowns => "unknowns",
        PartId::Fine => "fine",
        PartId::Services => "services",
        PartId::Firm => "firm",
        PartId::Sources => "sources",
        PartId::Method => "method",
        PartId::Sheet => return None,
    })
}

/// The line and the number at the foot of every printed page, as CSS.
fn foot(line: &str, words: &Words) -> String {
    let mut quoted = String::new();
    for sign in line.chars() {
        match sign {
            '"' | '\\' | '<' => quoted.push_str(&format!("\\{:x} ", u32::from(sign))),
            sign if sign.is_control() => quoted.push(' '),
            sign => quoted.push(sign),
        }
    }
    let [page, of, end] = words.joints.pages;
    let number = format!("\"{page}\" counter(page) \"{of}\" counter(pages) \"{end}\"");
    format!(
        "@page {{ @bottom-left {{ content: \"{quoted}\"; }} @bottom-right {{ content: {number}; }} }}\n"
    )
}

/// Text as it may stand in an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign if sign.is_control() => out.push(' '),
            sign => out.push(sign),
        }
    }
    out
}

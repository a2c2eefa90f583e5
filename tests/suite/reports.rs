//! The reports of all firms, word by word: a change of words is seen before it is printed.
//!
//! After a change that is meant: look at `git diff` of what
//! `INSTA_UPDATE=always cargo test --no-default-features --features cli --test suite reports`
//! writes, as a reader would.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use tijian::report::{Document, Report, build, html, short_seal, text};
use tijian::texts::Lang;

use crate::docx::{one_line, sentences, squeezed, texts};
use crate::firms;
use crate::support::{compiled, library};

/// The report and the document of every firm, by the name of its file.
fn all() -> &'static [(String, Report, Document)] {
    static ALL: OnceLock<Vec<(String, Report, Document)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let library = library();
        let checks = firms::checks(&compiled());
        let one = |(file, check): &(String, _)| {
            let report = build(check, &library);
            let document = Document::of(&report, &library, Lang::Zh);
            (file.clone(), report, document)
        };
        checks.iter().map(one).collect()
    })
}

/// The report of a firm, by the name of its file.
pub(crate) fn report_of(name: &str) -> Report {
    let found = all().iter().find(|(file, ..)| file == name);
    found.map(|(_, report, _)| report.clone()).expect("the firm")
}

/// Seals and versions change with every edit of a pack, whatever it changes in a report.
pub(crate) fn redacted(shown: &str, report: &Report) -> String {
    let mut shown = shown.replace(&report.seal, "（封印全码）");
    shown = shown.replace(&short_seal(&report.seal), "XXXX-XXXX");
    for pack in &report.packs {
        let hash: String = pack.hash.chars().take(8).collect();
        let version = format!("{} {}（{hash}）", pack.title, pack.version);
        shown = shown.replace(&version, &format!("{} （版本）", pack.title));
    }
    shown
}

#[test]
fn every_report_says_what_it_said() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (file, report, document) in all() {
            let shown = redacted(&text::render(document), report);
            assert!(!shown.contains(&report.seal[..8]), "{file}: the seal is still there");
            insta::assert_snapshot!(format!("report-{file}"), shown);
        }
    });
}

#[test]
fn every_snapshot_is_of_a_firm() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/snapshots");
    let entries = fs::read_dir(directory).expect("the snapshots").map(|entry| entry.expect("one"));
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let have: BTreeSet<String> =
        names.filter(|name| name.starts_with("report-") && name.ends_with(".snap")).collect();
    let wanted: BTreeSet<String> =
        all().iter().map(|(file, ..)| format!("report-{file}.snap")).collect();
    assert_eq!(have, wanted);
}

/// All that a reader of the page sees, without spaces.
fn said(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let mut out = String::new();
    for piece in body.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let ends = ["/p", "/li", "/dd", "/td", "/th", "/h"].iter().any(|end| tag.starts_with(end));
        out.push_str(if ends { "\n" } else { "" });
        out.push_str(words);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    squeezed(&entities.iter().fold(out, |out, (entity, sign)| out.replace(entity, sign)))
}

/// With the like of it for Word files: whoever has one of the three has them all.
#[test]
fn text_and_page_say_the_same() {
    for (file, _, document) in all() {
        let said = said(&html::render(document));
        let mut wanted = BTreeSet::new();
        texts(&serde_json::to_value(document).expect("JSON"), &mut wanted);
        assert!(wanted.len() > 100, "{file}: {}", wanted.len());
        for words in wanted {
            assert!(said.contains(&one_line(&words)), "{file}: {words} is not on the page");
        }
        for words in sentences(&text::render(document)) {
            assert!(said.contains(&words), "{file}: {words} is not on the page");
        }
    }
}

/// A saved page asks nobody for anything.
#[test]
fn a_page_loads_nothing() {
    for (file, _, document) in all() {
        let page = html::render(document);
        for asks in ["<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import"] {
            assert!(!page.contains(asks), "{file}: {asks}");
        }
        assert!(page.contains("default-src 'none'"), "{file}");
    }
}

/// For `tests/browser/paper.spec.mjs` and `tests/browser/pictures.mjs`; `cargo xtask test` runs it
/// before the browser.
#[test]
#[ignore = "writes the pages that the browser looks at into the directory TIJIAN_PAPER"]
fn pages_for_the_browser() {
    let directory = std::env::var_os("TIJIAN_PAPER").expect("TIJIAN_PAPER");
    fs::create_dir_all(&directory).expect("a directory");
    for (file, _, document) in all() {
        let path = Path::new(&directory).join(format!("{file}.html"));
        fs::write(path, html::render(document)).expect("written");
    }
}

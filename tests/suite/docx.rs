//! The report as a Word file: what it says, how it is built, and that it is always the same.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use tijian::report::document::{Block, Part, PartId};
use tijian::report::{Document, docx, text};
use tijian::texts::Lang;
use zip::ZipArchive;

use crate::firms;
use crate::support::library;

/// Keys of the document whose texts are for the program.
const FOR_THE_PROGRAM: [&str; 7] = ["id", "domain", "due", "lang", "level", "link_id", "urgency"];

/// The documents of all firms that the tests know.
fn documents() -> &'static [Document] {
    static DOCUMENTS: OnceLock<Vec<Document>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let library = library();
        firms::reports().iter().map(|report| Document::of(report, &library, Lang::Zh)).collect()
    })
}

struct File(ZipArchive<Cursor<Vec<u8>>>);

impl File {
    fn of(document: &Document) -> Self {
        let bytes = docx::render(document).expect("a file");
        Self(ZipArchive::new(Cursor::new(bytes)).expect("an archive"))
    }

    fn part(&mut self, name: &str) -> String {
        let mut out = String::new();
        self.0.by_name(name).expect(name).read_to_string(&mut out).expect("text");
        out
    }

    /// All that a reader sees, without spaces.
    fn said(&mut self) -> String {
        let parts = ["word/header1.xml", "word/document.xml", "word/footer1.xml"];
        squeezed(&parts.map(|name| words(&self.part(name))).concat())
    }
}

/// The texts of a part; a paragraph ends a line.
fn words(xml: &str) -> String {
    let mut out = String::new();
    for paragraph in xml.split("</w:p>") {
        for piece in paragraph.split("<w:t ").skip(1) {
            let (_, piece) = piece.split_once('>').expect("a tag");
            out.push_str(piece.split("</w:t>").next().expect("an end"));
        }
        out.push('\n');
    }
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    entities.iter().fold(out, |out, (entity, sign)| out.replace(entity, sign))
}

pub(crate) fn squeezed(text: &str) -> String {
    let seen = text.chars().filter(|sign| *sign == '\n' || !sign.is_whitespace());
    seen.filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

/// Every text of the document that is for people.
pub(crate) fn texts(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            out.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| texts(one, out)),
        Value::Object(all) => {
            let shown = all.iter().filter(|(key, _)| !FOR_THE_PROGRAM.contains(&key.as_str()));
            shown.for_each(|(_, one)| texts(one, out));
        }
        _ => {}
    }
}

pub(crate) fn one_line(text: &str) -> String {
    squeezed(&text.replace('\n', " "))
}

#[test]
fn every_text_of_the_document_is_in_the_file() {
    for document in documents() {
        let said = File::of(document).said();
        let mut all = BTreeSet::new();
        texts(&serde_json::to_value(document).expect("JSON"), &mut all);
        assert!(all.len() > 100, "{}", all.len());
        for text in all {
            assert!(said.contains(&one_line(&text)), "{}: {text}", document.firm);
        }
    }
}

/// The text rendering adds words of its own (后果, 到哪里查, 可能性, …): they are here too.
#[test]
fn every_sentence_of_the_text_is_in_the_file() {
    for document in documents() {
        let said = File::of(document).said();
        for sentence in sentences(&text::render(document)) {
            assert!(said.contains(&sentence), "{}: {sentence}", document.firm);
        }
    }
}

/// What the text rendering says between marks, its own numerals and list signs aside.
pub(crate) fn sentences(text: &str) -> BTreeSet<String> {
    let marks = "。；：，、（）()[]“”？| \n";
    let mut out = BTreeSet::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_numeral =
            |part: &str| part.chars().all(|sign| "一二三四五六七八九十".contains(sign));
        let line = match line.split_once('、') {
            Some((numeral, rest)) if is_numeral(numeral) => rest,
            _ => line,
        };
        let pieces = line.split(|sign| marks.contains(sign));
        out.extend(pieces.map(|piece| one_line(piece.trim_start_matches("- "))));
    }
    let is_number = |piece: &str| piece.strip_suffix('.').is_some_and(|n| n.parse::<u32>().is_ok());
    out.retain(|piece| !is_number(piece) && piece != "-");
    out
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in documents() {
        let first = docx::render(document).expect("a file");
        assert_eq!(first, docx::render(document).expect("a file"), "{}", document.firm);
        let name = |index| File::of(document).0.by_index(index).expect("a part").last_modified();
        assert_eq!(name(0), Some(zip::DateTime::default()));
    }
}

#[test]
fn headings_lists_and_tables_have_words_own_styles() {
    for document in documents() {
        let mut file = File::of(document);
        let (styles, body) = (file.part("word/styles.xml"), file.part("word/document.xml"));
        for used in used(&body) {
            assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used} is not defined");
        }
        for (id, name) in [
            ("Title", "Title"),
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("Heading3", "heading 3"),
            ("ListBullet", "List Bullet"),
            ("ListNumber", "List Number"),
            ("TableGrid", "Table Grid"),
        ] {
            assert!(
                styles.contains(&format!("w:styleId=\"{id}\">\n    <w:name w:val=\"{name}\"/>"))
            );
        }
        let headings =
            |level| body.matches(&format!("<w:pStyle w:val=\"Heading{level}\" />")).count();
        assert_eq!(headings(1), document.parts.len());
        let briefs = document.part(PartId::First).map_or(0, |part| part.blocks.len());
        assert_eq!(headings(2), document.findings().count() + briefs);
        let sections = document.findings().map(|card| card.sections.len()).sum::<usize>();
        assert_eq!(headings(3), sections);
        let tables = body.matches("<w:tbl>").count();
        assert!(tables > 0);
        assert_eq!(body.matches("<w:tblHeader/>").count(), tables);
        assert_eq!(body.matches("<w:tblStyle w:val=\"ReportTable\"/>").count(), tables);
    }
}

/// Ids of the styles that paragraphs, runs and tables name.
fn used(body: &str) -> BTreeSet<&str> {
    let names = ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""];
    let after = names.iter().flat_map(|name| body.split(name).skip(1));
    after.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn each_list_of_steps_counts_from_one() {
    for document in documents() {
        let mut file = File::of(document);
        let (body, numbering) = (file.part("word/document.xml"), file.part("word/numbering.xml"));
        let sections = document.findings().flat_map(|card| &card.sections);
        let lists = sections.flat_map(|section| &section.blocks);
        let lists = lists.filter(|block| matches!(block, Block::Steps(_))).count();
        let starts = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\" /></w:lvlOverride>";
        assert_eq!(numbering.matches(starts).count(), lists);
        for number in 4..4 + lists {
            assert!(numbering.contains(&format!("<w:num w:numId=\"{number}\">")), "{number}");
            assert!(body.contains(&format!("<w:numId w:val=\"{number}\" />")), "{number}");
        }
    }
}

#[test]
fn a_page_is_a4_with_header_foot_and_page_numbers_in_chinese() {
    let document = &documents()[0];
    let mut file = File::of(document);
    let (body, foot) = (file.part("word/document.xml"), file.part("word/footer1.xml"));
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    let relations = file.part("word/_rels/document.xml.rels");
    for id in ["rIdHeader1", "rIdFooter1"] {
        assert!(
            relations.contains(&format!("Id=\"{id}\"")) && body.contains(&format!("r:id=\"{id}\""))
        );
    }
    assert!(words(&foot).contains(&document.foot));
    assert!(squeezed(&words(&foot)).contains("第1页，共1页"), "{foot}");
    assert!(foot.contains(">PAGE<") && foot.contains(">NUMPAGES<"));
    assert!(file.part("word/styles.xml").contains("w:eastAsia=\"zh-CN\""));
    let core = file.part("docProps/core.xml");
    assert!(core.contains(&format!("<dc:title>{} {}</dc:title>", document.firm, document.title)));
    assert!(core.contains("<dc:language>zh-CN</dc:language>"));
}

/// A name is anything that someone can paste.
#[test]
fn no_text_can_break_the_file() {
    let nasty =
        "</w:t><w:tblPr>&\"'\u{0}\u{8}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}\r\n]]> w14:paraId=\"乙🏭";
    let document = Document {
        lang: Lang::Zh,
        title: nasty.to_owned(),
        firm: nasty.to_owned(),
        meta: vec![(nasty.to_owned(), nasty.to_owned())],
        foot: nasty.to_owned(),
        parts: vec![Part {
            id: PartId::Method,
            heading: nasty.to_owned(),
            blocks: vec![Block::List(vec![nasty.to_owned()]), Block::Steps(vec![nasty.to_owned()])],
        }],
    };
    let mut file = File::of(&document);
    let names = ["word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"];
    for name in names {
        let part = file.part(name);
        assert!(!part.contains(|sign: char| sign.is_control() && sign != '\n'), "{name}");
        assert!(!part.contains(['\u{fffe}', '\u{ffff}']), "{name}");
        assert!(part.contains("&lt;/w:t&gt;&lt;w:tblPr&gt;&amp;&quot;"), "{name}: {part}");
        assert!(part.contains("乙🏭"), "{name}");
    }
    docx_rs::read_docx(&docx::render(&document).expect("a file")).expect("a file that reads back");
}

/// Another program reads the file and shows all of it. `cargo xtask test` runs this where
/// LibreOffice is installed, and says so where it is not.
#[test]
#[ignore = "needs soffice"]
fn libreoffice_shows_every_text() {
    let directory = std::env::temp_dir().join(format!("tijian-docx-{}", std::process::id()));
    fs::create_dir_all(&directory).expect("a directory");
    let chosen = &documents()[..3];
    let path = |at: usize, kind: &str| directory.join(format!("{at}.{kind}"));
    for (at, document) in chosen.iter().enumerate() {
        fs::write(path(at, "docx"), docx::render(document).expect("a file")).expect("written");
    }
    let status = Command::new("soffice")
        // Its own profile, so that one that is open does not answer in its place.
        .arg(format!("-env:UserInstallation=file://{}/profile", directory.display()))
        .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(&directory)
        .args((0..chosen.len()).map(|at| path(at, "docx")))
        .status();
    assert!(status.expect("soffice").success());
    for (at, document) in chosen.iter().enumerate() {
        let shown = fs::read_to_string(path(at, "txt")).expect("a text");
        let shown = squeezed(&shown);
        let mut all = BTreeSet::new();
        texts(&serde_json::to_value(&document.parts).expect("JSON"), &mut all);
        for text in all {
            assert!(shown.contains(&one_line(&text)), "{}: {text}", document.firm);
        }
    }
    fs::remove_dir_all(&directory).expect("removed");
}

//! From the writer's parts to the file. The writer knows paragraphs and tables well; the parts
//! that say how they look stand in `parts/` as Word writes them, and what it puts in an order
//! that strict readers refuse is set right here.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelOverride, LevelText, NumberFormat, Numbering,
    Numberings, SpecialIndentType, Start,
};

use super::DocxError;
use super::body::{BULLETS, STEPS, clean};
use crate::report::document::Document;
use crate::report::html::escaped;

const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/font-table.xml");
const CORE: &str = include_str!("parts/core.xml");

/// A4 with margins of 22 mm, and room for header and foot.
const SECTION: &str = r#"<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader1"/><w:footerReference w:type="default" r:id="rIdFooter1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1247" w:bottom="1361" w:left="1247" w:header="680" w:footer="567" w:gutter="0"/><w:cols w:space="425"/></w:sectPr>"#;
/// How every table looks: its style says it.
const TABLE: &str = r#"<w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>"#;
/// What stands in a row that is to be repeated, until its name does.
const HEAD_MARK: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;

/// The file. `lists` is how many lists of steps there are.
pub(super) fn pack(
    mut docx: Docx,
    lists: usize,
    document: &Document,
) -> Result<Vec<u8>, DocxError> {
    docx.document_rels.has_numberings = true;
    let mut parts = docx.numberings(numberings(lists)).build();
    parts.document = text(parts.document, body)?;
    parts.numberings = text(parts.numberings, |xml| Ok(plain(xml)))?;
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = text(std::mem::take(part), |xml| Ok(plain(xml)))?;
    }
    parts.styles = STYLES.into();
    parts.settings = SETTINGS.into();
    parts.font_table = FONTS.into();
    parts.doc_props.core = core(document).into();
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| DocxError::Pack(error.to_string()))?;
    Ok(file.into_inner())
}

fn text(
    part: Vec<u8>,
    change: impl FnOnce(&str) -> Result<String, DocxError>,
) -> Result<Vec<u8>, DocxError> {
    let xml = String::from_utf8(part).map_err(|_| DocxError::Part("文字编码"))?;
    change(&xml).map(String::into_bytes)
}

/// The order of the schema, the table style and the repeated rows.
fn body(xml: &str) -> Result<String, DocxError> {
    let xml = plain(xml).replace(HEAD_MARK, "<w:tblHeader/>");
    let xml = replaced(&xml, "<w:tblPr>", "</w:tblPr>", TABLE);
    let start = xml.rfind("<w:sectPr").ok_or(DocxError::Part("页面设置"))?;
    let end = xml.rfind("</w:sectPr>").ok_or(DocxError::Part("页面设置"))?;
    let (before, section) = xml.split_at_checked(start).ok_or(DocxError::Part("页面设置"))?;
    let after = section.get(end + "</w:sectPr>".len() - start..);
    let after = after.ok_or(DocxError::Part("页面设置"))?;
    Ok(format!("{before}{SECTION}{after}"))
}

/// Without empty run properties, which come too early, and without the paragraphs' numbers,
/// which the writer goes on counting from file to file.
fn plain(xml: &str) -> String {
    replaced(&xml.replace("<w:rPr />", ""), " w14:paraId=\"", "\"", "")
}

/// Every stretch from `start` to `end` replaced. Text cannot hold either: it is escaped.
fn replaced(xml: &str, start: &str, end: &str, with: &str) -> String {
    let mut pieces = xml.split(start);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(with);
        out.push_str(piece.split_once(end).map_or("", |(_, rest)| rest));
    }
    out
}

/// One list of bullets, and a list of steps for each place, so that each counts from 1.
fn numberings(lists: usize) -> Numberings {
    let all = Numberings::new()
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level("bullet", "•")))
        .add_abstract_numbering(AbstractNumbering::new(STEPS).add_level(level("decimal", "%1.")))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_numbering(Numbering::new(STEPS, STEPS));
    (1..=lists).fold(all, |all, list| {
        let start = LevelOverride::new(0).start(1);
        all.add_numbering(Numbering::new(STEPS + list, STEPS).add_override(start))
    })
}

fn level(format: &str, mark: &str) -> Level {
    Level::new(
        0,
        Start::new(1),
        NumberFormat::new(format),
        LevelText::new(mark),
        LevelJc::new("left"),
    )
    .indent(Some(420), Some(SpecialIndentType::Hanging(420)), None, None)
}

fn core(document: &Document) -> String {
    let title = escaped(&clean(&format!("{} {}", document.firm, document.title)));
    let name = document.lang.texts().report.name;
    let core = CORE.replace("{creator}", name).replace("{language}", document.lang.tag());
    core.replace("{title}", &title)
}

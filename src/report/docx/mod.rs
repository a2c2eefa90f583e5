//! The document as a Word file, to be edited, commented and filed.
//!
//! The styles are Word's own, so that its outline, its lists and its restyling work. The same
//! document always gives the same bytes: no clock, no random number.

mod blocks;
mod body;
mod package;
mod tables;

use std::fmt;

use docx_rs::{Docx, Footer, Header, NumPages, PageNum, Run};

use super::document::Document;
use crate::texts::Report as Words;
use body::{Body, Piece, styled};

/// Why a document did not become a Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocxError {
    /// The writer made a part that is not as this module knows it.
    Part(&'static str),
    /// The file could not be packed.
    Pack(String),
}

impl fmt::Display for DocxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(what) => write!(out, "Word 文件没有生成：{what}与预期不同"),
            Self::Pack(why) => write!(out, "Word 文件没有打包成功：{why}"),
        }
    }
}

impl std::error::Error for DocxError {}

/// The whole file.
///
/// # Errors
/// When the file cannot be put together; not for anything that a document says.
pub fn render(document: &Document) -> Result<Vec<u8>, DocxError> {
    let words = &document.lang.texts().report;
    let mut body = Body::new(words);
    front(document, &mut body);
    for part in &document.parts {
        body.paragraph("Heading1", &part.heading);
        part.blocks.iter().for_each(|block| blocks::block(block, &mut body));
    }
    let lists = body.lists;
    let docx = Docx::new().header(header(document)).footer(footer(document, words));
    let docx = body.pieces.into_iter().fold(docx, |docx, piece| match piece {
        Piece::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Piece::Table(table) => docx.add_table(*table),
    });
    package::pack(docx, lists, document)
}

/// Title, firm, and what the report is tied to.
fn front(document: &Document, body: &mut Body) {
    body.paragraph("Title", &document.title);
    body.paragraph("Subtitle", &document.firm);
    blocks::pairs(&document.meta, body);
}

fn header(document: &Document) -> Header {
    let line = styled("Header", &document.firm)
        .add_run(Run::new().add_tab())
        .add_run(body::run(&document.title));
    Header::new().add_paragraph(line)
}

fn footer(document: &Document, words: &Words) -> Footer {
    let [page, of, end] = words.joints.pages;
    let pages = styled("ReportPages", page)
        .add_page_num(PageNum::new())
        .add_run(body::run(of))
        .add_num_pages(NumPages::new())
        .add_run(body::run(end));
    Footer::new().add_paragraph(styled("Footer", &document.foot)).add_paragraph(pages)
}

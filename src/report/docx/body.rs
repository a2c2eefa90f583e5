//! What the file's text is made of: paragraphs with a style, and tables.

use docx_rs::{IndentLevel, NumberingId, Paragraph, Run, Table};

use crate::report::document::words;
use crate::risk::Level;
use crate::texts::Report as Words;

/// Number of the list that bullets belong to. The writer keeps 1 for itself.
pub(super) const BULLETS: usize = 2;
/// Number that the style for steps names; each list of steps has one of its own after it.
pub(super) const STEPS: usize = 3;

/// The text so far.
pub(super) struct Body {
    /// The words of the frame.
    pub(super) words: &'static Words,
    pub(super) pieces: Vec<Piece>,
    /// How many lists of steps there are: each counts from 1.
    pub(super) lists: usize,
}

pub(super) enum Piece {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl Body {
    pub(super) fn new(words: &'static Words) -> Self {
        Self { words, pieces: Vec::new(), lists: 0 }
    }

    /// A level with its score.
    pub(super) fn level(&self, level: Level, score: u32) -> Run {
        let name = words::level(level, self.words);
        marked(level_style(level), &format!("{name} {score}"))
    }

    /// A remark in brackets.
    pub(super) fn aside(&self, remark: &str) -> String {
        (self.words.joints.aside)(remark)
    }

    pub(super) fn add(&mut self, paragraph: Paragraph) {
        self.pieces.push(Piece::Paragraph(Box::new(paragraph)));
    }

    pub(super) fn paragraph(&mut self, style: &str, text: &str) {
        self.add(styled(style, text));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.pieces.push(Piece::Table(Box::new(table)));
        self.add(Paragraph::new().style("ReportGap"));
    }

    pub(super) fn steps(&mut self, lines: &[String]) {
        self.lists += 1;
        let id = STEPS + self.lists;
        for line in lines {
            let step = styled("ListNumber", line);
            self.add(step.numbering(NumberingId::new(id), IndentLevel::new(0)));
        }
    }
}

/// A paragraph in a style, with its text.
pub(super) fn styled(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// Plain text.
pub(super) fn run(text: &str) -> Run {
    Run::new().add_text(clean(text))
}

/// Text in a style for characters.
pub(super) fn marked(style: &str, text: &str) -> Run {
    run(text).style(style)
}

/// The style that colours a level.
pub(super) fn level_style(level: Level) -> &'static str {
    match level {
        Level::Red => "LevelRed",
        Level::Orange => "LevelOrange",
        Level::Yellow => "LevelYellow",
        Level::Blue => "LevelBlue",
    }
}

/// Text without what XML cannot hold; a line feed in an answer is no line of the report.
pub(super) fn clean(text: &str) -> String {
    let known = text.chars().filter(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}'));
    known.map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}

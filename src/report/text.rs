//! The document as plain text: for mail, for a terminal, and for reading in a test.

use super::document::{Block, Brief, Card, Document, Gauge, LevelCount, Matrix, Table, words};
use crate::risk::Level;
use crate::texts::Report as Words;

/// The whole document, lines ended by a line feed.
#[must_use]
pub fn render(document: &Document) -> String {
    let words = &document.lang.texts().report;
    let mut out = Out { words, text: String::new(), indent: 0 };
    out.line(&document.title);
    out.line(&document.firm);
    for (label, value) in &document.meta {
        out.labelled(label, value);
    }
    for (part, place) in document.parts.iter().zip(1..) {
        out.line("");
        out.line(&(words.joints.numbered)(place, &part.heading));
        for block in &part.blocks {
            out.block(block);
        }
    }
    out.line("");
    out.line(&document.foot);
    out.text
}

struct Out {
    words: &'static Words,
    text: String,
    indent: usize,
}

impl Out {
    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n("  ", self.indent));
            // A line feed in an answer must not look like a line of the report.
            self.text.extend(line.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
        }
        self.text.push('\n');
    }

    fn inside(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent += 1;
        write(self);
        self.indent -= 1;
    }

    fn pair(&mut self, label: &str, text: &str) {
        // A question ends in a mark of its own.
        if label.ends_with(['？', '：']) {
            self.line(&format!("{label} {text}"));
        } else {
            self.labelled(label, text);
        }
    }

    fn labelled(&mut self, label: &str, text: &str) {
        self.line(&format!("{label}{}{text}", self.words.joints.colon));
    }

    fn aside(&self, remark: &str) -> String {
        (self.words.joints.aside)(remark)
    }

    fn level(&self, level: Level) -> &'static str {
        words::level(level, self.words)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.line(text),
            Block::Note(text) => self.line(self.aside(text).trim_start()),
            Block::List(lines) => lines.iter().for_each(|line| self.line(&format!("- {line}"))),
            Block::Steps(lines) => {
                for (line, number) in lines.iter().zip(1..) {
                    self.line(&format!("{number}. {line}"));
                }
            }
            Block::Pairs(pairs) => {
                pairs.iter().for_each(|(label, text)| self.pair(label, text));
            }
            Block::Table(table) => self.table(table),
            Block::Gauge(gauge) => self.gauge(*gauge),
            Block::Levels(levels) => self.levels(levels),
            Block::Matrix(matrix) => self.matrix(matrix),
            Block::Brief(brief) => self.brief(brief),
            Block::Finding(card) => self.card(card),
            Block::Open(open) => {
                self.line(&format!("- {}{}", open.question, self.aside(&open.state)));
                let look = format!("{}{}", self.words.labels.find_out, open.find_out);
                self.inside(|out| out.line(&look));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let mut cells = row.cells.iter().zip(&table.head);
            let Some((name, _)) = cells.next() else { continue };
            let rest: Vec<String> = cells.map(|(cell, head)| format!("{head} {cell}")).collect();
            let joints = &self.words.joints;
            self.line(&format!("- {name}{}{}", joints.colon, rest.join(joints.then)));
            self.inside(|out| row.more.iter().for_each(|line| out.line(line)));
        }
    }

    fn gauge(&mut self, Gauge { index, coverage }: Gauge) {
        let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
        self.line(&(self.words.verdict.gauge_line)(&index, coverage));
    }

    fn levels(&mut self, levels: &[LevelCount]) {
        let count = |one: &LevelCount| {
            format!("{} {}", self.level(one.level), (self.words.verdict.count)(one.count))
        };
        let counts: Vec<String> = levels.iter().map(count).collect();
        self.line(&counts.join(self.words.joints.comma));
    }

    fn matrix(&mut self, matrix: &Matrix) {
        let (said, joints) = (&self.words.verdict, &self.words.joints);
        self.line(said.matrix);
        self.inside(|out| {
            for (likelihood, consequence, cell) in matrix.filled() {
                let (row, column) =
                    ((said.likelihood)(likelihood), (said.consequence)(consequence));
                out.labelled(&format!("{row}{}{column}", joints.and), &cell.words(out.words));
            }
        });
    }

    fn brief(&mut self, brief: &Brief) {
        let level = self.level(brief.level);
        self.line(&format!("- [{level} {}] {}", brief.score, brief.title));
        self.inside(|out| brief.facts.iter().for_each(|(label, text)| out.labelled(label, text)));
    }

    fn card(&mut self, card: &Card) {
        let Card { number, level, score, title, domain_title, lead, .. } = card;
        self.line("");
        let (level, domain) = (self.level(*level), self.aside(domain_title));
        self.line(&format!("{number}. [{level} {score}] {title}{domain}"));
        self.inside(|out| {
            out.labelled(out.words.labels.effects, lead);
            for section in &card.sections {
                out.line(format!("{}{}", section.label, out.words.joints.colon).trim_end());
                out.inside(|out| section.blocks.iter().for_each(|block| out.block(block)));
            }
        });
    }
}

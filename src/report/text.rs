//! The document as plain text: for mail, for a terminal, and for reading in a test.

use super::document::{Block, Brief, Card, Document, Gauge, LevelCount, Matrix, Table};

/// Numerals of the parts.
const NUMERALS: [&str; 14] =
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"];

/// The whole document, lines ended by a line feed.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut out = Out::default();
    out.line(&document.title);
    out.line(&document.firm);
    for (label, value) in &document.meta {
        out.line(&format!("{label}：{value}"));
    }
    for (part, numeral) in document.parts.iter().zip(NUMERALS) {
        out.line("");
        out.line(&format!("{numeral}、{}", part.heading));
        for block in &part.blocks {
            out.block(block);
        }
    }
    out.line("");
    out.line(&document.foot);
    out.text
}

#[derive(Default)]
struct Out {
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
        let mark = if label.ends_with(['？', '：']) { " " } else { "：" };
        self.line(&format!("{label}{mark}{text}"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Text(text) => self.line(text),
            Block::Note(text) => self.line(&format!("（{text}）")),
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
                self.line(&format!("- {}（{}）", open.question, open.state));
                self.inside(|out| out.line(&format!("到哪里查：{}", open.find_out)));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let mut cells = row.cells.iter().zip(&table.head);
            let Some((name, _)) = cells.next() else { continue };
            let rest: Vec<String> = cells.map(|(cell, head)| format!("{head} {cell}")).collect();
            self.line(&format!("- {name}：{}", rest.join("；")));
            self.inside(|out| row.more.iter().for_each(|line| out.line(line)));
        }
    }

    fn gauge(&mut self, Gauge { index, coverage }: Gauge) {
        let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
        self.line(&format!("法治健康指数 {index}；覆盖率 {coverage}%"));
    }

    fn levels(&mut self, levels: &[LevelCount]) {
        let counts: Vec<String> =
            levels.iter().map(|one| format!("{} {} 项", one.level.word(), one.count)).collect();
        self.line(&counts.join("，"));
    }

    fn matrix(&mut self, matrix: &Matrix) {
        self.line("可能性 × 影响：");
        self.inside(|out| {
            for (likelihood, consequence, cell) in matrix.filled() {
                out.line(&format!("可能性 {likelihood}、影响 {consequence}：{}", cell.words()));
            }
        });
    }

    fn brief(&mut self, brief: &Brief) {
        self.line(&format!("- [{} {}] {}", brief.level.word(), brief.score, brief.title));
        self.inside(|out| {
            brief.facts.iter().for_each(|(label, text)| out.line(&format!("{label}：{text}")));
        });
    }

    fn card(&mut self, card: &Card) {
        let Card { number, level, score, title, domain_title, lead, .. } = card;
        self.line("");
        self.line(&format!("{number}. [{} {score}] {title}（{domain_title}）", level.word()));
        self.inside(|out| {
            out.line(&format!("后果：{lead}"));
            for section in &card.sections {
                out.line(&format!("{}：", section.label));
                out.inside(|out| section.blocks.iter().for_each(|block| out.block(block)));
            }
        });
    }
}

//! Each kind of block in Word's styles.

use docx_rs::Paragraph;

use super::body::{Body, marked, run, styled};
use super::tables;
use crate::report::document::{Block, Brief, Card, Gauge, OpenQuestion};

pub(super) fn block(block: &Block, body: &mut Body) {
    match block {
        Block::Text(text) => body.paragraph("Normal", text),
        Block::Note(text) => body.paragraph("ReportNote", text),
        Block::List(lines) => lines.iter().for_each(|line| body.paragraph("ListBullet", line)),
        Block::Steps(lines) => body.steps(lines),
        Block::Pairs(pairs) => self::pairs(pairs, body),
        Block::Table(table) => tables::table(table, body),
        Block::Gauge(gauge) => self::gauge(*gauge, body),
        Block::Levels(levels) => tables::levels(levels, body),
        Block::Matrix(matrix) => tables::matrix(matrix, body),
        Block::Brief(brief) => self::brief(brief, body),
        Block::Finding(card) => self::card(card, body),
        Block::Open(open) => self::open(open, body),
    }
}

/// Label and text in one paragraph.
pub(super) fn pairs(pairs: &[(String, String)], body: &mut Body) {
    for (label, text) in pairs {
        body.add(pair("ReportPair", label, text, body));
    }
}

fn pair(style: &str, label: &str, text: &str, body: &Body) -> Paragraph {
    // A question ends in a mark of its own.
    let mark = if label.ends_with(['？', '：']) { " " } else { body.words.joints.colon };
    let label = marked("Strong", &format!("{label}{mark}"));
    Paragraph::new().style(style).add_run(label).add_run(run(text))
}

fn gauge(Gauge { index, coverage }: Gauge, body: &mut Body) {
    let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
    let words = run(&format!(" {}", (body.words.verdict.gauge)(coverage)));
    let figure = Paragraph::new().style("ReportFigure");
    body.add(figure.add_run(marked("ReportNumber", &index)).add_run(words));
}

fn brief(brief: &Brief, body: &mut Body) {
    let level = body.level(brief.level, brief.score);
    let heading = Paragraph::new().style("Heading2").add_run(level);
    body.add(heading.add_run(run(&format!(" {}", brief.title))));
    if let Some((last, others)) = brief.facts.split_last() {
        others.iter().for_each(|(label, text)| body.add(pair("ReportPairKept", label, text, body)));
        pairs(std::slice::from_ref(last), body);
    }
}

fn card(card: &Card, body: &mut Body) {
    let level = body.level(card.level, card.score);
    let heading = styled("Heading2", &format!("{}. ", card.number)).add_run(level);
    let heading = heading.add_run(run(&format!(" {}", card.title)));
    body.add(heading.add_run(marked("ReportMuted", &body.aside(&card.domain_title))));
    body.add(pair("ReportPair", body.words.labels.effects, &card.lead, body));
    for section in &card.sections {
        body.paragraph("Heading3", &section.label);
        section.blocks.iter().for_each(|one| block(one, body));
    }
}

fn open(open: &OpenQuestion, body: &mut Body) {
    let question = Paragraph::new().style("ReportQuestion");
    let question = question.add_run(marked("Strong", &open.question));
    body.add(question.add_run(marked("ReportMuted", &body.aside(&open.state))));
    let look = format!("{}{}", body.words.labels.find_out, open.find_out);
    body.paragraph("ListContinue", &look);
}

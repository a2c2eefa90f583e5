//! Each kind of block as HTML.

use super::{escaped, figures};
use crate::report::document::{Block, Brief, Card, OpenQuestion, Table, Urgency};

pub(super) fn block(block: &Block, out: &mut String) {
    match block {
        Block::Text(text) => element("p", text, out),
        Block::Note(text) => out.push_str(&format!("<p class=\"note\">{}</p>\n", escaped(text))),
        Block::List(lines) => list("ul", lines, out),
        Block::Steps(lines) => list("ol", lines, out),
        Block::Pairs(pairs) => self::pairs(pairs, out),
        Block::Table(table) => self::table(table, out),
        Block::Gauge(gauge) => figures::gauge(*gauge, out),
        Block::Levels(levels) => figures::levels(levels, out),
        Block::Matrix(matrix) => figures::matrix(matrix, out),
        Block::Brief(brief) => self::brief(brief, out),
        Block::Finding(card) => self::card(card, out),
        Block::Open(open) => self::open(open, out),
    }
}

fn element(name: &str, text: &str, out: &mut String) {
    out.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}

fn list(name: &str, lines: &[String], out: &mut String) {
    out.push_str(&format!("<{name}>"));
    lines.iter().for_each(|line| element("li", line, out));
    out.push_str(&format!("</{name}>\n"));
}

fn pairs(pairs: &[(String, String)], out: &mut String) {
    out.push_str("<dl>");
    for (label, text) in pairs {
        let (label, text) = (escaped(label), escaped(text));
        out.push_str(&format!("<div><dt>{label}</dt> <dd>{text}</dd></div>\n"));
    }
    out.push_str("</dl>\n");
}

fn table(table: &Table, out: &mut String) {
    out.push_str("<table><thead><tr>");
    for head in &table.head {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(head)));
    }
    out.push_str("</tr></thead><tbody>\n");
    for row in &table.rows {
        let class = match row.urgency {
            Some(Urgency::Passed) => " class=\"passed\"",
            Some(Urgency::Soon) => " class=\"soon\"",
            None => "",
        };
        out.push_str(&format!("<tr{class}>"));
        for (at, cell) in row.cells.iter().enumerate() {
            let cell = escaped(cell);
            match at {
                0 => out.push_str(&format!("<th scope=\"row\">{cell}</th>")),
                1 => out.push_str(&format!("<td>{cell}{}</td>", figures::bar(row.bar))),
                at if at + 1 == row.cells.len() => {
                    let more =
                        row.more.iter().map(|line| format!("<small>{}</small>", escaped(line)));
                    out.push_str(&format!("<td>{cell}{}</td>", more.collect::<String>()));
                }
                _ => out.push_str(&format!("<td>{cell}</td>")),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}

fn brief(brief: &Brief, out: &mut String) {
    let badge = figures::badge(brief.level, Some(brief.score));
    let (class, title) = (figures::class(brief.level), escaped(&brief.title));
    out.push_str(&format!("<article class=\"card {class}\"><h3>{badge} {title}</h3>\n"));
    pairs(&brief.facts, out);
    out.push_str("</article>\n");
}

fn card(card: &Card, out: &mut String) {
    let badge = figures::badge(card.level, Some(card.score));
    let (class, title) = (figures::class(card.level), escaped(&card.title));
    let (number, domain) = (card.number, escaped(&card.domain_title));
    out.push_str(&format!(
        "<article class=\"card {class}\"><h3>{number}. {badge} {title} <small>{domain}</small></h3>\n"
    ));
    aspect("后果", out, |out| element("p", &card.lead, out));
    for section in &card.sections {
        aspect(&section.label, out, |out| section.blocks.iter().for_each(|one| block(one, out)));
    }
    out.push_str("</article>\n");
}

fn aspect(label: &str, out: &mut String, inside: impl FnOnce(&mut String)) {
    out.push_str("<div class=\"aspect\">");
    element("h4", label, out);
    inside(out);
    out.push_str("</div>\n");
}

fn open(open: &OpenQuestion, out: &mut String) {
    let (question, state) = (escaped(&open.question), escaped(&open.state));
    let find_out = escaped(&open.find_out);
    out.push_str(&format!(
        "<div class=\"open\"><p><strong>{question}</strong> <small>{state}</small></p><p>到哪里查：{find_out}</p></div>\n"
    ));
}

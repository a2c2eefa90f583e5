//! Each kind of block as HTML.

use super::{Out, figures};
use crate::report::document::{Block, Brief, Card, OpenQuestion, Table, Urgency};

pub(super) fn block(block: &Block, out: &mut Out) {
    match block {
        Block::Text(text) => element("p", text, out),
        Block::Note(text) => out.push(&format!("<p class=\"note\">{}</p>\n", out.said(text))),
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

fn element(name: &str, text: &str, out: &mut Out) {
    out.push(&format!("<{name}>{}</{name}>\n", out.said(text)));
}

fn list(name: &str, lines: &[String], out: &mut Out) {
    out.push(&format!("<{name}>"));
    lines.iter().for_each(|line| element("li", line, out));
    out.push(&format!("</{name}>\n"));
}

fn pairs(pairs: &[(String, String)], out: &mut Out) {
    out.push("<dl>");
    for (label, text) in pairs {
        let (label, text) = (out.said(label), out.said(text));
        out.push(&format!("<div><dt>{label}</dt> <dd>{text}</dd></div>\n"));
    }
    out.push("</dl>\n");
}

fn table(table: &Table, out: &mut Out) {
    out.push("<table><thead><tr>");
    for head in &table.head {
        out.push(&format!("<th scope=\"col\">{}</th>", out.said(head)));
    }
    out.push("</tr></thead><tbody>\n");
    for row in &table.rows {
        let class = match row.urgency {
            Some(Urgency::Passed) => " class=\"passed\"",
            Some(Urgency::Soon) => " class=\"soon\"",
            None => "",
        };
        out.push(&format!("<tr{class}>"));
        for (at, cell) in row.cells.iter().enumerate() {
            let cell = out.said(cell);
            match at {
                0 => out.push(&format!("<th scope=\"row\">{cell}</th>")),
                1 => out.push(&format!("<td>{cell}{}</td>", figures::bar(row.bar))),
                at if at + 1 == row.cells.len() => {
                    let more =
                        row.more.iter().map(|line| format!("<small>{}</small>", out.said(line)));
                    out.push(&format!("<td>{cell}{}</td>", more.collect::<String>()));
                }
                _ => out.push(&format!("<td>{cell}</td>")),
            }
        }
        out.push("</tr>\n");
    }
    out.push("</tbody></table>\n");
}

fn brief(brief: &Brief, out: &mut Out) {
    let badge = figures::badge(brief.level, Some(brief.score), out.words());
    let (class, title) = (figures::class(brief.level), out.said(&brief.title));
    out.push(&format!("<article class=\"card {class}\"><h3>{badge} {title}</h3>\n"));
    pairs(&brief.facts, out);
    out.push("</article>\n");
}

fn card(card: &Card, out: &mut Out) {
    let badge = figures::badge(card.level, Some(card.score), out.words());
    let (class, title) = (figures::class(card.level), out.said(&card.title));
    let (number, domain) = (card.number, out.said(&card.domain_title));
    out.push(&format!(
        "<article class=\"card {class}\"><h3>{number}. {badge} {title} <small>{domain}</small></h3>\n"
    ));
    aspect(out.words().labels.effects, out, |out| element("p", &card.lead, out));
    for section in &card.sections {
        aspect(&section.label, out, |out| section.blocks.iter().for_each(|one| block(one, out)));
    }
    out.push("</article>\n");
}

fn aspect(label: &str, out: &mut Out, inside: impl FnOnce(&mut Out)) {
    out.push("<div class=\"aspect\">");
    element("h4", label, out);
    inside(out);
    out.push("</div>\n");
}

fn open(open: &OpenQuestion, out: &mut Out) {
    let (question, state) = (out.said(&open.question), out.said(&open.state));
    let find_out = format!("{}{}", out.words().labels.find_out, out.said(&open.find_out));
    out.push(&format!(
        "<div class=\"open\"><p><strong>{question}</strong> <small>{state}</small></p><p>{find_out}</p></div>\n"
    ));
}

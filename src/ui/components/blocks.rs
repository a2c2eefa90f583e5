//! The document's blocks on the screen and, by the print style, on paper.

use leptos::prelude::*;

use super::{FindingCard, LevelBadge, figures};
use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Block, Brief, OpenQuestion, Table, Urgency};

/// Some blocks, one after the other.
pub(in crate::ui) fn blocks(blocks: Vec<Block>) -> impl IntoView {
    blocks.into_iter().map(block).collect_view()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Text(text) => view! { <p>{said(text)}</p> }.into_any(),
        Block::Note(text) => view! { <p class="remark">{said(text)}</p> }.into_any(),
        Block::List(lines) => view! { <ul>{items(lines)}</ul> }.into_any(),
        Block::Steps(lines) => view! { <ol>{items(lines)}</ol> }.into_any(),
        Block::Pairs(pairs) => view! { <Pairs pairs /> }.into_any(),
        Block::Table(table) => view! { <TableBlock table /> }.into_any(),
        Block::Gauge(gauge) => view! { <figures::GaugeBlock gauge /> }.into_any(),
        Block::Levels(levels) => view! { <figures::Levels levels /> }.into_any(),
        Block::Matrix(matrix) => view! { <figures::MatrixBlock matrix /> }.into_any(),
        Block::Brief(brief) => view! { <BriefBlock brief /> }.into_any(),
        Block::Finding(card) => view! { <FindingCard card=*card /> }.into_any(),
        Block::Open(open) => view! { <Open open /> }.into_any(),
    }
}

fn items(lines: Vec<String>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <li>{said(line)}</li> }).collect_view()
}

/// A label and what is said of it.
#[component]
pub(in crate::ui) fn Pairs(pairs: Vec<(String, String)>) -> impl IntoView {
    let pair = |(label, text)| view! { <div><dt>{said(label)}</dt>" "<dd>{said(text)}</dd></div> };
    view! { <dl class="pairs">{pairs.into_iter().map(pair).collect_view()}</dl> }
}

#[component]
fn TableBlock(table: Table) -> impl IntoView {
    let head = table
        .head
        .into_iter()
        .map(|name| view! { <th scope="col">{said(name)}</th> })
        .collect_view();
    let rows = table
        .rows
        .into_iter()
        .map(|row| {
            let class = match row.urgency {
                Some(Urgency::Passed) => "passed",
                Some(Urgency::Soon) => "soon",
                None => "",
            };
            let last = row.cells.len().saturating_sub(1);
            let (bar, mut more) = (row.bar, Some(row.more));
            let cells = row.cells.into_iter().enumerate().map(|(at, cell)| match at {
                0 => view! { <th scope="row">{said(cell)}</th> }.into_any(),
                1 => view! { <td>{said(cell)}{figures::bar(bar)}</td> }.into_any(),
                at if at == last => {
                    let more = more.take().unwrap_or_default().into_iter();
                    let more =
                        more.map(|line| view! { <small>{said(line)}</small> }).collect_view();
                    view! { <td>{said(cell)}{more}</td> }.into_any()
                }
                _ => view! { <td>{said(cell)}</td> }.into_any(),
            });
            view! { <tr class=class>{cells.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0" role="group">
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn BriefBlock(brief: Brief) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let Brief { id, level, score, title, facts } = brief;
    let words = &texts().taking;
    let label = (words.details_of)(&title);
    let class = format!("finding brief {}", super::level_class(level));
    view! {
        <article class=class>
            <header>
                <h3>{said(title)}</h3>
                <LevelBadge level score=Some(score) />
            </header>
            <Pairs pairs=facts />
            <button
                type="button"
                class="link"
                aria-label=label
                on:click=move |_| dispatch.send(Event::ShowFinding(id.clone()))
            >
                {words.details}
            </button>
        </article>
    }
}

#[component]
fn Open(open: OpenQuestion) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let OpenQuestion { link_id, question, state, find_out } = open;
    let texts = texts();
    let label = (texts.taking.answer_it)(&question);
    view! {
        <div class="open">
            <p><strong>{said(question)}</strong>" "<small>{said(state)}</small></p>
            <p>{texts.report.labels.find_out}{said(find_out)}</p>
            <button
                type="button"
                class="link"
                aria-label=label
                on:click=move |_| dispatch.send(Event::Change(link_id.clone()))
            >
                {texts.taking.answer}
            </button>
        </div>
    }
}

//! One finding in full: 事实 → 依据 → 后果 → 整改 → 证据 → 找谁.

use leptos::prelude::*;

use super::{LevelBadge, ReadFinding, blocks, level_class};
use crate::ui::words::{said, texts};
use crate::view_model::Card;

/// A finding; its aspects unfold on the screen and stand open on paper.
#[component]
pub(in crate::ui) fn FindingCard(card: Card) -> impl IntoView {
    let Card { number, id, level, score, title, domain_title, lead, sections, .. } = card;
    let aspects = sections
        .into_iter()
        .map(|section| view! { <div class="aspect"><h4>{said(section.label)}</h4><div>{blocks(section.blocks)}</div></div> })
        .collect_view();
    let reads = id.clone();
    view! {
        <article class=format!("finding {}", level_class(level)) id=id>
            <header>
                <h3>{format!("{number}. ")}{said(title)}</h3>
                <LevelBadge level score=Some(score) />
            </header>
            <p class="meta">{said(domain_title)}</p>
            <p>{said(lead)}</p>
            <details class="detail">
                <summary>{texts().taking.aspects}</summary>
                <ReadFinding id=reads />
                {aspects}
            </details>
        </article>
    }
}

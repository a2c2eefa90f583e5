//! One finding in full: 事实 → 依据 → 后果 → 整改 → 证据 → 找谁.

use leptos::prelude::*;

use super::LevelBadge;
use super::level_badge::class;
use crate::view_model::FindingView;

/// A finding; its detail unfolds on the screen and stands open on paper.
#[component]
pub(in crate::ui) fn FindingCard(finding: FindingView, brief: bool) -> impl IntoView {
    let FindingView { title, level, score, effects, exposure, effort, domain, .. } =
        finding.clone();
    let id = if brief { None } else { Some(finding.id.clone()) };
    let first = finding.steps.first().map(|(action, _)| action.clone());
    view! {
        <article class=format!("finding {}", class(level)) id=id>
            <header>
                <h3>{title}</h3>
                <LevelBadge level score=Some(score) />
            </header>
            <p class="meta">{domain}" · 第一步用时 "{effort}</p>
            {if brief {
                view! {
                    <p><strong>"先做："</strong>{first}</p>
                    {exposure.map(|sum| view! { <p class="exposure">{sum.range}</p> })}
                }
                    .into_any()
            } else {
                view! {
                    <p>{effects}</p>
                    {exposure
                        .map(|sum| {
                            view! {
                                <p class="exposure">
                                    <strong>{sum.range}</strong>
                                    "。怎么算的："
                                    {sum.how}
                                </p>
                            }
                        })}
                    <details class="detail">
                        <summary>"事实、依据、怎么改、留什么、找谁"</summary>
                        <Detail finding />
                    </details>
                }
                    .into_any()
            }}
        </article>
    }
}

#[component]
fn Detail(finding: FindingView) -> impl IntoView {
    let steps = finding
        .steps
        .into_iter()
        .map(|(action, effort)| view! { <li>{action}" "<small>{effort}</small></li> })
        .collect_view();
    let evidence =
        finding.evidence.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let services = finding
        .services
        .into_iter()
        .map(|(title, what, phone)| {
            let phone = phone.map(|phone| format!("，电话 {phone}"));
            view! { <li><strong>{title}</strong>"："{what}{phone}</li> }
        })
        .collect_view();
    view! {
        <h4>"事实"</h4>
        <Pairs pairs=finding.because />
        <h4>"依据（要旨，非原文）"</h4>
        <Pairs pairs=finding.basis />
        {finding.note.map(|note| view! { <p class="note">{note}</p> })}
        <h4>"怎么改"</h4>
        <ol>{steps}</ol>
        <h4>"留好这些"</h4>
        <ul>{evidence}</ul>
        <h4>"找谁"</h4>
        <ul>{services}</ul>
        <p class="meta">{finding.working}</p>
    }
}

/// A term and what is said of it.
#[component]
pub(in crate::ui) fn Pairs(pairs: Vec<(String, String)>) -> impl IntoView {
    view! {
        <dl>
            {pairs
                .into_iter()
                .map(|(term, text)| view! { <dt>{term}</dt><dd>{text}</dd> })
                .collect_view()}
        </dl>
    }
}

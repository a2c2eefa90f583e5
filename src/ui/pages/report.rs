//! The report: the verdict first, what to do first, then everything else.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Actions, Deadlines, FindingCard, LevelBadge, Pairs};
use crate::ui::dispatch::Dispatch;
use crate::ui::messages::{METHOD, NAME, STATEMENT};
use crate::view_model::{DomainView, Grade, LevelCount, ReportView, UnknownView};

/// The report.
#[component]
pub(super) fn ReportPage(view: ReportView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let title = view.name.clone().unwrap_or_else(|| "（未填企业名称）".to_owned());
    view! {
        <div class="report">
            <p class="meta">{NAME}"报告 · "{view.on.clone()}" · 封印 "{view.seal.clone()}</p>
            <p class="meta">{title}" · "{view.kind.clone()}</p>
            <h1 tabindex="-1">{view.verdict.clone()}</h1>
            <Verdict view=view.clone() />
            <Priorities view=view.clone() />
            <Deadlines deadlines=view.deadlines.clone() />
            <Findings view=view.clone() />
            <Domains domains=view.domains.clone() />
            <Unknowns unknowns=view.unknowns.clone() />
            <Advice advice=view.advice.clone() />
            <Method view />
        </div>
        <Actions>
            <button type="button" class="primary" on:click=move |_| dispatch.send(Event::Print)>
                "打印报告"
            </button>
        </Actions>
    }
}

#[component]
fn Verdict(view: ReportView) -> impl IntoView {
    let figure = match view.index {
        Some(index) => index.to_string(),
        None => "—".to_owned(),
    };
    let rows = view.levels.into_iter().map(|count| view! { <LevelRow count /> }).collect_view();
    view! {
        <section class="verdict" aria-label="总评">
            <div class="index">
                <strong>{figure}</strong>
                <span>"法治健康指数"</span>
                <span>{format!("覆盖率 {}%", view.coverage)}</span>
            </div>
            <ul class="levels">{rows}</ul>
        </section>
        <details class="why">
            <summary>"这个数怎么来的"</summary>
            <p>{view.working}</p>
            <p>{METHOD}</p>
        </details>
    }
}

#[component]
fn LevelRow(count: LevelCount) -> impl IntoView {
    let LevelCount { level, count, percent } = count;
    view! {
        <li>
            <LevelBadge level />
            <progress
                class=crate::ui::components::level_class(level)
                max="100"
                value=percent.to_string()
                aria-hidden="true"
            ></progress>
            <span>{format!("{count} 项")}</span>
        </li>
    }
}

#[component]
fn Priorities(view: ReportView) -> impl IntoView {
    if view.priorities.is_empty() {
        return ().into_any();
    }
    let count = view.priorities.len();
    let cards = view
        .priorities
        .into_iter()
        .map(|finding| view! { <FindingCard finding brief=true /> })
        .collect_view();
    view! {
        <section class="priorities">
            <h2>{format!("先做这 {count} 件")}</h2>
            {cards}
            {view.exposure.map(|total| view! { <p class="exposure">{total}</p> })}
        </section>
    }
    .into_any()
}

#[component]
fn Findings(view: ReportView) -> impl IntoView {
    let count = view.findings.len();
    if count == 0 {
        return ().into_any();
    }
    let cards = view
        .findings
        .into_iter()
        .map(|finding| view! { <FindingCard finding brief=false /> })
        .collect_view();
    view! {
        <section class="findings">
            <h2>{format!("全部 {count} 项，从重到轻")}</h2>
            {cards}
        </section>
    }
    .into_any()
}

#[component]
fn Domains(domains: Vec<DomainView>) -> impl IntoView {
    let rows = domains
        .into_iter()
        .map(|domain| {
            let DomainView { title, index, coverage, grade, counts, working } = domain;
            let index = index.map_or_else(|| "—".to_owned(), |index| index.to_string());
            view! {
                <tr>
                    <th scope="row">{title}</th>
                    <td class="figure">{index}</td>
                    <td class="figure">{format!("{coverage}%")}</td>
                    <td>{grade}<small>{counts}</small><small>{working}</small></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="domains">
            <h2>"各方面"</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"方面"</th>
                        <th scope="col">"指数"</th>
                        <th scope="col">"覆盖率"</th>
                        <th scope="col">"情况"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

#[component]
fn Unknowns(unknowns: Vec<UnknownView>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    if unknowns.is_empty() {
        return ().into_any();
    }
    let count = unknowns.len();
    let rows = unknowns
        .into_iter()
        .map(|open| {
            let UnknownView { link_id, question, find_out, state } = open;
            let label = format!("查清了，去回答：{question}");
            view! {
                <li>
                    <strong>{question}</strong>
                    " "
                    <small>{state}</small>
                    <p>"到哪里查："{find_out}</p>
                    <button
                        type="button"
                        class="link"
                        aria-label=label
                        on:click=move |_| dispatch.send(Event::Change(link_id.clone()))
                    >
                        "查清了，去回答"
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="unknowns">
            <h2>{format!("还要查清的 {count} 件事")}</h2>
            <p>"不清楚不算有问题，也不算没有问题。查清后回答，覆盖率和指数会重新计算。"</p>
            <ol>{rows}</ol>
        </section>
    }
    .into_any()
}

#[component]
fn Advice(advice: Vec<(String, String)>) -> impl IntoView {
    if advice.is_empty() {
        return ().into_any();
    }
    let rows = advice
        .into_iter()
        .map(|(change, title)| view! { <li>{change}<small>"可消除："{title}</small></li> })
        .collect_view();
    view! {
        <section class="advice">
            <h2>"改动最少的办法"</h2>
            <p>"下面是程序按规则试出来的：真正做到以后再体检，这一项红色就不再出现。已经产生的责任不会因此消失。"</p>
            <ul>{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Method(view: ReportView) -> impl IntoView {
    let list =
        |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let graded = view.grade != Grade::Insufficient;
    view! {
        <section class="method">
            <h2>"说明和来源"</h2>
            <p>{STATEMENT}</p>
            <div class="paper-only">
                <p>{view.working}</p>
                <p>{METHOD}</p>
            </div>
            <h3>"企业情况"</h3>
            <Pairs pairs=view.firm />
            <h3>"问卷版本"</h3>
            <ul>{list(view.packs)}</ul>
            <h3>"引用的法规版本"</h3>
            <ul>{list(view.sources)}</ul>
            <p>
                {format!("体检日期 {}；封印 {}", view.on, view.seal)}
                {if graded { "" } else { "；资料不足，没有评级" }}
                "。封印由报告内容计算（SM3），内容有改动就对不上。"
            </p>
        </section>
    }
}

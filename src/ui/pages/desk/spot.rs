//! What is looked at: a finding beside its answers, the report's soundness, or the whole.

use leptos::prelude::*;

use super::form::Forms;
use super::history::History;
use super::{at_desk, words};
use crate::kiosk::{DeskEvent, Event, FormKind};
use crate::ui::components::{LevelBadge, Pairs, Refused};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::said;
use crate::view_model::{DeskBody, FindingSpot, Page, SpotBody, Verdict, WholeSpot};

/// What is looked at.
#[component]
pub(super) fn SpotPart(page: ReadSignal<Page>) -> impl IntoView {
    let spot = Memo::new(move |_| {
        at_desk(page, |body| match body {
            DeskBody::Report(report) => Some((report.spot.clone(), report.can_act)),
            _ => None,
        })
    });
    let acts = move |acts: Vec<(&'static str, DeskEvent)>, can_act: bool| {
        view! {
            {can_act.then(|| view! { <Acts acts /> })}
            <Refused page />
            <Forms page />
        }
    };
    let words = &words().review;
    move || match spot.get() {
        Some((SpotBody::Finding(finding), can_act)) => {
            let ways = vec![
                (words.confirm, DeskEvent::Confirm),
                (words.correct, DeskEvent::Begin(FormKind::Correct)),
                (words.withdraw, DeskEvent::Begin(FormKind::Withdraw)),
                (words.ask, DeskEvent::Begin(FormKind::Ask)),
                (words.outcome, DeskEvent::Begin(FormKind::Outcome)),
            ];
            let because = finding.because.clone();
            let history = finding.history.clone();
            view! {
                <section class="spot" id="spot">
                    <Finding finding=*finding />
                    {acts(ways, can_act)}
                    <History history can_act />
                </section>
                <section class="because">
                    <h2>{words.because}</h2>
                    <Pairs pairs=because />
                </section>
            }
            .into_any()
        }
        Some((SpotBody::Whole(whole), can_act)) => {
            let ways = vec![
                (words.opinion, DeskEvent::Begin(FormKind::Opinion)),
                (words.add, DeskEvent::Begin(FormKind::Add)),
                (words.ask, DeskEvent::Begin(FormKind::Ask)),
                (words.outcome, DeskEvent::Begin(FormKind::Outcome)),
            ];
            let history = whole.history.clone();
            view! {
                <section class="spot wide" id="spot">
                    <Whole whole />
                    {acts(ways, can_act)}
                    <History history can_act />
                </section>
            }
            .into_any()
        }
        Some((SpotBody::Trust(parts), _)) => {
            let parts = parts.into_iter().map(|(heading, lines)| {
                let lines = lines.into_iter().map(|line| view! { <li>{said(line)}</li> });
                view! {
                    <h2>{heading}</h2>
                    <ul>{lines.collect_view()}</ul>
                }
            });
            view! { <section class="spot wide" id="spot">{parts.collect_view()}</section> }
                .into_any()
        }
        None => ().into_any(),
    }
}

/// What can be done with it.
#[component]
fn Acts(acts: Vec<(&'static str, DeskEvent)>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let acts = acts.into_iter().map(|(name, event)| {
        view! {
            <button
                type="button"
                class="secondary"
                on:click=move |_| dispatch.send(Event::Desk(event.clone()))
            >
                {name}
            </button>
        }
    });
    view! { <div class="row">{acts.collect_view()}</div> }
}

/// A finding as it stands.
#[component]
fn Finding(finding: FindingSpot) -> impl IntoView {
    let words = &words().review;
    let FindingSpot { title, level, verdict, level_before, title_before, .. } = finding;
    let before = [level_before, title_before].into_iter().flatten();
    let before = before.map(|was| view! { <p class="meta">{said((words.before)(&was))}</p> });
    let [open, confirmed, corrected, withdrawn] = words.verdicts;
    let verdict_name = match verdict {
        Verdict::Open => open,
        Verdict::Confirmed => confirmed,
        Verdict::Corrected => corrected,
        Verdict::Withdrawn => withdrawn,
    };
    let steps = finding.treatment.into_iter().map(|step| view! { <li>{said(step)}</li> });
    view! {
        <header>
            <h2 class:withdrawn=move || verdict == Verdict::Withdrawn>{said(title)}</h2>
            <p>
                <LevelBadge level />
                " "
                <strong class="verdict-name">{verdict_name}</strong>
            </p>
        </header>
        {before.collect_view()}
        {finding.disputed.then(|| view! { <p class="problem">{words.disputed}</p> })}
        <h3>{words.effects}</h3>
        <p>{said(finding.effects)}</p>
        <h3>{words.treatment}</h3>
        <ol>{steps.collect_view()}</ol>
        <details>
            <summary>{words.basis}</summary>
            <Pairs pairs=finding.basis />
        </details>
    }
}

/// The whole as it stands.
#[component]
fn Whole(whole: WholeSpot) -> impl IntoView {
    let words = &words().review;
    let added = whole.added.into_iter().map(|(level, title, basis)| {
        view! { <li><LevelBadge level /> " " {said(title)} <small>{said(basis)}</small></li> }
    });
    let (added, questions) = (added.collect_view(), whole.questions);
    let questions = questions.into_iter().map(|one| view! { <li>{said(one)}</li> });
    let (any_added, any_question) = (!added.is_empty(), questions.len() > 0);
    view! {
        <h2>{words.whole}</h2>
        {whole.opinion.map(|opinion| view! { <p class="opinion">{said(opinion)}</p> })}
        {any_added.then(|| view! { <h3>{words.added}</h3> <ul>{added}</ul> })}
        {any_question
            .then(|| view! { <h3>{words.questions}</h3> <ul>{questions.collect_view()}</ul> })}
    }
}

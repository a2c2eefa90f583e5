//! The report: the verdict first, what to do first, then everything else on demand.

use leptos::prelude::*;

use super::findings::Findings;
use crate::kiosk::{Event, Output, RegisterEvent, Sheet};
use crate::ui::components::{Actions, NoPrinter, Pairs, Saved, blocks};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Page, Part, PartId, ReportView};

/// The report.
#[component]
pub(super) fn ReportPage(view: ReportView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let document = view.document;
    let prints = page.read_untracked().prints;
    let parts = document.parts.iter().cloned().map(|part| {
        let after = (part.id == PartId::First).then(|| {
            view! {
                <TakeAway outputs=view.outputs.clone() prints page />
                <Sheets sheets=view.sheets.clone() register=view.register />
            }
        });
        view! {
            {self::part(part)}
            {after}
        }
    });
    let without_first = document.part(PartId::First).is_none();
    view! {
        <div class="report">
            <p class="meta">{said(document.title.clone())}</p>
            <p class="firm">{said(document.firm.clone())}</p>
            <div class="meta">
                <Pairs pairs=document.meta.clone() />
            </div>
            {parts.collect_view()}
            {without_first.then(|| view! { <TakeAway outputs=view.outputs.clone() prints page /> })}
        </div>
        <Actions>
            <Show when=move || view.folder>
                <button type="button" on:click=move |_| dispatch.send(Event::OpenFolder)>
                    {texts().taking.back}
                </button>
            </Show>
            <Show when=move || prints>
                <button
                    type="button"
                    class="primary"
                    on:click=move |_| dispatch.send(Event::Print)
                >
                    {texts().taking.print}
                </button>
            </Show>
        </Actions>
    }
}

/// A part; what is not read first is folded on the screen and stands open on paper.
fn part(part: Part) -> AnyView {
    let Part { id, heading, blocks: inside } = part;
    match id {
        PartId::Verdict => view! {
            <h1 tabindex="-1">{said(heading)}</h1>
            <section class="verdict" aria-label=texts().taking.verdict>{blocks(inside)}</section>
        }
        .into_any(),
        PartId::First => view! {
            <section class="first">
                <h2>{said(heading)}</h2>
                {blocks(inside)}
            </section>
        }
        .into_any(),
        PartId::Findings => view! { <Findings heading blocks=inside /> }.into_any(),
        id => {
            let open = matches!(id, PartId::Calendar | PartId::Sheet);
            view! {
                <details class="part" open=open>
                    <summary>
                        <h2>{said(heading)}</h2>
                    </summary>
                    {blocks(inside)}
                </details>
            }
            .into_any()
        }
    }
}

/// Ways to take the report away.
#[component]
fn TakeAway(
    outputs: Vec<(Output, &'static str)>,
    prints: bool,
    page: ReadSignal<Page>,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    if outputs.is_empty() {
        return (!prints).then(|| view! { <NoPrinter /> }).into_any();
    }
    let words = &texts().taking;
    let buttons = outputs.into_iter().map(|(output, name)| {
        view! {
            <button
                type="button"
                class="secondary"
                on:click=move |_| dispatch.send(Event::Take(output))
            >
                {name}
            </button>
        }
    });
    view! {
        <section class="take">
            <h2>{words.heading}</h2>
            {(!prints).then(|| view! { <NoPrinter /> })}
            <p>{words.local}</p>
            <div class="row">{buttons.collect_view()}</div>
            <Saved page />
        </section>
    }
    .into_any()
}

/// Slips and sheets that the findings call for.
#[component]
fn Sheets(sheets: Vec<(Sheet, String)>, register: bool) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    if sheets.is_empty() {
        return ().into_any();
    }
    let words = &texts().taking;
    let buttons = sheets.into_iter().map(|(sheet, name)| {
        view! {
            <button
                type="button"
                class="secondary"
                on:click=move |_| dispatch.send(Event::ShowSheet(sheet.clone()))
            >
                {said(name)}
            </button>
        }
    });
    view! {
        <details class="part take">
            <summary>
                <h2>{words.sheets}</h2>
            </summary>
            <p>{words.sheets_text}</p>
            <div class="row">
                {buttons.collect_view()}
                <Show when=move || register>
                    <button
                        type="button"
                        class="secondary"
                        on:click=move |_| dispatch.send(Event::Register(RegisterEvent::Open))
                    >
                        {texts().register.heading}
                    </button>
                </Show>
            </div>
        </details>
    }
    .into_any()
}

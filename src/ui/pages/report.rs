//! The report: the verdict first, what to do first, then everything else on demand.

use leptos::prelude::*;

use super::findings::Findings;
use crate::kiosk::{Event, Output, RegisterEvent, Sheet};
use crate::ui::components::{Actions, NoPrinter, Pairs, Saved, blocks};
use crate::ui::dispatch::Dispatch;
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
            <p class="meta">{document.title.clone()}</p>
            <p class="firm">{document.firm.clone()}</p>
            <div class="meta">
                <Pairs pairs=document.meta.clone() />
            </div>
            {parts.collect_view()}
            {without_first.then(|| view! { <TakeAway outputs=view.outputs.clone() prints page /> })}
        </div>
        <Actions>
            {prints
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="primary"
                            on:click=move |_| dispatch.send(Event::Print)
                        >
                            "打印报告"
                        </button>
                    }
                })}
        </Actions>
    }
}

/// A part; what is not read first is folded on the screen and stands open on paper.
fn part(part: Part) -> AnyView {
    let Part { id, heading, blocks: inside } = part;
    match id {
        PartId::Verdict => view! {
            <h1 tabindex="-1">{heading}</h1>
            <section class="verdict" aria-label="总评">{blocks(inside)}</section>
        }
        .into_any(),
        PartId::First => view! {
            <section class="first">
                <h2>{heading}</h2>
                {blocks(inside)}
            </section>
        }
        .into_any(),
        PartId::Findings => view! { <Findings heading blocks=inside /> }.into_any(),
        id => {
            let open = id == PartId::Calendar;
            view! {
                <details class="part" open=open>
                    <summary>
                        <h2>{heading}</h2>
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
            <h2>"带走这份报告"</h2>
            {(!prints).then(|| view! { <NoPrinter /> })}
            <p>"都在这台机器上生成，不经过网络。"</p>
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
    let buttons = sheets.into_iter().map(|(sheet, name)| {
        view! {
            <button
                type="button"
                class="secondary"
                on:click=move |_| dispatch.send(Event::ShowSheet(sheet.clone()))
            >
                {name}
            </button>
        }
    });
    view! {
        <details class="part take">
            <summary>
                <h2>"整改清单、证据清单、转介单"</h2>
            </summary>
            <p>"从这份报告里出，可以单独打印。"</p>
            <div class="row">
                {buttons.collect_view()}
                <Show when=move || register>
                    <button
                        type="button"
                        class="secondary"
                        on:click=move |_| dispatch.send(Event::Register(RegisterEvent::Open))
                    >
                        "商业秘密登记"
                    </button>
                </Show>
            </div>
        </details>
    }
    .into_any()
}

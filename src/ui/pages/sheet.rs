//! A slip or a sheet, as it will be on paper.

use std::sync::Arc;

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Actions, Pairs, blocks};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::texts;
use crate::view_model::{Document, Lang, Page};

/// A slip or a sheet.
#[component]
pub(super) fn SheetPage(document: Arc<Document>, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().taking;
    let Document { title, firm, meta, parts, .. } = Arc::unwrap_or_clone(document);
    let parts = parts.into_iter().map(|part| {
        view! {
            <section>
                <h2>{part.heading}</h2>
                {blocks(part.blocks)}
            </section>
        }
    });
    view! {
        {words.sheet_language.map(|told| view! { <p class="remark screen-only">{told}</p> })}
        <div class="report sheet" lang=Lang::Zh.tag()>
            <h1 tabindex="-1">{title}</h1>
            <p class="firm">{firm}</p>
            <div class="meta">
                <Pairs pairs=meta />
            </div>
            {parts.collect_view()}
        </div>
        <Actions>
            <Show when=move || page.read().prints>
                <button
                    type="button"
                    class="primary"
                    on:click=move |_| dispatch.send(Event::Print)
                >
                    {words.print_sheet}
                </button>
            </Show>
        </Actions>
    }
}

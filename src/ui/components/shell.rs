//! What stands around every screen: name, aids, the way out.

use leptos::prelude::*;

use super::{
    DisplayButton, DisplayPanel, EndDialog, KeptCode, KeptLine, NoticeBar, ReadScreen, Warning,
};
use crate::kiosk::Event;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::Words;
use crate::view_model::{Body, Page};

/// The frame around a page.
#[component]
pub(in crate::ui) fn Shell(page: ReadSignal<Page>, children: Children) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = Words::from_context();
    let other = move || words.0.get_untracked().other();
    let can_end = Memo::new(move |_| page.read().can_end);
    let display = Memo::new(move |_| page.read().display.clone());
    let open = Memo::new(move |_| display.read().open);
    let asking = Memo::new(move |_| page.read().asking_end);
    let warned = Memo::new(move |_| page.read().warning.is_some());
    let notice = Memo::new(move |_| page.read().notice.clone());
    view! {
        <header class="bar" inert=move || warned.get()>
            <span class="brand">{move || words.texts().shell.name}</span>
            <div class="aids">
                <ReadScreen view=display />
                <button
                    type="button"
                    class="aid"
                    lang=move || words.0.get().other().tag()
                    on:click=move |_| dispatch.send(Event::Speak(other()))
                >
                    {move || words.texts().shell.other_language}
                </button>
                <DisplayButton view=display />
            </div>
            <Show when=move || open.get()>
                <DisplayPanel view=display />
            </Show>
        </header>
        <main id="main" inert=move || warned.get()>
            {move || notice.get().map(|notice| view! { <NoticeBar notice /> })}
            <KeptCode page />
            {children()}
        </main>
        <footer class="foot" inert=move || warned.get()>
            <span class="disclaimer">{move || words.texts().shell.disclaimer}</span>
            <KeptLine page />
            <Show when=move || can_end.get()>
                <button type="button" class="end" on:click=move |_| dispatch.send(Event::AskEnd)>
                    {move || words.texts().shell.end}
                </button>
            </Show>
        </footer>
        <Show when=move || asking.get() && !warned.get()>
            <EndDialog page desk=page.with_untracked(|page| matches!(page.body, Body::Desk(_))) />
        </Show>
        <Show when=move || warned.get()>
            <Warning page />
        </Show>
    }
}

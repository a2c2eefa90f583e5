//! Work of an earlier visit, at the start: its code opens it.

use leptos::prelude::*;

use crate::kiosk::{Event, KeepEvent};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::texts;
use crate::view_model::{KeptWork, Page};

/// What is kept; empty where nothing is.
#[component]
pub(super) fn Kept(page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().keep;
    let work = Memo::new(move |_| page.read().keep.start.clone());
    // What is typed stays while it is said what is wrong with it.
    let title = Memo::new(move |_| match work.get()? {
        KeptWork::Locked { title, .. } => Some(title),
        _ => None,
    });
    let send = move |event: KeepEvent| move |_| dispatch.send(Event::Keep(event.clone()));
    let other = move || match work.get()? {
        KeptWork::Locked { .. } => None,
        KeptWork::Forgetting => Some(view! { <p>{words.deleting}</p> }.into_any()),
        KeptWork::Lost(title) => Some(
            view! {
                <h2>{title}</h2>
                <p>{words.lost_text}</p>
                <div class="row">
                    <button type="button" on:click=send(KeepEvent::Forget)>
                        {words.lost_understood}
                    </button>
                </div>
            }
            .into_any(),
        ),
        KeptWork::Not { text, again } => {
            let again = again.then(|| {
                view! {
                    <div class="row">
                        <button type="button" on:click=send(KeepEvent::Look)>
                            {words.look}
                        </button>
                    </div>
                }
            });
            Some(view! { <p>{text}</p>{again} }.into_any())
        }
    };
    let shown = Memo::new(move |_| work.read().is_some());
    view! {
        <section class="kept-work" hidden=move || !shown.get()>
            {move || title.get().map(|title| view! { <Locked title work /> })}
            <div role="status">{other}</div>
        </section>
    }
}

/// The field for the code, and the way to be rid of the work.
#[component]
fn Locked(title: String, work: Memo<Option<KeptWork>>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().keep;
    let typed = RwSignal::new(String::new());
    let state = move || match work.get() {
        Some(KeptWork::Locked { refused, opening, asking, .. }) => (refused, opening, asking),
        _ => (None, false, false),
    };
    let refused = Memo::new(move |_| state().0);
    let opening = Memo::new(move |_| state().1);
    let asking = Memo::new(move |_| state().2);
    let send = move |event: KeepEvent| move |_| dispatch.send(Event::Keep(event.clone()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        dispatch.send(Event::Keep(KeepEvent::Typed(typed.get_untracked())));
    };
    view! {
        <h2>{title}</h2>
        <p>{words.found_text}</p>
        <form class="row" on:submit=submit novalidate>
            <label class="code-field">
                <span>{words.code}</span>
                <input
                    type="text"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby="code-refused"
                    aria-invalid=move || refused.read().is_some().to_string()
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </label>
            <button type="submit" disabled=move || opening.get()>
                {move || if opening.get() { words.opening } else { words.open }}
            </button>
            <button type="button" class="link" on:click=send(KeepEvent::AskForget)>
                {words.delete}
            </button>
        </form>
        <p id="code-refused" class="problem" role="alert">{move || refused.get()}</p>
        <Show when=move || asking.get()>
            <div role="alert">
                <p>{words.delete_ask}</p>
                <div class="row">
                    <button type="button" on:click=send(KeepEvent::CancelForget)>
                        {words.delete_no}
                    </button>
                    <button type="button" class="danger" on:click=send(KeepEvent::Forget)>
                        {words.delete_yes}
                    </button>
                </div>
            </div>
        </Show>
    }
}

//! Who reviews, and the key.

use leptos::prelude::*;

use super::keyring::Keyring;
use super::line::Line;
use super::words;
use crate::kiosk::{DeskEvent, Event};
use crate::ui::components::{Actions, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::view_model::{Page, Reviewer};

/// Who reviews, and the key.
#[component]
pub(super) fn KeyPage(me: Reviewer, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &words().key;
    let [name, firm, licence] = [me.name, me.firm, me.licence].map(RwSignal::new);
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let me = Reviewer {
            name: name.get_untracked(),
            firm: firm.get_untracked(),
            licence: licence.get_untracked(),
        };
        dispatch.send(Event::Desk(DeskEvent::Me(me)));
    };
    view! {
        <div class="desk narrow">
            <h1 tabindex="-1">{words.heading}</h1>
            <Refused page />
            <Saved page />
            <form on:submit=keep novalidate>
                <Line label=words.name value=name />
                <Line label=words.firm value=firm />
                <Line label=words.licence value=licence hint=words.licence_hint />
                <p class="meta">{words.kept}</p>
                <button type="submit" class="primary">
                    {words.keep}
                </button>
            </form>
            <Keyring page />
        </div>
        <Actions />
    }
}

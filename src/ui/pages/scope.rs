//! 选择范围: quick, full, or chosen domains.

use leptos::prelude::*;

use crate::kiosk::{Event, Mode, Scope};
use crate::ui::components::{Actions, Tick};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::texts;
use crate::view_model::{ScopeChoice, ScopeView, TopicView};

/// Choice of the scope.
#[component]
pub(super) fn ScopePage(view: ScopeView) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().scope;
    let ScopeView { quick, full, topics } = view;
    let chosen: Vec<String> =
        topics.iter().filter(|topic| topic.chosen).map(|topic| topic.id.clone()).collect();
    let ticked = RwSignal::new(chosen);
    let choose = move |mode, topics| dispatch.send(Event::ChooseScope(Scope { mode, topics }));
    let boxes = topics.into_iter().map(|topic| view! { <Topic topic ticked /> }).collect_view();
    view! {
        <h1 tabindex="-1">{words.heading}</h1>
        <p class="lead">{words.lead}</p>
        <div class="options">
            <Choice
                title=words.full
                hint=words.full_hint
                choice=full
                on_choose=move || choose(Mode::Full, Vec::new())
            />
            <Choice
                title=words.quick
                hint=words.quick_hint
                choice=quick
                on_choose=move || choose(Mode::Quick, Vec::new())
            />
        </div>
        <section class="topics" role="group" aria-labelledby="topics-title">
            <h2 id="topics-title">{words.topics}</h2>
            <div class="options">{boxes}</div>
        </section>
        <Actions>
            <button
                type="button"
                class="primary"
                disabled=move || ticked.read().is_empty()
                on:click=move |_| choose(Mode::Topics, ticked.get())
            >
                {words.choose}
            </button>
        </Actions>
    }
}

#[component]
fn Choice(
    title: &'static str,
    hint: &'static str,
    choice: ScopeChoice,
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let ScopeChoice { questions, minutes, chosen } = choice;
    view! {
        <button
            type="button"
            class="option"
            aria-pressed=chosen.to_string()
            on:click=move |_| on_choose()
        >
            <span>{title}</span>
            <small>{(texts().scope.size)(hint, questions, minutes)}</small>
        </button>
    }
}

#[component]
fn Topic(topic: TopicView, ticked: RwSignal<Vec<String>>) -> impl IntoView {
    let TopicView { id, title, summary, questions, .. } = topic;
    let id = StoredValue::new(id);
    let on = Memo::new(move |_| id.with_value(|id| ticked.read().contains(id)));
    let on_toggle = move || {
        ticked.update(|ticked| {
            match ticked.iter().position(|other| id.with_value(|id| other == id)) {
                Some(at) => drop(ticked.remove(at)),
                None => ticked.push(id.get_value()),
            }
        });
    };
    let hint = Some((texts().scope.topic)(&summary, questions));
    view! { <Tick text=title hint on on_toggle /> }
}

//! 商业秘密登记: what is secret, which posts know it, and the check of their restraints.

use leptos::prelude::*;

use crate::kiosk::{Event, Kind, RegisterEvent, Sheet};
use crate::ui::components::{Actions, Pairs, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{
    Body, ClassView, LineView, Page, PostView, RegisterView, SecretView, Standing,
};

/// The register.
#[component]
pub(super) fn RegisterPage(view: RegisterView, page: ReadSignal<Page>) -> impl IntoView {
    let (dispatch, words) = (Dispatch::from_context(), &texts().register);
    let RegisterView { locked, wage, can_show, .. } = view;
    let fill = move || {
        if locked {
            return view! { <p class="problem">{words.locked}</p> }.into_any();
        }
        view! {
            <Undo page />
            <Refused page />
            <Secrets page />
            <Posts wage=wage.clone() page />
        }
        .into_any()
    };
    view! {
        <div class="register">
            <h1 tabindex="-1">{words.heading}</h1>
            <p class="lead">
                {words.lead}
            </p>
            {fill()} <section>
                <h2>{words.then}</h2>
                {if can_show {
                    button(
                            words.booklet,
                            "secondary",
                            None,
                            Event::ShowSheet(Sheet::Secrets),
                        )
                        .into_any()
                } else {
                    view! { <p>{words.no_booklet}</p> }.into_any()
                }}
                <Saved page />
            </section>
        </div>
        <Actions>
            <button
                type="button"
                class="primary"
                on:click=move |_| dispatch.send(Event::SaveFolder)
            >
                {texts().file.save}
            </button>
        </Actions>
    }
}

/// A part of the register as it is now.
fn part<T: Clone + PartialEq + Default + Send + Sync + 'static>(
    page: ReadSignal<Page>,
    of: impl Fn(&RegisterView) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| match &page.read().body {
        Body::Register(view) => of(view),
        _ => T::default(),
    })
}

fn button(
    name: &'static str,
    class: &'static str,
    label: Option<String>,
    event: Event,
) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    view! {
        <button
            type="button"
            class=class
            aria-label=label
            on:click=move |_| dispatch.send(event.clone())
        >
            {name}
        </button>
    }
}

/// The entry that was taken out last, and the way back.
#[component]
fn Undo(page: ReadSignal<Page>) -> impl IntoView {
    let removed = part(page, |view| view.removed.clone());
    let words = &texts().register;
    let shown = move |name: String| {
        view! {
            <div class="notice">
                <p>{said((words.removed)(&name))}</p>
                <div class="row">
                    {button(words.restore, "secondary", None, Event::Register(RegisterEvent::Restore))}
                </div>
            </div>
        }
    };
    view! { <div role="status">{move || removed.get().map(shown)}</div> }
}

#[component]
fn Secrets(page: ReadSignal<Page>) -> impl IntoView {
    let classes = part(page, |view| view.classes.clone());
    let words = &texts().register;
    let class = |class: ClassView| {
        let secrets = class.secrets.into_iter().map(|secret| {
            let SecretView { at, name, facts } = secret;
            entry(Kind::Secret, at, name, facts, Vec::new())
        });
        view! {
            <h3>{class.name}</h3>
            {secrets.collect_view()}
        }
    };
    let none = move || classes.read().is_empty();
    view! {
        <section>
            <h2>{words.secrets}</h2>
            <Show when=none>
                <p>{words.no_secrets}</p>
            </Show>
            {move || classes.get().into_iter().map(class).collect_view()}
            <div class="row">
                {button(
                    words.add_secret,
                    "secondary",
                    None,
                    Event::Register(RegisterEvent::Add(Kind::Secret)),
                )}
            </div>
        </section>
    }
}

#[component]
fn Posts(wage: String, page: ReadSignal<Page>) -> impl IntoView {
    let posts = part(page, |view| view.posts.clone());
    let words = &texts().register;
    let post = |post: PostView| {
        let PostView { at, name, facts, lines } = post;
        entry(Kind::Post, at, name, facts, lines)
    };
    let none = move || posts.read().is_empty();
    view! {
        <section>
            <h2>{words.posts}</h2>
            <Wage wage page />
            <Show when=none>
                <p>{words.no_posts}</p>
            </Show>
            {move || posts.get().into_iter().map(post).collect_view()}
            <div class="row">
                {button(
                    words.add_post,
                    "secondary",
                    None,
                    Event::Register(RegisterEvent::Add(Kind::Post)),
                )}
            </div>
        </section>
    }
}

/// The minimum wage; it counts as it is typed, so that nothing has to be confirmed.
#[component]
fn Wage(wage: String, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().register;
    let problem = part(page, |view| view.wage_problem.clone());
    let text = RwSignal::new(wage);
    let typed = move |value: String| {
        text.set(value.clone());
        dispatch.send(Event::Register(RegisterEvent::MinimumWage(value)));
    };
    view! {
        <div class="field">
            <label for="wage">{words.wage}</label>
            <small id="wage-hint">{words.wage_hint}</small>
            <input
                id="wage"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="14"
                aria-describedby="wage-hint wage-problem"
                aria-invalid=move || problem.read().is_some().to_string()
                prop:value=text
                on:input:target=move |event| typed(event.target().value())
            />
            <p id="wage-problem" class="problem" role="alert">
                {move || problem.get().map(said)}
            </p>
        </div>
    }
}

/// One entry with what was found, to be changed or taken out.
fn entry(
    kind: Kind,
    at: usize,
    name: String,
    facts: Vec<(String, String)>,
    lines: Vec<LineView>,
) -> impl IntoView {
    let words = &texts().register;
    let (change, remove) = ((words.change_it)(&name), (words.remove_it)(&name));
    let changed = Event::Register(RegisterEvent::Change(kind, at));
    let removed = Event::Register(RegisterEvent::Remove(kind, at));
    view! {
        <article class="entry">
            <h4>{said(name)}</h4>
            <Pairs pairs=facts />
            {lines.into_iter().map(line).collect_view()}
            <div class="row">
                {button(words.change, "secondary", Some(change), changed)}
                {button(words.remove, "link", Some(remove), removed)}
            </div>
        </article>
    }
}

fn line(line: LineView) -> impl IntoView {
    let words = &texts().register;
    let LineView { standing, word, text, basis } = line;
    let class = match standing {
        Standing::Fine => "standing",
        Standing::Open => "standing unclear",
        Standing::Fails => "standing fails",
    };
    view! {
        <p class=class>
            <strong>{word}</strong>
            {said((words.line)(&text))}
            <small>{said((words.basis)(&basis))}</small>
        </p>
    }
}

//! One entry of the register: a secret, or a post that knows some.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::kiosk::{Event, Field, Form, Kind, RegisterEvent, SecretClass};
use crate::ui::components::Actions;
use crate::ui::dispatch::Dispatch;
use crate::ui::words::{said, texts};
use crate::view_model::{Body, EntryView, FieldView, Page};

/// What is wrong, field by field.
type Problems = Memo<BTreeMap<Field, String>>;

/// One entry.
#[component]
pub(super) fn EntryPage(view: EntryView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().register;
    let EntryView { kind, new, class, fields, classes, .. } = view;
    let problems: Problems = Memo::new(move |_| match &page.read().body {
        Body::RegisterEntry(view) => view.problems.clone(),
        _ => BTreeMap::new(),
    });
    let class = RwSignal::new(class);
    let texts = fields.iter().map(|field| (field.field, field.text.clone())).collect();
    let texts: RwSignal<BTreeMap<Field, String>> = RwSignal::new(texts);
    let keep = move || {
        let form = Form { class: class.get_untracked(), texts: texts.get_untracked() };
        dispatch.send(Event::Register(RegisterEvent::Keep(form)));
    };
    let heading = match (kind, new) {
        (Kind::Secret, true) => words.add_secret,
        (Kind::Secret, false) => words.change_secret,
        (Kind::Post, true) => words.add_post,
        (Kind::Post, false) => words.change_post,
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        keep();
    };
    let wrong = move || match problems.read().len() {
        0 => None,
        count => Some((words.wrong)(count)),
    };
    let fields = fields.into_iter().map(|field| view! { <Line field texts problems /> });
    view! {
        <form class="register" on:submit=submit novalidate>
            <h1 tabindex="-1">{heading}</h1>
            <p class="error" role="alert">
                {wrong}
            </p>
            {(kind == Kind::Secret).then(|| view! { <Classes classes class problems /> })}
            {fields.collect_view()}
            // Enter in a field keeps the entry; the button that is seen stands below.
            <input type="submit" hidden />
        </form>
        <Actions>
            <button type="button" class="primary" on:click=move |_| keep()>
                {words.keep}
            </button>
        </Actions>
    }
}

/// The class of a secret.
#[component]
fn Classes(
    classes: [(SecretClass, &'static str); 3],
    class: RwSignal<Option<SecretClass>>,
    problems: Problems,
) -> impl IntoView {
    let choices = classes.into_iter().map(|(one, name)| {
        view! {
            <button
                type="button"
                class="option"
                aria-pressed=move || (class.get() == Some(one)).to_string()
                on:click=move |_| class.set(Some(one))
            >
                <span>{name}</span>
            </button>
        }
    });
    view! {
        <div class="field" id=Field::Class.id() role="group" aria-labelledby="class-label">
            <p id="class-label">{texts().register.fields.class.0}</p>
            <div class="options">{choices.collect_view()}</div>
            <p class="problem" role="alert">
                {move || problems.read().get(&Field::Class).cloned().map(said)}
            </p>
        </div>
    }
}

/// One field with its label, how to fill it in, and what is wrong with it.
#[component]
fn Line(
    field: FieldView,
    texts: RwSignal<BTreeMap<Field, String>>,
    problems: Problems,
) -> impl IntoView {
    let FieldView { field, label, hint, digits, .. } = field;
    let id = field.id();
    let (input, hint_id, problem_id) =
        (format!("{id}-input"), format!("{id}-hint"), format!("{id}-problem"));
    let described = format!("{hint_id} {problem_id}");
    let text = move || texts.read().get(&field).cloned().unwrap_or_default();
    let problem = Memo::new(move |_| problems.read().get(&field).cloned());
    let typed = move |text: String| {
        texts.update(|texts| {
            texts.insert(field, text);
        });
    };
    view! {
        <div class="field" id=id>
            <label for=input.clone()>{label}</label>
            <small id=hint_id>{hint}</small>
            <input
                id=input
                type="text"
                inputmode=if digits { "decimal" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                maxlength=field.longest().to_string()
                aria-describedby=described
                aria-invalid=move || problem.read().is_some().to_string()
                prop:value=text
                on:input:target=move |event| typed(event.target().value())
            />
            <p id=problem_id class="problem" role="alert">
                {move || problem.get().map(said)}
            </p>
        </div>
    }
}

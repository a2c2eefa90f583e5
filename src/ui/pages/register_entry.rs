//! One entry of the register: a secret, or a post that knows some.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::kiosk::pads::Bounds;
use crate::kiosk::{Event, Field, Form, Kind, RegisterEvent, SecretClass};
use crate::ui::components::{Actions, Active, FieldKeys, PadsButton};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::{Line, Typing};
use crate::ui::words::{said, texts};
use crate::view_model::{Body, EntryView, FieldKind, FieldView, Page};

/// What is wrong, field by field.
type Problems = Memo<BTreeMap<Field, String>>;

/// One entry.
#[component]
pub(super) fn EntryPage(view: EntryView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let words = &texts().register;
    let EntryView { kind, new, class, fields, classes, today, .. } = view;
    let typing = Typing::from_context();
    let active = Active::new();
    let problems: Problems = Memo::new(move |_| match &page.read().body {
        Body::RegisterEntry(view) => view.problems.clone(),
        _ => BTreeMap::new(),
    });
    // The class is kept like a text, so that it outlasts a page that is drawn again.
    let class = typing.line(Field::Class.id().to_owned(), class.map_or("", class_key).to_owned());
    let lines: Vec<(Field, Line)> = fields
        .iter()
        .map(|field| (field.field, typing.line(field.field.id().to_owned(), field.text.clone())))
        .collect();
    let filled = lines.clone();
    let keep = move || {
        let texts = filled.iter().map(|(field, line)| (*field, line.now())).collect();
        let form = Form { class: class_of(&class.now()), texts };
        dispatch.send(Event::Register(RegisterEvent::Keep(form)));
    };
    let keep = StoredValue::new(keep);
    let keep = move || keep.with_value(|keep| keep());
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
    let fields = fields.into_iter().zip(lines).map(|(field, (_, line))| {
        view! { <FieldLine field line problems active today /> }
    });
    view! {
        <form class="register" on:submit=submit novalidate>
            <h1 tabindex="-1">{heading}</h1>
            <p class="error" role="alert">
                {wrong}
            </p>
            <PadsButton />
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
    class: Line,
    problems: Problems,
) -> impl IntoView {
    let choices = classes.into_iter().map(|(one, name)| {
        view! {
            <button
                type="button"
                class="option"
                aria-pressed=move || (class.get() == class_key(one)).to_string()
                on:click=move |_| class.set(class_key(one).to_owned())
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

/// What the draft holds of a class; the name on its button is of one language.
const fn class_key(class: SecretClass) -> &'static str {
    match class {
        SecretClass::Technical => "technical",
        SecretClass::Business => "business",
        SecretClass::Other => "other",
    }
}

/// The class of a draft.
fn class_of(text: &str) -> Option<SecretClass> {
    SecretClass::ALL.into_iter().find(|class| class_key(*class) == text)
}

/// One field with its label, how to fill it in, and what is wrong with it.
#[component]
fn FieldLine(
    field: FieldView,
    line: Line,
    problems: Problems,
    active: Active,
    today: NaiveDate,
) -> impl IntoView {
    let typing = Typing::from_context();
    let FieldView { field, label, hint, kind, .. } = field;
    let id = field.id();
    let (input, hint_id, problem_id) =
        (format!("{id}-input"), format!("{id}-hint"), format!("{id}-problem"));
    let described = format!("{hint_id} {problem_id}");
    let problem = Memo::new(move |_| problems.read().get(&field).cloned());
    let usual = if kind == FieldKind::Words { "text" } else { "decimal" };
    let bounds = Bounds::new(None, None);
    let most = field.longest();
    view! {
        <div class="field" id=id>
            <label for=input.clone()>{label}</label>
            <small id=hint_id>{hint}</small>
            <input
                id=input
                type="text"
                inputmode=typing.input_mode(usual)
                autocomplete="off"
                prop:autocorrect=false
                autocapitalize="off"
                spellcheck="false"
                maxlength=most.to_string()
                aria-describedby=described
                aria-invalid=move || problem.read().is_some().to_string()
                prop:value=move || line.get()
                on:focus=move |_| active.set(id)
                on:input:target=move |event| line.typed(&event.target(), str::to_owned)
            />
            <p id=problem_id class="problem" role="alert">
                {move || problem.get().map(said)}
            </p>
            <FieldKeys active id=id.to_owned() line kind most bounds today />
        </div>
    }
}

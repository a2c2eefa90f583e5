//! 商业秘密登记: what is secret, which posts know it, and the check of their restraints.

use leptos::prelude::*;

use crate::kiosk::{Event, Kind, RegisterEvent, Sheet};
use crate::ui::components::{Actions, Digits, Pairs, Refused, Saved};
use crate::ui::dispatch::Dispatch;
use crate::ui::typing::Typing;
use crate::view_model::{
    Body, ClassView, LineView, Page, PostView, RegisterView, SecretView, Standing,
};

/// The register.
#[component]
pub(super) fn RegisterPage(view: RegisterView, page: ReadSignal<Page>) -> impl IntoView {
    let dispatch = Dispatch::from_context();
    let RegisterView { locked, wage, can_show, .. } = view;
    let fill = move || {
        if locked {
            let told = "这份文件里的登记，这个程序读不出来（可能是更新的版本写的）。它会原样留在文件里，在这里不能改。";
            return view! { <p class="problem">{told}</p> }.into_any();
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
            <h1 tabindex="-1">"商业秘密登记"</h1>
            <p class="lead">
                "登记只存在企业自己的文件里：不进报告、二维码、任何汇总，也不离开这台机器。"
                "只写名称，不写秘密的内容。写完请存一份新文件，不存就没有了。"
            </p>
            {fill()} <section>
                <h2>"做好以后"</h2>
                {if can_show {
                    button(
                            "看一企一册",
                            "secondary",
                            None,
                            Event::ShowSheet(Sheet::Secrets),
                        )
                        .into_any()
                } else {
                    view! { <p>"先做完一次体检，有了报告，才能出一企一册。"</p> }.into_any()
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
                "存一份新文件"
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
    let shown = move |name: String| {
        view! {
            <div class="notice">
                <p>{format!("已经删掉“{name}”。")}</p>
                <div class="row">
                    {button("恢复", "secondary", None, Event::Register(RegisterEvent::Restore))}
                </div>
            </div>
        }
    };
    view! { <div role="status">{move || removed.get().map(shown)}</div> }
}

#[component]
fn Secrets(page: ReadSignal<Page>) -> impl IntoView {
    let classes = part(page, |view| view.classes.clone());
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
            <h2>"秘密清单"</h2>
            <Show when=none>
                <p>"还没有登记。先写最要紧的十来样。"</p>
            </Show>
            {move || classes.get().into_iter().map(class).collect_view()}
            <div class="row">
                {button(
                    "添加一项秘密",
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
    let post = |post: PostView| {
        let PostView { at, name, facts, lines } = post;
        entry(Kind::Post, at, name, facts, lines)
    };
    let none = move || posts.read().is_empty();
    view! {
        <section>
            <h2>"关键岗位"</h2>
            <Wage wage page />
            <Show when=none>
                <p>"还没有登记。写下能接触秘密的岗位。"</p>
            </Show>
            {move || posts.get().into_iter().map(post).collect_view()}
            <div class="row">
                {button(
                    "添加一个岗位",
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
    let problem = part(page, |view| view.wage_problem.clone());
    let typing = Typing::from_context();
    let (pads, reached) = (typing.pads(), RwSignal::new(false));
    let tell = move |text| dispatch.send(Event::Register(RegisterEvent::MinimumWage(text)));
    let line = typing.line("wage".to_owned(), wage).heard_by(tell);
    view! {
        <div class="field">
            <label for="wage">"劳动合同履行地的月最低工资（元）"</label>
            <small id="wage-hint">"核对竞业补偿用，标准请咨询 12333。可不填"</small>
            <input
                id="wage"
                type="text"
                inputmode=typing.input_mode("decimal")
                autocomplete="off"
                prop:autocorrect=false
                spellcheck="false"
                maxlength="14"
                aria-describedby="wage-hint wage-problem"
                aria-invalid=move || problem.read().is_some().to_string()
                prop:value=move || line.get()
                on:focus=move |_| reached.set(true)
                on:input:target=move |event| line.typed(&event.target(), str::to_owned)
            />
            <p id="wage-problem" class="problem" role="alert">
                {move || problem.get()}
            </p>
            <Show when=move || pads.get() && reached.get()>
                <Digits line point=true most=14 />
            </Show>
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
    let (change, remove) = (format!("改：{name}"), format!("删除：{name}"));
    let changed = Event::Register(RegisterEvent::Change(kind, at));
    let removed = Event::Register(RegisterEvent::Remove(kind, at));
    view! {
        <article class="entry">
            <h4>{name}</h4>
            <Pairs pairs=facts />
            {lines.into_iter().map(line).collect_view()}
            <div class="row">
                {button("改", "secondary", Some(change), changed)}
                {button("删除", "link", Some(remove), removed)}
            </div>
        </article>
    }
}

fn line(line: LineView) -> impl IntoView {
    let LineView { standing, text, basis } = line;
    let class = match standing {
        Standing::Fine => "standing",
        Standing::Open => "standing unclear",
        Standing::Fails => "standing fails",
    };
    view! {
        <p class=class>
            <strong>{standing.word()}</strong>
            {format!("：{text}")}
            <small>{format!("依据：{basis}")}</small>
        </p>
    }
}

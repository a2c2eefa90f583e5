//! 开始: what this is, how long it takes, what happens to the answers.

use leptos::prelude::*;

use crate::kiosk::Event;
use crate::ui::components::{Receipt, Refused, StaffCorner};
use crate::ui::dispatch::Dispatch;
use crate::view_model::{Page, StartView};

/// The start.
#[component]
pub(super) fn Start(view: StartView, page: ReadSignal<Page>) -> impl IntoView {
    let domains = view
        .domains
        .iter()
        .cloned()
        .map(|domain| view! { <li><strong>{domain.title}</strong>" "{domain.summary}</li> })
        .collect_view();
    view! {
        <div class="start">
            <StaffCorner />
            <Receipt page />
            <h1 tabindex="-1">"给企业做一次" <br /> "法治体检"</h1>
            <p class="lead">
                "回答看得懂的问题，当场拿到报告：哪里有风险、依据哪条法律、有什么后果、先做什么、找谁帮忙。"
            </p>
            {actions(&view)}
            <Refused page />
            <ul class="facts">
                <li>
                    <strong>"要多久"</strong>
                    {format!("快速约 {} 题、{} 分钟；", view.quick_questions, view.quick_minutes)}
                    {format!("全面 {} 题起、约 {} 分钟", view.full_questions, view.full_minutes)}
                </li>
                <li><strong>"不用登记"</strong>"不要账号、手机号、身份证，企业名称也可以不填"</li>
                <li><strong>"不留数据"</strong>"回答只在这台机器的内存里，不上传；点“结束并清除”就没有了"</li>
            </ul>
            <details class="why">
                <summary>"会问哪些方面"</summary>
                <ul>{domains}</ul>
            </details>
            {view.place.map(|place| view! { <p class="meta place">{place}</p> })}
        </div>
    }
}

/// Check and file; at a lawyer's desk the file comes first.
fn actions(view: &StartView) -> impl IntoView + use<> {
    let dispatch = Dispatch::from_context();
    let check = |class| {
        view! {
            <button type="button" class=class on:click=move |_| dispatch.send(Event::Begin)>
                "开始体检"
            </button>
        }
    };
    let open = |class, words| {
        view! {
            <button type="button" class=class on:click=move |_| dispatch.send(Event::PickFile)>
                {words}
            </button>
        }
    };
    if view.desk {
        return view! {
            {open("primary big", "打开报告文件")}
            {check("secondary")}
        }
        .into_any();
    }
    let files = view.files.then(|| open("secondary", "打开以前存的文件"));
    view! {
        {check("primary big")}
        {files}
    }
    .into_any()
}

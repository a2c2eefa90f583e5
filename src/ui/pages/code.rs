//! The report as a code that a phone reads.

use leptos::prelude::*;

use crate::ui::components::Actions;
use crate::view_model::CodeView;

/// The code.
#[component]
pub(super) fn CodePage(codes: Vec<CodeView>) -> impl IntoView {
    let drawn = codes.into_iter().map(|CodeView { side, path }| {
        view! {
            <svg
                class="code"
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
                role="img"
                aria-label="二维码"
            >
                <rect class="paper" width=side.to_string() height=side.to_string() />
                <path d=path />
            </svg>
        }
    });
    view! {
        <h1 tabindex="-1">"用手机扫码带走"</h1>
        <p class="lead">
            "回答都在码里，没有上传。手机打开后自己重新做出这份报告；请只扫给自己看，拍照的人也能打开。"
        </p>
        {drawn.collect_view()}
        <Actions />
    }
}

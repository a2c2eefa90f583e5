//! The calendar of deadlines, on the screen and on paper.

use leptos::prelude::*;

use crate::view_model::{DeadlineState, DeadlineView};

/// A table of deadlines, the earliest first; nothing when there are none.
#[component]
pub(in crate::ui) fn Deadlines(deadlines: Vec<DeadlineView>) -> impl IntoView {
    if deadlines.is_empty() {
        return ().into_any();
    }
    let rows = deadlines.into_iter().map(|deadline| view! { <Row deadline /> }).collect_view();
    view! {
        <section class="deadlines">
            <h2>"期限日历"</h2>
            <p>"按填的日期计算，只作提醒。文书上写了日期的，以文书为准。"</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"事项"</th>
                        <th scope="col">"最后一天"</th>
                        <th scope="col">"还有几天"</th>
                        <th scope="col">"依据和算法"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[component]
fn Row(deadline: DeadlineView) -> impl IntoView {
    let DeadlineView { title, due, left, state, basis, counted, note } = deadline;
    let class = match state {
        DeadlineState::Passed => "deadline passed",
        DeadlineState::Today | DeadlineState::Soon => "deadline soon",
        DeadlineState::Ahead => "deadline",
    };
    view! {
        <tr class=class>
            <th scope="row">{title}</th>
            <td>{due}</td>
            <td><strong>{left}</strong></td>
            <td>{basis}<small>{counted}</small>{note.map(|note| view! { <small>{note}</small> })}</td>
        </tr>
    }
}

//! What the visit before left behind: nothing, or what is there.

use leptos::prelude::*;

use crate::view_model::Page;

/// The receipt; empty where no visit was cleared.
#[component]
pub(in crate::ui) fn Receipt(page: ReadSignal<Page>) -> impl IntoView {
    let receipt = Memo::new(move |_| page.read().receipt.clone());
    view! {
        <div role="status">
            {move || {
                receipt
                    .get()
                    .map(|receipt| {
                        let left = receipt.left.into_iter().map(|one| view! { <li>{one}</li> });
                        view! {
                            <div class="receipt" class:unclean=!receipt.clean>
                                <strong>{receipt.title}</strong>
                                <ul>{left.collect_view()}</ul>
                                <p class="meta">{receipt.looked}</p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

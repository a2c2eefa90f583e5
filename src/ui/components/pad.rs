//! Keys on the screen, for terminals without a keyboard.

use leptos::prelude::*;

use crate::ui::words::texts;

/// A grid of keys that types into a text; the last key deletes.
///
/// Keys are left out of the tab order: who has a keyboard types into the field.
#[component]
pub(in crate::ui) fn Pad(
    /// Name for screen readers.
    label: &'static str,
    /// The keys.
    keys: &'static str,
    /// The text that is typed into.
    text: RwSignal<String>,
    /// Most characters that are taken.
    most: usize,
) -> impl IntoView {
    let type_key = move |key: char| {
        text.update(|text| {
            if text.chars().count() < most {
                text.push(key);
            }
        });
    };
    let class = if keys.len() > 12 { "pad wide" } else { "pad" };
    view! {
        <div class=class role="group" aria-label=label>
            {keys
                .chars()
                .map(|key| {
                    view! {
                        <button type="button" tabindex="-1" on:click=move |_| type_key(key)>
                            {key.to_string()}
                        </button>
                    }
                })
                .collect_view()}
            <button
                type="button"
                tabindex="-1"
                class="delete"
                on:click=move |_| text.update(|text| { text.pop(); })
            >
                {texts().question.field.delete}
            </button>
        </div>
    }
}

//! The keys for one of many fields on a page: they stand under the field that is being filled in.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{DateWheels, Digits, TextKeys};
use crate::kiosk::pads::Bounds;
use crate::ui::typing::{Line, Typing};
use crate::view_model::FieldKind;

/// Most digits of a number.
const MOST: usize = 14;

/// Which field of a page is being filled in, by its id.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Active(RwSignal<Option<String>>);

impl Active {
    /// None yet.
    pub(in crate::ui) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// This one.
    pub(in crate::ui) fn set(self, id: &str) {
        self.0.set(Some(id.to_owned()));
    }
}

/// The keys for a field, while it is being filled in.
#[component]
pub(in crate::ui) fn FieldKeys(
    active: Active,
    id: String,
    line: Line,
    kind: FieldKind,
    most: usize,
    bounds: Bounds,
    today: NaiveDate,
) -> impl IntoView {
    let pads = Typing::from_context().pads();
    let shown = Memo::new(move |_| pads.get() && active.0.read().as_deref() == Some(id.as_str()));
    move || {
        shown.get().then(|| match kind {
            FieldKind::Words => view! { <TextKeys line most /> }.into_any(),
            FieldKind::Day => view! {
                <DateWheels line day=true bounds today />
                <Digits line point=false most=8 />
            }
            .into_any(),
            FieldKind::Count => view! { <Digits line point=false most /> }.into_any(),
            FieldKind::Amount => view! { <Digits line point=true most=MOST /> }.into_any(),
        })
    }
}

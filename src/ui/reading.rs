//! How the page is shown and what is read aloud, for components.

use leptos::prelude::*;

use crate::view_model::DisplayView;

/// In context, for parts that are deep inside a page.
#[derive(Clone, Copy)]
pub(super) struct Shown(pub(super) Memo<DisplayView>);

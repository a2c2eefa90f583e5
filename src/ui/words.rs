//! The words of the interface, for components.

use leptos::prelude::*;

use crate::view_model::{Lang, Texts};

/// The language of the interface, in context.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) Memo<Lang>);

impl Words {
    /// From the context.
    pub(super) fn from_context() -> Self {
        use_context().unwrap_or_else(|| Self(Memo::new(|_| Lang::default())))
    }

    /// The texts; what reads them is drawn again when the language changes.
    pub(super) fn texts(self) -> &'static Texts {
        self.0.get().texts()
    }
}

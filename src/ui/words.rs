//! The words of the interface, for components.

use leptos::prelude::*;

use crate::view_model::{Lang, Piece, Texts, pieces};

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

/// The texts of now, for a page: all of it is drawn again when the language changes.
pub(super) fn texts() -> &'static Texts {
    Words::from_context().texts()
}

/// A text that can hold content. In an interface of another language what is Chinese in it says
/// so, for the voice of a screen reader and the font (WCAG 3.1.2).
pub(super) fn said(text: String) -> AnyView {
    if Words::from_context().0.get() == Lang::Zh {
        return text.into_any();
    }
    let mark = |piece: Piece<'_>| match piece {
        Piece::Frame(text) => text.to_owned().into_any(),
        Piece::Chinese(text) => {
            view! { <span lang=Lang::Zh.tag()>{text.to_owned()}</span> }.into_any()
        }
    };
    pieces(&text).into_iter().map(mark).collect_view().into_any()
}

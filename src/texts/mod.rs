//! The words of the interface, in every language that it speaks.
//!
//! One struct of texts per area, one constant of it per language: a text that is missing in a
//! language does not compile. Questions, findings and statutes are content, not interface; they
//! are in the packs and are Chinese.

mod shell;
mod staff;

pub use shell::Shell;
pub use staff::Staff;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

/// All texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// What stands around every screen.
    pub shell: Shell,
    /// The staff's menu.
    pub staff: Staff,
}

static ZH: Texts = Texts { shell: shell::ZH, staff: staff::ZH };
static EN: Texts = Texts { shell: shell::EN, staff: staff::EN };

impl Lang {
    /// Its texts.
    #[must_use]
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// As the page's `lang` says it (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

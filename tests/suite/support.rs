//! What the tests share: the shipped packs, and answers written as YAML.

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use chrono::NaiveDate;
use tijian::authoring::load;
use tijian::questionnaire::{Compiled, Source};
use tijian::report::Library;

pub(crate) fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
}

/// The shipped packs as they were read, without error.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let authored = load(&directory(), day("2026-11-21"));
        assert!(authored.errors.is_empty(), "{}", authored.errors.join("\n"));
        authored.sources
    })
}

/// The shipped packs, laws and services; read once for each test.
pub(crate) fn library() -> Library {
    thread_local! {
        static LIBRARY: Library = load(&directory(), day("2026-11-21")).library;
    }
    LIBRARY.with(Library::clone)
}

/// The shipped packs, indexed.
pub(crate) fn compiled() -> Rc<Compiled> {
    Rc::new(Compiled::new(sources().to_vec()).expect("packs that compile"))
}

pub(crate) fn directory() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires")
}

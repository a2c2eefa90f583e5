//! `tijian lint`.

use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::{Authored, LawTexts, load};

/// What is checked beside the packs themselves.
pub(crate) struct Extra<'a> {
    /// A file with the text of the laws.
    pub(crate) laws: Option<&'a Path>,
}

pub(crate) fn run(directory: &Path, on: NaiveDate, extra: &Extra) -> Result<(), String> {
    let authored = load(directory, on);
    for error in &authored.errors {
        crate::say(error);
    }
    let mut errors = authored.errors.len();
    if let Some(file) = extra.laws {
        errors += against_texts(&authored, &directory.join("laws.yaml"), file, on)?;
    }
    let packs = authored.sources.len();
    let items: usize = authored.sources.iter().map(|source| source.pack.items().count()).sum();
    let findings: usize = authored.sources.iter().map(|source| source.pack.findings.len()).sum();
    crate::say(&format!(
        "{packs} packs, {items} items, {findings} findings, {} citations, {errors} errors",
        authored.citations,
    ));
    if errors == 0 { Ok(()) } else { Err("请改正以上错误".to_owned()) }
}

/// Compares with the text of the laws; returns how many errors there are.
fn against_texts(
    authored: &Authored,
    laws: &Path,
    file: &Path,
    on: NaiveDate,
) -> Result<usize, String> {
    let texts = LawTexts::read(file)?;
    let laws = laws.display().to_string();
    let found = texts.compare(&authored.sources, &authored.library.laws, &laws, on);
    for error in &found.errors {
        crate::say(&format!("{}", authored.show(error)));
    }
    for warning in &found.warnings {
        crate::say(&format!("警告 {}", authored.show(warning)));
    }
    crate::say(&format!(
        "law texts: {} articles looked up, {} figures compared, {} errors, {} warnings",
        found.looked_up,
        found.compared,
        found.errors.len(),
        found.warnings.len()
    ));
    Ok(found.errors.len())
}

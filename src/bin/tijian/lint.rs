//! `tijian lint`.

use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::load;

pub(crate) fn run(directory: &Path, on: NaiveDate) -> Result<(), String> {
    let authored = load(directory, on);
    for error in &authored.errors {
        crate::say(error);
    }
    let packs = authored.sources.len();
    let items: usize = authored.sources.iter().map(|source| source.pack.items().count()).sum();
    let findings: usize = authored.sources.iter().map(|source| source.pack.findings.len()).sum();
    crate::say(&format!(
        "{packs} packs, {items} items, {findings} findings, {} citations, {} errors",
        authored.citations,
        authored.errors.len()
    ));
    if authored.errors.is_empty() { Ok(()) } else { Err("请改正以上错误".to_owned()) }
}

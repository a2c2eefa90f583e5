//! `tijian lint`.

use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::coverage::{Coverage, coverage};
use tijian::authoring::readability::readability;
use tijian::authoring::{Authored, LawTexts, load};

/// What is checked beside the packs themselves.
pub(crate) struct Extra<'a> {
    /// A file with the text of the laws.
    pub(crate) laws: Option<&'a Path>,
    /// Whether to print how much each pack holds.
    pub(crate) coverage: bool,
    /// Whether to print what is worth a second look.
    pub(crate) readability: bool,
}

pub(crate) fn run(directory: &Path, on: NaiveDate, extra: &Extra) -> Result<(), String> {
    let mut authored = load(directory, on);
    if extra.readability {
        hints(&mut authored, directory);
    }
    for error in &authored.errors {
        crate::say(error);
    }
    let mut errors = authored.errors.len();
    if let Some(file) = extra.laws {
        errors += against_texts(&authored, &directory.join("laws.yaml"), file, on)?;
    }
    if extra.coverage {
        table(&authored);
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
        crate::say(&authored.show(error));
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

/// Prints what an author should look at again; it is no error.
fn hints(authored: &mut Authored, directory: &Path) {
    let terms = authored.terms(directory);
    let found = readability(&authored.sources, &authored.library.compiled, &terms);
    for problem in &found {
        crate::say(&format!("提示 {}", authored.show(problem)));
    }
    crate::say(&format!("readability: {} hints", found.len()));
}

/// Prints how much each pack holds.
fn table(authored: &Authored) {
    let line = |first: &str, numbers: [usize; 8]| {
        let cells = numbers.iter().zip(Coverage::HEADS.iter().skip(1));
        let cells = cells.map(|(number, head)| format!("{number:>width$}", width = head.len()));
        crate::say(&format!("{first:<14} {}", cells.collect::<Vec<_>>().join("  ")));
    };
    let rows = coverage(&authored.sources);
    let heads = Coverage::HEADS.get(1..).unwrap_or_default().join("  ");
    crate::say(&format!("{:<14} {heads}", "pack"));
    let mut sum = [0; 8];
    for row in &rows {
        for (sum, number) in sum.iter_mut().zip(row.numbers()) {
            *sum += number;
        }
        line(&row.pack, row.numbers());
    }
    line("all", sum);
}

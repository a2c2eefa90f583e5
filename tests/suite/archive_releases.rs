//! Firms as an earlier release saved them: each opens in the packs of today, and every answer is
//! carried, moved or listed. The files are never written again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tijian::archive::envelope::{Digest, read};
use tijian::archive::merge::sheet_of;
use tijian::archive::open::open_loaded;
use tijian::risk::Check;

use crate::support::{day, library};

/// Releases with the number of their files.
const RELEASES: [(&str, usize); 1] = [("2026.11.1", 14)];

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases/2026.11.1")
}

#[test]
fn every_saved_firm_opens_with_each_answer_carried_or_listed() {
    let library = library();
    let root = folder();
    let root = root.parent().unwrap();
    // An answer that moved counts when the question that it moved to is answered.
    let moved: Vec<(&str, &str)> = library
        .migrations
        .iter()
        .flat_map(|migration| &migration.moves)
        .flat_map(|one| one.from.keys().map(|from| (from.as_str(), one.to.as_str())))
        .collect();
    for (release, count) in RELEASES {
        let mut files: Vec<_> =
            fs::read_dir(root.join(release)).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        assert_eq!(files.len(), count);
        for file in files {
            let loaded = read(&fs::read(&file).unwrap()).unwrap();
            assert!(matches!(loaded.digest, Digest::Holds | Digest::Report), "{}", file.display());
            let opened = open_loaded(loaded, &library, day("2026-11-21"));
            assert!(opened.problems.is_empty(), "{}: {:?}", file.display(), opened.problems);
            let old = match (&opened.envelope.draft, opened.checks.first()) {
                (Some(draft), _) => draft.sheet.answers.clone(),
                (None, Some(_)) => {
                    serde_json::from_value(opened.envelope.checks[0]["answers"].clone()).unwrap()
                }
                _ => panic!("{} is empty", file.display()),
            };
            let (check, lost): (&Check, _) = match (&opened.draft, opened.checks.first()) {
                (Some(draft), _) => (&draft.check, &draft.lost),
                (None, Some(check)) => (&check.check, &check.lost),
                _ => panic!("{} is empty", file.display()),
            };
            let compiled = check.compiled();
            let answered: BTreeSet<&str> =
                check.answers().iter().map(|(ix, _)| compiled.item(*ix).link_id.as_str()).collect();
            for (link_id, value) in &old {
                let listed = lost.iter().any(|lost| {
                    lost.link_id == *link_id && lost.answer == *value && !lost.why.is_empty()
                });
                let carried = answered.contains(link_id.as_str())
                    || moved.iter().any(|(from, to)| from == link_id && answered.contains(to));
                assert!(carried || listed, "{}: {link_id} is gone", file.display());
            }
            if let Some(check) = opened.checks.first() {
                assert!(tijian::archive::integrity::seal_holds(&opened.envelope.checks[0]));
                assert!(check.lost.is_empty() || !check.same_packs);
                assert_eq!(sheet_of(&check.report).on, Some(check.report.on));
            }
        }
    }
}

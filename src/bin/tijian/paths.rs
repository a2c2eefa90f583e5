//! `tijian paths`.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use tijian::authoring::path_survey::{PathSurvey, name};
use tijian::questionnaire::Compiled;
use tijian::risk::witness::Witness;

pub(crate) fn run(directory: &Path, today: NaiveDate) -> Result<(), String> {
    let library = crate::load_good(directory, today)?.library;
    let compiled = Rc::clone(&library.compiled);
    let survey = PathSurvey::of(&library, today);
    for (goal, proof) in &survey.proofs {
        if let Some(answers) = proof {
            crate::say(&format!("{}: {}", name(&compiled, goal), show(answers, &compiled)));
        }
    }
    for (first, second) in &survey.twice.exclusive {
        let (first, second) = (first.name(&compiled), second.name(&compiled));
        crate::say(&format!("不会都问: {first}，{second}"));
    }
    for note in &survey.notes {
        crate::say(&format!("提示 {note}"));
    }
    for error in &survey.errors {
        crate::say(&format!("错误 {error}"));
    }
    crate::say("pack, items, longest, healthy service firm");
    for pack in &survey.packs {
        crate::say(&format!("{}, {}, {}, {}", pack.id, pack.items, pack.longest, pack.walked));
    }
    crate::say(&format!(
        "quick at most {} beyond the profile; full at most {}; healthy service firm {}, triggered: {}",
        survey.quick,
        survey.full(),
        survey.walked(),
        survey.walk_triggered.join(" ")
    ));
    crate::say(&format!(
        "alike in two packs: {} apart, {} never both asked",
        survey.twice.explained,
        survey.twice.exclusive.len()
    ));
    let reached = survey.proofs.iter().filter(|(_, proof)| proof.is_some()).count();
    let unreachable = survey.proofs.len() - reached;
    crate::say(&format!(
        "{reached} reachable, {unreachable} unreachable, {} errors",
        survey.errors.len()
    ));
    if survey.errors.is_empty() { Ok(()) } else { Err("请改正以上错误".to_owned()) }
}

fn show(answers: &Witness, compiled: &Compiled) -> String {
    let map: BTreeMap<&str, _> =
        answers.iter().map(|(ix, answer)| (compiled.item(*ix).link_id.as_str(), answer)).collect();
    serde_json::to_string(&map).unwrap_or_default()
}

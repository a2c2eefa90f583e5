//! `tijian paths`.

use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use tijian::risk::witness::{Goal, Witness, goals, witness};

pub(crate) fn run(directory: &Path, today: NaiveDate) -> Result<(), String> {
    let library = crate::load_good(directory, today)?.library;
    let compiled = Rc::clone(&library.compiled);
    let mut unreachable = 0;
    let mut reached = 0;
    for goal in goals(&compiled) {
        let name = match &goal {
            Goal::Item(ix) => format!("题 {}", compiled.item(*ix).link_id),
            Goal::Option(ix, code) => format!("选项 {} = {code}", compiled.item(*ix).link_id),
            Goal::Finding(ix) => format!("发现 {}", compiled.findings.at(*ix).rule.id),
        };
        match witness(&compiled, &goal, today) {
            Some(answers) => {
                reached += 1;
                crate::say(&format!("{name}: {}", show(&answers, &compiled)));
            }
            None => {
                unreachable += 1;
                crate::say(&format!("{name}: 走不到"));
            }
        }
    }
    crate::say(&format!("{reached} reachable, {unreachable} unreachable"));
    if unreachable == 0 {
        Ok(())
    } else {
        Err("有走不到的题、选项或发现，请检查条件".to_owned())
    }
}

fn show(answers: &Witness, compiled: &tijian::questionnaire::Compiled) -> String {
    let map: std::collections::BTreeMap<&str, _> =
        answers.iter().map(|(ix, answer)| (compiled.item(*ix).link_id.as_str(), answer)).collect();
    serde_json::to_string(&map).unwrap_or_default()
}

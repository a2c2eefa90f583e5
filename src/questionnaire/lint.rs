//! What a good pack also keeps to: short questions, plain words, advice that is safe to follow.

use super::check::{places, root};
use super::model::Item;
use super::{FindingRule, Place, Problem, Source};

/// Longest question, in characters.
pub const LONGEST_QUESTION: usize = 40;

/// Longest part of a sentence in `why` and `effects`, between two full stops or semicolons.
pub const LONGEST_SENTENCE: usize = 120;

/// Words that no advice may use: they invite anyone to make up papers afterwards.
const MADE_UP: [&str; 7] = ["补签", "倒签", "补办合同", "补齐凭证", "补充凭证", "后补", "补材料"];

/// Ways of asking whether somebody knows a rule, which is no fact.
const KNOWING: [&str; 4] = ["是否知道", "是否清楚", "是否了解", "知不知道"];

/// Doubled negatives and words that put two facts into one question.
const HARD_WORDS: [(&str, &str); 9] = [
    ("不得不", "改成肯定句"),
    ("不能不", "改成肯定句"),
    ("没有未", "改成肯定句"),
    ("或者", "一题只问一个事实，拆成两题"),
    ("没有不", "改成肯定句"),
    ("并非不", "改成肯定句"),
    ("以及", "一题只问一个事实，拆成两题"),
    ("且", "一题只问一个事实，拆成两题"),
    ("并且", "一题只问一个事实，拆成两题"),
];

/// Readability and safety of all packs.
#[must_use]
pub fn lint(sources: &[Source]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for source in sources {
        for (place, _, item) in places(source) {
            lint_item(item, &place, &mut problems);
        }
        for (at, rule) in source.pack.findings.iter().enumerate() {
            lint_finding(rule, &root(source).child("findings").child(at), &mut problems);
        }
    }
    problems
}

fn lint_item(item: &Item, place: &Place, problems: &mut Vec<Problem>) {
    let length = item.text.chars().count();
    let text = place.child("text");
    if length > LONGEST_QUESTION {
        let message = format!("题目有 {length} 个字，最多 {LONGEST_QUESTION} 个");
        problems.push(Problem::new(&text, message, "把解释移到 hint"));
    }
    for word in KNOWING {
        if item.text.contains(word) {
            problems.push(Problem::new(&text, format!("题目问“{word}”"), "问事实，不问懂不懂"));
        }
    }
    for (word, hint) in HARD_WORDS {
        if item.text.contains(word) {
            problems.push(Problem::new(&text, format!("题目里有“{word}”"), hint));
        }
    }
    lint_sentences(&item.why, &place.child("why"), problems);
    for (key, value) in [("text", &item.text), ("why", &item.why), ("find_out", &item.find_out)] {
        if value.trim().is_empty() {
            problems.push(Problem::new(&place.child(key), format!("{key} 是空的"), "写上"));
        }
    }
}

fn lint_sentences(text: &str, place: &Place, problems: &mut Vec<Problem>) {
    let lengths = text.split(['。', '；', '！', '？']).map(|part| part.chars().count());
    if let Some(length) = lengths.max().filter(|length| *length > LONGEST_SENTENCE) {
        let message = format!("有一句 {length} 个字，最多 {LONGEST_SENTENCE} 个");
        problems.push(Problem::new(place, message, "断成几句"));
    }
}

/// Whether a word stands anywhere without a 不 before it.
fn invites(advice: &str, word: &str) -> bool {
    let denied = |before: &str| {
        ["不", "不得", "不要", "不能", "不可", "不用", "不应", "不再"]
            .iter()
            .any(|no| before.ends_with(no))
    };
    advice.match_indices(word).any(|(at, _)| !advice.get(..at).is_some_and(denied))
}

fn lint_finding(rule: &FindingRule, place: &Place, problems: &mut Vec<Problem>) {
    lint_sentences(&rule.effects, &place.child("effects"), problems);
    for (at, step) in rule.treatment.iter().enumerate() {
        for word in MADE_UP {
            if invites(&step.action, word) {
                problems.push(Problem::new(
                    &place.child("treatment").child(at),
                    format!("建议里有“{word}”"),
                    "不能让人事后做材料：改成停止、如实说明、披露、求助",
                ));
            }
        }
    }
    let empty = [
        ("basis", rule.basis.is_empty()),
        ("effects", rule.effects.trim().is_empty()),
        ("treatment", rule.treatment.is_empty()),
        ("evidence", rule.evidence.is_empty()),
        ("title", rule.title.trim().is_empty()),
    ];
    for (key, is_empty) in empty {
        if is_empty {
            problems.push(Problem::new(&place.child(key), format!("{key} 是空的"), "写上"));
        }
    }
}

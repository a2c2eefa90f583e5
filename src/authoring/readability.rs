//! What a good pack also keeps to and no machine can be sure of: hints for its authors.

use std::collections::{BTreeMap, HashMap};

use crate::questionnaire::{Compiled, Item, ItemKind, PackKind, Place, Problem, Source};

/// Terms of art, each with plain words for it.
pub type Terms = BTreeMap<String, String>;

/// Ways of asking that hold a negation and deny nothing.
const PLAIN: [&str; 12] = [
    "有没有",
    "是不是",
    "能不能",
    "会不会",
    "要不要",
    "做不做",
    "用不用",
    "算不算",
    "不动产",
    "不正当竞争",
    "不可抗力",
    "非法",
];
/// Negations; a longer one before those that it holds.
const NEGATIONS: [&str; 5] = ["没有", "不", "没", "未", "无"];

/// Words that often put two facts into one question.
const TWO_FACTS: [&str; 2] = ["或", "同时"];

/// Everything worth a second look, in the order of the packs.
#[must_use]
pub fn readability(sources: &[Source], compiled: &Compiled, terms: &Terms) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut asked: HashMap<&str, &str> = HashMap::new();
    for source in sources {
        let mut explained = String::new();
        for (place, item) in items(source) {
            words(item, &place, &mut problems);
            terms_of(item, terms, &mut explained, &place, &mut problems);
            if let Some(first) = asked.insert(&item.text, &item.link_id) {
                let message = format!("题目与 {first} 一字不差");
                let hint = "看不出在问哪一方面：题目里写明";
                problems.push(Problem::new(&place.child("text"), message, hint));
            }
            if source.pack.kind != PackKind::Profile && is_dead(item, compiled) {
                let message = format!("{} 的答案什么也不影响", item.link_id);
                let hint = "没有题、也没有发现看它：删去，或者写上发现";
                problems.push(Problem::new(&place, message, hint));
            }
        }
    }
    problems
}

fn items(source: &Source) -> impl Iterator<Item = (Place, &Item)> {
    let root = Place { file: source.file.clone(), pointer: String::new() };
    source.pack.sections.iter().enumerate().flat_map(move |(s, section)| {
        let place = root.child("sections").child(s).child("items");
        section.items.iter().enumerate().map(move |(i, item)| (place.child(i), item))
    })
}

fn words(item: &Item, place: &Place, problems: &mut Vec<Problem>) {
    let place = place.child("text");
    let count = negations(&item.text);
    if count > 1 {
        let message = format!("题目里有 {count} 个否定词");
        problems.push(Problem::new(&place, message, "可能绕口，改成肯定句"));
    }
    for word in TWO_FACTS.into_iter().filter(|word| item.text.contains(word)) {
        let hint = "可能是两件事：拆成两题，或者改成选择题";
        problems.push(Problem::new(&place, format!("题目里有“{word}”"), hint));
    }
}

fn negations(text: &str) -> usize {
    let mut plain = text.to_owned();
    for word in PLAIN {
        plain = plain.replace(word, "");
    }
    let mut count = 0;
    for word in NEGATIONS {
        count += plain.matches(word).count();
        plain = plain.replace(word, "");
    }
    count
}

/// A term is explained by a hint of its question, or by an earlier hint of the pack that names it.
fn terms_of(
    item: &Item,
    terms: &Terms,
    explained: &mut String,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    for (term, plain) in terms.iter().filter(|(term, _)| item.text.contains(*term)) {
        if item.hint.is_none() && !explained.contains(term) {
            let hint = format!("在 hint 里解释，例如：{plain}");
            problems.push(Problem::new(&place.child("text"), format!("“{term}”没有解释"), hint));
        }
        // Once asked about, the term is known in this pack.
        explained.push_str(term);
    }
    for hint in
        item.hint.iter().chain(item.options.iter().filter_map(|option| option.hint.as_ref()))
    {
        explained.push_str(hint);
    }
}

fn is_dead(item: &Item, compiled: &Compiled) -> bool {
    let closed = matches!(item.kind, ItemKind::YesNo | ItemKind::Choice | ItemKind::MultiChoice);
    let node = compiled.find(&item.link_id).map(|ix| compiled.items.at(ix));
    closed && node.is_some_and(|node| node.dependants.is_empty() && node.findings.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negations_are_counted_without_questions() {
        assert_eq!(negations("有没有签劳动合同？"), 0);
        assert_eq!(negations("没有按时交的有几名？"), 1);
        assert_eq!(negations("没休又没付够钱的年休假，一共多少天？"), 2);
    }
}

//! Questions may hang only on earlier ones; a loop is spelled out.

use std::collections::{HashMap, HashSet};

use super::check::{places, root};
use super::{Condition, Place, Problem, Source};

struct Node<'a> {
    number: usize,
    /// What it hangs on, with the place of the condition that says so.
    needs: Vec<(&'a str, Place)>,
}

impl Node<'_> {
    /// The place of the condition that names a question.
    fn place_of(&self, need: &str) -> Option<&Place> {
        self.needs.iter().find(|(id, _)| *id == need).map(|(_, place)| place)
    }
}

/// Reports loops, and references to later questions that are in no loop.
pub(super) fn check(sources: &[Source]) -> Vec<Problem> {
    let nodes = nodes(sources);
    let mut problems = Vec::new();
    let mut in_loop: HashSet<&str> = HashSet::new();
    let mut ids: Vec<&str> = nodes.keys().copied().collect();
    ids.sort_by_key(|id| nodes.get(id).map(|node| node.number));
    for id in &ids {
        if in_loop.contains(id) {
            continue;
        }
        let Some(chain) = find_loop(id, &nodes) else { continue };
        let first = chain.get(1).unwrap_or(id);
        if let Some(place) = nodes.get(id).and_then(|node| node.place_of(first)) {
            let spelled = chain.join(" → ");
            problems.push(Problem::new(
                place,
                format!("条件绕成了圈：{spelled} → {id}"),
                "去掉其中一个条件，让每题只依赖前面的题",
            ));
        }
        in_loop.extend(chain);
    }
    for id in ids {
        let Some(node) = nodes.get(id) else { continue };
        for (need, place) in &node.needs {
            let later = nodes.get(need).is_some_and(|other| other.number >= node.number);
            if later && !(in_loop.contains(id) && in_loop.contains(need)) {
                problems.push(Problem::new(
                    place,
                    format!("{id} 依赖后面的 {need}"),
                    "把被依赖的题移到前面",
                ));
            }
        }
    }
    problems
}

fn nodes(sources: &[Source]) -> HashMap<&str, Node<'_>> {
    let mut nodes = HashMap::new();
    for source in sources {
        for (place, section, item) in places(source) {
            let conditions = [
                (&source.pack.applies_when, root(source).child("applies_when")),
                (&section.enable_when, section_place(&place).child("enable_when")),
                (&item.enable_when, place.child("enable_when")),
            ];
            let needs = conditions
                .iter()
                .flat_map(|(condition, place)| {
                    let ids = condition.iter().flat_map(Condition::items);
                    ids.map(|id| (id, place.clone()))
                })
                .collect();
            let number = nodes.len();
            nodes.entry(item.link_id.as_str()).or_insert(Node { number, needs });
        }
    }
    nodes
}

/// The place of the section that an item's place lies in.
fn section_place(item: &Place) -> Place {
    let pointer = item.pointer.split("/items/").next().unwrap_or_default().to_owned();
    Place { file: item.file.clone(), pointer }
}

/// The way from `start` back to itself, if there is one. Iterative, so that depth is no danger.
fn find_loop<'a>(start: &'a str, nodes: &HashMap<&'a str, Node<'a>>) -> Option<Vec<&'a str>> {
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for (need, _) in nodes.get(id).map(|node| node.needs.as_slice()).unwrap_or_default() {
            if *need == start {
                let mut chain = vec![id];
                let mut at = id;
                while let Some(before) = came_from.get(at) {
                    chain.push(before);
                    at = before;
                }
                chain.reverse();
                return Some(chain);
            }
            if !came_from.contains_key(need) {
                came_from.insert(need, id);
                open.push(need);
            }
        }
    }
    None
}

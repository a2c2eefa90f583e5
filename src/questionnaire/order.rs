//! Questions may hang only on earlier ones; a loop is spelled out.

use std::collections::{HashMap, HashSet};

use super::check::places;
use super::{Condition, Place, Problem, Source};

struct Node<'a> {
    number: usize,
    place: Place,
    needs: Vec<&'a str>,
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
        if let (Some(chain), Some(node)) = (find_loop(id, &nodes), nodes.get(id)) {
            let spelled = chain.join(" → ");
            problems.push(Problem::new(
                &node.place.child("enable_when"),
                format!("条件绕成了圈：{spelled} → {id}"),
                "去掉其中一个条件，让每题只依赖前面的题",
            ));
            in_loop.extend(chain);
        }
    }
    for id in ids {
        let Some(node) = nodes.get(id) else { continue };
        for need in &node.needs {
            let later = nodes.get(need).is_some_and(|other| other.number >= node.number);
            if later && !(in_loop.contains(id) && in_loop.contains(need)) {
                problems.push(Problem::new(
                    &node.place.child("enable_when"),
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
            let conditions = [&source.pack.applies_when, &section.enable_when, &item.enable_when];
            let needs = conditions.into_iter().flatten().flat_map(Condition::items).collect();
            let number = nodes.len();
            nodes.entry(item.link_id.as_str()).or_insert(Node { number, place, needs });
        }
    }
    nodes
}

/// The way from `start` back to itself, if there is one. Iterative, so that depth is no danger.
fn find_loop<'a>(start: &'a str, nodes: &HashMap<&'a str, Node<'a>>) -> Option<Vec<&'a str>> {
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for need in nodes.get(id).map(|node| node.needs.as_slice()).unwrap_or_default() {
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

//! Compiled once: index, order and dependants, so that an answer touches only what hangs on it.

use std::collections::HashMap;

use super::model::Section;
use super::table::{Ix, Table};
use super::{
    DeadlineNode, ExposureNode, Expr, FindingRule, Item, PackKind, Place, Problem, Questionnaire,
    check, order,
};

/// A pack as it was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// File name for messages.
    pub file: String,
    /// SM3 of the canonical JSON, in hex.
    pub hash: String,
    /// The content.
    pub pack: Questionnaire,
}

impl Source {
    /// The place of the whole file.
    #[must_use]
    pub fn place(&self) -> Place {
        check::root(self)
    }

    /// Every item with its place and its section, in the order of asking.
    pub fn items(&self) -> impl Iterator<Item = (Place, &Section, &Item)> {
        check::places(self)
    }
}

/// All packs, indexed. Made only by [`Compiled::new`], so every reference in it is good.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// Packs in the order of asking.
    pub packs: Table<PackNode>,
    /// Items of all packs in the order of asking.
    pub items: Table<ItemNode>,
    /// Findings of all packs.
    pub findings: Table<FindingNode>,
    /// Deadlines of all packs.
    pub deadlines: Table<DeadlineNode>,
    ids: HashMap<String, ItemIx>,
}

/// Position of a pack.
pub type PackIx = Ix<PackNode>;
/// Position of an item in the order of asking.
pub type ItemIx = Ix<ItemNode>;
/// Position of a finding rule.
pub type FindingIx = Ix<FindingNode>;
/// Position of a deadline that a pack watches.
pub type DeadlineIx = Ix<DeadlineNode>;

/// A pack without its items.
#[derive(Clone, Debug)]
pub struct PackNode {
    /// Code of the domain.
    pub id: String,
    /// Title.
    pub title: String,
    /// Version of the content.
    pub version: String,
    /// SM3 of the canonical JSON, in hex.
    pub hash: String,
    /// What the pack is for.
    pub kind: PackKind,
    /// One sentence.
    pub summary: String,
    /// Whether the pack concerns the firm.
    pub applies: Option<Expr>,
}

/// An item with what it hangs on and what hangs on it.
#[derive(Clone, Debug)]
pub struct ItemNode {
    /// The question.
    pub item: Item,
    /// Its pack.
    pub pack: PackIx,
    /// Title of its section.
    pub section: String,
    /// Conditions of pack, section and item; all must hold.
    pub enable: Vec<Expr>,
    /// Items whose `enable` looks at this one.
    pub dependants: Vec<ItemIx>,
    /// Findings that look at this one.
    pub findings: Vec<FindingIx>,
}

/// A finding rule with resolved conditions.
#[derive(Clone, Debug)]
pub struct FindingNode {
    /// The rule.
    pub rule: FindingRule,
    /// Its pack, which is its domain.
    pub pack: PackIx,
    /// What is a breach.
    pub when: Expr,
    /// Conditions of pack and rule; all must hold.
    pub applies: Vec<Expr>,
    /// What it can cost.
    pub exposure: Option<ExposureNode>,
}

impl Compiled {
    /// Checks and indexes packs. They are asked by kind, then in the order given.
    ///
    /// # Errors
    /// Every problem found, never only the first.
    pub fn new(mut sources: Vec<Source>) -> Result<Self, Vec<Problem>> {
        sources.sort_by_key(|source| source.pack.kind);
        let mut problems = check::check(&sources);
        problems.extend(order::check(&sources));
        if !problems.is_empty() {
            problems.sort();
            problems.dedup();
            return Err(problems);
        }
        let mut compiled = Self::default();
        for source in sources {
            compiled.add(source);
        }
        compiled.link();
        Ok(compiled)
    }

    /// The position of an item by its `link_id`.
    #[must_use]
    pub fn find(&self, link_id: &str) -> Option<ItemIx> {
        self.ids.get(link_id).copied()
    }

    /// The position of a pack by its id.
    #[must_use]
    pub fn find_pack(&self, id: &str) -> Option<PackIx> {
        self.packs.entries().find(|(_, pack)| pack.id == id).map(|(ix, _)| ix)
    }

    /// The question at a position.
    #[must_use]
    pub fn item(&self, ix: ItemIx) -> &Item {
        &self.items.at(ix).item
    }

    fn add(&mut self, source: Source) {
        let Source { hash, pack, .. } = source;
        let resolve = |ids: &HashMap<_, _>, condition: &Option<_>| {
            condition.as_ref().and_then(|condition| Expr::resolve(condition, ids))
        };
        let pack_applies = resolve(&self.ids, &pack.applies_when);
        let pack_ix = self.packs.push(PackNode {
            id: pack.id,
            title: pack.title,
            version: pack.version,
            hash,
            kind: pack.kind,
            summary: pack.summary,
            applies: pack_applies.clone(),
        });
        for section in pack.sections {
            let section_enable = resolve(&self.ids, &section.enable_when);
            for item in section.items {
                let own = resolve(&self.ids, &item.enable_when);
                let link_id = item.link_id.clone();
                let ix = self.items.push(ItemNode {
                    item,
                    pack: pack_ix,
                    section: section.title.clone(),
                    enable: [&pack_applies, &section_enable, &own]
                        .into_iter()
                        .flatten()
                        .cloned()
                        .collect(),
                    dependants: Vec::new(),
                    findings: Vec::new(),
                });
                self.ids.insert(link_id, ix);
            }
        }
        for rule in pack.findings {
            // `check` has refused every condition that does not resolve.
            if let Some(when) = Expr::resolve(&rule.when, &self.ids) {
                let own = resolve(&self.ids, &rule.applies_when);
                let applies = [&pack_applies, &own].into_iter().flatten().cloned().collect();
                let exposure = rule.exposure.as_ref();
                let exposure = exposure.and_then(|rule| ExposureNode::resolve(rule, &self.ids));
                self.findings.push(FindingNode { rule, pack: pack_ix, when, applies, exposure });
            }
        }
        for entry in pack.deadlines {
            let node = DeadlineNode::resolve(entry, &pack_applies, &self.ids, &self.findings);
            // `check` has refused every entry that does not resolve.
            if let Some(node) = node {
                self.deadlines.push(node);
            }
        }
    }

    fn link(&mut self) {
        for ix in self.items.indices() {
            let looked_at = looked_at(&self.items.at(ix).enable);
            for item in looked_at {
                self.items.at_mut(item).dependants.push(ix);
            }
        }
        for ix in self.findings.indices() {
            for item in self.findings.at(ix).looked_at() {
                self.items.at_mut(item).findings.push(ix);
            }
        }
    }
}

impl FindingNode {
    /// Every question that the rule looks at, once each, in the order of asking.
    #[must_use]
    pub fn looked_at(&self) -> Vec<ItemIx> {
        let mut items = looked_at(&self.applies);
        items.extend(self.when.items());
        items.sort_unstable();
        items.dedup();
        items
    }
}

fn looked_at(expressions: &[Expr]) -> Vec<ItemIx> {
    let mut items: Vec<ItemIx> = expressions.iter().flat_map(Expr::items).collect();
    items.sort_unstable();
    items.dedup();
    items
}

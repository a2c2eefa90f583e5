//! Deadlines that a pack watches: which answer starts which rule.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::table::Table;
use super::{Condition, Expr, FindingIx, FindingNode, ItemIx};

/// One deadline that a pack watches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeadlineEntry {
    /// Unique over all packs; begins with the pack's id.
    pub id: String,
    /// Id of the rule in deadlines.yaml.
    pub rule: String,
    /// The date question whose answer is the start day.
    pub from: String,
    /// When absent the deadline runs whenever the question was answered with a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The finding that becomes red when the day has passed and its own condition holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raises: Option<String>,
}

/// A deadline with resolved references.
#[derive(Clone, Debug)]
pub struct DeadlineNode {
    /// Id of the entry.
    pub id: String,
    /// Id of the rule; the library holds the rules.
    pub rule: String,
    /// The question whose answer is the start day.
    pub from: ItemIx,
    /// Conditions of pack and entry; all must hold.
    pub when: Vec<Expr>,
    /// The finding that it raises.
    pub raises: Option<FindingIx>,
}

impl DeadlineNode {
    /// Resolves an entry of a pack whose findings are all known; `None` for what the check of
    /// the packs has refused.
    pub(super) fn resolve(
        entry: DeadlineEntry,
        pack: &Option<Expr>,
        ids: &HashMap<String, ItemIx>,
        findings: &Table<FindingNode>,
    ) -> Option<Self> {
        let mut when: Vec<Expr> = pack.iter().cloned().collect();
        if let Some(condition) = &entry.when {
            when.push(Expr::resolve(condition, ids)?);
        }
        let position = |id: &String| {
            findings.entries().find(|(_, node)| node.rule.id == *id).map(|(ix, _)| ix)
        };
        let raises = match &entry.raises {
            Some(id) => Some(position(id)?),
            None => None,
        };
        let from = ids.get(&entry.from).copied()?;
        Some(Self { id: entry.id, rule: entry.rule, from, when, raises })
    }
}

//! Which questions a check asks: all, a few, or those of chosen domains.

use crate::questionnaire::table::Column;
use crate::questionnaire::{Compiled, Expr, FindingNode, ItemIx, ItemNode, PackKind};
use crate::response::Mode;

/// How much is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Quick, full or by topic.
    pub mode: Mode,
    /// Ids of packs, for `Mode::Topics`.
    pub topics: Vec<String>,
}

impl Scope {
    /// The facts about the firm alone: what is asked before a scope is chosen.
    #[must_use]
    pub fn profile() -> Self {
        Self { mode: Mode::Topics, topics: Vec::new() }
    }

    /// Every question of the scope, and every earlier one that it hangs on, whatever its pack.
    pub(super) fn items(&self, compiled: &Compiled) -> Column<ItemNode, bool> {
        let mut asked = Column::filled(&compiled.items, false);
        for (ix, node) in compiled.items.entries() {
            *asked.at_mut(ix) = self.wants_item(compiled, node);
        }
        if self.mode != Mode::Quick {
            for finding in compiled.findings.iter().filter(|node| self.wants_pack(compiled, node)) {
                for item in finding.looked_at() {
                    *asked.at_mut(item) = true;
                }
            }
        }
        // Later questions hang on earlier ones only, so one pass from the end closes the set.
        for ix in compiled.items.indices().rev() {
            if *asked.at(ix) {
                for item in compiled.items.at(ix).enable.iter().flat_map(Expr::items) {
                    *asked.at_mut(item) = true;
                }
            }
        }
        asked
    }

    /// Whether a finding is judged: its pack is wanted and all its questions are asked.
    #[must_use]
    pub fn judges(
        &self,
        compiled: &Compiled,
        finding: &FindingNode,
        asked: impl Fn(ItemIx) -> bool,
    ) -> bool {
        self.wants_pack(compiled, finding) && finding.looked_at().into_iter().all(asked)
    }

    fn wants_pack(&self, compiled: &Compiled, finding: &FindingNode) -> bool {
        self.mode != Mode::Topics || self.topics.contains(&compiled.packs.at(finding.pack).id)
    }

    fn wants_item(&self, compiled: &Compiled, node: &ItemNode) -> bool {
        let pack = compiled.packs.at(node.pack);
        let profile = pack.kind == PackKind::Profile;
        match self.mode {
            Mode::Quick => profile || node.item.quick,
            Mode::Full => true,
            Mode::Topics => profile || self.topics.contains(&pack.id),
        }
    }
}

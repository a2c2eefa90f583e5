//! Which questions are shown: the pack's own, and the earlier ones that it hangs on.

use crate::questionnaire::table::Column;
use crate::questionnaire::{Compiled, Expr, ItemIx, ItemNode, PackIx, PackKind};

/// Which questions are shown, and which of them the pack looks at.
pub(super) struct Shown {
    used: Column<ItemNode, bool>,
    profile: Column<ItemNode, bool>,
}

impl Shown {
    /// The questions of a pack, of the profile, and all that the pack looks at.
    pub(super) fn new(compiled: &Compiled, pack: PackIx) -> Self {
        let mut used = Column::filled(&compiled.items, false);
        let mut profile = Column::filled(&compiled.items, false);
        for (ix, node) in compiled.items.entries() {
            *used.at_mut(ix) = node.pack == pack;
            *profile.at_mut(ix) = compiled.packs.at(node.pack).kind == PackKind::Profile;
        }
        for ix in looked_at(compiled, pack) {
            *used.at_mut(ix) = true;
        }
        // Questions hang on earlier ones only, so one pass from the end closes the set.
        for ix in compiled.items.indices().rev() {
            if *used.at(ix) {
                for earlier in compiled.items.at(ix).enable.iter().flat_map(Expr::items) {
                    *used.at_mut(earlier) = true;
                }
            }
        }
        Self { used, profile }
    }

    /// Whether a question is shown.
    pub(super) fn has(&self, ix: ItemIx) -> bool {
        self.used(ix) || *self.profile.at(ix)
    }

    /// Whether the pack looks at a question, or it is the pack's own.
    pub(super) fn used(&self, ix: ItemIx) -> bool {
        *self.used.at(ix)
    }
}

/// Every question that the findings and deadlines of a pack look at.
fn looked_at(compiled: &Compiled, pack: PackIx) -> Vec<ItemIx> {
    let mut items = Vec::new();
    for finding in compiled.findings.iter().filter(|finding| finding.pack == pack) {
        items.extend(finding.looked_at());
        items.extend(finding.exposure.iter().flat_map(|exposure| exposure.items.iter().copied()));
    }
    let id = &compiled.packs.at(pack).id;
    let own = compiled.deadlines.iter().filter(|node| node.id.split('.').next() == Some(id));
    for deadline in own {
        items.push(deadline.from);
        items.extend(deadline.when.iter().flat_map(Expr::items));
    }
    items
}

//! `tijian graph`.

use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::preview::find_pack;
use tijian::questionnaire::{Compiled, Expr};

pub(crate) fn run(pack: &str, packs: &Path, today: NaiveDate) -> Result<(), String> {
    let library = crate::load_good(packs, today)?.library;
    let compiled = &library.compiled;
    find_pack(compiled, pack)?;
    crate::say(mermaid(compiled, pack).trim_end());
    Ok(())
}

/// Items as boxes, findings as flags; an arrow runs from a question to what hangs on it.
fn mermaid(compiled: &Compiled, pack: &str) -> String {
    let mut out = String::from("flowchart TD\n");
    let text = |text: &str| text.replace('"', "&quot;");
    for (_, node) in
        compiled.items.entries().filter(|(_, node)| compiled.packs.at(node.pack).id == pack)
    {
        let id = &node.item.link_id;
        out += &format!("  {id}[\"{}\"]\n", text(&node.item.text));
        let mut needs: Vec<_> = node.enable.iter().flat_map(Expr::items).collect();
        needs.sort_unstable();
        needs.dedup();
        for need in needs {
            out += &format!("  {} --> {id}\n", compiled.item(need).link_id);
        }
    }
    for node in compiled.findings.iter().filter(|node| compiled.packs.at(node.pack).id == pack) {
        let id = &node.rule.id;
        out += &format!("  {id}>\"{}\"]\n", text(&node.rule.title));
        for need in node.looked_at() {
            out += &format!("  {} -.-> {id}\n", compiled.item(need).link_id);
        }
    }
    out
}

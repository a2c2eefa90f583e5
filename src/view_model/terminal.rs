//! What a shared terminal says of itself: that it is about to be cleared, and that it was.

use crate::kiosk::{Left, Looked, Model, Store};

/// The warning before a visit that nobody touches is cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningView {
    /// Seconds that are left.
    pub seconds: u64,
    /// What is said aloud: it changes every ten seconds and counts the last five.
    pub spoken: String,
}

/// What is left in the browser after a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    /// Whether nothing is left.
    pub clean: bool,
    /// The sentence.
    pub title: String,
    /// What was looked at.
    pub looked: String,
    /// What is there, by place.
    pub left: Vec<String>,
}

/// Seconds from which each one is said.
const LAST: u64 = 5;

pub(super) fn warning(model: &Model) -> Option<WarningView> {
    let seconds = model.watch.warning()?;
    // A live region speaks when its words change: at the whole tens, and then each second.
    let said = if seconds <= LAST { seconds } else { seconds.div_ceil(10) * 10 };
    Some(WarningView {
        seconds, spoken: format!("还有 {said} 秒清除。要接着做，请按“继续”。")
    })
}

pub(super) fn receipt(model: &Model) -> Option<ReceiptView> {
    let looked = model.receipt.as_ref()?;
    let left: Vec<String> = looked.iter().filter_map(found).collect();
    let names: Vec<String> = looked.iter().map(|one| looked_at(one, model)).collect();
    let clean = left.is_empty();
    let title = if clean {
        "已清除：本机没有留下刚才的内容"
    } else {
        "刚才的内容已清除，但浏览器里还有别的东西，请告诉工作人员"
    };
    Some(ReceiptView {
        clean,
        title: title.to_owned(),
        looked: format!("查看过：{}", names.join("、")),
        left,
    })
}

/// A store by its name, and what of the program's own is in it.
fn looked_at(looked: &Looked, model: &Model) -> String {
    let name = name(looked.store);
    match looked.left {
        Left::Count => format!("{name}（{}）", model.lang.texts().staff.store_count),
        _ => name.to_owned(),
    }
}

fn found(looked: &Looked) -> Option<String> {
    let name = name(looked.store);
    match looked.left {
        Left::Nothing | Left::Count => None,
        Left::Entries(entries) => Some(format!("{name}：{entries} 项")),
        Left::Unseen => Some(format!("{name}：浏览器不让查看")),
    }
}

fn name(store: Store) -> &'static str {
    match store {
        Store::Local => "本地存储",
        Store::Session => "会话存储",
        Store::Databases => "浏览器数据库",
        Store::Caches => "缓存",
        Store::Cookies => "Cookie",
        Store::Files => "浏览器私有文件",
    }
}

//! Words of the interface that do not depend on state.

pub(super) const BACK: &str = "上一步";
pub(super) const NEXT: &str = "下一题";
pub(super) const UNKNOWN: &str = "不清楚";
pub(super) const SKIP: &str = "跳过";
pub(super) const END: &str = "结束并清除";

//! Words that every report uses.

use crate::questionnaire::{Effort, Exact, Flag, Service, Status};
use crate::report::{Basis, Sums};
use crate::response::{Mode, grouped};

/// Name of the program and of what it makes.
pub const NAME: &str = "企业法治体检";

/// What a report is and is not.
pub const STATEMENT: &str = "这是企业自助填写后由程序生成的初筛结果，只反映填写的内容，不是法律意见，不作为行政机关、司法机关认定事实的依据。重要决定之前请找律师复核，公共法律服务热线 12348。";

/// How levels and figures are made.
pub const METHOD: &str = "等级参照风险管理通行的“可能性 × 影响”方法：15 分以上，或影响 5 分且可能性 3 分以上为红，10–14 分为橙，5–9 分为黄，4 分以下为蓝；涉及刑事、吊销、停业、拘留、人身伤亡的至少为橙，已过法定期限的为红。分界由本程序设定，不是国家标准。答“不清楚”和没有回答的不计入指数，只降低覆盖率；覆盖率不到 60% 不评级；有一项红色，总评即为“需要马上处理”。";

/// What the figures of the domains are.
pub(super) const RATIOS: &str = "风险分是各项“可能性 × 影响”之和：适用的是与企业有关的项，已评的是其中答清楚的。指数 = 100 ×（1 − 有问题 ÷ 已评），覆盖率 = 已评 ÷ 适用。";

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "快速体检",
        Mode::Full => "全面体检",
        Mode::Topics => "专项体检",
    }
}

pub(in crate::report) fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Hour => "约一小时",
        Effort::Day => "约一天",
        Effort::Week => "约一周",
        Effort::Month => "约一个月",
        Effort::Lawyer => "请律师",
    }
}

/// How index and coverage came about.
pub(super) fn working(sums: Sums) -> String {
    format!(
        "指数 = 100 ×（1 − 有问题 {} ÷ 已评 {}）；覆盖率 = 已评 {} ÷ 适用 {}（风险分，各项“可能性 × 影响”之和）",
        sums.triggered, sums.assessed, sums.assessed, sums.applicable
    )
}

/// Why a level is higher than its figure alone.
pub(super) fn raised(flags: &[Flag]) -> String {
    let words: Vec<&str> = flags
        .iter()
        .map(|flag| match flag {
            Flag::Criminal => "涉刑事责任",
            Flag::Revocation => "涉吊销",
            Flag::Closure => "涉停业关闭",
            Flag::Detention => "涉拘留",
            Flag::Injury => "涉人身伤亡",
            Flag::Overdue => "已过法定期限",
        })
        .collect();
    let least = if flags.contains(&Flag::Overdue) { "为红" } else { "至少为橙" };
    if words.is_empty() {
        String::new()
    } else {
        format!("；{}，按规则{least}", words.join("、"))
    }
}

/// What is not certain about a basis.
pub(in crate::report) fn unsure(status: Status) -> Option<&'static str> {
    match status {
        Status::Verified => None,
        Status::Partly => Some("部分依据未读到原文，以现行规定为准。"),
        Status::Unverified => Some("依据未经核对，以现行规定为准。"),
    }
}

/// An article with its edition.
pub(in crate::report) fn basis(basis: &Basis) -> String {
    let known = match basis.status {
        crate::law::Checked::Read => "",
        crate::law::Checked::Known => "，以现行规定为准",
    };
    format!("{}（{}{known}）", basis.label, edition(&basis.edition))
}

/// The name of an edition as it stands in brackets: with none of its own around a remark.
pub(super) fn edition(name: &str) -> String {
    match name.strip_suffix('）').and_then(|name| name.split_once('（')) {
        Some((name, remark)) => format!("{name}，{remark}"),
        None => name.to_owned(),
    }
}

/// The title of a law in its marks; titles inside it get the inner ones.
pub(super) fn title(title: &str) -> String {
    format!("《{}》", title.replace('《', "〈").replace('》', "〉"))
}

/// Who helps, with what, under which number.
pub(super) fn service(service: &Service) -> String {
    format!("{}：{}", service.title, help(service))
}

/// With what a service helps, and its number.
pub(super) fn help(service: &Service) -> String {
    let phone = service.phone.as_deref().map(|phone| format!("，电话 {phone}"));
    format!("{}{}", service.what, phone.unwrap_or_default())
}

/// `3,000 元`, `最多 10,000 元` or `3,000 – 10,000 元`.
pub(super) fn range(Exact(low): Exact, Exact(high): Exact) -> String {
    if low == high {
        format!("{} 元", grouped(low))
    } else if low.is_zero() {
        format!("最多 {} 元", grouped(high))
    } else {
        format!("{} – {} 元", grouped(low), grouped(high))
    }
}

/// How many days are left, or have passed.
pub(in crate::report) fn left(days: i64) -> String {
    match days {
        ..0 => format!("已过 {} 天", days.unsigned_abs()),
        0 => "就是今天".to_owned(),
        _ => format!("还有 {days} 天"),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn a_law_is_cited_without_marks_in_marks() {
        assert_eq!(edition("2026修订（国令第844号）"), "2026修订，国令第844号");
        assert_eq!(edition("2023修正（刑法修正案（十二））"), "2023修正，刑法修正案（十二）");
        assert_eq!(edition("2020制定"), "2020制定");
        assert_eq!(title("关于适用《民法典》的解释"), "《关于适用〈民法典〉的解释》");
    }

    #[test]
    fn a_range_says_no_more_than_it_knows() {
        let yuan = |fen: i64| Exact(Decimal::new(fen, 2).normalize());
        assert_eq!(range(yuan(300_000), yuan(300_000)), "3,000 元");
        assert_eq!(range(yuan(0), yuan(1_000_000)), "最多 10,000 元");
        assert_eq!(range(yuan(0), yuan(0)), "0 元");
        assert_eq!(range(yuan(150_075), yuan(600_300)), "1,500.75 – 6,003 元");
    }
}

//! Money at stake in words, on screen and paper.

use crate::kiosk::Visit;
use crate::questionnaire::Exact;
use crate::report::{Finding, TotalExposure};
use crate::response::grouped;

/// What one finding can cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExposureView {
    /// The range in one phrase.
    pub range: String,
    /// How the sum was made, or what to find out first.
    pub how: String,
}

/// The exposure of a finding, or what to find out for it; `None` where the law gives no figure.
pub(super) fn of(visit: &Visit, found: &Finding) -> Option<ExposureView> {
    if let Some(exposure) = &found.exposure {
        let range = format!("可能要付 {}", range(exposure.low, exposure.high));
        return Some(ExposureView { range, how: exposure.how.clone() });
    }
    let compiled = visit.compiled();
    let question = |id: &String| Some(format!("“{}”", compiled.item(compiled.find(id)?).text));
    let open: Vec<String> = found.exposure_needs.iter().filter_map(question).collect();
    if open.is_empty() {
        return None;
    }
    let how = format!("先查清：{}", open.join("、"));
    Some(ExposureView { range: "可能要付的钱还算不出".to_owned(), how })
}

/// The line under the priorities.
pub(super) fn total(total: &TotalExposure) -> String {
    format!(
        "能算出金额的 {} 项，加起来是 {}。各项之间可能重叠，多数要到逾期不改等前提出现才发生，不是预测；算不出的没有加进来。",
        total.findings,
        range(total.low, total.high)
    )
}

/// `3,000 元`, `最多 10,000 元` or `3,000 – 10,000 元`.
fn range(Exact(low): Exact, Exact(high): Exact) -> String {
    if low == high {
        format!("{} 元", grouped(low))
    } else if low.is_zero() {
        format!("最多 {} 元", grouped(high))
    } else {
        format!("{} – {} 元", grouped(low), grouped(high))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn yuan(fen: i64) -> Exact {
        Exact(Decimal::new(fen, 2).normalize())
    }

    #[test]
    fn a_range_says_no_more_than_it_knows() {
        assert_eq!(range(yuan(300_000), yuan(300_000)), "3,000 元");
        assert_eq!(range(yuan(0), yuan(1_000_000)), "最多 10,000 元");
        assert_eq!(range(yuan(0), yuan(0)), "0 元");
        assert_eq!(range(yuan(150_075), yuan(600_300)), "1,500.75 – 6,003 元");
    }

    #[test]
    fn the_total_warns() {
        let line = total(&TotalExposure { low: yuan(100), high: yuan(200), findings: 2 });
        assert!(line.starts_with("能算出金额的 2 项，加起来是 1 – 2 元"), "{line}");
        assert!(line.contains("可能重叠") && line.contains("不是预测"), "{line}");
    }
}

//! Restraints of competition, worked out by hand from the articles.

use serde_json::json;
use tijian::report::slips::{KeyPost, Standing, check};

use crate::slips::says;

fn post(value: serde_json::Value) -> KeyPost {
    serde_json::from_value(value).expect("a post")
}

/// Term and compensation of a post, with a minimum wage in yuan.
fn lines(value: serde_json::Value, minimum: Option<u32>) -> [(Standing, String); 2] {
    let minimum = minimum.map(|yuan| tijian::questionnaire::Exact(yuan.into()));
    let lines = check(&post(value), minimum).into_iter();
    let lines: Vec<_> = lines.map(|line| (line.standing, line.text)).collect();
    lines.try_into().expect("two lines")
}

/// 劳动争议解释（一）36: 30 % of the average monthly pay of the twelve months before the end, and
/// no less than the minimum wage, where nothing was agreed.
#[test]
fn compensation_is_worked_out_by_the_interpretation() {
    use Standing::{Fails, Fine, Open};
    let one = |pay: f64, agreed: Option<u32>, minimum: Option<u32>| {
        let [_, compensation] = lines(
            json!({"post": "a", "noncompete_months": 12, "monthly_pay": pay, "monthly_compensation": agreed}),
            minimum,
        );
        compensation
    };
    // 10,000 × 30 % = 3,000, above 2,100.
    let (standing, text) = one(10_000.0, None, Some(2_100));
    assert_eq!(standing, Fails);
    says(&text, "可以要求每月付 3,000 元（10,000 的三成，不低于最低工资）");
    // 5,000 × 30 % = 1,500, below 2,100: the minimum wage.
    let (standing, text) = one(5_000.0, None, Some(2_100));
    assert_eq!(standing, Fails);
    says(&text, "可以要求每月付 2,100 元（5,000 的三成是 1,500，低于最低工资 2,100，按最低工资）");
    // 7,000 × 30 % = 2,100, just the minimum wage.
    says(&one(7_000.0, None, Some(2_100)).1, "每月付 2,100 元（7,000 的三成，不低于最低工资）");
    // 8,333.35 × 30 % = 2,500.005, rounded to the fen.
    says(&one(8_333.35, None, None).1, "每月付 2,500.01 元");
    // Nothing was filled in as minimum wage: the sheet says whom to ask.
    says(&one(10_000.0, None, None).1, "标准请咨询 12333");
    // An agreed sum of nought is no agreement.
    assert_eq!(one(10_000.0, Some(0), Some(2_100)).0, Fails);
    // The article speaks of where nothing was agreed: less than that is a question for a lawyer.
    let (standing, text) = one(10_000.0, Some(2_999), Some(2_100));
    assert_eq!(standing, Open);
    says(&text, "约定每月 2,999 元，低于没有约定时的标准 3,000 元");
    assert_eq!(one(10_000.0, Some(3_000), Some(2_100)).0, Fine);
    let [_, (standing, _)] =
        lines(json!({"post": "a", "noncompete_months": 12, "monthly_compensation": 1}), None);
    assert_eq!(standing, Open);
    let line = &check(&post(json!({"post": "a", "noncompete_months": 12})), None)[1];
    assert_eq!(line.basis, ["labor-contract-law 23", "labor-ji-1 36"]);
    assert_eq!(line.standing, Fails);
    assert!(check(&post(json!({"post": "a", "monthly_pay": 1})), None).is_empty());
}

/// 劳动合同法 24: at most two years after the end of the contract.
#[test]
fn a_restraint_lasts_two_years_at_most() {
    use Standing::{Fails, Fine, Open};
    let term = |value: serde_json::Value| lines(value, None)[0].clone();
    assert_eq!(term(json!({"post": "a", "noncompete_months": 24})).0, Fine);
    assert_eq!(term(json!({"post": "a", "noncompete_months": 25})).0, Fails);
    let left = |until: &str| {
        term(json!({"post": "a", "left_on": "2026-06-30", "noncompete_until": until}))
    };
    assert_eq!(left("2028-06-30").0, Fine);
    let (standing, text) = left("2028-07-01");
    assert_eq!(standing, Fails);
    says(&text, "离职后二年只到 2028年6月30日");
    assert_eq!(term(json!({"post": "a", "noncompete_until": "2030-01-01"})).0, Open);
    let line = &check(&post(json!({"post": "a", "noncompete_months": 36})), None)[0];
    assert_eq!(line.basis, ["labor-contract-law 24"]);
}

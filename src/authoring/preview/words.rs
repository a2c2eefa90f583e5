//! Conditions in words, with the answers that they look at.

use crate::flow::{Flow, Reach, Truth};
use crate::questionnaire::{
    Comparison, Compiled, Expr, ExprOperand, ExprTest, Item, ItemIx, ItemKind, Period,
};
use crate::response::{Answer, grouped};

use super::Condition;

/// Every part of the conditions, each of which must hold.
pub(super) fn conditions(compiled: &Compiled, flow: &Flow, all: &[Expr]) -> Vec<Condition> {
    all.iter()
        .flat_map(parts)
        .map(|part| Condition {
            words: words(compiled, part),
            holds: flow.truth(compiled, part) == Truth::True,
            now: now(compiled, flow, part),
        })
        .collect()
}

/// A condition of several parts that must all hold is told part by part.
fn parts(condition: &Expr) -> Vec<&Expr> {
    match condition {
        Expr::All(inner) => inner.iter().flat_map(parts).collect(),
        other => vec![other],
    }
}

fn words(compiled: &Compiled, condition: &Expr) -> String {
    let inner = |part: &Expr| match part {
        Expr::All(parts) | Expr::Any(parts) if parts.len() > 1 => {
            format!("（{}）", words(compiled, part))
        }
        _ => words(compiled, part),
    };
    let join = |parts: &[Expr], by: &str| parts.iter().map(inner).collect::<Vec<_>>().join(by);
    match condition {
        Expr::All(parts) => join(parts, "，并且"),
        Expr::Any(parts) => join(parts, "，或者"),
        Expr::Not(part) => format!("不是：{}", inner(part)),
        Expr::Item(item, test) => {
            let item = compiled.item(*item);
            format!("“{}”{}", item.text, comparison(compiled, item, test))
        }
    }
}

fn comparison(compiled: &Compiled, item: &Item, test: &ExprTest) -> String {
    let labels = |codes: &[String]| {
        let label = |code: &String| format!("“{}”", item.label(code).unwrap_or(code));
        codes.iter().map(label).collect::<Vec<_>>().join("或")
    };
    match test {
        ExprTest::OneOf(codes) => format!("答{}", labels(codes)),
        ExprTest::Includes(codes) => format!("选了{}", labels(codes)),
        ExprTest::Compare(how, operand) => {
            let day = matches!(item.kind, ItemKind::Date | ItemKind::Month);
            format!("{}{}", relation(*how, day), right(compiled, item, operand))
        }
    }
}

fn relation(comparison: Comparison, day: bool) -> &'static str {
    match (comparison, day) {
        (Comparison::Gt, false) => "大于 ",
        (Comparison::Ge, false) => "不小于 ",
        (Comparison::Lt, false) => "小于 ",
        (Comparison::Le, false) => "不大于 ",
        (Comparison::Eq, false) => "等于 ",
        (Comparison::Gt, true) => "晚于",
        (Comparison::Ge, true) => "不早于",
        (Comparison::Lt, true) => "早于",
        (Comparison::Le, true) => "不晚于",
        (Comparison::Eq, true) => "就是",
    }
}

fn right(compiled: &Compiled, item: &Item, operand: &ExprOperand) -> String {
    match operand {
        ExprOperand::Number(number) => Answer::Number(*number).display(item).trim().to_owned(),
        ExprOperand::Date(day) if item.kind == ItemKind::Month => Answer::Month(*day).display(item),
        ExprOperand::Date(day) => Answer::Day(*day).display(item),
        ExprOperand::Today(period) => moved("体检日", *period),
        ExprOperand::Item(other, times, plus) => {
            let other = format!("“{}”的答案", compiled.item(*other).text);
            match (times, plus) {
                (Some(times), _) => format!("{other}的 {} 倍", grouped(*times)),
                (None, Some(period)) => moved(&other, *period),
                (None, None) => other,
            }
        }
    }
}

/// `体检日前 6 个月`.
fn moved(from: &str, period: Period) -> String {
    let parts = [(period.years, "年"), (period.months, "个月"), (period.days, "天")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, unit)| {
            format!("{} {} {unit}", if count < 0 { "前" } else { "后" }, count.unsigned_abs())
        })
        .collect();
    format!("{from}{}", parts.concat())
}

/// The answers that a condition looks at, as they are.
fn now(compiled: &Compiled, flow: &Flow, condition: &Expr) -> Vec<String> {
    let mut items = condition.items();
    items.sort_unstable();
    items.dedup();
    items.into_iter().map(|ix| answer_now(compiled, flow, ix)).collect()
}

fn answer_now(compiled: &Compiled, flow: &Flow, ix: ItemIx) -> String {
    let item = compiled.item(ix);
    let shown = match (flow.reach(ix), flow.answer(ix)) {
        (Reach::OnPath, Some(answer)) => format!("现在答的是“{}”", answer.display(item).trim()),
        (Reach::OnPath, None) => "还没有答".to_owned(),
        _ => "现在不问".to_owned(),
    };
    format!("“{}”{shown}", item.text)
}

//! A healthy firm walked through the questions: at each one the answer that triggers nothing and
//! opens the fewest further questions.

use std::rc::Rc;

use chrono::NaiveDate;

use super::Check;
use super::witness::worth_trying;
use crate::flow::Scope;
use crate::questionnaire::{Compiled, ItemIx};
use crate::response::{Answer, read_text};

/// Walks a firm with some facts given by `link_id` through a check; the answers are in the check.
#[must_use]
pub fn walk(
    compiled: &Rc<Compiled>,
    scope: Scope,
    today: NaiveDate,
    facts: &[(&str, &str)],
) -> Check {
    let mut check = Check::new(Rc::clone(compiled), scope, today);
    let mut at = check.flow().path().next();
    while let Some(ix) = at {
        if let Some(answer) = fact(compiled, ix, today, facts).or_else(|| healthiest(&check, ix)) {
            check.answer(ix, answer);
        }
        at = check.flow().next(ix);
    }
    check
}

fn fact(
    compiled: &Compiled,
    ix: ItemIx,
    today: NaiveDate,
    facts: &[(&str, &str)],
) -> Option<Answer> {
    let item = compiled.item(ix);
    let (_, text) = facts.iter().find(|(link_id, _)| *link_id == item.link_id)?;
    read_text(item, text, today).ok()
}

fn healthiest(check: &Check, ix: ItemIx) -> Option<Answer> {
    worth_trying(check, ix).into_iter().min_by_key(|answer| {
        let mut tried = check.clone();
        tried.answer(ix, answer.clone());
        (tried.triggered().count(), tried.flow().path().count())
    })
}

//! The preview of one pack for its author: every question, what each answer would do, and what the
//! last one did. Pure: the answers come in, the whole state goes out as data.

mod choices;
mod desk;
mod document;
mod picture;
mod questions;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use super::Authored;
use crate::questionnaire::{Compiled, PackIx};
use desk::Desk;

pub use document::{
    Choice, Condition, Did, Difference, Field, FindingView, Group, Lost, Money, Named, Preview,
    Question, Reason, State, Trouble,
};

/// What the page asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Answers by `link_id`, as the last state returned them.
    #[serde(default)]
    pub answers: BTreeMap<String, Value>,
    /// Day of the check; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// One more answer, whose effect is asked for.
    #[serde(default)]
    pub set: Option<Set>,
}

/// One answer that is given, changed or taken back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The question.
    pub item: String,
    /// The answer as an answers file has it, or the text of a field; `null` takes it back.
    pub answer: Value,
}

/// The state of the preview of a pack.
///
/// # Errors
/// When there is no such pack: a message that lists those there are.
pub fn state(
    authored: &Authored,
    pack: &str,
    request: &Request,
    today: NaiveDate,
) -> Result<State, String> {
    if !authored.errors.is_empty() {
        let mut errors: Vec<Trouble> =
            authored.errors.iter().map(|error| Trouble::of(error)).collect();
        errors.sort_by_cached_key(Trouble::position);
        return Ok(State { errors, preview: None });
    }
    let pack = find_pack(&authored.library.compiled, pack)?;
    let desk = Desk::new(&authored.library, pack, request.on.unwrap_or(today));
    Ok(State { errors: Vec::new(), preview: Some(desk.preview(request)) })
}

/// The position of a pack.
///
/// # Errors
/// When there is no such pack: a message that lists those there are.
pub fn find_pack(compiled: &Compiled, id: &str) -> Result<PackIx, String> {
    compiled.find_pack(id).ok_or_else(|| {
        let known: Vec<&str> = compiled.packs.iter().map(|pack| pack.id.as_str()).collect();
        format!("没有 {id} 这份问卷，可以写：{}", known.join("、"))
    })
}

//! Which terminal this is: `?terminal=ID` in the page's address, and the file of that name.

use serde::{Deserialize, Serialize};

/// The name of a terminal: one to forty of `a-z`, `0-9` and `-`. It becomes part of an address
/// and of file names, so nothing else is allowed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TerminalId(String);

/// Longest name.
const LONGEST: usize = 40;

impl TerminalId {
    /// The id, if it is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let sign = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        let good = (1..=LONGEST).contains(&text.len()) && text.bytes().all(sign);
        good.then(|| Self(text.to_owned()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where its file lies, beside the page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("terminals/{}.json", self.0)
    }
}

impl TryFrom<String> for TerminalId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wanted = "终端编号只能用小写字母、数字和“-”，最多 40 个";
        Self::new(&text).ok_or_else(|| format!("“{text}”不是终端编号：{wanted}"))
    }
}

impl From<TerminalId> for String {
    fn from(id: TerminalId) -> Self {
        id.0
    }
}

/// A terminal that the page's address names, and its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which; nothing when what the address says is no id.
    pub id: Option<TerminalId>,
    /// The text of its file; nothing when that could not be fetched.
    pub file: Option<String>,
}

impl Named {
    /// What its file is called in words for the staff.
    pub(super) fn file_name(&self) -> String {
        self.id.as_ref().map_or_else(|| "网址".to_owned(), TerminalId::path)
    }
}

/// The terminal that an address names after its `?`. What is said there and is no id, or is said
/// twice, names a terminal all the same: one of which nothing is known.
#[must_use]
pub fn named(search: &str) -> Option<Option<TerminalId>> {
    let parts = search.trim_start_matches('?').split('&');
    let mut said = parts.filter_map(|part| match part.split_once('=') {
        Some(("terminal", id)) => Some(id),
        None if part == "terminal" => Some(""),
        _ => None,
    });
    let first = said.next()?;
    Some(if said.next().is_none() { TerminalId::new(first) } else { None })
}

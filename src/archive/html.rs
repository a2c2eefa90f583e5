//! The file inside a page that opens anywhere: data in a script element that no browser runs.

use super::envelope::{Envelope, FileError, LARGEST, write};

/// How the element begins.
const OPEN: &str = r#"<script type="application/json" id="tijian">"#;
/// How it ends.
const CLOSE: &str = "</script>";
/// The longest tag that is looked at.
const LONGEST_TAG: usize = 200;

/// A page with the file in it, in place of one that it has already.
///
/// # Errors
/// When this program could not read it again.
pub fn embed(page: &str, envelope: &Envelope) -> Result<String, FileError> {
    let data = format!("{OPEN}\n{}\n{CLOSE}", escape(&write(envelope)?));
    let (before, after) = match elements(page).first() {
        Some(element) => (page.get(..element.start), page.get(element.end..)),
        None => {
            page.rfind("</body>").map_or((Some(page), None), |at| page.split_at_checked(at).unzip())
        }
    };
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let whole = format!("{before}{data}{after}");
    if whole.len() > LARGEST { Err(FileError::TooBig) } else { Ok(whole) }
}

/// The JSON in a page.
///
/// # Errors
/// When there is none, more than one, or the page ends inside it.
pub fn extract(page: &str) -> Result<&str, FileError> {
    match elements(page).as_slice() {
        [] => Err(FileError::NotOurs),
        [element] if element.closed => {
            page.get(element.data.clone()).map(str::trim).ok_or(FileError::NotOurs)
        }
        [_] => Err(FileError::CutOff),
        _ => Err(FileError::TwoFiles),
    }
}

/// JSON in which nothing is left that a page could take for its own: these signs stand only inside
/// strings, where the escape means the same.
fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for sign in json.chars() {
        match sign {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// One data element of a page.
struct Element {
    start: usize,
    data: std::ops::Range<usize>,
    end: usize,
    closed: bool,
}

/// Every data element of a page, in one pass.
fn elements(page: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = find(page, "<script", from) {
        from = start + "<script".len();
        let Some(data) = data_start(page, start) else { continue };
        let close = find(page, CLOSE, data);
        let until = close.unwrap_or(page.len());
        from = close.map_or(page.len(), |close| close + CLOSE.len());
        found.push(Element { start, data: data..until, end: from, closed: close.is_some() });
    }
    found
}

/// Where the data begins, when the tag at a position is that of our element.
fn data_start(page: &str, tag: usize) -> Option<usize> {
    let bytes = page.as_bytes().get(tag..)?;
    let end = bytes.iter().take(LONGEST_TAG).position(|byte| *byte == b'>')?;
    let tag_text = page.get(tag..tag + end)?;
    let ours = tag_text
        .split_ascii_whitespace()
        .any(|part| matches!(part, "id=\"tijian\"" | "id='tijian'" | "id=tijian"));
    ours.then_some(tag + end + 1)
}

fn find(page: &str, what: &str, from: usize) -> Option<usize> {
    page.get(from..)?.find(what).map(|at| from + at)
}

//! `tijian preview`: one pack for its author, as JSON.

use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;
use tijian::authoring::preview::{Request, state};
use tijian::authoring::{load, read_json_file, read_json_text};

/// Most bytes that are read from standard input.
const LARGEST: u64 = 4 << 20;

pub(crate) fn run(
    pack: &str,
    answers: &Path,
    packs: &Path,
    today: NaiveDate,
) -> Result<(), String> {
    let request: Request =
        if answers == Path::new("-") { from_input()? } else { read_json_file(answers)? };
    let state = state(&load(packs, today), pack, &request, today)?;
    let json = serde_json::to_string(&state).map_err(|error| error.to_string())?;
    crate::say(&json);
    Ok(())
}

fn from_input() -> Result<Request, String> {
    let mut text = String::new();
    std::io::stdin()
        .take(LARGEST)
        .read_to_string(&mut text)
        .map_err(|error| format!("标准输入: 读不出来，请写成 JSON（{error}）"))?;
    read_json_text(&text, "标准输入")
}

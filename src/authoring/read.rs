//! Reads one file with limits; every failure is a message.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path as SerdePath, Segment};

use crate::questionnaire::{Place, Problem};

/// Largest file that is read, in bytes. The largest pack has a tenth of it.
const LARGEST: u64 = 4 << 20;

/// Reads a text file of at most [`LARGEST`] bytes.
///
/// # Errors
/// A message in Chinese that says what to do.
pub fn read_limited(path: &Path) -> Result<String, String> {
    read_within(path, LARGEST)
}

/// Reads a text file of at most so many bytes.
pub(super) fn read_within(path: &Path, largest: u64) -> Result<String, String> {
    let shown = path.display();
    let bytes = read_bytes(path, largest + 1)?;
    if bytes.len() as u64 > largest {
        return Err(format!("{shown}: 超过 {} MB，不是本程序的文件，请换一个", largest >> 20));
    }
    String::from_utf8(bytes).map_err(|_| format!("{shown}: 不是 UTF-8 文本，请另存为 UTF-8"))
}

/// Reads a file up to so many bytes; what is beyond them is not read.
///
/// # Errors
/// A message in Chinese that says what to do.
pub fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{shown}: 没有这个文件，请检查路径"),
        _ => format!("{shown}: 打不开，请检查权限（{error}）"),
    })?;
    let mut bytes = Vec::new();
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("{shown}: 读不出来，请检查是不是文件（{error}）"))?;
    Ok(bytes)
}

/// Reads a JSON file into a type.
///
/// # Errors
/// A message in Chinese with line and path of the first thing that is wrong.
pub fn read_json_file<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    read_json_text(&read_limited(path)?, &path.display().to_string())
}

/// Reads the JSON text of a file into a type.
///
/// # Errors
/// A message in Chinese with line and path of the first thing that is wrong.
pub fn read_json_text<T: DeserializeOwned>(text: &str, shown: &str) -> Result<T, String> {
    if text.trim().is_empty() {
        return Err(format!("{shown}: 文件是空的，请换一个"));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let inner = error.inner();
        let at = pointer(error.path());
        let what = if inner.is_syntax() { "不是合格的 JSON：" } else { "" };
        format!("{shown}:{}: {at} {what}{}", inner.line(), explain(&inner.to_string()))
    })?;
    reader.end().map_err(|error| format!("{shown}:{}: 末尾有多余的内容，请去掉", error.line()))?;
    Ok(value)
}

/// Reads a part of a YAML tree into a type; the problem names its place.
pub(super) fn part<T: DeserializeOwned>(value: &Value, place: &Place) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = format!("{}{}", place.pointer, pointer(error.path()));
        let at = Place { file: place.file.clone(), pointer };
        Problem::new(
            &at,
            explain(&error.inner().to_string()),
            "对照 docs/writing-a-questionnaire.md",
        )
    })
}

fn pointer(path: &SerdePath) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{key}"),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// Puts a serde message into Chinese; what is not known is passed on behind words that say so.
pub(super) fn explain(message: &str) -> String {
    if message.contains("不") || message.contains("写") {
        return message.to_owned();
    }
    let name = message
        .split('`')
        .nth(1)
        .or_else(|| message.strip_prefix("duplicate mapping key: ")?.split(',').next());
    let name = name.unwrap_or_default();
    let chinese = if message.starts_with("missing field") {
        format!("缺少“{name}”，请补上这一项")
    } else if message.starts_with("unknown field") {
        format!("没有“{name}”这一项，请检查有没有写错")
    } else if message.starts_with("unknown variant") {
        format!("“{name}”不在可写的值里，请换成列出的一个")
    } else if message.starts_with("duplicate") {
        format!("“{name}”写了两次，请去掉一处")
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        "值的类型不对，请对照格式改正".to_owned()
    } else if message.starts_with("recursion limit") {
        "嵌套太深，不是本程序的文件，请换一个文件".to_owned()
    } else if message.starts_with("EOF") {
        "文件不完整，在中途结束，请重新取得文件".to_owned()
    } else if message.starts_with("input ") || message.starts_with("premature end of input") {
        "不是日历上的日子，请写成 2026-11-21 的样子".to_owned()
    } else {
        "写法不对，请检查括号、引号、冒号和缩进".to_owned()
    };
    format!("{chinese}（{message}）")
}

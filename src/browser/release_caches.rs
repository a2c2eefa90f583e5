//! Caches of the program itself, told from what anybody else keeps there: nothing is in them but
//! the files of a release, which a list says whose digest is in the cache's name.

use std::collections::BTreeMap;

use js_sys::{Array, Reflect};
use serde::Deserialize;
use serde::de::IgnoredAny;
use wasm_bindgen::JsValue;

use super::stores::{called, called_with};
use crate::report::digest;

/// How their names begin.
const OWN: &str = "tijian-";
/// The cache of what may change without a release.
const SETTINGS: &str = "tijian-settings";
/// The list of a release, beside its files.
const LIST: &str = "release.json";

#[derive(Deserialize)]
struct List {
    files: BTreeMap<String, IgnoredAny>,
}

/// Whether a cache holds the program and nothing else.
pub(super) async fn is_own(caches: &JsValue, name: &str) -> bool {
    holds_only_own(caches, name).await.unwrap_or(false)
}

async fn holds_only_own(caches: &JsValue, name: &str) -> Option<bool> {
    let id = name.strip_prefix(OWN)?;
    let cache = called_with(caches, "open", &name.into()).await?;
    let entries = names(&cache).await?;
    if name == SETTINGS {
        return Some(entries.iter().all(|entry| is_setting(entry)));
    }
    let list = called_with(&cache, "match", &LIST.into()).await?;
    let list = called(&list, "text").await?.as_string()?;
    if digest(list.as_bytes()) != id {
        return Some(false);
    }
    let files = serde_json::from_str::<List>(&list).ok()?.files;
    let listed = |entry: &String| {
        let page = if entry.is_empty() { "./" } else { entry };
        entry == LIST || files.contains_key(page)
    };
    Some(entries.iter().all(listed))
}

fn is_setting(entry: &str) -> bool {
    matches!(entry, "tijian.json" | "running")
        || entry.strip_prefix("terminals/").is_some_and(|name| name.ends_with(".json"))
}

/// The entries of a cache, relative to the page; the page itself is empty.
async fn names(cache: &JsValue) -> Option<Vec<String>> {
    let place = web_sys::window()?.location();
    let path = place.pathname().ok()?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let base = format!("{}{folder}/", place.origin().ok()?);
    let requests = called(cache, "keys").await?;
    let name = |request: JsValue| {
        let url = Reflect::get(&request, &"url".into()).ok()?.as_string()?;
        // An address elsewhere is no name of ours, whole as it is.
        Some(url.strip_prefix(&base).map_or_else(|| url.clone(), str::to_owned))
    };
    Array::from(&requests).iter().map(name).collect()
}

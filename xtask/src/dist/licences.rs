//! The licences of everything inside the page, as their authors ask those who pass it on.

use super::dependencies::{Package, Shipped};
use crate::digest;
use anyhow::Result;
use std::collections::BTreeMap;

const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// Each text once, after the crates that it belongs to.
pub(super) fn collect(shipped: &Shipped) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list = String::from("The page contains these crates, under these licences:\n\n");
    for package in &shipped.crates {
        let name = format!("{} {}", package.name, package.version);
        let license = package.license.as_deref().unwrap_or("see its text");
        list.push_str(&format!("{name}: {license}\n"));
        for text in texts_of(package)? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    list.push_str(&format!("Rust's standard library {}: MIT OR Apache-2.0\n", shipped.rust));
    // In the order of the crates, not of the texts.
    let mut texts: Vec<(Vec<String>, String)> = texts.into_iter().map(|(t, n)| (n, t)).collect();
    texts.sort();
    for (names, text) in texts {
        list.push_str(&format!("\n{}\n{}\n\n{}\n", "-".repeat(72), names.join(", "), text.trim()));
    }
    Ok(list)
}

fn texts_of(package: &Package) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for file in digest::files_beside(&package.folder())? {
        let name = file.file_name().map(|name| name.to_string_lossy().to_uppercase());
        if name.is_some_and(|name| NAMES.iter().any(|start| name.starts_with(start))) {
            texts.push(String::from_utf8_lossy(&std::fs::read(&file)?).replace('\r', ""));
        }
    }
    Ok(texts)
}

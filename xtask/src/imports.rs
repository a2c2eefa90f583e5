//! The import directions of the modules, and what the pure ones must not name.
//!
//! Tokens are read, not text, so that comments and strings never count and
//! the inside of macros does. Code for tests is free.

use crate::digest;
use anyhow::{Context, Result};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use std::path::Path;

/// A module may use those before it.
const ORDER: [&str; 12] = [
    "texts",
    "questionnaire",
    "law",
    "response",
    "flow",
    "risk",
    "report",
    "archive",
    "desk",
    "deployment",
    "kiosk",
    "view_model",
];

/// The modules that are not in the order, and what each may use.
const OTHERS: [(&str, &[&str]); 4] = [
    // The schemas of the configuration are made beside those of the packs.
    (
        "authoring",
        &["texts", "questionnaire", "law", "response", "flow", "risk", "report", "deployment"],
    ),
    ("fleet", &["questionnaire", "deployment"]),
    ("ui", &["texts", "kiosk", "view_model"]),
    // A library and a deployment are made from the bytes that were fetched; a signature is over what
    // the desk says.
    ("browser", &["texts", "kiosk", "report", "deployment", "desk"]),
];

/// Where the page and the browser meet.
const MEETING_PLACE: &str = "ui/app.rs";

/// Crates that reach outside or belong to the page.
const IMPURE_CRATES: [&str; 8] = [
    "getrandom",
    "gloo",
    "js_sys",
    "leptos",
    "rand",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
];

/// Paths that ask the machine for the time, its files or its settings.
const IMPURE_PATHS: [(&str, &str); 8] = [
    ("std", "env"),
    ("std", "fs"),
    ("SystemTime", "now"),
    ("Instant", "now"),
    ("Utc", "now"),
    ("Local", "now"),
    ("time", "SystemTime"),
    ("time", "Instant"),
];

/// Every violation in `src/`, as `file:line: message`.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let src = root.join("src");
    let mut violations = Vec::new();
    for file in digest::files_under(&src)? {
        let path = digest::relative(&src, &file);
        if path.ends_with(".rs") {
            let source = std::fs::read_to_string(&file)
                .with_context(|| format!("{} is unreadable", file.display()))?;
            violations.extend(scan(&path, &source));
        }
    }
    Ok(violations)
}

/// The violations in one file; its path is relative to `src/`.
fn scan(path: &str, source: &str) -> Vec<String> {
    let parts: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    let (module, depth) = match parts.as_slice() {
        ["main"] | ["bin", ..] | [.., "tests"] | [_, "tests", ..] => return Vec::new(),
        ["lib"] => ("lib", 0),
        [module @ .., "mod"] => (module.first().copied().unwrap_or_default(), module.len()),
        all => (all.first().copied().unwrap_or_default(), all.len()),
    };
    let mut scan = Scan { path, module, violations: Vec::new() };
    match source.parse::<TokenStream>() {
        Ok(tokens) => scan.walk(tokens, depth),
        Err(error) => scan.report(error.span().start().line, "is not Rust"),
    }
    scan.violations
}

struct Scan<'a> {
    path: &'a str,
    module: &'a str,
    violations: Vec<String>,
}

impl Scan<'_> {
    /// Goes through the tokens; `depth` is how many `super` lead to the crate's root.
    fn walk(&mut self, tokens: TokenStream, depth: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut after_separator = false;
        while let [token, tail @ ..] = rest {
            rest = tail;
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    if let [TokenTree::Group(attribute), item @ ..] = tail
                        && is_for_tests(&attribute.to_string())
                    {
                        rest = after_item(item);
                    }
                }
                TokenTree::Ident(ident) if ident == "mod" => {
                    if let [TokenTree::Ident(_), TokenTree::Group(body), after @ ..] = tail {
                        self.walk(body.stream(), depth + 1);
                        rest = after;
                    }
                }
                TokenTree::Ident(ident) => {
                    self.identifier(ident, tail, depth, after_separator);
                }
                TokenTree::Group(group) => self.walk(group.stream(), depth),
                _ => {}
            }
            after_separator = matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
        }
    }

    fn identifier(&mut self, ident: &Ident, tail: &[TokenTree], depth: usize, inside_path: bool) {
        let name = ident.to_string();
        match name.as_str() {
            "crate" => self.uses(next_names(tail)),
            "super" if !inside_path && depth > 0 => self.supers(tail, depth),
            _ => self.impure(&name, ident, tail, inside_path),
        }
    }

    /// Follows `super::super::…`; enough of them reach the crate's root.
    fn supers(&mut self, tail: &[TokenTree], depth: usize) {
        let mut rest = tail;
        for _ in 1..depth {
            match after_path_separator(rest) {
                Some([TokenTree::Ident(ident), tail @ ..]) if ident == "super" => rest = tail,
                _ => return,
            }
        }
        self.uses(next_names(rest));
    }

    fn uses(&mut self, modules: Vec<Ident>) {
        for ident in modules {
            let name = ident.to_string();
            if name != self.module && name != "self" && !self.may_use(&name) {
                let message = format!("{} may not use {name}", self.module);
                self.report(ident.span().start().line, &message);
            }
        }
    }

    fn may_use(&self, name: &str) -> bool {
        if self.module == "lib" || (self.path == MEETING_PLACE && name == "browser") {
            return true;
        }
        if let Some((_, allowed)) = OTHERS.iter().find(|(module, _)| *module == self.module) {
            return allowed.contains(&name);
        }
        let place = |name: &str| ORDER.iter().position(|module| *module == name);
        matches!((place(name), place(self.module)), (Some(used), Some(user)) if used < user)
    }

    fn impure(&mut self, name: &str, ident: &Ident, tail: &[TokenTree], inside_path: bool) {
        if OTHERS.iter().any(|(module, _)| *module == self.module) {
            return;
        }
        let line = ident.span().start().line;
        let leads = after_path_separator(tail).is_some();
        let ends = matches!(tail, [TokenTree::Punct(punct), ..] if punct.as_char() == ';');
        if IMPURE_CRATES.contains(&name) && !inside_path && (leads || ends) {
            self.report(line, &format!("{} may not use {name}", self.module));
        }
        for next in next_names(tail) {
            let next = next.to_string();
            if IMPURE_PATHS.contains(&(name, next.as_str())) {
                let message = format!("{} may not use {name}::{next}", self.module);
                self.report(line, &message);
            }
        }
    }

    fn report(&mut self, line: usize, message: &str) {
        self.violations.push(format!("src/{}:{line}: {message}", self.path));
    }
}

/// The names that follow `::`, of which there are several in braces.
fn next_names(tail: &[TokenTree]) -> Vec<Ident> {
    match after_path_separator(tail) {
        Some([TokenTree::Ident(ident), ..]) => vec![ident.clone()],
        Some([TokenTree::Group(group), ..]) if group.delimiter() == Delimiter::Brace => {
            let mut names = Vec::new();
            let mut expected = true;
            for token in group.stream() {
                match token {
                    TokenTree::Ident(ident) if expected => names.push(ident),
                    TokenTree::Punct(punct) if punct.as_char() == ',' => {
                        expected = true;
                        continue;
                    }
                    _ => {}
                }
                expected = false;
            }
            names
        }
        _ => Vec::new(),
    }
}

fn after_path_separator(tail: &[TokenTree]) -> Option<&[TokenTree]> {
    match tail {
        [TokenTree::Punct(a), TokenTree::Punct(b), rest @ ..]
            if a.as_char() == ':' && b.as_char() == ':' =>
        {
            Some(rest)
        }
        _ => None,
    }
}

fn is_for_tests(attribute: &str) -> bool {
    let attribute: String = attribute.split_whitespace().collect();
    attribute.starts_with("[cfg(test") || attribute.starts_with("[cfg(all(test")
}

/// What comes after the item's body or semicolon.
fn after_item(tokens: &[TokenTree]) -> &[TokenTree] {
    let mut rest = tokens;
    while let [token, tail @ ..] = rest {
        rest = tail;
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
            TokenTree::Punct(punct) if punct.as_char() == ';' => break,
            _ => {}
        }
    }
    rest
}

#[cfg(test)]
mod tests;

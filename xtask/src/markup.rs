//! What views must not do: the headers refuse it in the browser, so it fails here first.

use crate::digest;
use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use std::path::Path;

/// Attributes that turn text into markup or style, and why not.
const REFUSED: [(&str, &str); 3] = [
    ("inner_html", "text would become markup: draw with nodes"),
    ("srcdoc", "text would become a page: draw with nodes"),
    ("style", "the policy refuses style attributes: use a class, or style:name="),
];

/// Every violation in `src/ui/`, as `file:line: message`.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let views = views(root)?;
    Ok(views.iter().flat_map(|(path, source)| scan(path, source)).collect())
}

/// The files of `src/ui/`: path from the root, and text.
pub(crate) fn views(root: &Path) -> Result<Vec<(String, String)>> {
    let files = digest::files_under(&root.join("src/ui"))?;
    files.iter().map(|file| Ok((digest::relative(root, file), read(file)?))).collect()
}

/// The text of a file.
pub(crate) fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} is unreadable", file.display()))
}

fn scan(path: &str, source: &str) -> Vec<String> {
    let mut violations = Vec::new();
    match source.parse::<TokenStream>() {
        Ok(tokens) => walk(path, tokens, &mut violations),
        Err(error) => violations.push(format!("{path}:{}: is not Rust", error.span().start().line)),
    }
    violations
}

fn walk(path: &str, tokens: TokenStream, violations: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => walk(path, group.stream(), violations),
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if let Some(why) = refusal(&name, tokens.get(at + 1)) {
                    violations.push(format!("{path}:{}: {name}: {why}", ident.span().start().line));
                }
            }
            _ => {}
        }
    }
}

/// Why a name may not stand there: `style=`, but not `style:height=`.
fn refusal(name: &str, next: Option<&TokenTree>) -> Option<&'static str> {
    let sets = name.strip_prefix("set_");
    let assigned = matches!(next, Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
    let (_, why) = REFUSED.iter().find(|(refused, _)| {
        (*refused == name && assigned) || (sets == Some(*refused) && *refused != "style")
    })?;
    Some(*why)
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn text_never_becomes_markup_or_style() {
        for (source, name) in [
            ("fn v() { view! { <p inner_html=text /> } }", "inner_html"),
            ("fn v() {\n view! { <p style=\"color: red\">x</p> } }", "style"),
            ("fn v() { view! { <p style=move || s()>x</p> } }", "style"),
            ("fn v() { view! { <iframe srcdoc=x /> } }", "srcdoc"),
            ("fn v() { element.set_inner_html(text); }", "set_inner_html"),
        ] {
            let found = scan("src/ui/a.rs", source);
            assert!(matches!(found.as_slice(), [one] if one.contains(name)), "{source}: {found:?}");
        }
    }

    #[test]
    fn single_properties_and_words_are_free() {
        let source = "// inner_html=\nfn v() { let s = \"style=x\"; view! { <p style:height=h class=\"style\">x</p> } }";
        assert_eq!(scan("src/ui/a.rs", source), Vec::<String>::new());
    }
}

//! What `public/policy.js` lets through, held against the views of `src/ui/`: an element that never
//! changes becomes markup, and where the policy refuses it the page is dead.

use crate::markup;
use anyhow::{Context, Result};
use proc_macro2::{Ident, TokenStream, TokenTree};
use regex::Regex;
use std::path::Path;

/// Every element and fixed attribute of a view that the policy would refuse, as
/// `file:line: message`.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let policy = Policy::of(&markup::read(&root.join("public/policy.js"))?)?;
    let views = markup::views(root)?;
    Ok(views.iter().flat_map(|(path, source)| policy.scan(path, source)).collect())
}

/// The names that may become markup.
struct Policy {
    elements: Regex,
    attributes: Regex,
}

impl Policy {
    fn of(source: &str) -> Result<Self> {
        Ok(Self { elements: list(source, "elements")?, attributes: list(source, "attributes")? })
    }

    fn scan(&self, path: &str, source: &str) -> Vec<String> {
        let mut refused = Vec::new();
        if let Ok(tokens) = source.parse::<TokenStream>() {
            self.code(tokens, &mut refused);
        }
        let message = |(line, what)| format!("{path}:{line}: {what} is not in public/policy.js");
        refused.into_iter().map(message).collect()
    }

    /// Looks for views.
    fn code(&self, tokens: TokenStream, refused: &mut Vec<(usize, String)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else { continue };
            let before = at.checked_sub(2).and_then(|start| tokens.get(start..at));
            if let Some([TokenTree::Ident(name), TokenTree::Punct(mark)]) = before
                && name == "view"
                && mark.as_char() == '!'
            {
                self.view(&group.stream().into_iter().collect::<Vec<_>>(), refused);
            }
            self.code(group.stream(), refused);
        }
    }

    fn view(&self, tokens: &[TokenTree], refused: &mut Vec<(usize, String)>) {
        let mut plain = false;
        for (at, token) in tokens.iter().enumerate() {
            let rest = tokens.get(at + 1..).unwrap_or_default();
            match (token, rest) {
                (TokenTree::Punct(mark), [TokenTree::Ident(name), next, ..])
                    if mark.as_char() == '<' =>
                {
                    let element = name.to_string();
                    plain = is_plain(&element, next);
                    if plain && !self.elements.is_match(&element) {
                        refused.push((line(name), format!("<{element}>")));
                    }
                }
                (TokenTree::Punct(mark), [TokenTree::Literal(_), ..])
                    if plain && mark.as_char() == '=' =>
                {
                    if let Some((line, name)) = attribute(tokens.get(..at).unwrap_or_default())
                        && !self.attributes.is_match(&name)
                    {
                        refused.push((line, name));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a tag is an element: components begin with a capital, or with the path to one.
fn is_plain(name: &str, next: &TokenTree) -> bool {
    let path = matches!(next, TokenTree::Punct(mark) if mark.as_char() == ':');
    !path && name.starts_with(|first: char| first.is_ascii_lowercase())
}

/// The name of an attribute, which may have hyphens, at the end of what stands before its `=`.
/// Nothing for `on:…`, `prop:…` and what is no attribute: they are never markup.
fn attribute(before: &[TokenTree]) -> Option<(usize, String)> {
    let mut before = before.iter().rev();
    let TokenTree::Ident(last) = before.next()? else { return None };
    let mut name = last.to_string();
    loop {
        match before.next() {
            Some(TokenTree::Punct(mark)) if mark.as_char() == ':' => return None,
            Some(TokenTree::Punct(mark)) if mark.as_char() == '-' => {
                let TokenTree::Ident(part) = before.next()? else { return None };
                name = format!("{part}-{name}");
            }
            _ => return Some((line(last), name)),
        }
    }
}

fn line(name: &Ident) -> usize {
    name.span().start().line
}

/// The alternatives in a constant that joins pieces of text.
fn list(source: &str, name: &str) -> Result<Regex> {
    let value = source
        .split_once(&format!("const {name} ="))
        .and_then(|(_, rest)| rest.split_once(';'))
        .with_context(|| format!("public/policy.js has no `const {name}`"))?;
    let pieces: String = value.0.split('"').skip(1).step_by(2).collect();
    Ok(Regex::new(&format!("^(?:{pieces})$"))?)
}

#[cfg(test)]
mod tests {
    use super::Policy;

    const SOURCE: &str =
        r#"const elements = "p|h[1-6]|" + "svg"; const attributes = "class|aria-[a-z]+";"#;

    fn scan(view: &str) -> Vec<String> {
        Policy::of(SOURCE).unwrap().scan("src/ui/a.rs", &format!("fn v() {{ view! {{ {view} }} }}"))
    }

    #[test]
    fn what_the_policy_refuses_is_named_with_its_line() {
        let refused = |what| vec![format!("src/ui/a.rs:1: {what} is not in public/policy.js")];
        assert_eq!(scan("<form><p>x</p></form>"), refused("<form>"));
        assert_eq!(scan("<p>{move || view! { <form/> }}</p>"), refused("<form>"));
        assert_eq!(scan(r#"<p onclick="x">x</p>"#), refused("onclick"));
        assert_eq!(scan(r#"<p data-x-y="x">x</p>"#), refused("data-x-y"));
    }

    #[test]
    fn what_it_lets_through_and_what_is_never_markup_is_free() {
        for view in [
            r#"<h2 class="a" aria-label="b">x</h2>"#,
            r#"<Part label="x"><svg/></Part>"#,
            r#"<part::Whole label="x" />"#,
            r#"<p class:wide=move || n == "x" on:click="y">{if a < b { "c" } else { "d" }}</p>"#,
        ] {
            assert_eq!(scan(view), Vec::<String>::new(), "{view}");
        }
    }
}

//! The content security policy of a page that is one file: the policy of `deploy/headers.toml`,
//! with what the page carries in the place of what a server would send.

use super::page::Piece;
use crate::headers::digest_source;

/// The policy for these pieces, from a deployment's.
pub(super) fn inside(deployed: &str, pieces: &[Piece]) -> String {
    let directives = deployed.split(';').filter_map(|directive| {
        let (name, sources) = directive.trim().split_once(' ').unwrap_or((directive.trim(), ""));
        match name {
            // Only a header can say who may frame a page.
            "" | "frame-ancestors" => None,
            _ => Some(format!("{name} {}", replaced(name, sources, pieces)).trim_end().to_owned()),
        }
    });
    directives.collect::<Vec<_>>().join("; ")
}

fn replaced(name: &str, sources: &str, pieces: &[Piece]) -> String {
    let instead = match name {
        "script-src" => digests(pieces, |piece| match piece {
            Piece::Script(text) | Piece::Deferred(text) | Piece::Program(text) => Some(text),
            Piece::Style(_) | Piece::Markup(_) => None,
        }),
        "style-src" => digests(pieces, |piece| match piece {
            Piece::Style(text) => Some(text),
            _ => None,
        }),
        // Addresses that the page made for its own files, and what a worker carries.
        "connect-src" => "blob: data:".to_owned(),
        "worker-src" => "blob:".to_owned(),
        _ => String::new(),
    };
    let sources = sources.replace("'self'", &instead);
    let sources = sources.split_whitespace().collect::<Vec<_>>().join(" ");
    if sources.is_empty() && name.ends_with("-src") { "'none'".to_owned() } else { sources }
}

fn digests<'a>(pieces: &'a [Piece], text: impl Fn(&'a Piece) -> Option<&'a String>) -> String {
    pieces.iter().filter_map(text).map(|text| digest_source(text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_that_is_not_in_the_page() {
        let pieces = [Piece::Markup("<p>".into()), Piece::Program("alert(1)".into())];
        let policy = inside(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ; style-src 'self'; \
             img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; \
             require-trusted-types-for 'script'; upgrade-insecure-requests",
            &pieces,
        );
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert_eq!(
            policy,
            "default-src 'none'; \
             script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval'; \
             style-src 'none'; img-src data:; connect-src blob: data:; base-uri 'none'; \
             require-trusted-types-for 'script'; upgrade-insecure-requests"
        );
    }
}

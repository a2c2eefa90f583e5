//! What a deployment promises, one function per promise.

mod files;
mod refusals;
mod transport;

use super::Expected;
use super::client::{Answer, Site};
use anyhow::{Result, ensure};

/// Lies beside the served folder and must never come out.
pub(super) const SECRET: &str = "this file lies beside the page";

/// One promise.
pub(super) struct Rule {
    /// Completes "nothing sees that … is broken".
    pub(super) name: &'static str,
    /// Fails with what came instead.
    pub(super) check: fn(&Site, &Expected) -> Result<()>,
}

const fn rule(name: &'static str, check: fn(&Site, &Expected) -> Result<()>) -> Rule {
    Rule { name, check }
}

/// All of them.
pub(super) const ALL: &[Rule] = &[
    rule("bytes and types", files::bytes_and_types),
    rule("caching", files::caching),
    rule("brotli", files::brotli),
    rule("gzip", files::gzip),
    rule("the page at the root", files::the_page_at_the_root),
    rule("asking again", files::asking_again),
    rule("the policy and the page", files::the_policy_and_the_page),
    rule("headers", refusals::headers),
    rule("missing files", refusals::missing_files),
    rule("methods", refusals::methods),
    rule("no way out", refusals::no_way_out),
    rule("no record", refusals::no_record),
    rule("no version", refusals::no_version),
    rule("plain HTTP", transport::plain_http),
    rule("HTTP/2", transport::http2),
    rule("TLS versions", transport::tls_versions),
    rule("TLS ciphers", transport::tls_ciphers),
];

fn status(answer: &Answer, wanted: u16, of: &str) -> Result<()> {
    ensure!(answer.status == wanted, "{of}: {} instead of {wanted}", answer.status);
    Ok(())
}

fn header(answer: &Answer, name: &str, wanted: &str, of: &str) -> Result<()> {
    let have = answer.header(name);
    ensure!(have == wanted, "{of}: {name} is `{have}` instead of `{wanted}`");
    Ok(())
}

//! The headers that a deployment sends, from `deploy/headers.toml`.

use crate::project::Project;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Stands in `deploy/headers.toml` for the digests of the page's own inline scripts.
const PLACEHOLDER: &str = "{inline-scripts}";

/// All headers, ready to send.
#[derive(Clone, Deserialize)]
pub(crate) struct Headers {
    /// Sent with every answer.
    pub(crate) headers: BTreeMap<String, String>,
    /// `Cache-Control` by kind of file.
    cache: Cache,
}

#[derive(Clone, Deserialize)]
struct Cache {
    hashed: String,
    other: String,
}

impl Headers {
    /// Reads the file and puts the digests of the built page's scripts in.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        Self::of_page(project, &project.dist())
    }

    /// The same for a page in another folder.
    pub(crate) fn of_page(project: &Project, folder: &Path) -> Result<Self> {
        let page = folder.join("index.html");
        let page = std::fs::read_to_string(&page)
            .with_context(|| format!("{} is missing: cargo xtask build", page.display()))?;
        Self::parse(&written(project)?, &page)
    }

    /// Reads the file for a page that is not a site's, whose scripts are others.
    pub(crate) fn read_alone(project: &Project) -> Result<Self> {
        Self::parse(&written(project)?, "")
    }

    /// The text of `deploy/headers.toml` and of the built page, put together.
    pub(crate) fn parse(text: &str, page: &str) -> Result<Self> {
        let mut headers: Self = toml::from_str(text).context("deploy/headers.toml")?;
        let sources = inline_scripts(page).map(digest_source).collect::<Vec<_>>().join(" ");
        for value in headers.headers.values_mut() {
            *value = value.replace(PLACEHOLDER, &sources);
        }
        Ok(headers)
    }

    /// The content security policy.
    pub(crate) fn policy(&self) -> Result<&str> {
        let policy = self.headers.get("Content-Security-Policy");
        policy.map(String::as_str).context("deploy/headers.toml has no Content-Security-Policy")
    }

    /// The `Cache-Control` of a path: a file whose name changes with its
    /// content is kept for good, all else is asked for again.
    pub(crate) fn cache_control(&self, path: &str) -> &str {
        if is_hashed(path) { &self.cache.hashed } else { &self.cache.other }
    }

    /// The same headers for Caddy; `deploy/Caddyfile` imports them.
    pub(crate) fn for_caddy(&self) -> String {
        let lines: String =
            self.headers.iter().map(|(name, value)| format!("\t{name} \"{value}\"\n")).collect();
        format!("header {{\n{lines}}}\n")
    }

    /// The same headers for nginx; `deploy/nginx.conf` includes them.
    pub(crate) fn for_nginx(&self) -> String {
        self.headers
            .iter()
            .map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"))
            .collect()
    }
}

fn written(project: &Project) -> Result<String> {
    let file = project.root.join("deploy").join("headers.toml");
    std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))
}

/// Whether the file's name holds a digest: `app-0123456789abcdef_bg.wasm`,
/// `labour.0123456789abcdef.json`. `deploy/nginx.conf` and `deploy/Caddyfile` have the same rule.
pub(crate) fn is_hashed(path: &str) -> bool {
    // A terminal's own settings change; its number may look like a digest.
    if path.starts_with("/terminals/") {
        return false;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut parts = name.split(['-', '.', '_']);
    parts.next();
    // Twelve at least, so that a date is no digest.
    parts.any(|part| {
        part.len() >= 12 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// How a policy names a script or style that stands in the page.
pub(crate) fn digest_source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The text of every script that the page carries itself.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "
        [headers]
        Content-Security-Policy = \"script-src 'self' {inline-scripts}\"
        [cache]
        hashed = 'immutable'
        other = 'no-cache'";

    #[test]
    fn the_policy_allows_the_pages_own_inline_scripts() -> Result<()> {
        let page = "<script src=\"a.js\"></script><script type=\"module\">alert(1)</script>";
        let headers = Headers::parse(FILE, page)?;
        assert_eq!(
            headers.headers.get("Content-Security-Policy").map(String::as_str),
            // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
            Some("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='")
        );
        Ok(())
    }

    #[test]
    fn only_names_with_a_digest_are_kept_for_good() -> Result<()> {
        let headers = Headers::parse(FILE, "")?;
        for path in [
            "/tijian-app-0123456789abcdef.js",
            "/tijian-app-0123456789abcdef_bg.wasm",
            "/q/labour.0123456789abcdef.json",
        ] {
            assert_eq!(headers.cache_control(path), "immutable", "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/sw.js",
            "/q/catalog.json",
            "/0123456789abcdef.js",
            "/notice-20260101.html",
            "/terminals/sn-202611220001.json",
        ] {
            assert_eq!(headers.cache_control(path), "no-cache", "{path}");
        }
        Ok(())
    }

    #[test]
    fn the_servers_get_the_same_headers() -> Result<()> {
        let headers = Headers::parse(FILE, "")?;
        assert_eq!(
            headers.for_caddy(),
            "header {\n\tContent-Security-Policy \"script-src 'self' \"\n}\n"
        );
        assert_eq!(
            headers.for_nginx(),
            "add_header Content-Security-Policy \"script-src 'self' \" always;\n"
        );
        Ok(())
    }

    #[test]
    fn the_real_file_fits_into_header_lines() -> Result<()> {
        let headers = Headers::parse(include_str!("../../deploy/headers.toml"), "")?;
        for (name, value) in &headers.headers {
            assert!(!value.contains(['\n', '"', '{']), "{name}: {value}");
        }
        Ok(())
    }
}

//! What is there comes whole, named, compressed and with the right lifetime.

use super::{header, status};
use crate::headers::Headers;
use crate::site::Expected;
use crate::site::client::Site;
use anyhow::{Context, Result, ensure};
use std::io::Read;

/// Names of the same kind of file; browsers take either.
fn types(path: &str) -> &'static [&'static str] {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => &["text/css"],
        "html" => &["text/html"],
        "js" => &["application/javascript", "text/javascript"],
        "json" => &["application/json"],
        "png" => &["image/png"],
        "svg" => &["image/svg+xml"],
        "txt" => &["text/plain"],
        "wasm" => &["application/wasm"],
        "webmanifest" => &["application/manifest+json"],
        "woff2" => &["font/woff2"],
        _ => &[],
    }
}

pub(super) fn bytes_and_types(site: &Site, expected: &Expected) -> Result<()> {
    for (path, content) in &expected.files {
        let answer = site.get(path)?;
        status(&answer, 200, path)?;
        header(&answer, "Content-Encoding", "", path)?;
        ensure!(answer.body == *content, "{path}: other bytes than in the file");
        let kind = answer.header("Content-Type");
        let (kind, charset) = kind.split_once(';').unwrap_or((kind, ""));
        ensure!(types(path).contains(&kind), "{path}: sent as `{kind}`");
        ensure!(kind != "text/html" || charset.contains("utf-8"), "{path}: no charset");
    }
    Ok(())
}

pub(super) fn caching(site: &Site, expected: &Expected) -> Result<()> {
    for path in expected.files.keys() {
        let answer = site.ask(path, &["--head"])?;
        header(&answer, "Cache-Control", expected.headers.cache_control(path), path)?;
    }
    Ok(())
}

pub(super) fn brotli(site: &Site, expected: &Expected) -> Result<()> {
    compressed(site, expected, "gzip, deflate, br", "br", |body| {
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &body[..], &mut plain)?;
        Ok(plain)
    })
}

pub(super) fn gzip(site: &Site, expected: &Expected) -> Result<()> {
    compressed(site, expected, "gzip", "gzip", |body| {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(body).read_to_end(&mut plain)?;
        Ok(plain)
    })
}

/// Scripts, styles and programs come smaller; whatever comes compressed is the file.
fn compressed(
    site: &Site,
    expected: &Expected,
    accepted: &str,
    encoding: &str,
    decode: fn(&[u8]) -> Result<Vec<u8>>,
) -> Result<()> {
    for (path, content) in &expected.files {
        let answer = site.ask(path, &["--header", &format!("Accept-Encoding: {accepted}")])?;
        let sent = answer.header("Content-Encoding");
        if sent.is_empty() {
            let must = [".js", ".wasm", ".css"].iter().any(|end| path.ends_with(end));
            ensure!(!must, "{path}: not compressed");
            ensure!(answer.body == *content, "{path}: other bytes than in the file");
            continue;
        }
        header(&answer, "Content-Encoding", encoding, path)?;
        header(&answer, "Vary", "Accept-Encoding", path)?;
        let plain = decode(&answer.body).with_context(|| format!("{path}: unreadable"))?;
        ensure!(plain == *content, "{path}: other bytes than in the file");
    }
    Ok(())
}

pub(super) fn the_page_at_the_root(site: &Site, expected: &Expected) -> Result<()> {
    let page = expected.files.get("/index.html").context("no index.html")?;
    for path in ["/", "/?terminal=ABC-01"] {
        let answer = site.get(path)?;
        status(&answer, 200, path)?;
        ensure!(answer.body == *page, "{path}: not the page");
        header(&answer, "Cache-Control", expected.headers.cache_control("/"), path)?;
    }
    Ok(())
}

/// A file that has not changed is not sent again.
pub(super) fn asking_again(site: &Site, _: &Expected) -> Result<()> {
    let tag = site.get("/")?.header("ETag").to_owned();
    ensure!(!tag.is_empty(), "/: no ETag");
    let answer = site.ask("/", &["--header", &format!("If-None-Match: {tag}")])?;
    status(&answer, 304, "/")
}

/// The policy that is sent lets the very page that is sent start.
pub(super) fn the_policy_and_the_page(site: &Site, _: &Expected) -> Result<()> {
    let answer = site.get("/")?;
    let page = String::from_utf8(answer.body.clone()).context("the page is not text")?;
    let wanted = Headers::parse(include_str!("../../../../deploy/headers.toml"), &page)?;
    ensure!(page.contains("<script"), "the page has no script to allow");
    for (name, value) in &wanted.headers {
        header(&answer, name, value, "/")?;
    }
    Ok(())
}

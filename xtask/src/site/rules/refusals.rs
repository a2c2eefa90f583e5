//! What is not there, or not allowed, is refused with the same headers and leaves no record.

use super::{SECRET, header, status};
use crate::site::Expected;
use crate::site::client::Site;
use anyhow::{Result, ensure};

const MISSING: [&str; 7] = [
    "/missing.js",
    "/old-0123456789abcdef.js",
    "/old-0123456789abcdef_bg.wasm",
    "/q/none.json",
    "/q/",
    "/somewhere",
    "/.git/config",
];

pub(super) fn headers(site: &Site, expected: &Expected) -> Result<()> {
    let tag = format!("If-None-Match: {}", site.get("/")?.header("ETag"));
    let hashed = expected.files.keys().find(|path| path.ends_with(".js"));
    let asked: [(&str, &[&str]); 6] = [
        ("/", &[]),
        (hashed.map_or("/", String::as_str), &[]),
        ("/", &["--header", &tag]),
        ("/missing.js", &[]),
        ("/old-0123456789abcdef.js", &[]),
        ("/", &["--request", "DELETE"]),
    ];
    for (path, options) in asked {
        let answer = site.ask(path, options)?;
        for (name, value) in &expected.headers.headers {
            header(&answer, name, value, &format!("{path} ({})", answer.status))?;
        }
    }
    Ok(())
}

pub(super) fn missing_files(site: &Site, expected: &Expected) -> Result<()> {
    for path in MISSING {
        let answer = site.get(path)?;
        status(&answer, 404, path)?;
        header(&answer, "Cache-Control", "no-cache", path)?;
        let is_file = expected.files.values().any(|content| *content == answer.body);
        ensure!(!is_file, "{path}: answered with a file");
    }
    Ok(())
}

pub(super) fn methods(site: &Site, _: &Expected) -> Result<()> {
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
        for path in ["/", "/tijian.json", "/nothing"] {
            let answer = site.ask(path, &["--request", method])?;
            status(&answer, 405, &format!("{method} {path}"))?;
        }
    }
    let head = site.ask("/", &["--head"])?;
    status(&head, 200, "HEAD /")?;
    ensure!(head.body.is_empty(), "HEAD /: a body");
    Ok(())
}

pub(super) fn no_way_out(site: &Site, _: &Expected) -> Result<()> {
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/q/../../secret.txt",
        "/q/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//../secret.txt",
        "/%00/../secret.txt",
        "/secret.txt",
    ] {
        // A server may also close the connection.
        let Ok(answer) = site.get(path) else { continue };
        ensure!(answer.status >= 400, "{path}: {}", answer.status);
        let body = String::from_utf8_lossy(&answer.body);
        ensure!(!body.contains(SECRET), "{path}: a file beside the page came out");
    }
    Ok(())
}

/// What was asked for stands in no file of the server.
pub(super) fn no_record(site: &Site, _: &Expected) -> Result<()> {
    for path in ["/?terminal=recorded", "/recorded.js", "/recorded/"] {
        site.get(path)?;
    }
    for log in ["access.log", "error.log"] {
        let text = std::fs::read_to_string(site.folder.join(log)).unwrap_or_default();
        ensure!(!text.contains("recorded"), "{log} names what was asked for");
    }
    Ok(())
}

pub(super) fn no_version(site: &Site, _: &Expected) -> Result<()> {
    for path in ["/", "/missing.js"] {
        let answer = site.get(path)?;
        let server = answer.header("Server");
        ensure!(!server.contains(|c: char| c.is_ascii_digit()), "{path}: Server is `{server}`");
    }
    Ok(())
}

//! The way there: encrypted, by protocols that are current.

use crate::site::Expected;
use crate::site::client::{HOST, Site};
use anyhow::{Result, ensure};

/// The client's own limits must not hide the server's.
const ANYTHING: &str = "ALL:@SECLEVEL=0";

pub(super) fn plain_http(site: &Site, _: &Expected) -> Result<()> {
    let answer = site.ask_plainly("/?terminal=A1")?;
    ensure!(matches!(answer.status, 301 | 308), "http: {}", answer.status);
    let target = answer.header("Location");
    ensure!(target.starts_with(&format!("https://{HOST}")), "http leads to `{target}`");
    ensure!(target.ends_with("/?terminal=A1"), "http leads to `{target}`");
    Ok(())
}

pub(super) fn http2(site: &Site, _: &Expected) -> Result<()> {
    let answer = site.ask("/", &["--http2"])?;
    ensure!(answer.protocol == "HTTP/2", "{}", answer.protocol);
    let answer = site.ask("/", &["--http1.1"])?;
    ensure!(answer.protocol == "HTTP/1.1", "{}", answer.protocol);
    Ok(())
}

pub(super) fn tls_versions(site: &Site, _: &Expected) -> Result<()> {
    for version in ["1.0", "1.1"] {
        let old = ["--tlsv1.0", "--tls-max", version, "--ciphers", ANYTHING];
        ensure!(site.ask("/", &old).is_err(), "TLS {version} is accepted");
    }
    for version in ["1.2", "1.3"] {
        site.ask("/", &[&format!("--tlsv{version}"), "--tls-max", version])?;
    }
    Ok(())
}

/// Only those that keep past visits safe from a key that is lost later.
pub(super) fn tls_ciphers(site: &Site, _: &Expected) -> Result<()> {
    for cipher in ["ECDHE-ECDSA-AES256-SHA", "ECDHE-ECDSA-AES128-SHA256", "AES256-GCM-SHA384"] {
        let weak = ["--tls-max", "1.2", "--ciphers", &format!("{cipher}:@SECLEVEL=0")];
        ensure!(site.ask("/", &weak).is_err(), "{cipher} is accepted");
    }
    Ok(())
}

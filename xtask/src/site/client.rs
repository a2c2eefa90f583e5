//! Asking a server, by curl: it speaks every version of HTTP and TLS that the rules ask about.

use crate::run::command;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// The name in the configuration.
pub(super) const HOST: &str = "tijian.example";

/// A server that answers; it ends with this value.
pub(super) struct Site {
    /// Its port with TLS.
    pub(super) https: u16,
    /// Its port without.
    pub(super) http: u16,
    /// The scene's folder, with the certificate and the logs.
    pub(super) folder: PathBuf,
    /// Ends the server when dropped.
    pub(super) _running: super::scene::Running,
}

/// What came back.
pub(super) struct Answer {
    /// Such as 200.
    pub(super) status: u16,
    /// The status line's first word, such as `HTTP/2`.
    pub(super) protocol: String,
    headers: Vec<(String, String)>,
    /// As sent, maybe compressed.
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// A header's value, or nothing; two headers of one name are an error in themselves.
    pub(super) fn header(&self, name: &str) -> &str {
        let mut found =
            self.headers.iter().filter(|(have, _)| have.eq_ignore_ascii_case(name)).map(|(_, v)| v);
        match (found.next(), found.next()) {
            (Some(value), None) => value,
            (Some(_), Some(_)) => "sent twice",
            _ => "",
        }
    }
}

impl Site {
    /// Asks for a path with nothing special.
    pub(super) fn get(&self, path: &str) -> Result<Answer> {
        self.ask(path, &[])
    }

    /// Asks over TLS with more options of curl.
    pub(super) fn ask(&self, path: &str, options: &[&str]) -> Result<Answer> {
        self.curl(&format!("https://{HOST}:{}{path}", self.https), options)
    }

    /// Asks without TLS.
    pub(super) fn ask_plainly(&self, path: &str) -> Result<Answer> {
        self.curl(&format!("http://{HOST}:{}{path}", self.http), &[])
    }

    fn curl(&self, address: &str, options: &[&str]) -> Result<Answer> {
        let mut curl = command("curl", &self.folder);
        curl.args(["--disable", "--silent", "--show-error", "--include", "--path-as-is"])
            .args(["--noproxy", "*", "--max-time", "20", "--cacert", "tijian.crt"])
            .args(["--resolve", &format!("{HOST}:{}:127.0.0.1", self.https)])
            .args(["--resolve", &format!("{HOST}:{}:127.0.0.1", self.http)])
            .args(options)
            .arg(address);
        let output = curl.output().context("curl could not be started")?;
        if !output.status.success() {
            bail!("{address}: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        parse(&output.stdout).with_context(|| format!("{address}: no HTTP answer"))
    }
}

fn parse(output: &[u8]) -> Option<Answer> {
    let end = output.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, body) = output.split_at_checked(end)?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let mut status = lines.next()?.split_whitespace();
    let protocol = status.next()?.to_owned();
    let status = status.next()?.parse().ok()?;
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    Some(Answer { status, protocol, headers, body: body.get(4..)?.to_vec() })
}

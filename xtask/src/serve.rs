//! A local server that answers as a deployment does.

use crate::build;
use crate::headers::Headers;
use crate::preview;
use crate::project::Project;
use crate::run::say;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use tower_http::services::ServeDir;

/// The port without `--port`.
pub(crate) const DEFAULT_PORT: u16 = 8080;

/// What follows `serve` on the command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    port: u16,
    preview: Option<String>,
}

impl Options {
    /// Reads the options, in any order.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        let mut options = Self { port: DEFAULT_PORT, preview: None };
        let mut rest = words;
        while let [name, tail @ ..] = rest {
            rest = match (*name, tail) {
                ("--port", [port, tail @ ..]) => {
                    options.port = port
                        .parse()
                        .with_context(|| format!("`{port}` is not a port number (0 to 65535)"))?;
                    tail
                }
                ("--preview", [pack, tail @ ..]) if !pack.starts_with('-') => {
                    options.preview = Some((*pack).to_owned());
                    tail
                }
                ("--port", []) => bail!("--port needs a number: cargo xtask serve --port 8081"),
                ("--preview", _) => {
                    bail!("--preview needs a pack: cargo xtask serve --preview labour")
                }
                _ => bail!("no such option of serve: `{name}`; there are --preview and --port"),
            };
        }
        Ok(options)
    }

    /// Serves what was asked for until the program is stopped.
    pub(crate) fn run(&self, project: &Project) -> Result<()> {
        match &self.preview {
            Some(pack) => preview::command(project, pack, self.port),
            None => command(project, self.port),
        }
    }
}

/// Builds the page and serves it until the program is stopped.
fn command(project: &Project, port: u16) -> Result<()> {
    // Asked before the build, which can take minutes.
    drop(listen(port)?);
    build::release(project)?;
    let listener = listen(port)?;
    let router = router(&project.dist(), Headers::read(project)?)?;
    println!("http://{}", listener.local_addr()?);
    say("serving dist/; Ctrl+C stops it");
    run(listener, router)
}

/// Serves the built page on a free port for as long as this program runs.
pub(crate) fn in_background(project: &Project) -> Result<SocketAddr> {
    let listener = listen(0)?;
    let address = listener.local_addr()?;
    let router = router(&project.dist(), Headers::read(project)?)?;
    std::thread::spawn(move || run(listener, router));
    Ok(address)
}

/// Takes a port of this computer that no other can reach.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use by another program; choose another, for example --port {}",
            port.checked_add(1).unwrap_or(DEFAULT_PORT)
        ),
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

/// Answers until the program is stopped.
pub(crate) fn run(listener: TcpListener, router: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, router).await?)
    })
}

/// Files of a directory or 404, never the page in place of a missing file.
pub(crate) fn router(directory: &Path, headers: Headers) -> Result<Router> {
    let always = headers
        .headers
        .iter()
        .map(|(name, value)| {
            let name = HeaderName::from_bytes(name.as_bytes()).with_context(|| name.clone())?;
            let value = HeaderValue::from_str(value).with_context(|| name.to_string())?;
            Ok((name, value))
        })
        .collect::<Result<HeaderMap>>()?;
    let sent = Arc::new((headers, always));
    let files = ServeDir::new(directory).precompressed_br();
    Ok(Router::new().fallback_service(files).layer(middleware::from_fn(
        move |request: Request, next: Next| {
            let sent = Arc::clone(&sent);
            async move {
                let (headers, always) = &*sent;
                let cache = HeaderValue::from_str(headers.cache_control(request.uri().path()));
                let mut response = next.run(request).await;
                response.headers_mut().extend(always.clone());
                // A refusal must not be remembered once the file is there.
                if let (Ok(cache), true) = (cache, !response.status().is_client_error()) {
                    response.headers_mut().insert(CACHE_CONTROL, cache);
                }
                response
            }
        },
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::http::header::{ACCEPT_ENCODING, AsHeaderName, CONTENT_ENCODING, CONTENT_TYPE};
    use axum::response::Response;
    use tower::ServiceExt;

    const PAGE: &str = "<script>start()</script>";

    fn get(path: &str) -> Result<Response> {
        let directory = tempfile::tempdir()?;
        std::fs::write(directory.path().join("index.html"), PAGE)?;
        std::fs::write(directory.path().join("app-0123456789abcdef.wasm"), "plain")?;
        std::fs::write(directory.path().join("app-0123456789abcdef.wasm.br"), "br")?;
        let headers = Headers::parse(include_str!("../../deploy/headers.toml"), PAGE)?;
        let router = router(directory.path(), headers)?;
        let request = Request::get(path).header(ACCEPT_ENCODING, "gzip, br").body(Body::empty())?;
        tokio::runtime::Builder::new_current_thread()
            .build()?
            .block_on(async { Ok(router.oneshot(request).await?) })
    }

    fn header(response: &Response, name: impl AsHeaderName) -> &str {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[test]
    fn options_come_in_any_order() -> Result<()> {
        let preview = Options { port: 9000, preview: Some("labour".to_owned()) };
        assert_eq!(Options::read(&["--preview", "labour", "--port", "9000"])?, preview);
        assert_eq!(Options::read(&["--port", "9000", "--preview", "labour"])?, preview);
        assert_eq!(Options::read(&[])?, Options { port: DEFAULT_PORT, preview: None });
        Ok(())
    }

    #[test]
    fn an_option_that_is_wrong_is_named() {
        let said =
            |words: &[&str]| Options::read(words).map_or_else(|e| e.to_string(), |_| String::new());
        assert!(said(&["--port", "many"]).contains("`many` is not a port"));
        assert!(said(&["--port"]).contains("--port needs a number"));
        assert!(said(&["--preview", "--port", "1"]).contains("--preview needs a pack"));
        assert!(said(&["--fast"]).contains("`--fast`"));
    }

    #[test]
    fn the_page_is_asked_for_again_each_time() -> Result<()> {
        let response = get("/")?;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, CACHE_CONTROL), "no-cache");
        assert!(header(&response, "content-security-policy").contains("'sha256-"));
        Ok(())
    }

    #[test]
    fn a_hashed_file_is_kept_for_good_and_comes_compressed() -> Result<()> {
        let response = get("/app-0123456789abcdef.wasm")?;
        assert_eq!(header(&response, CONTENT_TYPE), "application/wasm");
        assert_eq!(header(&response, CONTENT_ENCODING), "br");
        assert!(header(&response, CACHE_CONTROL).ends_with("immutable"));
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        Ok(())
    }

    #[test]
    fn a_missing_file_is_not_answered_with_the_page() -> Result<()> {
        let response = get("/old-0123456789abcdef.js")?;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(header(&response, CACHE_CONTROL), "");
        assert_eq!(header(&response, CONTENT_TYPE), "");
        Ok(())
    }
}

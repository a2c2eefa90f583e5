//! A local server that answers as a deployment does.

use crate::build;
use crate::headers::Headers;
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

/// Builds the page and serves it until the program is stopped.
pub(crate) fn command(project: &Project, port: u16) -> Result<()> {
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

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use by another program; choose another: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(DEFAULT_PORT)
        ),
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

fn run(listener: TcpListener, router: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, router).await?)
    })
}

/// Files of a directory or 404, never the page in place of a missing file.
fn router(directory: &Path, headers: Headers) -> Result<Router> {
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

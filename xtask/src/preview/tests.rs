//! The router, without the program behind it.

use super::*;
use anyhow::{Context, bail};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use std::fs;
use tower::ServiceExt;

/// A server that says what it was asked, or fails when it is asked nothing.
fn server(directory: &std::path::Path) -> Server {
    Server::new(Watch::new(directory.to_path_buf()), |request| {
        if request.is_empty() {
            bail!("没有 x 这份问卷");
        }
        Ok(request.to_vec())
    })
}

fn ask(server: Server, request: Request<Body>) -> Result<(StatusCode, String, String)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async {
        let response = router(server).oneshot(request).await?;
        let status = response.status();
        let policy = response.headers().get(CONTENT_SECURITY_POLICY);
        let policy = policy.and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
        Ok((status, policy, String::from_utf8(body.to_vec())?))
    })
}

fn fetch(path: &str) -> Result<(StatusCode, String, String)> {
    let directory = tempfile::tempdir()?;
    ask(server(directory.path()), Request::get(path).body(Body::empty())?)
}

#[test]
fn the_page_loads_its_own_files_and_nothing_else() -> Result<()> {
    let (status, policy, page) = fetch("/")?;
    assert_eq!(status, StatusCode::OK);
    assert!(policy.contains("default-src 'none'"));
    for part in page.split(['"']).filter(|part| part.starts_with('/')) {
        assert_eq!(fetch(part)?.0, StatusCode::OK, "{part}");
    }
    assert!(!page.contains("http") && !page.contains("onclick") && !page.contains("style="));
    assert_eq!(fetch("/other")?.0, StatusCode::NOT_FOUND);
    Ok(())
}

#[test]
fn data_is_only_ever_text() -> Result<()> {
    for script in ["/page.js", "/view.js", "/panel.js"] {
        let text = fetch(script)?.2;
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
            assert!(!text.contains(word), "{word} in {script}");
        }
    }
    Ok(())
}

#[test]
fn the_program_is_asked_and_its_answer_passed_on() -> Result<()> {
    let directory = tempfile::tempdir()?;
    let request = Request::post("/state").body(Body::from(r#"{"answers":{}}"#))?;
    let (status, _, body) = ask(server(directory.path()), request)?;
    assert_eq!((status, body.as_str()), (StatusCode::OK, r#"{"answers":{}}"#));
    Ok(())
}

#[test]
fn a_program_that_fails_gives_an_error_to_show() -> Result<()> {
    let directory = tempfile::tempdir()?;
    let request = Request::post("/state").body(Body::empty())?;
    let (status, _, body) = ask(server(directory.path()), request)?;
    let state: serde_json::Value = serde_json::from_str(&body)?;
    let error = state.pointer("/errors/0/message").context("an error")?;
    assert_eq!((status, error.as_str()), (StatusCode::OK, Some("没有 x 这份问卷")));
    Ok(())
}

#[test]
fn a_page_that_is_behind_is_told_at_once() -> Result<()> {
    let directory = tempfile::tempdir()?;
    let server = server(directory.path());
    let get = |since| Request::get(format!("/changed/{since}")).body(Body::empty());
    assert_eq!(ask(server.clone(), get(0)?)?.2, "1");
    fs::write(directory.path().join("a.yaml"), "id: a")?;
    assert_eq!(ask(server.clone(), get(1)?)?.2, "2");
    assert_eq!(ask(server, get(1)?)?.2, "2");
    Ok(())
}

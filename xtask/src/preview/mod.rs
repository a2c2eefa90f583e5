//! One questionnaire for its author: each answer is evaluated by the native program, and the page
//! is told when a file was saved. Nothing of the application's page is built for it.

mod program;
mod watch;

use crate::project::Project;
use crate::run::say;
use crate::serve;
use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::header::{REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use program::Program;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use watch::Watch;

/// Time between two looks at the files.
const LOOK_EVERY: Duration = Duration::from_millis(400);
/// Looks before the page is told that nothing changed and asks again.
const LOOKS: u32 = 60;
/// What the page may do: load itself from here and talk to here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Builds the native program and serves the preview of a pack until this program is stopped.
pub(crate) fn command(project: &Project, pack: &str, port: u16) -> Result<()> {
    // Asked before the build, which can take minutes.
    let listener = serve::listen(port)?;
    let program = Program::build(project, pack)?;
    // An unknown pack is told here, where its name was typed.
    program.evaluate(b"{}")?;
    let watch = Watch::new(project.root.join("questionnaires"));
    println!("http://{}", listener.local_addr()?);
    say("the page follows the files under questionnaires/; Ctrl+C stops it");
    serve::run(listener, router(Server::new(watch, move |request| program.evaluate(request))))
}

/// From the request of the page to the state that it shows, both JSON.
type Evaluate = dyn Fn(&[u8]) -> Result<Vec<u8>> + Send + Sync;

#[derive(Clone)]
struct Server {
    watch: Arc<Mutex<Watch>>,
    evaluate: Arc<Evaluate>,
}

impl Server {
    fn new(
        watch: Watch,
        evaluate: impl Fn(&[u8]) -> Result<Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        Self { watch: Arc::new(Mutex::new(watch)), evaluate: Arc::new(evaluate) }
    }

    /// The number of the present state of the files.
    fn look(&self) -> u64 {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).look()
    }
}

fn router(server: Server) -> Router {
    const HTML: &str = "text/html; charset=utf-8";
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    const STYLE: &str = "text/css; charset=utf-8";
    let file = |kind, text: &'static str| get(async move || answer(kind, text));
    Router::new()
        .route("/", file(HTML, include_str!("page.html")))
        .route("/page.js", file(SCRIPT, include_str!("page.js")))
        .route("/view.js", file(SCRIPT, include_str!("view.js")))
        .route("/panel.js", file(SCRIPT, include_str!("panel.js")))
        .route("/page.css", file(STYLE, include_str!("page.css")))
        .route("/state", post(state))
        .route("/changed/{since}", get(changed))
        .with_state(server)
}

/// The state after the answers of the request; a program that fails gives an error to show.
async fn state(State(server): State<Server>, request: Bytes) -> Response {
    let run = tokio::task::spawn_blocking(move || (server.evaluate)(&request));
    let state = match run.await {
        Ok(Ok(state)) => state,
        Ok(Err(error)) => program::failure(&format!("{error:#}")),
        Err(error) => program::failure(&error.to_string()),
    };
    answer("application/json", state)
}

/// The number of the state of the files, as soon as it is not `since` any more, or after a while.
async fn changed(State(server): State<Server>, Path(since): Path<u64>) -> Response {
    let mut number = server.look();
    for _ in 0..LOOKS {
        if number != since {
            break;
        }
        tokio::time::sleep(LOOK_EVERY).await;
        number = server.look();
    }
    answer("application/json", number.to_string())
}

fn answer(kind: &'static str, body: impl Into<axum::body::Body>) -> Response {
    let headers: [(HeaderName, &str); 5] = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_SECURITY_POLICY, POLICY),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, body.into()).into_response()
}

#[cfg(test)]
mod tests;

//! The web server of a trial, which notes every request.

use crate::headers::Headers;
use crate::project::Project;
use crate::serve;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Far longer than anything takes; only a failure waits so long.
pub(super) const PATIENCE: Duration = Duration::from_secs(90);

/// What was asked for, in order.
pub(super) struct Site {
    /// Such as `http://127.0.0.1:40123`.
    pub(super) origin: String,
    asked: Receiver<String>,
}

impl Site {
    /// Serves a folder with the headers of a deployment.
    pub(super) fn of_folder(project: &Project, folder: &Path) -> Result<Self> {
        Self::start(serve::router(folder, Headers::of_page(project, folder)?)?)
    }

    /// Another site, which has nothing.
    pub(super) fn elsewhere() -> Result<Self> {
        Self::start(Router::new())
    }

    fn start(router: Router) -> Result<Self> {
        let (note, asked) = channel::<String>();
        let router = router.layer(middleware::from_fn(move |request: Request, next: Next| {
            // The trial that would have read it may be over.
            _ = Sender::send(&note, request.uri().to_string());
            next.run(request)
        }));
        let listener = serve::listen(0)?;
        let origin = format!("http://{}", listener.local_addr()?);
        std::thread::spawn(move || serve::run(listener, router));
        Ok(Self { origin, asked })
    }

    /// Waits until an address is asked for; what came before it is forgotten.
    pub(super) fn wait_for(&self, path: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let asked = self.asked.recv_timeout(left);
            if asked.with_context(|| format!("nobody asked for {path}"))?.starts_with(path) {
                return Ok(());
            }
        }
    }

    /// What was asked for since the last wait.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.try_iter().collect()
    }
}

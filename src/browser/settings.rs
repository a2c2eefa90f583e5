//! Fetches what a deployment and its terminal decide.

use futures::future::join;
use leptos::logging::warn;

use super::source::{self, Answer};
use crate::deployment::{Deployment, Named, TerminalId, named};

/// The deployment's file.
const SHARED: &str = "tijian.json";

/// What holds on this machine. Without files that can be read it is the strictest: nothing but
/// paper leaves the machine. What is wrong with them goes to the console and the staff's menu.
pub async fn deployment() -> Deployment {
    let terminal = terminal();
    let path = path(terminal.as_ref());
    let (shared, own) = both(path.as_deref()).await;
    let mut kept = Vec::new();
    let mut text = |file: &str, answer: Option<Answer>| {
        let answer = answer?;
        if answer.kept {
            kept.push(file.to_owned());
        }
        Some(answer.text)
    };
    let shared = text(SHARED, shared);
    let own = path.and_then(|path| text(&path, own));
    let named = terminal.map(|id| Named { id, file: own });
    let mut deployment = Deployment::of(shared.as_deref(), named);
    deployment.say_kept(&kept);
    for problem in &deployment.problems {
        warn!("{problem}");
    }
    deployment
}

/// Asks for the same files again, so that a service worker that was not there before keeps them.
pub async fn keep() {
    both(path(terminal().as_ref()).as_deref()).await;
}

/// The terminal that the address names.
fn terminal() -> Option<Option<TerminalId>> {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    named(&search.unwrap_or_default())
}

/// Where its file is.
fn path(terminal: Option<&Option<TerminalId>>) -> Option<String> {
    Some(terminal?.as_ref()?.path())
}

/// The deployment's file and the terminal's.
async fn both(path: Option<&str>) -> (Option<Answer>, Option<Answer>) {
    let own = async { source::ask(path?).await };
    join(source::ask(SHARED), own).await
}

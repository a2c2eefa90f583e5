//! Fetches the packs. Every byte is checked against the catalogue's digest before it is used.

use futures::future::{join, try_join_all};
use gloo::net::http::Request;
use leptos::logging::warn;

use crate::deployment::{Deployment, Named, TerminalId, named};
use crate::report::Library;
use crate::report::catalog::{Catalog, CatalogError, CatalogFile};

/// Folder of the packs beside the page.
const FOLDER: &str = "q";

/// Fetches catalogue, laws, services and packs.
///
/// # Errors
/// A message that says what to do.
pub async fn library() -> Result<Library, String> {
    let catalog = text("catalog.json").await?;
    let catalog: Catalog = serde_json::from_str(&catalog)
        .map_err(|_| "问卷目录读不懂。请刷新页面；仍不行时请联系维护人员重新部署。".to_owned())?;
    let fetches = catalog.files().map(|CatalogFile { file, .. }| text(file));
    let texts = try_join_all(fetches).await?;
    catalog.library(&texts).map_err(|error| message(&error))
}

/// What holds on this machine. Without files that can be read it is the strictest: nothing but
/// paper leaves the machine. What is wrong with them goes to the console and the staff's menu.
pub async fn deployment() -> Deployment {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let (file, terminal) =
        join(configuration("tijian.json"), terminal(named(&search.unwrap_or_default()))).await;
    let deployment = Deployment::of(file.as_deref(), terminal);
    for problem in &deployment.problems {
        warn!("{problem}");
    }
    deployment
}

/// The terminal that the address names, with its file.
async fn terminal(named: Option<Option<TerminalId>>) -> Option<Named> {
    let id = named?;
    let file = match &id {
        Some(id) => configuration(&id.path()).await,
        None => None,
    };
    Some(Named { id, file })
}

async fn configuration(file: &str) -> Option<String> {
    let response = Request::get(file).send().await.ok()?;
    if response.ok() { response.text().await.ok() } else { None }
}

async fn text(file: &str) -> Result<String, String> {
    let failed = || format!("问卷没有下载完整（{file}）。请检查网络后点“再试一次”。");
    let response = Request::get(&format!("{FOLDER}/{file}")).send().await.map_err(|_| failed())?;
    if !response.ok() {
        return Err(failed());
    }
    response.text().await.map_err(|_| failed())
}

fn message(error: &CatalogError) -> String {
    match error {
        CatalogError::Tampered(file) => {
            format!(
                "问卷文件与发布时不一致（{file}），不能使用。请刷新页面；仍不行时请联系维护人员。"
            )
        }
        CatalogError::Format(file) => {
            format!("问卷文件与程序的版本不同（{file}）。请刷新页面取得同一版本。")
        }
        CatalogError::Packs(problem) => format!("问卷有错误：{problem}。请联系维护人员。"),
    }
}

//! Fetches the packs, and the table for writing by sound. Every byte is checked against the catalogue's digest before it is used.

use std::sync::Arc;

use futures::future::try_join_all;
use gloo::net::http::Request;
use leptos::logging::warn;

use crate::kiosk::Deployment;
use crate::kiosk::pinyin::Table;
use crate::report::Library;
use crate::report::catalog::{Catalog, CatalogError, CatalogFile};

/// Folder of the packs beside the page.
const FOLDER: &str = "q";

/// Fetches catalogue, laws, services and packs.
///
/// # Errors
/// A message that says what to do.
pub async fn library() -> Result<Library, String> {
    let catalog = catalog().await?;
    let fetches = catalog.files().map(|CatalogFile { file, .. }| text(file));
    let texts = try_join_all(fetches).await?;
    catalog.library(&texts).map_err(|error| message(&error))
}

async fn catalog() -> Result<Catalog, String> {
    serde_json::from_str(&text("catalog.json").await?)
        .map_err(|_| "问卷目录读不懂。请刷新页面；仍不行时请联系维护人员重新部署。".to_owned())
}

/// Fetches the table for writing by sound.
///
/// # Errors
/// A message that says what to do.
pub async fn dictionary() -> Result<Arc<Table>, String> {
    const NOT_THERE: &str =
        "拼音字库没有取到。请检查网络后点“再试一次”；也可以跳过这一题，或先用字母。";
    let file = catalog().await.map_err(|_| NOT_THERE)?.pinyin;
    let text = text(&file.file).await.map_err(|_| NOT_THERE)?;
    file.verify(&text).map_err(|error| message(&error))?;
    Table::read(&text).map(Arc::new).map_err(|error| error.to_string())
}

/// What the deployment decides. Without a file that can be read it is the strictest: nothing but
/// paper leaves the machine. What is wrong with it goes to the console.
pub async fn deployment() -> Deployment {
    let read = configuration().await.map(|text| Deployment::read(&text));
    let deployment = read.unwrap_or_else(|| Deployment::unreadable("没有取到"));
    for problem in &deployment.problems {
        warn!("{problem}");
    }
    deployment
}

async fn configuration() -> Option<String> {
    let response = Request::get("tijian.json").send().await.ok()?;
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

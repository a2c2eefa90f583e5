//! The second program, which the page starts in a worker when someone asks for a Word file.
//!
//! Trunk builds it but gives it no digest in its name, since it cannot tell the page. So this
//! renames it inside the page that Trunk assembles, and writes the name into the page. A page
//! that is open through an update keeps the worker that it was built with.

use crate::release;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The name that cargo and Trunk know.
const PROGRAM: &str = "docx_worker";
/// How the page names it before and after.
const NOTE: &str = "<meta name=\"docx-worker\" content=\"";
/// Half a digest is enough to tell two builds apart.
const DIGITS: usize = 16;

/// Renames the worker inside the page that Trunk assembles.
pub(crate) fn rename(directory: &Path) -> Result<()> {
    let script = take(directory, &format!("{PROGRAM}.js"))?;
    let module = take(directory, &format!("{PROGRAM}_bg.wasm"))?;
    let digest = Sha256::new().chain_update(&script).chain_update(&module).finalize();
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).take(DIGITS / 2).collect();
    let name = format!("docx-worker-{digits}");

    let mut script = String::from_utf8(script).context("the worker's script is not text")?;
    script.push_str(&start(&name, &release::integrity(&module)));
    std::fs::write(directory.join(format!("{name}.js")), script)?;
    std::fs::write(directory.join(format!("{name}_bg.wasm")), module)?;

    let file = directory.join("index.html");
    let page =
        std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
    let noted = page.replace(&format!("{NOTE}{PROGRAM}\""), &format!("{NOTE}{name}\""));
    anyhow::ensure!(noted != page, "index.html has no {NOTE}{PROGRAM}\" />");
    std::fs::write(&file, noted).with_context(|| format!("{} cannot be written", file.display()))
}

fn take(directory: &Path, name: &str) -> Result<Vec<u8>> {
    let file = directory.join(name);
    let content = std::fs::read(&file).with_context(|| format!("Trunk built no {name}"))?;
    std::fs::remove_file(&file)?;
    Ok(content)
}

/// What starts the program, if its bytes are those of the build. When that fails it says so: the
/// page would wait for nothing.
fn start(name: &str, integrity: &str) -> String {
    let fetch = format!("fetch(\"./{name}_bg.wasm\", {{ integrity: \"{integrity}\" }})");
    format!("\nwasm_bindgen({{ module_or_path: {fetch} }}).catch(() => postMessage(false));\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::integrity;

    fn built(page: &str) -> Result<tempfile::TempDir> {
        let directory = tempfile::tempdir()?;
        std::fs::write(directory.path().join("docx_worker.js"), "let wasm_bindgen;")?;
        std::fs::write(directory.path().join("docx_worker_bg.wasm"), "\0asm")?;
        std::fs::write(directory.path().join("index.html"), page)?;
        Ok(directory)
    }

    #[test]
    fn the_page_names_the_worker_and_the_worker_its_module() -> Result<()> {
        let directory = built("<meta name=\"docx-worker\" content=\"docx_worker\" />")?;
        rename(directory.path())?;
        let page = std::fs::read_to_string(directory.path().join("index.html"))?;
        let name = page.split('"').nth(3).context("no name")?;
        assert_eq!(name.len(), "docx-worker-".len() + DIGITS, "{page}");
        let script = std::fs::read_to_string(directory.path().join(format!("{name}.js")))?;
        assert!(script.starts_with("let wasm_bindgen;"), "{script}");
        let module = format!("\"./{name}_bg.wasm\", {{ integrity: \"{}\" }}", integrity(b"\0asm"));
        assert!(script.contains(&module), "{script}");
        assert!(directory.path().join(format!("{name}_bg.wasm")).is_file());
        assert!(!directory.path().join("docx_worker.js").exists());
        Ok(())
    }

    #[test]
    fn a_page_without_the_note_fails() -> Result<()> {
        assert!(rename(built("<head></head>")?.path()).is_err());
        Ok(())
    }
}

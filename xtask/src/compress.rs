//! Brotli and gzip, at their best quality: done once per build and sent many times.

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::PoisonError;

/// Kinds that shrink; images and fonts are compressed already.
const COMPRESSIBLE: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// What is added to a file's name for its compressed form.
pub(crate) const BROTLI: &str = ".br";
/// For clients without brotli, such as a proxy in between.
pub(crate) const GZIP: &str = ".gz";

/// Whether the path is that of a compressed form.
pub(crate) fn is_compressed(path: &str) -> bool {
    path.ends_with(BROTLI) || path.ends_with(GZIP)
}

/// The file beside `file` that holds its compressed form.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Compresses bytes at quality 11.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Without a file's name or time, so that two builds give the same bytes.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

/// Writes the compressed forms beside every file that shrinks, on all cores.
pub(crate) fn add_to(files: &[PathBuf]) -> Result<()> {
    let queue = Mutex::new(files.iter().filter(|file| is_compressible(file)));
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(|| compress_from(&queue))).collect();
        running.into_iter().try_for_each(|worker| match worker.join() {
            Ok(result) => result,
            Err(_) => anyhow::bail!("the compression stopped"),
        })
    })
}

fn is_compressible(file: &Path) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn compress_from<'a>(queue: &Mutex<impl Iterator<Item = &'a PathBuf>>) -> Result<()> {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        let Some(file) = next else { return Ok(()) };
        let content =
            std::fs::read(file).with_context(|| format!("{} is unreadable", file.display()))?;
        for (ending, compressed) in [(BROTLI, brotli(&content)?), (GZIP, gzip(&content)?)] {
            if compressed.len() < content.len() {
                std::fs::write(beside(file, ending), compressed)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_shrink_get_a_compressed_form() -> Result<()> {
        let directory = tempfile::tempdir()?;
        let file = |name: &str| directory.path().join(name);
        std::fs::write(file("long.js"), "let x = 1;\n".repeat(100))?;
        std::fs::write(file("short.js"), "x")?;
        std::fs::write(file("icon.png"), "x".repeat(100))?;
        add_to(&[file("long.js"), file("short.js"), file("icon.png")])?;
        for ending in [BROTLI, GZIP] {
            assert!(beside(&file("long.js"), ending).is_file());
            assert!(!beside(&file("short.js"), ending).exists());
            assert!(!beside(&file("icon.png"), ending).exists());
        }
        Ok(())
    }
}

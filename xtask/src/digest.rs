//! One digest over many files, to see whether anything changed.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A digest over the names and contents of all files under the given paths;
/// a path that does not exist counts as empty.
pub(crate) fn of_contents(root: &Path, paths: &[&str]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        for file in files_under(&root.join(path))? {
            let content = std::fs::read(&file)
                .with_context(|| format!("{} is unreadable", file.display()))?;
            add(&mut hash, &relative(root, &file), &content);
        }
    }
    Ok(hex(&hash.finalize()))
}

/// The SHA-256 of one file, as `sha256sum` prints it.
pub(crate) fn of_file(file: &Path) -> Result<String> {
    let content =
        std::fs::read(file).with_context(|| format!("{} is unreadable", file.display()))?;
    Ok(hex(&Sha256::digest(content)))
}

/// A digest over the names and lengths of all files in a directory.
pub(crate) fn of_listing(directory: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files_under(directory)? {
        let length = std::fs::metadata(&file)?.len();
        add(&mut hash, &relative(directory, &file), &length.to_le_bytes());
    }
    Ok(hex(&hash.finalize()))
}

/// All files under a path, sorted; the path itself if it is a file.
pub(crate) fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    if path.is_dir() {
        let entries =
            std::fs::read_dir(path).with_context(|| format!("{} is unreadable", path.display()))?;
        for entry in entries {
            files.extend(files_under(&entry?.path())?);
        }
    }
    files.sort();
    Ok(files)
}

/// The files of one directory, sorted, without those further down.
pub(crate) fn files_beside(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(directory)
        .with_context(|| format!("{} is unreadable", directory.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// SHA-256 in hex.
pub(crate) fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// A file's path below a directory, with `/` on every system.
pub(crate) fn relative(directory: &Path, file: &Path) -> String {
    file.strip_prefix(directory)
        .unwrap_or(file)
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

fn add(hash: &mut Sha256, name: &str, content: &[u8]) {
    // The lengths keep one file's end apart from the next one's name.
    hash.update(name.len().to_le_bytes());
    hash.update(name);
    hash.update(content.len().to_le_bytes());
    hash.update(content);
}

/// Two digits for each byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_changes_the_digest_and_an_absent_one_does_not_matter() -> Result<()> {
        let directory = tempfile::tempdir()?;
        let root = directory.path();
        std::fs::create_dir(root.join("src"))?;
        std::fs::write(root.join("src/a.rs"), "one")?;
        let before = of_contents(root, &["src", "absent"])?;
        assert_eq!(before, of_contents(root, &["src"])?);
        std::fs::write(root.join("src/a.rs"), "two")?;
        assert_ne!(before, of_contents(root, &["src"])?);
        Ok(())
    }

    #[test]
    fn a_lost_file_changes_the_listing() -> Result<()> {
        let directory = tempfile::tempdir()?;
        std::fs::write(directory.path().join("a.js"), "1")?;
        std::fs::write(directory.path().join("a.js.br"), "1")?;
        let before = of_listing(directory.path())?;
        std::fs::remove_file(directory.path().join("a.js.br"))?;
        assert_ne!(before, of_listing(directory.path())?);
        Ok(())
    }
}

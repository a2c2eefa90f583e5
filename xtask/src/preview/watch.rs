//! Whether a YAML file was saved, told by the times and lengths of the files.

use crate::digest::files_under;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A directory whose states are numbered.
pub(super) struct Watch {
    directory: PathBuf,
    seen: Files,
    number: u64,
}

/// Time and length of each file; a file that was just taken away has neither.
type Files = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

impl Watch {
    /// The present state is number 1.
    pub(super) fn new(directory: PathBuf) -> Self {
        let seen = files(&directory);
        Self { directory, seen, number: 1 }
    }

    /// Looks again and returns the number of the state, which is a new one if anything changed.
    pub(super) fn look(&mut self) -> u64 {
        let now = files(&self.directory);
        if now != self.seen {
            self.seen = now;
            self.number += 1;
        }
        self.number
    }
}

/// The YAML files of a directory; none while it cannot be read.
fn files(directory: &Path) -> Files {
    let files = files_under(directory).unwrap_or_default();
    let yaml = files.into_iter().filter(|file| {
        file.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
    });
    yaml.map(|file| (file.clone(), stamp(&file))).collect()
}

fn stamp(file: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Result;
    use std::fs;
    use std::fs::File;
    use std::time::Duration;

    fn watched() -> Result<(tempfile::TempDir, Watch)> {
        let directory = tempfile::tempdir()?;
        fs::create_dir(directory.path().join("general"))?;
        fs::write(directory.path().join("general/a.yaml"), "id: a")?;
        let watch = Watch::new(directory.path().to_path_buf());
        Ok((directory, watch))
    }

    #[test]
    fn nothing_saved_is_the_same_state() -> Result<()> {
        let (_directory, mut watch) = watched()?;
        assert_eq!((watch.look(), watch.look()), (1, 1));
        Ok(())
    }

    #[test]
    fn a_file_saved_with_the_same_length_is_a_new_state() -> Result<()> {
        let (directory, mut watch) = watched()?;
        let file = File::options().write(true).open(directory.path().join("general/a.yaml"))?;
        file.set_modified(SystemTime::now() + Duration::from_secs(5))?;
        assert_eq!((watch.look(), watch.look()), (2, 2));
        Ok(())
    }

    #[test]
    fn a_file_added_and_taken_away_are_new_states() -> Result<()> {
        let (directory, mut watch) = watched()?;
        let file = directory.path().join("laws.yaml");
        fs::write(&file, "instruments: []")?;
        assert_eq!(watch.look(), 2);
        fs::remove_file(&file)?;
        assert_eq!(watch.look(), 3);
        Ok(())
    }

    #[test]
    fn the_files_of_an_editor_do_not_count() -> Result<()> {
        let (directory, mut watch) = watched()?;
        fs::write(directory.path().join("general/.a.yaml.swp"), "x")?;
        assert_eq!(watch.look(), 1);
        Ok(())
    }

    #[test]
    fn a_directory_that_is_gone_is_a_state_too() -> Result<()> {
        let (directory, mut watch) = watched()?;
        directory.close()?;
        assert_eq!(watch.look(), 2);
        Ok(())
    }
}

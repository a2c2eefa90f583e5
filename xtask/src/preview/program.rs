//! The native program, which evaluates answers.

use crate::project::Project;
use crate::run::{command, run, say};
use anyhow::{Context, Result, bail};
use std::env::consts::EXE_SUFFIX;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// How the program is built: with its own profile, because each answer reads every file again.
const BUILD: [&str; 6] = [
    "build",
    "--package=tijian",
    "--bin=tijian",
    "--profile=preview",
    "--no-default-features",
    "--features=cli",
];

/// The native program and what it is asked about.
pub(super) struct Program {
    file: PathBuf,
    root: PathBuf,
    pack: String,
}

impl Program {
    /// Builds it where it is missing or old.
    pub(super) fn build(project: &Project, pack: &str) -> Result<Self> {
        say("building the native program (the first time: a minute or two)");
        run(command("cargo", &project.root).args(BUILD))?;
        let file = project.target.join("preview").join(format!("tijian{EXE_SUFFIX}"));
        Ok(Self::new(&file, &project.root, pack))
    }

    fn new(file: &Path, root: &Path, pack: &str) -> Self {
        Self { file: file.to_path_buf(), root: root.to_path_buf(), pack: pack.to_owned() }
    }

    /// The state after the answers of a request.
    pub(super) fn evaluate(&self, request: &[u8]) -> Result<Vec<u8>> {
        let shown = self.file.display();
        let mut child = command(&self.file.to_string_lossy(), &self.root)
            .args(["preview", &self.pack, "--answers", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{shown} could not be started"))?;
        if let Some(mut input) = child.stdin.take() {
            // A program that ends before it has read everything says why on standard error.
            let _ = input.write_all(request);
        }
        let output = child.wait_with_output()?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }
}

/// What the page is told instead of a state.
pub(super) fn failure(message: &str) -> Vec<u8> {
    let trouble = serde_json::json!({ "place": "", "message": message });
    serde_json::json!({ "errors": [trouble], "preview": null }).to_string().into_bytes()
}

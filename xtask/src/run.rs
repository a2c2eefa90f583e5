//! Starting other programs and telling the user about it.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Tells the user what is being done, on standard error.
pub(crate) fn say(message: &str) {
    eprintln!("xtask: {message}");
}

/// A command without the variables that `cargo run` set for xtask itself;
/// build scripts that watch them would otherwise run again each time.
pub(crate) fn command(program: &str, directory: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let own = name.to_str().is_some_and(|name| {
            name == "CARGO_MANIFEST_DIR"
                || name == "CARGO_MANIFEST_PATH"
                || name.starts_with("CARGO_PKG_")
        });
        if own {
            command.env_remove(name);
        }
    }
    command
}

/// npm is a script on Windows, and scripts need their full name there.
pub(crate) fn npm(directory: &Path) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, directory)
}

/// Runs to the end with all output on standard error; fails with the command
/// itself in the message, so that it can be repeated by hand.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .stdout(std::io::stderr())
        .status()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Standard output of a short command, or nothing if it cannot run or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What a command printed while it was shown to the user.
pub(crate) struct Shown {
    /// Whether it ended with success.
    pub(crate) success: bool,
    /// Both streams, line by line as they came.
    pub(crate) text: String,
}

/// Runs to the end, showing every line at once and keeping it for counting.
pub(crate) fn run_and_keep(command: &mut Command) -> Result<Shown> {
    let shown = shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` could not be started"))?;
    let text = Mutex::new(String::new());
    let kept = &text;
    std::thread::scope(|scope| {
        if let Some(stream) = child.stdout.take() {
            scope.spawn(move || copy_lines(stream, kept));
        }
        if let Some(stream) = child.stderr.take() {
            scope.spawn(move || copy_lines(stream, kept));
        }
    });
    let status = child.wait()?;
    Ok(Shown {
        success: status.success(),
        text: text.into_inner().unwrap_or_else(PoisonError::into_inner),
    })
}

fn copy_lines(stream: impl Read, text: &Mutex<String>) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
        let shown = String::from_utf8_lossy(&line);
        eprint!("{shown}");
        text.lock().unwrap_or_else(PoisonError::into_inner).push_str(&shown);
        line.clear();
    }
}

fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

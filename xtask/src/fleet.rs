//! The terminals of a deployment: their files from one table, and the staff's code. The command
//! line does the work, with the reader that the page itself has.

use crate::project::Project;
use crate::questionnaires::CLI;
use crate::run::command;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// Makes the files of every terminal in a table.
pub(crate) fn fleet(project: &Project, words: &[&str]) -> Result<()> {
    if words.first().is_none_or(|table| table.starts_with('-')) {
        bail!("fleet needs a table: cargo xtask fleet deploy/samples/terminals.csv");
    }
    let here = std::env::current_dir().context("the current directory cannot be read")?;
    let mut command = cli(project);
    command.arg("fleet").args(from(&here, words));
    if !words.contains(&"--out") {
        command.arg("--out").arg(project.target.join("fleet"));
    }
    finish(&mut command)
}

/// Asks for a code and prints the line for the configuration.
pub(crate) fn pin(project: &Project) -> Result<()> {
    finish(cli(project).arg("pin").stdin(Stdio::inherit()))
}

fn cli(project: &Project) -> Command {
    let mut cli = command("cargo", &project.root);
    let [run, options @ ..] = CLI;
    cli.args([run, "--quiet"]).args(options);
    cli
}

/// The words with each path as it is meant here: the command line runs at the project's root.
fn from(here: &Path, words: &[&str]) -> Vec<OsString> {
    let mut address = false;
    words
        .iter()
        .map(|word| {
            let path = !address && !word.starts_with('-');
            address = *word == "--address";
            if path { here.join(word).into_os_string() } else { word.into() }
        })
        .collect()
}

/// What it prints is the result; what it refuses it has said.
fn finish(command: &mut Command) -> Result<()> {
    let status = command.status().context("cargo could not be started")?;
    if !status.success() {
        bail!("nothing was made");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_whoever_asks_and_addresses_stay() {
        let words = [
            "t.csv",
            "--address",
            "https://x.example/",
            "--out",
            "/tmp/a",
            "--deployment",
            "d.json",
        ];
        let there = from(Path::new("/home/staff"), &words);
        let wanted = [
            "/home/staff/t.csv",
            "--address",
            "https://x.example/",
            "--out",
            "/tmp/a",
            "--deployment",
            "/home/staff/d.json",
        ];
        assert_eq!(there, wanted.map(OsString::from));
    }
}

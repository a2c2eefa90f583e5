//! The build tool of the project, run as `cargo xtask`.
//!
//! Reading order: [`tools`] fetches what is missing, [`build`] makes `dist/`,
//! [`serve`] serves it with the headers of [`headers`], [`preview`] shows one
//! questionnaire to its author, [`test`] runs every check. Progress goes to standard error; standard output carries results.

mod browser;
mod build;
mod compress;
mod digest;
mod fleet;
mod headers;
mod imports;
mod preview;
mod project;
mod questionnaires;
mod run;
mod serve;
mod size;
mod tally;
mod test;
mod tools;
mod versions;
mod worker;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--port N]          build the page and serve it on http://127.0.0.1:8080
  serve --preview PACK [--port N]
                            show one questionnaire to its author: what each answer does;
                            reloads when a file under questionnaires/ is saved
  build                     build the page into dist/
  test [--fast]             run every check; --fast leaves out the browser
  size                      what the first visit loads, as JSON
  fleet TABLE.csv [--out DIR] [--address URL] [--deployment FILE]
                            configuration and launch file of every terminal in a table
  pin                       the line for a six-digit staff code, which is asked for
  questionnaires --out DIR  pack the questionnaires (run by Trunk)
  worker                    name the worker by its content (run by Trunk)";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            run::say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = project::Project::find()?;
    match arguments.as_slice() {
        ["serve", options @ ..] => serve::Options::read(options)?.run(&project)?,
        ["build"] => build::release(&project)?,
        ["test"] => return Ok(test::all(&project, test::Scope::Everything)),
        ["test", "--fast"] => return Ok(test::all(&project, test::Scope::WithoutBrowser)),
        ["size"] => size::command(&project)?,
        ["fleet", words @ ..] => fleet::fleet(&project, words)?,
        ["pin"] => fleet::pin(&project)?,
        ["questionnaires", "--out", directory] => questionnaires::pack(&project, directory)?,
        ["worker"] => worker::rename()?,
        ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("no such command: `{}`\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

//! The build tool of the project, run as `cargo xtask`.
//!
//! Reading order: [`tools`] fetches what is missing, [`build`] makes `dist/`,
//! [`serve`] serves it with the headers of [`headers`], [`preview`] shows one
//! questionnaire to its author, [`test`] runs every check. Progress goes to standard error; standard output carries results.

mod apt;
mod browser;
mod build;
mod compress;
mod digest;
mod dist;
mod editions;
mod fleet;
mod headers;
mod imports;
mod kiosk;
mod markup;
mod paths;
mod pinyin;
mod policy;
mod preview;
mod project;
mod questionnaires;
mod release;
mod reproducible;
mod run;
mod serve;
mod single;
mod site;
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
  single [--out FILE] [--config FILE]
                            the whole program as one HTML file that works from a disk
  test [--fast]             run every check; --fast leaves out the browser
  dist [--out FOLDER]       build and check the release folder; prints its digest
  reproducible              build what is committed twice and compare every byte (slow)
  kiosk                     try the Linux launcher of deploy/ with the built page (as root)
  servers                   ask nginx and Caddy with the files of deploy/ about every rule
  size                      what the first visit loads, as JSON
  fleet TABLE.csv [--out DIR] [--address URL] [--deployment FILE]
                            configuration and launch file of every terminal in a table
  pin                       the line for a six-digit staff code, which is asked for
  questionnaires --out DIR  pack the questionnaires
  pinyin --words DICT       make the table for writing by sound (see pinyin/README.md)
  assemble                  what joins the page after Trunk's own build (run by Trunk)
  editions --previous DIR   take the earlier questionnaires of a deployment over into dist/
  release DIR               write the service worker for the files of a built page";

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
        ["single", options @ ..] => single::Options::read(options)?.run(&project)?,
        ["test"] => return Ok(test::all(&project, test::Scope::Everything)),
        ["test", "--fast"] => return Ok(test::all(&project, test::Scope::WithoutBrowser)),
        ["dist", options @ ..] => dist::Options::read(options)?.run(&project)?,
        ["reproducible"] => reproducible::command_line(&project)?,
        ["kiosk"] => kiosk::try_out(&project)?,
        ["servers"] => site::command(&project)?,
        ["size"] => size::command(&project)?,
        ["fleet", words @ ..] => fleet::fleet(&project, words)?,
        ["pin"] => fleet::pin(&project)?,
        ["questionnaires", "--out", directory] => questionnaires::pack(&project, directory)?,
        ["pinyin", "--words", dictionary] => pinyin::table(&project, dictionary.as_ref())?,
        ["assemble"] => release::assemble(&project)?,
        ["editions", "--previous", directory] => {
            editions::carry(directory.as_ref(), &project.dist())?;
        }
        ["release", directory] => release::write(&project, directory.as_ref())?,
        ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("no such command: `{}`\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

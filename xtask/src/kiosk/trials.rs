//! What a terminal must do, one function per promise.

use super::machine::{Machine, memory, until};
use super::site::Site;
use crate::project::Project;
use crate::run::{answer, command, run, run_and_keep};
use anyhow::{Result, ensure};
use std::path::PathBuf;

type Trial = fn(&Project, &Machine) -> Result<()>;

/// All of them.
pub(super) const ALL: [(&str, Trial); 8] = [
    ("the scripts are sound", scripts),
    ("systemd understands the service", service),
    ("the page comes up, survives a crash and leaves nothing", page),
    ("the rules hold", rules_hold),
    ("without rules they would not", rules_are_needed),
    ("files are saved where that is allowed", allowed_files),
    ("a profile on a disk is refused", memory_only),
    ("addresses that could break the rules are refused", addresses),
];

fn scripts(project: &Project, _: &Machine) -> Result<()> {
    let folder = project.root.join("deploy/linux");
    run(command("shellcheck", &folder).args(["kiosk", "write-policies", "install"]))
}

/// The service with its programs where they are here; what systemd does not know it only tells.
fn service(project: &Project, machine: &Machine) -> Result<()> {
    let scripts = project.root.join("deploy/linux");
    let unit = std::fs::read_to_string(scripts.join("tijian-kiosk.service"))?
        .replace("/usr/local/lib/tijian", &scripts.to_string_lossy())
        .replace("/usr/bin/xinit", "/bin/true");
    std::fs::write(machine.folder.join("tijian-kiosk.service"), unit)?;
    let mut verify = command("systemd-analyze", &machine.folder);
    let told = run_and_keep(verify.args(["verify", "./tijian-kiosk.service"]))?;
    ensure!(told.success && told.text.is_empty(), "{}", told.text);
    Ok(())
}

fn page(project: &Project, machine: &Machine) -> Result<()> {
    let site = Site::of_folder(project, &machine.folder.join("site"))?;
    let address = format!("{}/?terminal=t-1", site.origin);
    let mut terminal = machine.start(&address, &machine.rules(&address, &[])?)?;
    site.wait_for("/?terminal=t-1")?;
    // The last thing that the program fetches before it shows the start page.
    site.wait_for("/q/catalog.json")?;
    until("the window does not fill the screen", || terminal.fills_the_screen())?;

    let left = terminal.profile().join("left-by-a-visit");
    std::fs::write(&left, "left")?;
    terminal.kill_browser()?;
    site.wait_for("/?terminal=t-1")?;
    site.wait_for("/q/catalog.json")?;
    ensure!(!left.exists(), "the profile of the crashed browser is still there");
    ensure!(terminal.profile().exists(), "the new browser has no profile");

    terminal.stop()?;
    ensure!(!terminal.profile().exists(), "the profile is still there");
    until("processes of the browser are left", || terminal.left_processes() == 0)
}

/// What a page tried, as the server and the disk saw it.
struct Tried {
    elsewhere: bool,
    saved: bool,
}

/// A page that tries to get out, in the served folder.
fn write_trial(machine: &Machine) -> Result<PathBuf> {
    let folder = machine.folder.join("site");
    std::fs::write(folder.join("trial.js"), include_str!("trial.js"))?;
    let trial = "<!doctype html><script type=\"module\" src=\"/trial.js\"></script>";
    std::fs::write(folder.join("trial.html"), trial)?;
    Ok(folder)
}

fn tried(project: &Project, machine: &Machine, with_rules: bool) -> Result<Tried> {
    let folder = write_trial(machine)?;
    let site = Site::of_folder(project, &folder)?;
    let elsewhere = Site::elsewhere()?;
    let address = format!("{}/trial.html?terminal=t-1&elsewhere={}", site.origin, elsewhere.origin);
    let rules = if with_rules { machine.rules(&address, &[])? } else { machine.no_rules()? };
    let terminal = machine.start(&address, &rules)?;
    site.wait_for("/told/start")?;
    site.wait_for("/told/leaving")?;
    // The page is left for an error of the browser, or for the other site.
    site.wait_for("/told/left")?;
    if !with_rules {
        elsewhere.wait_for("/elsewhere")?;
    }
    let file = terminal.profile().join("home/Downloads/taken-away.txt");
    let saves = || file.exists() || terminal.asks_where_to_save();
    if !with_rules {
        until("nothing was saved even without rules", saves)?;
    }
    Ok(Tried { elsewhere: !with_rules || !elsewhere.asked().is_empty(), saved: saves() })
}

fn rules_hold(project: &Project, machine: &Machine) -> Result<()> {
    let tried = tried(project, machine, true)?;
    ensure!(!tried.elsewhere, "another site was reached");
    ensure!(!tried.saved, "a file was saved");
    Ok(())
}

/// The same page in the same launcher gets out when the rules are missing.
fn rules_are_needed(project: &Project, machine: &Machine) -> Result<()> {
    let tried = tried(project, machine, false)?;
    ensure!(tried.elsewhere && tried.saved, "the trial cannot fail");
    Ok(())
}

fn allowed_files(project: &Project, machine: &Machine) -> Result<()> {
    let site = Site::of_folder(project, &write_trial(machine)?)?;
    let address = format!("{0}/trial.html?terminal=t-1&elsewhere={0}/missing", site.origin);
    let stick = memory().join("stick");
    std::fs::create_dir_all(&stick)?;
    let allowed = [("TIJIAN_DOWNLOADS", stick.to_str().unwrap_or_default())];
    let terminal = machine.start(&address, &machine.rules(&address, &allowed)?)?;
    site.wait_for("/told/start")?;
    until("nothing was saved", || stick.join("taken-away.txt").exists())?;
    ensure!(!terminal.asks_where_to_save(), "the visitor is asked for a folder");
    Ok(())
}

fn memory_only(_: &Project, machine: &Machine) -> Result<()> {
    let on_disk = command("sh", &machine.root)
        .arg("deploy/linux/kiosk")
        .env("TIJIAN_URL", "https://tijian.example/")
        .env("TIJIAN_RUNTIME", "/proc")
        .env("TIJIAN_BROWSER", "/bin/false")
        .output()?;
    let words = String::from_utf8_lossy(&on_disk.stderr);
    ensure!(!on_disk.status.success() && words.contains("not in memory"), "{words}");
    Ok(())
}

fn addresses(_: &Project, machine: &Machine) -> Result<()> {
    let written = |address: &str, downloads: &str| {
        let mut write = command("sh", &machine.root.join("deploy/linux"));
        write
            .arg("write-policies")
            .env("TIJIAN_POLICIES", machine.folder.join("addresses"))
            .env("TIJIAN_URL", address)
            .env("TIJIAN_DOWNLOADS", downloads);
        answer(&mut write).is_some()
    };
    for address in ["", "http://tijian.example/", "https://", "https://a\",\"*/", "https://a|b/"] {
        ensure!(!written(&format!("{address}?terminal=t-1"), ""), "`{address}` was taken");
    }
    for address in ["", "?a=b", "?terminal=", "?terminal=A01", "?terminal=a%2f", "#?terminal=t-1"] {
        let address = format!("https://tijian.example/{address}");
        ensure!(!written(&address, ""), "`{address}`, which names no terminal, was taken");
    }
    let twice = "https://tijian.example/?terminal=t-1&terminal=t-2";
    ensure!(!written(twice, ""), "an address that names two terminals was taken");
    ensure!(
        !written("https://tijian.example/?terminal=t-1", "media\"/usb"),
        "a folder that breaks the JSON"
    );
    ensure!(
        written("https://tijian.example/?terminal=t-1", "/media/usb"),
        "a good one was refused"
    );
    let rules = std::fs::read_to_string(machine.folder.join("addresses/tijian.json"))?;
    let rules: serde_json::Value = serde_json::from_str(&rules)?;
    let value = |name: &str| rules.get(name).cloned().unwrap_or_default();
    ensure!(
        value("URLAllowlist")
            == serde_json::json!(["blob:*", "https://tijian.example", "chrome://print"])
    );
    ensure!(value("DownloadDirectory") == "/media/usb" && value("DownloadRestrictions").is_null());
    Ok(())
}

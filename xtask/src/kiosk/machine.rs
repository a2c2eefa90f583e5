//! What stands in for a terminal: a screen, memory for the profile, and the launcher on it.

use super::site::PATIENCE;
use crate::run::{answer, command};
use anyhow::{Context, Result, bail, ensure};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A portrait terminal.
const SCREEN: &str = "1080x1920";

/// Runs the command line after it with a folder in place of the browser's rules.
const WITH_RULES: &str = r#"mount --bind "$0" /etc/chromium && exec "$@""#;

/// The machine.
pub(super) struct Machine {
    /// The checkout.
    pub(super) root: PathBuf,
    /// For this step alone.
    pub(super) folder: PathBuf,
    /// The browser's program.
    pub(super) browser: PathBuf,
}

/// A launcher at work; it and its screen end with this value.
pub(super) struct Terminal {
    launcher: Child,
    screen: Child,
    display: String,
    /// In memory.
    runtime: PathBuf,
}

impl Machine {
    /// Writes the rules for an address; the folder is the browser's `/etc/chromium`.
    pub(super) fn rules(&self, address: &str, more: &[(&str, &str)]) -> Result<PathBuf> {
        let etc = self.folder.join("rules");
        let written = answer(
            command("sh", &self.root.join("deploy/linux"))
                .arg("write-policies")
                .env("TIJIAN_URL", address)
                .env("TIJIAN_POLICIES", etc.join("policies/managed"))
                .envs(more.iter().copied()),
        );
        ensure!(written.is_some(), "the rules were not written");
        Ok(etc)
    }

    /// A folder for the browser without any rules, to see that a trial can fail.
    pub(super) fn no_rules(&self) -> Result<PathBuf> {
        let etc = self.folder.join("no-rules");
        std::fs::create_dir_all(&etc)?;
        Ok(etc)
    }

    /// Starts the launcher on a screen of its own.
    pub(super) fn start(&self, address: &str, rules: &Path) -> Result<Terminal> {
        let mut screen = command("Xvfb", &self.root)
            .args(["-displayfd", "1", "-screen", "0", &format!("{SCREEN}x24"), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let mut number = String::new();
        let line = screen.stdout.take().context("Xvfb has no output")?;
        BufReader::new(line).read_line(&mut number)?;
        let display = format!(":{}", number.trim());
        let runtime = memory();
        std::fs::create_dir_all(&runtime)?;
        let launcher = command("unshare", &self.root)
            .args(["--mount", "sh", "-c", WITH_RULES])
            .arg(rules)
            .arg("deploy/linux/kiosk")
            // As root there is no sandbox, and here no graphics.
            .args(["--no-sandbox", "--disable-gpu"])
            .env("DISPLAY", &display)
            .env("TIJIAN_URL", address)
            .env("TIJIAN_RUNTIME", &runtime)
            .env("TIJIAN_BROWSER", &self.browser)
            .env("TIJIAN_PAUSE", "0")
            .stdout(Stdio::null())
            .stderr(File::create(self.folder.join("launcher.log"))?)
            .spawn()
            .context("the launcher could not be started")?;
        Ok(Terminal { launcher, screen, display, runtime })
    }
}

/// A folder in memory for this run alone.
pub(super) fn memory() -> PathBuf {
    Path::new("/dev/shm").join(format!("tijian-kiosk-{}", std::process::id()))
}

impl Terminal {
    /// The browser's own folder.
    pub(super) fn profile(&self) -> PathBuf {
        self.runtime.join("profile")
    }

    /// Whether a window covers the whole screen.
    pub(super) fn fills_the_screen(&self) -> bool {
        // Without a window manager Chromium leaves one line of pixels at two edges.
        self.shows("hromium", &format!(" {SCREEN}+0+0")) || self.shows("hromium", " 1079x1919+0+0")
    }

    /// Whether the browser asks where to save a file.
    pub(super) fn asks_where_to_save(&self) -> bool {
        self.shows("\"Save File\"", "")
    }

    fn shows(&self, title: &str, place: &str) -> bool {
        let tree = ["-display", &self.display, "-root", "-tree"];
        answer(Command::new("xwininfo").args(tree)).is_some_and(|tree| {
            tree.lines().any(|window| window.contains(title) && window.contains(place))
        })
    }

    /// Ends the browser as a crash does.
    pub(super) fn kill_browser(&self) -> Result<()> {
        let launcher = self.launcher.id();
        let children = format!("/proc/{launcher}/task/{launcher}/children");
        let children = std::fs::read_to_string(children)?;
        let browser = children.split_whitespace().next().context("no browser runs")?;
        ensure!(
            answer(Command::new("kill").args(["-KILL", browser])).is_some(),
            "the browser could not be killed"
        );
        Ok(())
    }

    /// Asks the launcher to end, as systemd does, and waits.
    pub(super) fn stop(&mut self) -> Result<()> {
        let id = self.launcher.id().to_string();
        ensure!(answer(Command::new("kill").args(["-TERM", &id])).is_some(), "no launcher");
        let launcher = &mut self.launcher;
        until("the launcher did not end", || launcher.try_wait().is_ok_and(|end| end.is_some()))
    }

    /// Processes that still have the profile in their command line.
    pub(super) fn left_processes(&self) -> usize {
        let profile = self.profile().display().to_string();
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes
            .filter_map(|process| std::fs::read(process.path().join("cmdline")).ok())
            .filter(|line| String::from_utf8_lossy(line).contains(&profile))
            .count()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        _ = self.stop();
        _ = self.screen.kill();
        _ = self.screen.wait();
        _ = std::fs::remove_dir_all(&self.runtime);
    }
}

/// Looks again and again until it is so; only a failure waits long.
pub(super) fn until(otherwise: &str, mut is_so: impl FnMut() -> bool) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while !is_so() {
        if Instant::now() > end {
            bail!("{otherwise}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

//! Debian's packages, for what the tests need and the project does not build.

use crate::project::Project;
use crate::run::{answer, command, run, say};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Installs packages, as root or by a sudo that asks for no password.
///
/// # Errors
/// That they are missing, with the command to install them by hand.
pub(crate) fn install(project: &Project, what: &str, packages: &[&str]) -> Result<()> {
    let by_hand = format!("{what} missing: sudo apt-get install {}", packages.join(" "));
    if !Path::new("/usr/bin/apt-get").exists() {
        bail!("{what} missing; install what Debian calls {}", packages.join(" and "));
    }
    let is_root = answer(command("id", &project.root).arg("-u")).as_deref() == Some("0");
    let may_sudo = || answer(command("sudo", &project.root).args(["-n", "true"])).is_some();
    if !is_root && !may_sudo() {
        bail!(by_hand);
    }
    say(&format!("installing {} with apt-get (up to a minute)", packages.join(", ")));
    let apt_get = |arguments: &[&str]| {
        let mut apt_get = if is_root {
            command("env", &project.root)
        } else {
            let mut sudo = command("sudo", &project.root);
            sudo.args(["-n", "env"]);
            sudo
        };
        apt_get.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments);
        run(&mut apt_get)
    };
    apt_get(&["update"])
        .and_then(|()| {
            apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
        })
        .context(by_hand)
}

//! `tijian fleet`: the files of every terminal in a table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tijian::deployment::Deployment;
use tijian::fleet::{Address, Terminal, districts, read, summary};
use tijian::report::Library;

use crate::signature::is_point;

/// Where no address is known; nothing answers there.
const SAMPLE_ADDRESS: &str = "https://tijian.example/";

/// What is read and where the files go.
pub(crate) struct Files<'a> {
    /// The table.
    pub(crate) table: &'a Path,
    /// The directory that gets `terminals/` and `launch/`.
    pub(crate) out: &'a Path,
    /// The deployment's file.
    pub(crate) deployment: &'a Path,
}

pub(crate) fn run(
    files: &Files<'_>,
    address: Option<&str>,
    library: &Library,
) -> Result<(), String> {
    let deployment =
        fs::read_to_string(files.deployment).map_err(|e| unread(files.deployment, &e))?;
    let held = Deployment::read(&deployment);
    if !held.problems.is_empty() {
        return Err(held.problems.join("\n"));
    }
    if let Some(odd) = held.lawyer_keys.iter().find(|known| !is_point(&known.key)) {
        return Err(format!("lawyer_keys：“{}”的 key 不是 P-256 曲线上的点", odd.by.name));
    }
    let known = address.or(held.public_address.as_deref());
    let address = Address::new(known.unwrap_or(SAMPLE_ADDRESS))?;
    let districts = districts(&library.compiled);
    let bytes = fs::read(files.table).map_err(|e| unread(files.table, &e))?;
    let terminals = read(&bytes, &districts, &deployment).map_err(|problems| {
        let said: Vec<String> =
            problems.iter().map(|why| format!("{} {why}", files.table.display())).collect();
        format!("{}\n有 {} 处不对，没有写任何文件。", said.join("\n"), problems.len())
    })?;
    write(&terminals, files.out, &address)?;
    crate::say(&summary(&terminals, &districts));
    crate::say(&format!(
        "写到 {}：terminals/ 放到网站根目录，launch/ 里的各放到自己的终端。",
        files.out.display()
    ));
    if known.is_none() {
        crate::complain(&format!(
            "没有给网址，启动文件里写的是样例 {SAMPLE_ADDRESS}；正式用请加 --address。"
        ));
    }
    for stale in stale(&terminals, files.out) {
        crate::complain(&format!("{stale} 不在表里，是以前生成的；不用了请删掉。"));
    }
    Ok(())
}

fn write(terminals: &[Terminal], out: &Path, address: &Address) -> Result<(), String> {
    for terminal in terminals {
        let id = &terminal.file.terminal;
        let json = terminal.json().map_err(|error| error.to_string())?;
        save(&out.join(id.path()), &json)?;
        let launch = out.join("launch").join(id.as_str()).with_extension("env");
        save(&launch, &terminal.launch(address))?;
    }
    Ok(())
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    let failed = |error| format!("{}: 写不进去（{error}）", path.display());
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)
}

/// Files of terminals that the table no longer has.
fn stale(terminals: &[Terminal], out: &Path) -> Vec<String> {
    let own: BTreeSet<String> =
        terminals.iter().map(|terminal| terminal.file.terminal.path()).collect();
    let there = fs::read_dir(out.join("terminals")).into_iter().flatten().flatten();
    let names = there.map(|entry| format!("terminals/{}", entry.file_name().to_string_lossy()));
    names.filter(|name| !own.contains(name)).collect()
}

fn unread(path: &Path, error: &std::io::Error) -> String {
    format!("{}: 读不到（{error}）", path.display())
}

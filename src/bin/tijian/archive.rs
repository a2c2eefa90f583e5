//! `tijian verify`, `migrate` and `compare`: the firm's own file without a browser.

use std::path::Path;

use chrono::NaiveDate;
use tijian::archive::compare::compare as compared;
use tijian::archive::envelope::{LARGEST, write};
use tijian::archive::integrity::Integrity;
use tijian::archive::open::{Opened, OpenedCheck, open};
use tijian::authoring::read_bytes;
use tijian::desk;
use tijian::report::{Library, short_seal};
use tijian::texts::Lang;

use crate::signature;

pub(crate) fn verify(file: &Path, packs: &Path, today: NaiveDate) -> Result<(), String> {
    let library = crate::load_good(packs, today)?.library;
    let opened = read(file, &library, today)?;
    for problem in &opened.problems {
        crate::say(&format!("文件：{problem}"));
    }
    let mut sound = true;
    for check in &opened.checks {
        describe(check);
    }
    match desk::of(&opened.envelope) {
        Some(reviews) => {
            for review in &reviews {
                sound &= signature::describe(review);
            }
        }
        None => {
            crate::say(desk::ReviewsUnreadable.text(Lang::Zh.texts()));
            sound = false;
        }
    }
    if let Some(draft) = &opened.draft {
        let answers = draft.check.answers().len();
        crate::say(&format!("未完成的体检：{answers} 个答案，{} 个搬不过来", draft.lost.len()));
        tell(&draft.lost);
    }
    if opened.holds() && sound { Ok(()) } else { Err("有不符的地方，见上".to_owned()) }
}

/// Prints what holds of one report and what does not.
fn describe(check: &OpenedCheck) {
    let yes = |holds: bool| if holds { "是" } else { "否" };
    crate::say(&format!(
        "第 {} 份报告 {} {}",
        check.at + 1,
        check.report.on,
        short_seal(&check.seal)
    ));
    crate::say(&format!("  封印与内容相符：{}", yes(check.integrity != Integrity::Altered)));
    crate::say(&format!("  问卷与现在的相同：{}", yes(check.same_packs)));
    let same = check.same_packs && check.differences.is_empty();
    crate::say(&format!("  按答案重算的结果相同：{}", yes(same)));
    crate::say(&format!("  {}", check.integrity));
    tell(&check.differences);
    tell(&check.lost);
    let findings: Vec<&str> =
        check.report.findings.iter().map(|finding| finding.id.as_str()).collect();
    crate::say(&format!("  重算的发现（{} 项）：{}", findings.len(), findings.join(" ")));
    for recalled in &check.recalled {
        crate::say(&format!("  {} 依据的条文有变：{}", recalled.id, recalled.reasons.join("；")));
    }
}

fn tell<T: ToString>(lines: &[T]) {
    for line in lines {
        crate::say(&format!("    {}", line.to_string()));
    }
}

pub(crate) fn migrate(file: &Path, packs: &Path, today: NaiveDate) -> Result<(), String> {
    let library = crate::load_good(packs, today)?.library;
    let opened = read(file, &library, today)?;
    for problem in &opened.problems {
        crate::complain(&format!("文件：{problem}"));
    }
    for check in &opened.checks {
        let name = format!("第 {} 份报告", check.at + 1);
        if matches!(check.integrity, Integrity::Altered | Integrity::Mismatch) {
            crate::complain(&format!("{name}：{}", check.integrity));
        }
        for lost in &check.lost {
            crate::complain(&format!("{name}：{lost}"));
        }
    }
    for lost in opened.draft.iter().flat_map(|draft| &draft.lost) {
        crate::complain(&format!("未完成的体检：{lost}"));
    }
    crate::say(&write(&opened.carried()).map_err(|error| error.to_string())?);
    Ok(())
}

pub(crate) fn compare(
    old: &Path,
    new: &Path,
    packs: &Path,
    today: NaiveDate,
) -> Result<(), String> {
    let library = crate::load_good(packs, today)?.library;
    let (first, second) = (read(old, &library, today)?, read(new, &library, today)?);
    let (before, after) = (last(&first, old)?, last(&second, new)?);
    let comparison = compared((&before.check, &before.report), (&after.check, &after.report));
    let json = serde_json::to_string_pretty(&comparison).map_err(|error| error.to_string())?;
    crate::say(&json);
    Ok(())
}

/// The last report of a file; what is wrong with it is told.
fn last<'a>(opened: &'a Opened, file: &Path) -> Result<&'a OpenedCheck, String> {
    let shown = file.display();
    for problem in &opened.problems {
        crate::complain(&format!("{shown}: {problem}"));
    }
    let check = opened.checks.last().ok_or_else(|| format!("{shown}: 里面没有可以比较的报告"))?;
    if !check.integrity.holds() {
        crate::complain(&format!("{shown}: {}", check.integrity));
    }
    for lost in &check.lost {
        crate::complain(&format!("{shown}: {lost}"));
    }
    Ok(check)
}

fn read(file: &Path, library: &Library, today: NaiveDate) -> Result<Opened, String> {
    // One byte more than is allowed is enough to know.
    let bytes = read_bytes(file, LARGEST as u64 + 1)?;
    open(&bytes, library, today).map_err(|error| format!("{}: {error}", file.display()))
}

//! `tijian assess`.

use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use tijian::authoring::read_json_file;
use tijian::flow::Scope;
use tijian::report;
use tijian::response::Sheet;
use tijian::risk::Check;

pub(crate) fn run(
    answers: &Path,
    on: Option<NaiveDate>,
    today: NaiveDate,
    packs: &Path,
) -> Result<(), String> {
    let sheet: Sheet = read_json_file(answers)?;
    let on = on.or(sheet.on).unwrap_or(today);
    let library = crate::load_good(packs, today)?.library;
    let accepted = sheet.read(&library.compiled, on).map_err(|errors| {
        let shown = errors.iter().map(|error| format!("{}: {error}", answers.display()));
        shown.collect::<Vec<_>>().join("\n")
    })?;
    let scope = Scope { mode: sheet.mode, topics: sheet.topics };
    let (check, dropped) = Check::with(Rc::clone(&library.compiled), scope, on, accepted);
    for (ix, _) in dropped {
        let link_id = &library.compiled.item(ix).link_id;
        crate::complain(&format!("{link_id}: 这一题不在路径上，答案没有采用"));
    }
    let report = report::build(&check, &library);
    let json = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?;
    crate::say(&json);
    Ok(())
}

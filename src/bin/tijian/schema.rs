//! `tijian schema`.

use clap::ValueEnum;
use tijian::authoring::schema::{pack_schema, report_schema};

/// Of which kind of file.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// 问卷
    Pack,
    /// 报告
    Report,
}

pub(crate) fn run(of: Kind) -> Result<(), String> {
    let text = match of {
        Kind::Pack => pack_schema(),
        Kind::Report => report_schema(),
    };
    crate::say(text.map_err(|error| error.to_string())?.trim_end());
    Ok(())
}

//! `tijian schema`.

use clap::ValueEnum;
use tijian::authoring::schema::{deployment_schema, pack_schema, report_schema, terminal_schema};

/// Of which kind of file.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// 问卷
    Pack,
    /// 报告
    Report,
    /// 部署的配置 tijian.json
    Deployment,
    /// 一台终端的配置 terminals/编号.json
    Terminal,
}

pub(crate) fn run(of: Kind) -> Result<(), String> {
    let text = match of {
        Kind::Pack => pack_schema(),
        Kind::Report => report_schema(),
        Kind::Deployment => deployment_schema(),
        Kind::Terminal => terminal_schema(),
    };
    crate::say(text.map_err(|error| error.to_string())?.trim_end());
    Ok(())
}

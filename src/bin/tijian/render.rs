//! `tijian render`: a report in another format, or one of its slips and sheets.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde::Deserialize;
use tijian::authoring::read_json_file;
use tijian::report::slips::{self, SecretsRegister};
use tijian::report::{Document, Library, Report, docx, html, ics, text};
use tijian::texts::Lang;

/// What a report can be turned into.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// 网页，一个文件，不联网也能看
    Html,
    /// 纯文字
    Text,
    /// 期限日历（iCalendar），可导入手机和电脑的日历
    Ics,
    /// Word 文件，可以修改、批注
    Docx,
}

/// What is wanted of a report besides its format.
#[derive(Args)]
pub(crate) struct Wanted {
    /// 报告的标题、栏目用哪种语言；内容总是中文，单子也总是中文
    #[arg(long, value_enum, default_value = "zh")]
    lang: Tongue,
    /// 不出报告，只出一张单子：referral:服务代码、remediation、evidence、secrets
    #[arg(long)]
    sheet: Option<Sheet>,
    /// 企业自己的文件，用里面的 register（商业秘密登记）；只有 secrets 用
    #[arg(long)]
    register: Option<PathBuf>,
}

/// A language of the frame.
#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    /// 中文
    Zh,
    /// English
    En,
}

#[derive(Clone)]
enum Sheet {
    Referral(String),
    Remediation,
    Evidence,
    Secrets,
}

/// The firm's own file, of which only the register is looked at.
#[derive(Deserialize)]
struct OwnFile {
    register: SecretsRegister,
}

pub(crate) fn run(
    report: &Path,
    to: Format,
    wanted: &Wanted,
    out: Option<&Path>,
    library: &Library,
    today: NaiveDate,
) -> Result<(), String> {
    let report: Report = read_json_file(report)?;
    let lang = match wanted.lang {
        Tongue::Zh => Lang::Zh,
        Tongue::En => Lang::En,
    };
    let document = || match &wanted.sheet {
        None => Ok(Document::of(&report, library, lang)),
        Some(sheet) => self::document(sheet, wanted.register.as_deref(), &report, library, today),
    };
    let bytes = match to {
        Format::Html => html::render(&document()?).into_bytes(),
        Format::Text => text::render(&document()?).into_bytes(),
        Format::Ics if wanted.sheet.is_some() => return Err("ics 只有期限，没有单子".to_owned()),
        Format::Ics => ics::render(&report).into_bytes(),
        Format::Docx => docx::render(&document()?).map_err(|error| error.to_string())?,
    };
    let Some(file) = out else { return print(&bytes, to) };
    std::fs::write(file, bytes).map_err(|error| format!("{} 写不进去：{error}", file.display()))
}

/// To standard output. A reader that has gone away is no failure.
fn print(bytes: &[u8], to: Format) -> Result<(), String> {
    let mut out = std::io::stdout();
    if to == Format::Docx && out.is_terminal() {
        return Err("Word 文件不是文字，不能显示在终端里；用 --out 写明文件名".to_owned());
    }
    let _ = out.write_all(bytes).and_then(|()| out.flush());
    Ok(())
}

fn document(
    sheet: &Sheet,
    register: Option<&Path>,
    report: &Report,
    library: &Library,
    today: NaiveDate,
) -> Result<Document, String> {
    match sheet {
        Sheet::Referral(service) => referral(service, report, library),
        Sheet::Remediation => Ok(slips::remediation(report)),
        Sheet::Evidence => Ok(slips::evidence(report)),
        Sheet::Secrets => {
            let file = register.ok_or("secrets 要用 --register 给出企业自己的文件")?;
            let own: OwnFile = read_json_file(file)?;
            Ok(slips::secrets_booklet(report, library, &own.register, today))
        }
    }
}

/// A slip is numbered by the place of its service among those that the report needs.
fn referral(service: &str, report: &Report, library: &Library) -> Result<Document, String> {
    let needed = slips::needed(report);
    let number = needed.iter().position(|one| one.id == service).unwrap_or_default() + 1;
    slips::referral(report, library, service, number, &[]).ok_or_else(|| {
        let known: Vec<&str> = needed.iter().map(|service| service.id.as_str()).collect();
        format!("这份报告没有要找 {service} 的事，可以写：{}", known.join("、"))
    })
}

impl std::str::FromStr for Sheet {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("referral", service)) => Ok(Self::Referral(service.to_owned())),
            None if text == "remediation" => Ok(Self::Remediation),
            None if text == "evidence" => Ok(Self::Evidence),
            None if text == "secrets" => Ok(Self::Secrets),
            _ => Err("可以写 referral:服务代码、remediation、evidence、secrets".to_owned()),
        }
    }
}

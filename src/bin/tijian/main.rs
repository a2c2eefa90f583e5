//! `tijian`: checks packs and makes reports without a browser, on the same library as the page.

mod archive;
mod assess;
mod bundle;
mod fleet;
mod graph;
mod lint;
mod paths;
mod pin;
mod preview;
mod recall;
mod render;
mod schema;
mod signature;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use tijian::authoring::{Authored, load};

/// Where packs are, unless told otherwise.
const PACKS: &str = "questionnaires";
/// Where the table for writing by sound is, unless told otherwise.
const PINYIN: &str = "pinyin/table.json";

/// 企业法治体检的命令行：检查问卷，从答案生成报告。
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 检查全部问卷、法规和服务；有错误时退出码为 1
    Lint {
        /// 问卷目录
        #[arg(default_value = PACKS)]
        directory: PathBuf,
        /// 按哪一天的法规解析引用（默认当天）
        #[arg(long)]
        on: Option<NaiveDate>,
        /// 法规文本（每行 law_id、article、text），用来核对条号和数字
        #[arg(long)]
        laws: Option<PathBuf>,
        /// 每份问卷有多少题、选项、发现、引用，核对到哪一步
        #[arg(long)]
        coverage: bool,
        /// 值得再看一眼的写法；不算错误
        #[arg(long)]
        readability: bool,
    },
    /// 由答案文件生成报告（JSON，写到标准输出）
    Assess {
        /// 答案文件
        answers: PathBuf,
        /// 体检日期，覆盖答案文件里的 on
        #[arg(long)]
        on: Option<NaiveDate>,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 把报告（JSON）转成别的格式
    Render {
        /// 报告
        report: PathBuf,
        /// 转成什么
        #[arg(long)]
        to: render::Format,
        /// 写到哪个文件（默认标准输出）
        #[arg(long)]
        out: Option<PathBuf>,
        #[command(flatten)]
        wanted: render::Wanted,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 证明每道题、每个选项、每个发现都走得到，并给出一组答案
    Paths {
        /// 问卷目录
        #[arg(default_value = PACKS)]
        directory: PathBuf,
    },
    /// 旧报告里的哪些发现，所依据的条文在那以后变了
    Recall {
        /// 旧报告（JSON）
        report: PathBuf,
        /// 按哪一天的法规（默认当天）
        #[arg(long)]
        on: Option<NaiveDate>,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 核对一份档案或报告：封印、问卷、按答案重算的结果；有一项不符时退出码为 1
    Verify {
        /// 档案（网页或 JSON）或报告（JSON）
        file: PathBuf,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 把档案里的答案搬到现在的问卷（档案 JSON，写到标准输出）；搬不过来的写到标准错误
    Migrate {
        /// 档案（网页或 JSON）或报告（JSON）
        file: PathBuf,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 两次体检的比较（JSON，写到标准输出）；档案里有几次的，取最后一次
    Compare {
        /// 先前的档案或报告
        old: PathBuf,
        /// 后来的档案或报告
        new: PathBuf,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// JSON Schema：问卷、部署和终端配置的供编辑器提示和检查写法，报告的供读报告的程序用
    Schema {
        /// 哪一种文件的
        #[arg(long, default_value = "pack")]
        of: schema::Kind,
    },
    /// 把一份问卷画成 Mermaid 图
    Graph {
        /// 问卷代码，例如 labour
        pack: String,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 预览一份问卷：题目、答案和每个答案的后果，写成 JSON（cargo xtask serve --preview 用）
    Preview {
        /// 问卷代码，例如 labour
        pack: String,
        /// {"answers": {…}, "on": 日期, "set": {"item": …, "answer": …}}；- 是标准输入
        #[arg(long, default_value = "-")]
        answers: PathBuf,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 打包成网页用的 JSON（catalog.json 和带指纹的文件）
    Pack {
        /// 问卷目录
        #[arg(default_value = PACKS)]
        directory: PathBuf,
        /// 拼音字库（cargo xtask pinyin 生成）
        #[arg(long, default_value = PINYIN)]
        pinyin: PathBuf,
        /// 写到哪个目录
        #[arg(long)]
        out: PathBuf,
    },
    /// 由一张终端表（CSV）生成每台终端的配置和启动文件；有一行不对就一个文件也不写
    Fleet {
        /// 终端表
        table: PathBuf,
        /// 写到哪个目录
        #[arg(long)]
        out: PathBuf,
        /// 部署的配置
        #[arg(long, default_value = "public/tijian.json")]
        deployment: PathBuf,
        /// 终端打开的网址（默认用部署的 public_address）
        #[arg(long)]
        address: Option<String>,
        /// 问卷目录
        #[arg(long, default_value = PACKS)]
        packs: PathBuf,
    },
    /// 从标准输入读 6 位数字的工作人员密码，写出配置里的 staff_pin
    Pin,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Lint { directory, on, laws, coverage, readability } => {
            let extra = lint::Extra { laws: laws.as_deref(), coverage, readability };
            lint::run(&directory, on.unwrap_or_else(today), &extra)
        }
        Command::Assess { answers, on, packs } => assess::run(&answers, on, today(), &packs),
        Command::Render { report, to, out, wanted, packs } => {
            let out = out.as_deref();
            load_good(&packs, today()).and_then(|authored| {
                render::run(&report, to, &wanted, out, &authored.library, today())
            })
        }
        Command::Paths { directory } => paths::run(&directory, today()),
        Command::Recall { report, on, packs } => {
            recall::run(&report, &packs, on.unwrap_or_else(today))
        }
        Command::Verify { file, packs } => archive::verify(&file, &packs, today()),
        Command::Migrate { file, packs } => archive::migrate(&file, &packs, today()),
        Command::Compare { old, new, packs } => archive::compare(&old, &new, &packs, today()),
        Command::Schema { of } => schema::run(of),
        Command::Graph { pack, packs } => graph::run(&pack, &packs, today()),
        Command::Preview { pack, answers, packs } => preview::run(&pack, &answers, &packs, today()),
        Command::Pack { directory, pinyin, out } => bundle::run(&directory, &pinyin, &out, today()),
        Command::Fleet { table, out, deployment, address, packs } => {
            let files = fleet::Files { table: &table, out: &out, deployment: &deployment };
            load_good(&packs, today())
                .and_then(|authored| fleet::run(&files, address.as_deref(), &authored.library))
        }
        Command::Pin => pin::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

/// Writes a line to standard output. A reader that has gone away (`| head`) is no failure.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a line to standard error.
fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// The day by the computer's clock in China, which has one time zone (UTC+8).
fn today() -> NaiveDate {
    const CHINA: u64 = 8 * 3600;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |since| (since.as_secs() + CHINA) / 86_400);
    NaiveDate::default() + chrono::Days::new(days)
}

/// Reads packs that must be without error.
fn load_good(directory: &std::path::Path, on: NaiveDate) -> Result<Authored, String> {
    let authored = load(directory, on);
    if authored.errors.is_empty() { Ok(authored) } else { Err(authored.errors.join("\n")) }
}

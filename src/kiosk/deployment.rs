//! What the deployment decides: the file `tijian.json` beside the page.

use std::ops::RangeInclusive;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::desk::KnownKey;
use crate::questionnaire::Office;

/// The configuration of a deployment. The default of each field is the strictest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// Whether many people use the machine one after another, or one office has it to itself.
    pub mode: Place,
    /// After which time without a touch a terminal is cleared.
    pub delays: Delays,
    /// Address under which the public finds this program, for codes that a phone opens; without
    /// it no code is offered.
    pub public_address: Option<String>,
    /// What may be taken away besides paper; nothing unless it is named.
    pub outputs: Vec<Output>,
    /// Who helps here: names, addresses, numbers. None is shipped.
    pub offices: Vec<Office>,
    /// Keys of lawyers that the bureau knows, for signatures under reviewed reports.
    pub lawyer_keys: Vec<KnownKey>,
    /// What is wrong with the file, in words; the strictest stands in its place.
    pub problems: Vec<String>,
}

/// What kind of machine the program runs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A terminal for everybody: a visit that nobody touches any more is cleared.
    #[default]
    Terminal,
    /// An office's own browser: nothing is cleared unless it is asked for.
    Office,
    /// A lawyer's own browser, where reports are reviewed.
    Desk,
}

/// A way to take a report away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// The firm's own file, which opens in any browser and in this program.
    File,
    /// A document for a word processor.
    Word,
    /// The deadlines for a calendar.
    Calendar,
    /// Plain text.
    Text,
    /// The report as data.
    Data,
    /// A code that a phone reads.
    Code,
}

/// How long a terminal waits for a touch, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delays {
    /// Until the warning.
    pub idle: u64,
    /// From the warning until everything is cleared.
    pub warning: u64,
    /// Until the warning while the report, a sheet or the code is shown.
    pub report: u64,
    /// Until the warning once it was printed.
    pub printed: u64,
}

const IDLE: RangeInclusive<u64> = 120..=300;
/// WCAG 2.2.1 asks for twenty seconds at least.
const WARNING: RangeInclusive<u64> = 20..=60;
const REPORT: RangeInclusive<u64> = 60..=300;
const PRINTED: RangeInclusive<u64> = 30..=300;

impl Default for Delays {
    fn default() -> Self {
        Self { idle: 180, warning: 30, report: 90, printed: 60 }
    }
}

impl Deployment {
    /// Reads the file. What cannot be read is said in [`Deployment::problems`], and the strictest
    /// stands in its place, so that a program with a faulty file still starts.
    #[must_use]
    pub fn read(text: &str) -> Self {
        // Editors on Windows put a mark before the text.
        let fields: Map<String, Value> =
            match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
                Ok(fields) => fields,
                Err(error) => {
                    return Self::unreadable(&format!(
                        "第 {} 行第 {} 列",
                        error.line(),
                        error.column()
                    ));
                }
            };
        let mut read = Self::default();
        let mut problems = Vec::new();
        for (name, value) in fields {
            match name.as_str() {
                "mode" => read.mode = field(&name, value, &mut problems),
                "delays" => read.delays = delays(value, &mut problems),
                "public_address" => read.public_address = field(&name, value, &mut problems),
                "outputs" => read.outputs = list(&name, value, &mut problems),
                "offices" => read.offices = list(&name, value, &mut problems),
                "lawyer_keys" => read.lawyer_keys = list(&name, value, &mut problems),
                _ => problems.push(format!("没有“{name}”这一项，未使用。")),
            }
        }
        read.problems = problems;
        read
    }

    /// The strictest, because there is no file or it is no configuration.
    #[must_use]
    pub fn unreadable(why: &str) -> Self {
        let problem = format!("tijian.json 读不懂（{why}），现在按最严的设置运行。");
        Self { problems: vec![problem], ..Self::default() }
    }

    /// Whether reports can be reviewed here: at a desk, and in an office that saves files. Nobody
    /// reviews at a terminal.
    #[must_use]
    pub fn reviews(&self) -> bool {
        match self.mode {
            Place::Terminal => false,
            Place::Office => self.offers(Output::File),
            Place::Desk => true,
        }
    }

    /// Whether an output is offered.
    #[must_use]
    pub fn offers(&self, output: Output) -> bool {
        self.outputs.contains(&output) && (output != Output::Code || self.public_address.is_some())
    }
}

fn field<T: DeserializeOwned + Default>(name: &str, value: Value, problems: &mut Vec<String>) -> T {
    let shown = value.to_string();
    serde_json::from_value(value).unwrap_or_else(|_| {
        problems.push(format!("{name} 不能是 {shown}，现在按最严的设置运行。"));
        T::default()
    })
}

/// The entries that can be read; each of the others is a problem.
fn list<T: DeserializeOwned>(name: &str, value: Value, problems: &mut Vec<String>) -> Vec<T> {
    let Value::Array(entries) = value else {
        problems.push(format!("{name} 要写成 […]，现在按没有写处理。"));
        return Vec::new();
    };
    let mut read = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        match serde_json::from_value(entry) {
            Ok(entry) => read.push(entry),
            Err(error) => {
                problems.push(format!("{name} 第 {} 项没有用上：{error}。", at + 1));
            }
        }
    }
    read
}

fn delays(value: Value, problems: &mut Vec<String>) -> Delays {
    let mut delays = Delays::default();
    let Value::Object(fields) = value else {
        problems.push("delays 要写成 {…}，现在按默认的时间。".to_owned());
        return delays;
    };
    for (name, value) in fields {
        let (delay, range) = match name.as_str() {
            "idle" => (&mut delays.idle, IDLE),
            "warning" => (&mut delays.warning, WARNING),
            "report" => (&mut delays.report, REPORT),
            "printed" => (&mut delays.printed, PRINTED),
            _ => {
                problems.push(format!("delays 没有“{name}”这一项，未使用。"));
                continue;
            }
        };
        match value.as_u64().filter(|seconds| range.contains(seconds)) {
            Some(seconds) => *delay = seconds,
            None => problems.push(format!(
                "delays 的 {name} 要是 {} 到 {} 的整数（秒），现在按 {delay} 秒。",
                range.start(),
                range.end()
            )),
        }
    }
    delays
}

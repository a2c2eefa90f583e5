//! Reads the two files field by field: a fault costs one field, never the whole file.

use std::ops::RangeInclusive;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::lawyers;
use super::{DelaySettings, Delays, Named, Place, Printer, Settings, TerminalId};
use crate::desk::KnownKey;

const IDLE: RangeInclusive<u64> = 120..=300;
/// WCAG 2.2.1 asks for twenty seconds at least.
const WARNING: RangeInclusive<u64> = 20..=60;
const REPORT: RangeInclusive<u64> = 60..=300;
const PRINTED: RangeInclusive<u64> = 30..=300;

/// Longest name of an office, a district or a printer, in characters.
const NAME: usize = 40;
/// Longest address, in characters: it must leave room in a code.
const ADDRESS: usize = 200;
/// Name of the deployment's file.
const SHARED: &str = "tijian.json";

/// What a file says. A field that cannot be read says the strictest.
#[derive(Default)]
pub(super) struct Read {
    pub(super) said: Settings,
    /// Whether it is no configuration at all.
    pub(super) broken: bool,
    pub(super) problems: Vec<String>,
}

/// Reads the deployment's file.
pub(super) fn of_deployment(text: Option<&str>) -> Read {
    let fields = match text.ok_or_else(|| "没有取到".to_owned()).and_then(object) {
        Ok(fields) => fields,
        Err(why) => return broken(SHARED, &why),
    };
    let mut reader = Reader { file: SHARED, problems: Vec::new() };
    let said = reader.settings(fields);
    Read { said, broken: false, problems: reader.problems }
}

/// Reads a terminal's file.
pub(super) fn of_terminal(named: &Named) -> Read {
    let Some(id) = &named.id else {
        let why = "terminal= 后面不是终端编号（小写字母、数字和“-”，最多 40 个）";
        return broken("网址", why);
    };
    let file = id.path();
    let mut fields = match named.file.as_deref().ok_or("没有取到".to_owned()).and_then(object) {
        Ok(fields) => fields,
        Err(why) => return broken(&file, &why),
    };
    // A file that was copied from another terminal and not changed is that terminal's.
    let own = fields.remove("terminal");
    let own = own.and_then(|own| own.as_str().and_then(TerminalId::new));
    if own.as_ref() != Some(id) {
        return broken(&file, &format!("里面的 terminal 不是 {}", id.as_str()));
    }
    let mut reader = Reader { file: &file, problems: Vec::new() };
    let said = reader.settings(fields);
    Read { said, broken: false, problems: reader.problems }
}

fn broken(file: &str, why: &str) -> Read {
    let problem = format!("{file} 读不懂（{why}），现在按最严的设置运行。");
    Read { said: Settings::default(), broken: true, problems: vec![problem] }
}

fn object(text: &str) -> Result<Map<String, Value>, String> {
    // Editors on Windows put a mark before the text.
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("第 {} 行第 {} 列", error.line(), error.column()))
}

struct Reader<'a> {
    file: &'a str,
    problems: Vec<String>,
}

impl Reader<'_> {
    fn settings(&mut self, fields: Map<String, Value>) -> Settings {
        let mut said = Settings::default();
        for (name, value) in fields {
            // Null says nothing.
            if value.is_null() {
                continue;
            }
            match name.as_str() {
                "mode" => said.mode = Some(self.strict::<Place>(&name, value)),
                "justice_office" => said.justice_office = Some(self.name(&name, &value)),
                "district" => said.district = Some(self.name(&name, &value)),
                "delays" => said.delays = self.delays(value),
                "printer" => said.printer = Some(self.strict::<Printer>(&name, value)),
                "public_address" => said.public_address = Some(self.address(&name, &value)),
                "outputs" => said.outputs = Some(self.list(&name, value)),
                "offices" => said.offices = Some(self.list(&name, value)),
                "lawyer_keys" => said.lawyer_keys = Some(self.lawyers(&name, value)),
                // Without a code, the one of the deployment holds.
                "staff_pin" => match serde_json::from_value(value) {
                    Ok(pin) => said.staff_pin = Some(pin),
                    Err(error) => self.problem(&format!("staff_pin 没有用上：{error}。")),
                },
                _ => self.problem(&format!("没有“{name}”这一项，未使用。")),
            }
        }
        said
    }

    fn problem(&mut self, what: &str) {
        self.problems.push(format!("{}：{what}", self.file));
    }

    fn strict<T: DeserializeOwned + Default>(&mut self, name: &str, value: Value) -> T {
        let shown = value.to_string();
        serde_json::from_value(value).unwrap_or_else(|_| {
            self.problem(&format!("{name} 不能是 {shown}，现在按最严的设置运行。"));
            T::default()
        })
    }

    /// A name that is shown; empty when it cannot be one.
    fn name(&mut self, name: &str, value: &Value) -> String {
        let text = value.as_str().map(str::trim);
        let good =
            text.filter(|text| text.chars().count() <= NAME && !text.chars().any(char::is_control));
        self.or_empty(good, name, &format!("要是 {NAME} 个字以内的文字"))
    }

    /// The address for phones; empty when it cannot be one.
    fn address(&mut self, name: &str, value: &Value) -> String {
        let web = |text: &&str| {
            let there = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            there.is_some_and(|rest| !rest.is_empty())
        };
        let good = value.as_str().filter(web).filter(|text| {
            text.len() <= ADDRESS
                && text.bytes().all(|sign| sign.is_ascii_graphic() && sign != b'#')
        });
        self.or_empty(good, name, "要是 https:// 或 http:// 开头的网址，不带 #")
    }

    fn or_empty(&mut self, good: Option<&str>, name: &str, wanted: &str) -> String {
        if good.is_none() {
            self.problem(&format!("{name} {wanted}，现在按没有写处理。"));
        }
        good.unwrap_or_default().to_owned()
    }

    /// The entries that can be used; each of the others is a problem.
    fn lawyers(&mut self, name: &str, value: Value) -> Vec<KnownKey> {
        self.list_of(name, value, |known: KnownKey, before| lawyers::usable(known, before))
    }

    /// The entries that can be read; each of the others is a problem.
    fn list<T: DeserializeOwned>(&mut self, name: &str, value: Value) -> Vec<T> {
        self.list_of(name, value, |entry, _| Ok(entry))
    }

    /// The entries that can be read and that `usable` takes, which also sees those before.
    fn list_of<T: DeserializeOwned>(
        &mut self,
        name: &str,
        value: Value,
        usable: impl Fn(T, &[T]) -> Result<T, String>,
    ) -> Vec<T> {
        let Value::Array(entries) = value else {
            self.problem(&format!("{name} 要写成 […]，现在按没有写处理。"));
            return Vec::new();
        };
        let mut read = Vec::new();
        for (at, entry) in entries.into_iter().enumerate() {
            let entry = serde_json::from_value(entry).map_err(|error| error.to_string());
            match entry.and_then(|entry| usable(entry, &read)) {
                Ok(entry) => read.push(entry),
                Err(why) => self.problem(&format!("{name} 第 {} 项没有用上：{why}。", at + 1)),
            }
        }
        read
    }

    /// Those that are said; a faulty one says what is usual.
    fn delays(&mut self, value: Value) -> DelaySettings {
        let usual = Delays::default();
        let mut said = DelaySettings::default();
        let Value::Object(fields) = value else {
            self.problem("delays 要写成 {…}，现在按默认的时间。");
            return DelaySettings {
                idle: Some(usual.idle),
                warning: Some(usual.warning),
                report: Some(usual.report),
                printed: Some(usual.printed),
            };
        };
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_null()) {
            let (delay, usual, range) = match name.as_str() {
                "idle" => (&mut said.idle, usual.idle, IDLE),
                "warning" => (&mut said.warning, usual.warning, WARNING),
                "report" => (&mut said.report, usual.report, REPORT),
                "printed" => (&mut said.printed, usual.printed, PRINTED),
                _ => {
                    self.problem(&format!("delays 没有“{name}”这一项，未使用。"));
                    continue;
                }
            };
            let good = value.as_u64().filter(|seconds| range.contains(seconds));
            *delay = Some(good.unwrap_or(usual));
            if good.is_none() {
                self.problem(&format!(
                    "delays 的 {name} 要是 {} 到 {} 的整数（秒），现在按 {usual} 秒。",
                    range.start(),
                    range.end()
                ));
            }
        }
        said
    }
}

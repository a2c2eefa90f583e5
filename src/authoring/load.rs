//! Reads the directory of questionnaires: packs, laws and services, with every problem found.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::read::{explain, part, read_limited};
use super::readability::Terms;
use super::{Lines, deadlines, migrations};
use crate::law::Register;
use crate::questionnaire::{
    Compiled, FindingRule, Item, Place, Problem, Questionnaire, Services, Source,
};
use crate::report::{Library, canonical, digest};

/// Folders of packs, in the order in which they are asked.
const FOLDERS: [&str; 2] = ["general", "sectors"];
/// File that says in which order the packs of a folder are asked.
const ORDER: &str = "order.yaml";
/// Terms of art that a question must explain.
const TERMS: &str = "lists/terms.yaml";

/// What a directory holds.
#[derive(Debug, Default)]
pub struct Authored {
    /// Packs in the order of asking.
    pub sources: Vec<Source>,
    /// Packs indexed, laws and services; empty when something is wrong with them.
    pub library: Library,
    /// Everything that is wrong, as `file:line: message（hint）`.
    pub errors: Vec<String>,
    /// Citations in items and findings.
    pub citations: usize,
    lines: HashMap<String, Lines>,
    /// Beginnings of the `link_id`s of packs that could not be read.
    unread: Vec<String>,
}

/// Reads and checks a directory; citations are resolved on a day.
#[must_use]
pub fn load(directory: &Path, on: NaiveDate) -> Authored {
    let mut authored = Authored::default();
    let laws: Register = authored.one(&directory.join("laws.yaml")).unwrap_or_default();
    let services: Services = authored.one(&directory.join("services.yaml")).unwrap_or_default();
    for path in authored.pack_files(directory) {
        authored.pack(&path);
    }
    let file =
        |name: &str, pointer| Place { file: directory.join(name).display().to_string(), pointer };
    let mut problems: Vec<Problem> = laws
        .problems()
        .into_iter()
        .map(|(pointer, message)| Problem::new(&file("laws.yaml", pointer), message, "改正登记"))
        .collect();
    let mut audit = Library::audit(&authored.sources, &laws, &services, on);
    audit.services(&services, &laws, on, &file("services.yaml", String::new()));
    authored.citations = audit.citations;
    problems.extend(audit.problems);
    let (calendar, deadlines, found) = deadlines::read(&mut authored, directory, &laws, on);
    problems.extend(found);
    let (migrations, found) = migrations::read(&mut authored, directory);
    problems.extend(found.into_iter().filter(|problem| !authored.missed(problem)));
    match Compiled::new(authored.sources.clone()) {
        Ok(compiled) => {
            let compiled = Rc::new(compiled);
            authored.library =
                Library { compiled, laws, services, calendar, deadlines, migrations };
        }
        Err(found) => {
            problems.extend(found.into_iter().filter(|problem| !authored.missed(problem)));
        }
    }
    problems.sort();
    let shown: Vec<String> = problems.iter().map(|problem| authored.show(problem)).collect();
    authored.errors.extend(shown);
    authored
}

impl Authored {
    /// Reads the terms of art of a directory; without the file there are none.
    pub fn terms(&mut self, directory: &Path) -> Terms {
        let file = directory.join(TERMS);
        if file.exists() { self.one(&file).unwrap_or_default() } else { Terms::new() }
    }

    /// Whether a problem is about a pack that could not be read: it will be there when mended.
    fn missed(&self, problem: &Problem) -> bool {
        self.unread.iter().any(|start| problem.message.contains(start.as_str()))
    }

    fn fail(&mut self, problem: &Problem) {
        let shown = self.show(problem);
        self.errors.push(shown);
    }

    /// A problem with the line of its place, as all messages show it.
    #[must_use]
    pub fn show(&self, problem: &Problem) -> String {
        let Problem { place, message, hint } = problem;
        let line = self.lines.get(&place.file).map_or(1, |lines| lines.line(&place.pointer));
        format!("{}:{line}: {message}（{hint}）", place.file)
    }

    /// The packs of a folder: first those that its order file names, then the rest by name.
    fn pack_files(&mut self, directory: &Path) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for folder in FOLDERS.map(|folder| directory.join(folder)) {
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            let mut found: Vec<PathBuf> = entries
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
                .filter(|path| path.file_name().is_none_or(|name| name != ORDER))
                .collect();
            let order = folder.join(ORDER);
            let order: Vec<String> =
                if order.exists() { self.one(&order).unwrap_or_default() } else { Vec::new() };
            found.sort();
            found.sort_by_key(|path| {
                let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
                order.iter().position(|id| id == name).unwrap_or(usize::MAX)
            });
            files.extend(found);
        }
        if files.is_empty() {
            self.errors.push(format!(
                "{}: 没有找到问卷（应有 general/ 或 sectors/ 里的 .yaml 文件）",
                directory.display()
            ));
        }
        files
    }

    /// Reads a YAML file into a tree and takes note of its lines.
    fn tree(&mut self, path: &Path) -> Option<(Place, Value)> {
        let file = path.display().to_string();
        let text = match read_limited(path) {
            Ok(text) => text,
            Err(message) => {
                self.errors.push(message);
                return None;
            }
        };
        let lines = Lines::of(&text);
        if let Some(line) = lines.alias() {
            // A few lines of aliases of aliases would unfold to millions of nodes.
            self.errors.push(format!("{file}:{line}: 不能用 * 引用，请把内容写出来"));
            return None;
        }
        self.lines.insert(file.clone(), lines);
        match serde_saphyr::from_str::<Value>(&text) {
            Ok(value) => Some((Place { file, pointer: String::new() }, value)),
            Err(error) => {
                let line = error.location().map_or(1, |location| location.line());
                let message = explain(error.without_snippet().to_string().as_str());
                self.errors.push(format!("{file}:{line}: 不是合格的 YAML：{message}"));
                None
            }
        }
    }

    pub(super) fn one<T: DeserializeOwned>(&mut self, path: &Path) -> Option<T> {
        let (place, value) = self.tree(path)?;
        part(&value, &place).map_err(|problem| self.fail(&problem)).ok()
    }

    /// Reads a pack part by part, so that one bad item does not hide the next.
    fn pack(&mut self, path: &Path) {
        let Some((root, value)) = self.tree(path) else { return };
        let mut problems = Vec::new();
        let list = |value: &Value, key: &str| -> Vec<Value> {
            value.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
        };
        for (s, section) in list(&value, "sections").iter().enumerate() {
            for (i, item) in list(section, "items").iter().enumerate() {
                let place = root.child("sections").child(s).child("items").child(i);
                problems.extend(part::<Item>(item, &place).err());
            }
        }
        for (at, rule) in list(&value, "findings").iter().enumerate() {
            problems.extend(part::<FindingRule>(rule, &root.child("findings").child(at)).err());
        }
        if !problems.is_empty() {
            let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
            self.unread.push(format!("{id}."));
        }
        if problems.is_empty() {
            match part::<Questionnaire>(&value, &root) {
                Ok(pack) => {
                    let hash = canonical(&pack).map(|text| digest(text.as_bytes()));
                    let hash = hash.unwrap_or_default();
                    self.sources.push(Source { file: root.file, hash, pack });
                }
                Err(problem) => problems.push(problem),
            }
        }
        for problem in problems {
            self.fail(&problem);
        }
    }
}

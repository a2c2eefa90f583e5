//! Reads and checks `migrations/`: how old answers move to the packs of today.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::load::Authored;
use crate::questionnaire::{
    Item, ItemKind, Mapping, Migration, Move, Place, Problem, Source, Version,
};

/// Folder of the migrations, one file for each pack.
const FOLDER: &str = "migrations";
/// What to do about a question that is not as the file says.
const CODE: &str = "检查代码";

/// Reads every migration; a directory without them has none.
pub(super) fn read(authored: &mut Authored, directory: &Path) -> (Vec<Migration>, Vec<Problem>) {
    let read: Vec<(Place, Migration)> = files(&directory.join(FOLDER))
        .into_iter()
        .filter_map(|path| {
            let place = Place { file: path.display().to_string(), pointer: String::new() };
            let migration: Migration = authored.one(&path)?;
            Some((place, migration))
        })
        .collect();
    let migrations: Vec<Migration> = read.iter().map(|(_, migration)| migration.clone()).collect();
    let now = Now::of(&authored.sources, &migrations);
    let problems = read.iter().flat_map(|(place, migration)| now.check(place, migration)).collect();
    (migrations, problems)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    files.sort();
    files
}

/// What there is now, for migrations to be held against.
struct Now<'a> {
    items: HashMap<&'a str, &'a Item>,
    versions: HashMap<&'a str, Option<Version>>,
    /// When a later move or entry takes a question away, by its `link_id`.
    gone: HashMap<&'a str, &'a Version>,
}

impl<'a> Now<'a> {
    fn of(sources: &'a [Source], migrations: &'a [Migration]) -> Self {
        let items = sources.iter().flat_map(|source| source.pack.items());
        let versions = sources.iter().map(|source| &source.pack);
        let moved = migrations.iter().flat_map(|migration| &migration.moves);
        let moved = moved.flat_map(|one| one.from.keys().map(|id| (id.as_str(), &one.since)));
        let dropped = migrations.iter().flat_map(|migration| &migration.dropped);
        let dropped = dropped.map(|one| (one.link_id.as_str(), &one.since));
        Self {
            items: items.map(|item| (item.link_id.as_str(), item)).collect(),
            versions: versions
                .map(|pack| (pack.id.as_str(), Version::parse(&pack.version)))
                .collect(),
            gone: moved.chain(dropped).collect(),
        }
    }

    fn check(&self, root: &Place, migration: &Migration) -> Vec<Problem> {
        let Some(version) = self.versions.get(migration.pack.as_str()) else {
            let message = format!("没有以 {}. 开头的问卷", migration.pack);
            return vec![Problem::new(&root.child("pack"), message, CODE)];
        };
        let mut problems = Vec::new();
        let late = |since: &Version| version.as_ref().is_some_and(|version| since > version);
        for (at, one) in migration.moves.iter().enumerate() {
            let place = root.child("moves").child(at);
            if late(&one.since) {
                problems.push(too_late(&place));
            }
            let gone = one.from.keys().filter(|id| !self.hangs_on(id, &one.to));
            problems.extend(gone.filter_map(|id| {
                self.still_there(id, &place.child("from").child(id.replace('/', "~1")))
            }));
            problems.extend(self.target(one, &place));
        }
        for (at, one) in migration.dropped.iter().enumerate() {
            let place = root.child("dropped").child(at);
            if late(&one.since) {
                problems.push(too_late(&place));
            }
            problems.extend(self.still_there(&one.link_id, &place.child("link_id")));
            if one.why.trim().is_empty() {
                let message = "没有写为什么搬不过来".to_owned();
                problems.push(Problem::new(&place.child("why"), message, "用一句话告诉企业"));
            }
        }
        problems
    }

    /// Whether a question is asked only because of another: its old answers then open that one.
    fn hangs_on(&self, link_id: &str, other: &str) -> bool {
        let item = self.items.get(link_id);
        let condition = item.and_then(|item| item.enable_when.as_ref());
        condition.is_some_and(|condition| condition.items().contains(&other))
    }

    /// An old question that is still asked needs no move.
    fn still_there(&self, link_id: &str, place: &Place) -> Option<Problem> {
        self.items.get(link_id)?;
        let message = format!("{link_id} 现在还在问");
        Some(Problem::new(place, message, "只搬已经删去的题；新题要用新代码"))
    }

    fn target(&self, one: &Move, place: &Place) -> Vec<Problem> {
        if one.from.is_empty() {
            let message = "from 里没有旧题".to_owned();
            return vec![Problem::new(&place.child("from"), message, "写出它代替的每一题")];
        }
        match self.items.get(one.to.as_str()) {
            Some(item) => codes(item, one, place),
            // A later version has moved it on, and its own move was checked with it.
            None if self.gone.get(one.to.as_str()).is_some_and(|gone| **gone > one.since) => {
                Vec::new()
            }
            None => {
                let message = format!("没有 {} 这一题", one.to);
                vec![Problem::new(&place.child("to"), message, CODE)]
            }
        }
    }
}

fn too_late(place: &Place) -> Problem {
    let message = "since 比问卷现在的 version 还新".to_owned();
    Problem::new(&place.child("since"), message, "改 since，或者给问卷换版本号")
}

/// Codes of a move that its question does not have.
fn codes(item: &Item, one: &Move, place: &Place) -> Vec<Problem> {
    let mut problems = Vec::new();
    let offered = item.codes();
    for (id, mapping) in &one.from {
        let place = place.child("from").child(id.replace('/', "~1"));
        for code in mapping.targets().filter(|code| !offered.contains(code)) {
            let message = format!("{} 没有 {code} 这个选项", one.to);
            problems.push(Problem::new(&place, message, format!("可以写：{}", offered.join("、"))));
        }
        let Mapping::Codes(map) = mapping else { continue };
        if item.kind != ItemKind::MultiChoice && map.values().any(|codes| codes.len() > 1) {
            let message = format!("{} 不是多选题，每个旧代码只能对一个新代码", one.to);
            problems.push(Problem::new(&place, message, "写成“旧代码: 新代码”"));
        }
    }
    let exclusive =
        |code: &String| item.options.iter().any(|option| option.exclusive && option.code == *code);
    let place = place.child("else");
    match &one.otherwise {
        Some(code) if item.kind != ItemKind::MultiChoice || !exclusive(code) => {
            let message = format!("else 只能是多选题里“以上都没有”那一项，{code} 不是");
            problems.push(Problem::new(&place, message, "写 exclusive: true 的那个代码"));
        }
        None if empties(one) && item.enable_when.is_none() => {
            let message = "什么也没有收集到时不知道选哪一项".to_owned();
            problems.push(Problem::new(
                &place,
                message,
                "多选题写 else: 和“以上都没有”的代码，单选题给每个旧代码写新代码",
            ));
        }
        _ => {}
    }
    problems
}

/// Whether an old answer can say that nothing was wrong.
fn empties(one: &Move) -> bool {
    one.from.values().any(|mapping| match mapping {
        Mapping::Codes(map) => map.values().any(Vec::is_empty),
        Mapping::Keep => false,
    })
}

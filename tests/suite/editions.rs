//! A report of an earlier release is held against the packs that it was made with.

use std::rc::Rc;

use serde_json::json;
use tijian::archive::integrity::Integrity;
use tijian::archive::open::{Opened, open};
use tijian::kiosk::{Deployment, Effect, Event, Model, Output, Place, Screen};
use tijian::questionnaire::{Compiled, Source};
use tijian::report::catalog::{CatalogFile, Edition, Editions};
use tijian::report::{Library, canonical, digest, seal};
use tijian::response::Mode;
use tijian::view_model::Body;

use crate::kiosk::Visitor;
use crate::support::{day, library, sources};

const TODAY: &str = "2026-11-21";
const LATER: &str = "2026-12-21";

/// The packs as they were before: every finding of one had another title.
fn earlier() -> Library {
    let mut before: Vec<Source> = sources().to_vec();
    let pack = before.iter_mut().find(|source| source.pack.id == "contract").unwrap();
    for finding in &mut pack.pack.findings {
        finding.title = format!("从前的：{}", finding.title);
    }
    pack.hash = digest(canonical(&pack.pack).unwrap().as_bytes());
    Library { compiled: Rc::new(Compiled::new(before).unwrap()), ..library() }
}

fn with(library: Library) -> Visitor {
    let mut visitor = Visitor { model: Model::default(), effects: Vec::new() };
    visitor.does(Event::Configured(Box::new(Deployment {
        outputs: vec![Output::File],
        mode: Place::Office,
        ..Deployment::default()
    })));
    visitor.does(Event::Loaded(Box::new(library)));
    visitor
}

/// The file of a visit under the earlier packs, with a finding whose title has changed since.
fn saved_then() -> String {
    let mut visitor = with(earlier());
    visitor.does(Event::Began(day(TODAY)));
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Quick, &[]);
    visitor.does(Event::Change("contract.seal_keeper".to_owned()));
    visitor.says("shared");
    visitor.does(Event::MakeReport);
    visitor.does(Event::Take(Output::File));
    match visitor.effects.as_slice() {
        [Effect::Save { text, .. }] => text.clone(),
        other => panic!("no file: {other:?}"),
    }
}

fn opened_now(text: &str) -> Opened {
    open(text.as_bytes(), &library(), day(LATER)).unwrap()
}

#[test]
fn its_own_packs_prove_a_report_and_show_it_as_it_was() {
    let mut visitor = with(library());
    visitor.does(Event::FileRead(Ok(saved_then().into_bytes()), day(LATER)));
    let wanted = visitor.effects.iter().find_map(|effect| match effect {
        Effect::FetchEdition(packs) => Some(packs.clone()),
        _ => None,
    });
    let contract = |library: &Library| {
        let ix = library.compiled.find_pack("contract").unwrap();
        library.compiled.packs.at(ix).hash.clone()
    };
    assert_eq!(wanted.unwrap()["contract"], contract(&earlier()));
    let trust = |visitor: &Visitor| match visitor.page().body {
        Body::File(view) => format!("{:?}", view.document.parts[0]),
        other => panic!("no file: {other:?}"),
    };
    assert!(trust(&visitor).contains("原来的结论无法重算"), "{}", trust(&visitor));

    visitor.does(Event::EditionLoaded(Box::new(earlier())));
    assert!(visitor.effects.is_empty(), "nobody is interrupted");
    assert!(trust(&visitor).contains("用当时的问卷核对，封印完整"), "{}", trust(&visitor));
    assert!(trust(&visitor).contains("文件没有发现改动"));
    visitor.does(Event::ShowLast);
    let visit = visitor.model.visit().unwrap();
    assert_eq!(visit.screen, Screen::Report);
    let made = visit.made.clone().unwrap();
    let stored = &visit.file.as_ref().unwrap().envelope.checks[0];
    assert_eq!(json!(made.report.seal), stored["seal"]);
    assert!(made.report.findings.iter().any(|found| found.title.starts_with("从前的：")));
    assert!(format!("{:?}", made.document).contains("从前的："));

    // What is answered from now on goes into today's packs.
    visitor.does(Event::Back);
    visitor.does(Event::MakeReport);
    let made = visitor.model.visit().unwrap().made.clone().unwrap();
    assert!(made.report.findings.iter().all(|found| !found.title.starts_with("从前的：")));
}

#[test]
fn a_forged_report_does_not_pass_with_its_own_packs() {
    let opened = opened_now(&saved_then());
    let mut forged = opened.envelope.checks[0].clone();
    forged["findings"][0]["level"] = json!("blue");
    forged["seal"] = json!("");
    forged["seal"] = json!(seal(&forged));
    let mut opened = opened_now(&forged.to_string());
    assert_eq!(opened.checks[0].integrity, Integrity::OtherPacks, "nothing can be said yet");
    opened.prove(&earlier());
    assert_eq!(opened.checks[0].integrity, Integrity::Mismatch);
    assert!(!opened.checks[0].differences.is_empty());
}

#[test]
fn other_packs_prove_nothing_and_a_broken_seal_asks_for_none() {
    let text = saved_then();
    let mut opened = opened_now(&text);
    opened.prove(&library());
    assert_eq!(opened.checks[0].integrity, Integrity::OtherPacks);
    assert!(opened.checks[0].original.is_none());

    let mut altered = opened.envelope.checks[0].clone();
    altered["findings"][0]["level"] = json!("blue");
    let opened = opened_now(&altered.to_string());
    assert_eq!(opened.checks[0].integrity, Integrity::Altered);
    assert!(opened.wanted().is_empty());
}

#[test]
fn the_newest_edition_with_all_packs_is_found() {
    let edition = |name: &str, packs: &[(&str, &str)]| Edition {
        catalog: CatalogFile::new(name, "0".repeat(64)),
        packs: packs.iter().map(|(id, hash)| ((*id).to_owned(), (*hash).to_owned())).collect(),
    };
    let editions = Editions {
        editions: vec![
            edition("c", &[("tax", "2"), ("ip", "2")]),
            edition("b", &[("tax", "1"), ("ip", "1")]),
            edition("a", &[("tax", "1"), ("ip", "1"), ("old", "1")]),
        ],
    };
    let find = |packs: &[(&str, &str)]| {
        let packs = edition("", packs).packs;
        editions
            .find(&packs)
            .map(|edition| edition.catalog.file.split('.').next().unwrap().to_owned())
    };
    assert_eq!(find(&[("tax", "1")]).as_deref(), Some("b"));
    assert_eq!(find(&[("tax", "1"), ("old", "1")]).as_deref(), Some("a"));
    assert_eq!(find(&[("tax", "1"), ("ip", "2")]), None);
}

//! Files, codes and sheets in a visit, as a person meets them, without a browser.

use tijian::kiosk::{Deployment, Effect, Entry, Event, Output, Place, Screen, Sheet, Side};
use tijian::response::Mode;
use tijian::view_model::Body;

use crate::kiosk::Visitor;
use crate::support::{day, library};

const TODAY: &str = "2026-11-21";
const LATER: &str = "2026-12-21";

pub(crate) fn office() -> Deployment {
    Deployment {
        public_address: Some("https://example.test/".to_owned()),
        outputs: vec![
            Output::File,
            Output::Word,
            Output::Calendar,
            Output::Text,
            Output::Data,
            Output::Code,
        ],
        mode: Place::Office,
        ..Deployment::default()
    }
}

/// Somebody with a quick check whose seal is kept by several people, at the task list.
fn visitor() -> Visitor {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Configured(Box::new(office())));
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Quick, &[]);
    visitor.does(Event::Change("contract.seal_keeper".to_owned()));
    visitor.says("shared");
    visitor.does(Event::Tasks);
    visitor
}

/// The page as a new visitor meets it.
pub(crate) fn start() -> Visitor {
    let mut visitor = Visitor { model: tijian::kiosk::Model::default(), effects: Vec::new() };
    visitor.does(Event::Configured(Box::new(office())));
    visitor.does(Event::Loaded(Box::new(library())));
    visitor
}

/// The name and text of the file that was handed over.
pub(crate) fn saved(visitor: &Visitor) -> (String, String) {
    match visitor.effects.as_slice() {
        [Effect::Save { name, text, .. }] => (name.clone(), text.clone()),
        other => panic!("no file: {other:?}"),
    }
}

pub(crate) fn opens(visitor: &mut Visitor, text: &str, on: &str) {
    visitor.does(Event::FileRead(Ok(text.as_bytes().to_vec()), day(on)));
}

/// Answers the rest with 不清楚, says that the seal lies about, and has the report made.
fn finishes(visitor: &mut Visitor) {
    visitor.hurries_through();
    visitor.does(Event::Change("contract.seal_keeper".to_owned()));
    visitor.says("shared");
    visitor.does(Event::MakeReport);
    assert_eq!(screen(visitor), Screen::Report);
}

fn reported(visitor: &mut Visitor) -> String {
    finishes(visitor);
    visitor.does(Event::Take(Output::File));
    saved(visitor).1
}

pub(crate) fn screen(visitor: &Visitor) -> Screen {
    visitor.model.visit().expect("a visit").screen
}

#[test]
fn an_unfinished_check_is_gone_on_with() {
    let mut first = visitor();
    first.does(Event::SaveDraft);
    let (name, text) = saved(&first);
    assert_eq!(name, "法治体检-20261121-未完成.html");
    let mut second = start();
    opens(&mut second, &text, LATER);
    let Body::File(view) = second.page().body else { panic!("{:?}", second.page().body) };
    assert!(view.has_draft && !view.has_report);
    second.does(Event::Tasks);
    let answers = |visitor: &Visitor| visitor.model.visit().unwrap().check.answers();
    assert_eq!(answers(&second), answers(&first));
}

#[test]
fn a_report_is_opened_checked_again_and_grows_into_the_firms_file() {
    let text = reported(&mut visitor());
    let mut later = start();
    opens(&mut later, &text, LATER);
    let Body::File(view) = later.page().body else { panic!("{:?}", later.page().body) };
    assert!(view.has_report && !view.has_draft);
    assert!(view.marks.iter().any(|mark| mark.id == "contract.f.seal_loose" && !mark.done));
    later.does(Event::ShowLast);
    let Body::Report(view) = later.page().body else { panic!("{:?}", later.page().body) };
    assert!(view.folder, "there is a way back to the file");
    later.does(Event::OpenFolder);
    assert_eq!(screen(&later), Screen::File);
    later.does(Event::Recheck);
    let mut asked = 0;
    while let Body::Question(question) = later.page().body {
        asked += 1;
        assert!(asked < 100, "the re-check never ends: {}", question.link_id);
        later.says(if question.link_id == "contract.seal_keeper" { "owner" } else { "unknown" });
        if matches!(later.page().body, Body::Question(ref next) if next.link_id == question.link_id)
        {
            later.does(Event::Answered(Entry::Unknown));
        }
    }
    assert_eq!(screen(&later), Screen::Review);
    later.does(Event::MakeReport);
    later.does(Event::Take(Output::File));
    let (_, text) = saved(&later);
    let mut last = start();
    opens(&mut last, &text, LATER);
    let Body::File(view) = last.page().body else { panic!("{:?}", last.page().body) };
    let shown = tijian::report::text::render(&view.document);
    assert!(shown.contains("文件没有发现改动"), "{shown}");
    assert!(
        shown.contains("上次以来改好的\n- 几个人都能随手拿到公章")
            || shown.contains("上次以来改好的"),
        "{shown}"
    );
    assert_eq!(last.model.visit().unwrap().file.as_ref().unwrap().checks.len(), 2);
}

#[test]
fn an_answer_given_later_makes_a_report_of_that_day() {
    let text = reported(&mut visitor());
    let mut later = start();
    opens(&mut later, &text, LATER);
    later.does(Event::ShowLast);
    let on = |visitor: &Visitor| visitor.model.visit().unwrap().made.clone().unwrap().report.on;
    assert_eq!(on(&later), day(TODAY), "an old report keeps its day");
    later.does(Event::Change("contract.seal_keeper".to_owned()));
    later.says("owner");
    later.does(Event::MakeReport);
    assert_eq!(on(&later), day(LATER));
}

#[test]
fn what_was_put_right_is_kept_in_the_file() {
    let text = reported(&mut visitor());
    let mut later = start();
    opens(&mut later, &text, LATER);
    let finding = "contract.f.seal_loose".to_owned();
    let mark = |on: &str| Event::MarkDone {
        finding: finding.clone(),
        on: on.to_owned(),
        by: "张某".to_owned(),
        note: "保险柜照片".to_owned(),
    };
    for not_yet in ["2026-12-22", "昨天"] {
        later.does(mark(not_yet));
        assert!(later.page().error.is_some(), "{not_yet}");
    }
    later.does(mark("2026-12-20"));
    assert_eq!(later.page().error, None);
    later.does(Event::SaveFolder);
    let (_, text) = saved(&later);
    opens(&mut later, "", LATER);
    let mut again = start();
    opens(&mut again, &text, LATER);
    let Body::File(view) = again.page().body else { panic!("{:?}", again.page().body) };
    assert!(view.marks.iter().any(|mark| mark.id == finding && mark.done));
    let shown = tijian::report::text::render(&view.document);
    assert!(shown.contains("2026 年 12 月 20 日 办好，张某，保险柜照片"), "{shown}");
    assert!(shown.contains("企业自报"), "{shown}");
}

#[test]
fn two_peoples_parts_become_one_and_differences_are_shown() {
    let mut theirs = visitor();
    theirs.does(Event::Change("contract.seal_keeper".to_owned()));
    theirs.says("owner");
    theirs.does(Event::Tasks);
    theirs.does(Event::SaveDraft);
    let (_, text) = saved(&theirs);
    let mut ours = visitor();
    opens(&mut ours, &text, TODAY);
    let Body::Conflicts(rows) = ours.page().body else { panic!("{:?}", ours.page().body) };
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].ours.as_str(), rows[0].theirs.as_str()),
        ("几个人都能随手拿到", "老板本人")
    );
    ours.does(Event::Settle("contract.seal_keeper".to_owned(), Side::Theirs));
    assert_eq!(screen(&ours), Screen::Tasks);
    let visit = ours.model.visit().unwrap();
    let ix = visit.compiled().find("contract.seal_keeper").unwrap();
    let item = visit.compiled().item(ix);
    assert_eq!(visit.check.flow().answer(ix).unwrap().display(item), "老板本人");
}

#[test]
fn a_bad_file_is_refused_by_name_and_nothing_is_lost() {
    let mut ours = visitor();
    let before = ours.model.visit().unwrap().check.answers();
    for bytes in [&b""[..], b"\xc4\xe3\xba\xc3", b"<html></html>", b"{\"a\":"] {
        ours.does(Event::FileRead(Ok(bytes.to_vec()), day(TODAY)));
        assert!(ours.page().error.is_some(), "{bytes:?}");
        assert_eq!(ours.model.visit().unwrap().check.answers(), before);
    }
    let mut fresh = start();
    opens(&mut fresh, "<html></html>", TODAY);
    assert!(matches!(fresh.page().body, Body::Start(_)));
    assert!(fresh.page().error.is_some());
}

#[test]
fn a_phone_rebuilds_the_report_from_the_code() {
    let mut terminal = visitor();
    finishes(&mut terminal);
    let made = terminal.model.visit().unwrap().made.clone().unwrap();
    terminal.does(Event::Take(Output::Code));
    assert_eq!(screen(&terminal), Screen::Code);
    let check = &terminal.model.visit().unwrap().check;
    let payload = tijian::archive::compact::encode(check, |_| true).unwrap();
    let link = tijian::archive::compact::link("https://example.test/", &payload).unwrap();
    let (_, fragment) = link.split_once('#').unwrap();
    let mut phone = start();
    phone.does(Event::LinkOpened(format!("#{fragment}"), day(LATER)));
    assert_eq!(screen(&phone), Screen::Report);
    let there = phone.model.visit().unwrap().made.clone().unwrap();
    assert_eq!(there.report.seal, made.report.seal);
    let mut wrong = start();
    wrong.does(Event::LinkOpened("#r=ABC".to_owned(), day(LATER)));
    assert!(wrong.model.visit().is_none() && wrong.page().error.is_some());
}

#[test]
fn only_what_the_deployment_allows_leaves_the_machine() {
    let mut visitor = visitor();
    finishes(&mut visitor);
    visitor.does(Event::Configured(Box::default()));
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    assert!(view.outputs.is_empty());
    for output in office().outputs {
        visitor.does(Event::Take(output));
        assert!(visitor.effects.is_empty() && screen(&visitor) == Screen::Report, "{output:?}");
    }
    let nowhere = Deployment { public_address: None, ..office() };
    visitor.does(Event::Configured(Box::new(nowhere)));
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    assert!(view.outputs.iter().all(|(output, _)| *output != Output::Code));
}

#[test]
fn slips_and_sheets_open_from_the_report_and_print_by_themselves() {
    let mut visitor = visitor();
    finishes(&mut visitor);
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    assert!(view.sheets.len() > 2, "{:?}", view.sheets);
    for (sheet, name) in view.sheets {
        visitor.does(Event::ShowSheet(sheet));
        assert_eq!(screen(&visitor), Screen::Sheet, "{name}");
        visitor.does(Event::Print);
        assert!(matches!(visitor.effects.as_slice(), [Effect::Print { .. }]));
        visitor.does(Event::Back);
        assert_eq!(screen(&visitor), Screen::Report);
    }
    visitor.does(Event::ShowSheet(Sheet::Referral("nobody".to_owned())));
    assert_eq!(screen(&visitor), Screen::Report);
}

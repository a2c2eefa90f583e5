//! The interface in two languages: each whole, and the switch between them loses nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use serde_json::Value;
use tijian::kiosk::{
    Deployment, Effect, Entry, Event, Field, Form, Kind, Left, Looked, Output, RegisterEvent,
    SecretClass, Sheet, Store, Trouble,
};
use tijian::report::document::PartId;
use tijian::report::{Document, Report, docx, html, text};
use tijian::response::Mode;
use tijian::texts::{Lang, Piece, is_chinese, pieces};
use tijian::view_model::{Body, Page};

use crate::docx::texts;
use crate::firms;
use crate::kiosk::Visitor;
use crate::support::{day, library, sources};
use crate::visit_files::{office, opens, saved, start};

/// The code of the texts of one language, without comments: of a file of both, its part.
fn code(lang: Lang) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts");
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    let marks = |text: &str| (text.find("const ZH"), text.find("const EN"));
    let of = |path: std::path::PathBuf| {
        let whole = std::fs::read_to_string(&path).unwrap();
        let lines = whole.lines().filter(|line| !line.trim_start().starts_with("//"));
        let whole: String = lines.flat_map(|line| [line, "\n"]).collect();
        let part = match (marks(&whole), lang) {
            ((Some(zh), Some(en)), Lang::Zh) => &whole[zh..en],
            ((Some(zh), None), Lang::Zh) => &whole[zh..],
            ((_, Some(en)), Lang::En) => &whole[en..],
            _ => return None,
        };
        Some((path.display().to_string(), part.to_owned()))
    };
    let code: Vec<_> = files.into_iter().filter_map(of).collect();
    assert!(code.len() > 8, "{}", code.len());
    code
}

/// The literals of some code.
fn literals(code: &str) -> Vec<String> {
    let pieces: Vec<&str> = code.split('"').collect();
    pieces.into_iter().skip(1).step_by(2).map(str::to_owned).collect()
}

/// The button that leads to Chinese is in Chinese.
const ALLOWED: [&str; 1] = ["中文"];

#[test]
fn no_english_text_holds_chinese() {
    for (file, code) in code(Lang::En) {
        for literal in literals(&code) {
            let chinese = literal.contains(is_chinese) && !ALLOWED.contains(&literal.as_str());
            assert!(!chinese, "{file}: {literal}");
        }
    }
}

#[test]
fn no_chinese_text_was_left_in_english() {
    for (file, code) in code(Lang::Zh) {
        for literal in literals(&code) {
            let words = literal.split(' ').filter(|word| {
                word.len() > 1 && word.chars().all(|sign| sign.is_ascii_alphabetic())
            });
            let english = words.count() > 1 && !literal.contains(is_chinese);
            assert!(!english, "{file}: {literal}");
        }
    }
}

#[test]
fn no_text_is_empty() {
    for lang in [Lang::Zh, Lang::En] {
        let said = format!("{:?}", lang.texts());
        // An English page number has nothing behind it.
        let said = said.replace(r#"pages: ["Page ", " of ", ""]"#, "");
        assert!(said.len() > 10_000 && !said.contains(r#""""#), "{lang:?}");
    }
}

/// Every text of packs, laws, deadlines and services: what stays Chinese.
fn content() -> &'static BTreeSet<String> {
    static CONTENT: OnceLock<BTreeSet<String>> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let library = library();
        let mut all = BTreeSet::new();
        for source in sources() {
            texts(&serde_json::to_value(&source.pack).unwrap(), &mut all);
        }
        texts(&serde_json::to_value(&library.laws).unwrap(), &mut all);
        texts(&serde_json::to_value(&library.services).unwrap(), &mut all);
        // Answers that are the same in every pack, and the unit of every amount.
        all.extend(["有", "没有", "是", "否", "不清楚", "不适用", "元"].map(str::to_owned));
        // Laws are cited with other marks than they have in the packs.
        let cited: Vec<String> = all.iter().flat_map(|text| as_cited(text)).collect();
        all.extend(cited);
        all
    })
}

/// The parts of an edition's name, and a title with the inner marks.
fn as_cited(text: &str) -> Vec<String> {
    if text.chars().count() > 100 {
        return Vec::new();
    }
    let inner = text.replace('《', "〈").replace('》', "〉");
    let parts = text.split(['（', '）']).filter(|part| part.chars().count() > 1);
    parts.map(str::to_owned).chain([inner]).collect()
}

/// Content by its first sign, the longest first.
struct Known<'a>(BTreeMap<char, Vec<&'a str>>);

impl<'a> Known<'a> {
    fn of(all: impl Iterator<Item = &'a String>) -> Self {
        let mut known: BTreeMap<char, Vec<&str>> = BTreeMap::new();
        for text in all.filter(|text| text.contains(is_chinese) && text.chars().count() > 1) {
            known.entry(text.chars().next().unwrap()).or_default().push(text);
        }
        known.values_mut().for_each(|all| all.sort_by_key(|text| std::cmp::Reverse(text.len())));
        Self(known)
    }

    /// What is Chinese in a text besides content.
    fn foreign(&self, text: &str) -> String {
        // Units stand beside figures, articles have numbers, laws and choices their marks.
        let beside = |sign: char| "第条《》〈〉（）、，；：".contains(sign) || unit(sign);
        let (mut rest, mut foreign) = (text, String::new());
        while let Some(sign) = rest.chars().next() {
            let known = self.0.get(&sign).into_iter().flatten().find(|one| rest.starts_with(**one));
            if known.is_none() && is_chinese(sign) && !beside(sign) {
                foreign.push(sign);
            }
            rest = &rest[known.map_or(sign.len_utf8(), |known| known.len())..];
        }
        foreign
    }
}

/// Whether a sign alone is content, as units are.
fn unit(sign: char) -> bool {
    content().contains(sign.encode_utf8(&mut [0; 4]) as &str)
}

/// Every text for people that a page's body holds, but for documents.
fn shown(page: &Page) -> Vec<String> {
    let body = match &page.body {
        Body::Report(view) => format!("{:?} {:?}", view.outputs, view.sheets),
        Body::File(view) => format!("{:?}", view.marks),
        Body::Sheet(_) => String::new(),
        Body::Question(view) => {
            // Articles are composed of names of laws: content all of it.
            let mut view = view.clone();
            view.basis.clear();
            format!("{view:?}")
        }
        Body::Register(view) => {
            let mut view = view.clone();
            // The check of a restraint speaks of the law.
            for line in view.posts.iter_mut().flat_map(|post| &mut post.lines) {
                (line.text, line.basis) = (String::new(), String::new());
            }
            format!("{view:?}")
        }
        body => format!("{body:?}"),
    };
    let around = format!("{:?} {:?} {:?} {:?}", page.error, page.saved, page.warning, page.receipt);
    let notice = page.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    literals(&format!("{body} {around}")).into_iter().chain([notice]).collect()
}

/// Looks at what an English visitor sees.
struct English {
    visitor: Visitor,
    looks: usize,
    seen: BTreeSet<String>,
}

impl English {
    fn does(&mut self, event: Event) {
        self.visitor.does(event);
        self.looks();
    }

    fn looks(&mut self) {
        let page = self.visitor.page();
        assert_eq!(page.lang, Lang::En);
        static CONTENT: OnceLock<Known<'_>> = OnceLock::new();
        let content = CONTENT.get_or_init(|| Known::of(content().iter()));
        for text in shown(&page) {
            if !text.contains(is_chinese) || !self.seen.insert(text.clone()) {
                continue;
            }
            // A day or a number with its unit is an answer.
            let figures =
                text.chars().all(|sign| sign.is_ascii_digit() || "年月日 ".contains(sign));
            let foreign = content.foreign(&text);
            assert!(figures || foreign.is_empty(), "{text}: {foreign}");
        }
        self.looks += 1;
    }
}

#[test]
fn every_screen_of_a_visit_is_english() {
    let mut english = English { visitor: start(), looks: 0, seen: BTreeSet::new() };
    english.does(Event::Speak(Lang::En));
    english.does(Event::Looked(vec![
        Looked { store: Store::Local, left: Left::Nothing },
        Looked { store: Store::Databases, left: Left::Entries(2) },
        Looked { store: Store::Cookies, left: Left::Unseen },
    ]));
    english.does(Event::Begin);
    english.does(Event::Began(day("2026-11-21")));
    english.does(Event::Answered(Entry::Skip));
    for answer in ["llc", "twenty", "20", "service"] {
        english.does(Event::Answered(Entry::Text(answer.to_owned())));
    }
    english.does(Event::Answered(Entry::Codes(vec!["none".to_owned()])));
    for answer in ["operating", "no", "shenhe"] {
        english.does(Event::Answered(Entry::Text(answer.to_owned())));
    }
    english.does(Event::Answered(Entry::Skip));
    for code in ["9135", "91350100M000100Y44", "9135010OM000100Y43", "91A50100M000100Y43"] {
        english.does(Event::Answered(Entry::Text(code.to_owned())));
    }
    english.does(Event::Answered(Entry::Skip));
    english.visitor.chooses(Mode::Quick, &[]);
    english.looks();
    english.does(Event::SaveDraft);
    let (name, draft) = saved(&english.visitor);
    assert!(name.is_ascii(), "{name}");
    english.does(Event::Saved(Ok(name)));
    english.does(Event::Saved(Err(Trouble::NoSaving)));
    english.does(Event::FileRead(Ok(b"{}".to_vec()), day("2026-11-21")));
    english.does(Event::FileRead(Err(Trouble::TooBig), day("2026-11-21")));
    while let Body::Tasks(view) = english.visitor.page().body {
        english.does(if view.next.is_some() { Event::Continue } else { Event::Review });
        while let Body::Question(_) = english.visitor.page().body {
            english.does(Event::Answered(Entry::Unknown));
            if english.visitor.page().error.is_some() {
                english.visitor.hurries_through();
            }
        }
    }
    english.does(Event::Change("contract.seal_keeper".to_owned()));
    english.does(Event::Answered(Entry::Text("shared".to_owned())));
    english.does(Event::Change("profile.form".to_owned()));
    english.does(Event::Answered(Entry::Text("individual".to_owned())));
    english.does(Event::Undo);
    english.does(Event::MakeReport);
    for output in [Output::Code, Output::Text, Output::Word, Output::File] {
        english.does(Event::Take(output));
        english.does(Event::Back);
        english.does(Event::MakeReport);
    }
    english.does(Event::ShowSheet(Sheet::Remediation));
    english.does(Event::Back);
    english.does(Event::Register(RegisterEvent::Open));
    through_the_register(&mut english);
    assert!(english.looks > 40, "{}", english.looks);

    let mut later = English { visitor: start(), looks: 0, seen: BTreeSet::new() };
    later.does(Event::Speak(Lang::En));
    later.does(Event::FileRead(Ok(b"no file".to_vec()), day("2026-12-21")));
    opens(&mut later.visitor, &draft, "2026-12-21");
    later.looks();
    let Body::File(view) = later.visitor.page().body else { panic!("no file") };
    assert_eq!(view.document.lang, Lang::En);
}

fn through_the_register(english: &mut English) {
    let does = |english: &mut English, event| english.does(Event::Register(event));
    for kind in [Kind::Secret, Kind::Post] {
        does(english, RegisterEvent::Add(kind));
        does(english, RegisterEvent::Keep(Form::default()));
        let texts = [
            (Field::Name, "A"),
            (Field::Post, "B"),
            (Field::NdaSigned, "20990101"),
            (Field::Months, "x"),
            (Field::Pay, "1.234"),
        ];
        let texts = texts.map(|(field, text)| (field, text.to_owned())).into_iter().collect();
        let form = Form { class: Some(SecretClass::Technical), texts };
        does(english, RegisterEvent::Keep(form));
        let texts = [(Field::Name, "A"), (Field::Post, "B"), (Field::Months, "36")];
        let texts = texts.map(|(field, text)| (field, text.to_owned())).into_iter().collect();
        let form = Form { class: Some(SecretClass::Technical), texts };
        does(english, RegisterEvent::Keep(form));
    }
    does(english, RegisterEvent::MinimumWage("many".to_owned()));
    does(english, RegisterEvent::Remove(Kind::Secret, 0));
}

/// The report of every firm in English.
fn reports() -> Vec<(Report, Document)> {
    let library = library();
    let of = |report: Report| {
        let document = Document::of(&report, &library, Lang::En);
        (report, document)
    };
    firms::reports().into_iter().map(of).collect()
}

/// What may be Chinese in the document of a report: the report's own content, and the packs'.
fn content_of(report: &Report) -> BTreeSet<String> {
    let mut all = content().clone();
    let mut data = serde_json::to_value(report).unwrap();
    // The sentence that was sealed is frame.
    data["verdict"] = Value::Null;
    texts(&data, &mut all);
    let chinese = Document::of(report, &library(), Lang::Zh);
    if let Some(firm) = chinese.part(PartId::Firm) {
        texts(&serde_json::to_value(firm).unwrap(), &mut all);
    }
    all
}

#[test]
fn the_frame_of_every_report_is_english() {
    for (report, document) in reports() {
        let content = content_of(&report);
        let content = Known::of(content.iter());
        let page = html::render(&document);
        let lines = text::render(&document);
        let mut all: BTreeSet<String> = lines.lines().map(str::to_owned).collect();
        texts(&serde_json::to_value(&document).unwrap(), &mut all);
        assert!(all.len() > 100, "{}", all.len());
        for text in all.iter().filter(|text| text.contains(is_chinese)) {
            let foreign = content.foreign(text);
            assert!(foreign.is_empty(), "{}: {text}: {foreign}", document.firm);
        }
        assert!(page.contains("<html lang=\"en\">"));
        assert!(docx::render(&document).is_ok());
    }
}

/// Outside elements that say so, nothing on a page is Chinese.
#[test]
fn chinese_on_an_english_page_says_that_it_is() {
    for (_, document) in reports() {
        let page = html::render(&document);
        let (_, body) = page.split_once("<body>").unwrap();
        let mut marked = 0;
        let mut rest = String::new();
        for (at, piece) in body.split("<span lang=\"zh-CN\">").enumerate() {
            let after = if at == 0 { piece } else { piece.split_once("</span>").unwrap().1 };
            marked += usize::from(at > 0);
            rest.push_str(after);
        }
        assert!(marked > 30, "{marked}");
        let left: Vec<Piece<'_>> = pieces(&rest);
        let left = left.iter().find(|piece| matches!(piece, Piece::Chinese(_)));
        assert_eq!(left, None, "{}", document.firm);
    }
}

#[test]
fn an_english_report_reads_so() {
    let (report, document) = reports()
        .into_iter()
        .find(|(report, _)| report.priorities.len() > 3 && !report.deadlines.is_empty())
        .expect("a report with deadlines");
    let shown = crate::reports::redacted(&text::render(&document), &report);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("english-report", shown));
}

/// Everything of a visit that can be told apart, but for how often a screen was drawn.
fn state(visitor: &Visitor) -> String {
    let page = Page { revision: 0, ..visitor.page() };
    let visit = visitor.model.visit();
    let rest = visit.map(|visit| {
        format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            visit.screen,
            visit.check.answers(),
            visit.check.flow().scope(),
            visit.error,
            visit.saved,
            visit.made,
            visit.filling,
            visit.register,
            visit.printed,
        )
    });
    format!("{page:?} {rest:?} {:?} {:?}", visitor.model.dialog, visitor.model.problem)
}

/// What can happen in a visit.
#[derive(Clone, Debug)]
enum Step {
    First,
    Number,
    Unknown,
    Nonsense,
    Back,
    Scope(bool),
    Continue,
    Review,
    Report,
    Undo,
    Sheet,
    Code,
    AskEnd,
    CancelEnd,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => Just(Step::First),
        6 => Just(Step::Unknown),
        3 => Just(Step::Number),
        2 => Just(Step::Nonsense),
        2 => Just(Step::Back),
        2 => any::<bool>().prop_map(Step::Scope),
        4 => Just(Step::Continue),
        1 => Just(Step::Review),
        2 => Just(Step::Report),
        1 => Just(Step::Undo),
        1 => Just(Step::Sheet),
        1 => Just(Step::Code),
        1 => Just(Step::AskEnd),
        1 => Just(Step::CancelEnd),
    ]
}

fn event(visitor: &Visitor, step: &Step) -> Event {
    use tijian::kiosk::Scope;
    use tijian::view_model::InputView;
    let text = |text: &str| Event::Answered(Entry::Text(text.to_owned()));
    match step {
        Step::First => match visitor.page().body {
            Body::Question(view) => match &view.input {
                InputView::Choice(options) => text(&options[0].code),
                InputView::Multi(options) => {
                    Event::Answered(Entry::Codes(vec![options[0].code.clone()]))
                }
                InputView::Number { .. } => text("20"),
                InputView::Date { day, .. } => text(if *day { "2026-01-05" } else { "2026-01" }),
                InputView::Code { .. } | InputView::Text { .. } => Event::Answered(Entry::Skip),
            },
            _ => Event::Continue,
        },
        Step::Number => text("12"),
        Step::Unknown => Event::Answered(Entry::Unknown),
        Step::Nonsense => text("没有这样的"),
        Step::Back => Event::Back,
        Step::Scope(quick) => {
            let mode = if *quick { Mode::Quick } else { Mode::Full };
            Event::ChooseScope(Scope { mode, topics: Vec::new() })
        }
        Step::Continue => Event::Continue,
        Step::Review => Event::Review,
        Step::Report => Event::MakeReport,
        Step::Undo => Event::Undo,
        Step::Sheet => Event::ShowSheet(Sheet::Remediation),
        Step::Code => Event::Take(Output::Code),
        Step::AskEnd => Event::AskEnd,
        Step::CancelEnd => Event::CancelEnd,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// At any point of a visit English and back leave everything as it was; and a visit in English
    /// comes to where the same visit in Chinese does.
    #[test]
    fn the_switch_loses_nothing(steps in proptest::collection::vec(step(), 1..40)) {
        let [mut chinese, mut english] = [(); 2].map(|()| {
            let mut visitor = Visitor::arrives();
            visitor.does(Event::Configured(Box::new(office())));
            visitor
        });
        english.does(Event::Speak(Lang::En));
        for step in &steps {
            let event = event(&chinese, step);
            chinese.does(event.clone());
            english.does(event);
            let before = state(&chinese);
            chinese.does(Event::Speak(Lang::En));
            prop_assert_eq!(&chinese.effects, &[Effect::Language(Lang::En)]);
            prop_assert_eq!(state(&chinese), state(&english));
            chinese.does(Event::Speak(Lang::Zh));
            prop_assert_eq!(state(&chinese), before);
        }
    }
}

#[test]
fn what_stands_on_the_screen_follows_the_language() {
    let mut visitor = Visitor::arrives();
    visitor
        .does(Event::Configured(Box::new(Deployment { outputs: vec![Output::Text], ..office() })));
    visitor.says("llc");
    visitor.says("twenty");
    let error = |visitor: &Visitor| visitor.page().error.expect("an error");
    assert_eq!(error(&visitor), "“twenty”不是数。请只填数字。");
    visitor.does(Event::Speak(Lang::En));
    assert_eq!(error(&visitor), "“twenty” is not a number. Please enter digits only.");
    visitor.does(Event::Speak(Lang::Zh));
    visitor.does(Event::MakeReport);
    let title = |visitor: &Visitor| match visitor.page().body {
        Body::Report(view) => view.document.title.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(title(&visitor), "企业法治体检报告");
    visitor.does(Event::Speak(Lang::En));
    assert_eq!(title(&visitor), "Enterprise Legal Health Check: Report");
    visitor.does(Event::Take(Output::Text));
    let (name, text) = saved(&visitor);
    assert!(name.starts_with("legal-health-check-20261121-"), "{name}");
    assert!(text.starts_with("Enterprise Legal Health Check: Report\n"), "{text}");
    // The next one begins in Chinese again.
    visitor.does(Event::End);
    assert_eq!(visitor.model.lang, Lang::Zh);
}

/// A language that was chosen at the start and left there is not for the next one.
#[test]
fn a_language_that_was_left_behind_is_put_back() {
    let mut visitor = start();
    visitor.does(Event::Configured(Box::default()));
    visitor.does(Event::Speak(Lang::En));
    visitor.does(Event::Tick { monotonic_ms: 1_000 });
    let patience = Deployment::default().delays;
    let gone = 1_000 * (1 + patience.idle + patience.warning);
    visitor.does(Event::Tick { monotonic_ms: gone });
    assert!(visitor.effects.contains(&Effect::Clear { shared: true }), "{:?}", visitor.effects);
}

#[test]
fn english_counts_well() {
    let words = Lang::En.texts();
    assert_eq!((words.tasks.open)(1), "Not begun · 1 question");
    assert_eq!((words.tasks.open)(2), "Not begun · 2 questions");
    assert_eq!((words.report.figures.left)(-1), "passed 1 day ago");
    assert_eq!((words.report.figures.day)(day("2026-11-21")), "21 November 2026");
    assert_eq!((words.report.verdict.urgent)(1, 2), "1 red risk and 2 orange found");
}

//! 商业秘密登记 in a visit: filled in, saved with the firm's file, and never anywhere else.

use std::collections::BTreeMap;

use tijian::kiosk::{
    Effect, Entry, Event, Field, Form, Kind, Output, RegisterEvent, Screen, SecretClass, Sheet,
};
use tijian::report::{html, slips, text};
use tijian::response::Mode;
use tijian::view_model::{Body, EntryView, RegisterView, Standing};

use crate::kiosk::Visitor;
use crate::visit_files::{office, opens, saved, screen, start};

const LATER: &str = "2026-12-21";
/// Everything that the tests write into the register and that is nowhere else.
const OWN: [&str; 5] = ["退火曲线甲", "铁柜乙", "老赵丙", "炉前主任丁", "孙某戊"];

/// Somebody whose report finds something about trade secrets.
fn reported() -> Visitor {
    let mut visitor = Visitor::arrives();
    visitor.does(Event::Configured(Box::new(office())));
    visitor.fills_in_the_profile();
    visitor.chooses(Mode::Topics, &["secret"]);
    visitor.does(Event::Continue);
    while let Body::Question(question) = visitor.page().body {
        visitor.does(Event::Answered(match question.link_id.as_str() {
            "secret.assets" => Entry::Codes(vec!["tech".to_owned()]),
            "secret.people" => Entry::Codes(vec!["none".to_owned()]),
            "secret.measures" => Entry::Codes(vec!["list".to_owned()]),
            _ => Entry::Unknown,
        }));
    }
    visitor.does(Event::MakeReport);
    assert_eq!(screen(&visitor), Screen::Report);
    visitor
}

fn form(class: Option<SecretClass>, texts: &[(Field, &str)]) -> Form {
    let texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned()));
    Form { class, texts: texts.collect() }
}

fn secret(name: &str) -> Form {
    let texts = [(Field::Name, name), (Field::Carrier, "铁柜乙"), (Field::Keeper, "老赵丙")];
    form(Some(SecretClass::Technical), &texts)
}

fn post() -> Form {
    let texts = [
        (Field::Post, "炉前主任丁"),
        (Field::Holder, "孙某戊"),
        (Field::NdaSigned, "20240105"),
        (Field::NdaUntil, "2026-12-10"),
        (Field::Months, "36"),
        (Field::Pay, "23,456.5"),
    ];
    form(None, &texts)
}

fn does(visitor: &mut Visitor, event: RegisterEvent) {
    visitor.does(Event::Register(event));
}

fn adds(visitor: &mut Visitor, kind: Kind, form: Form) {
    does(visitor, RegisterEvent::Add(kind));
    does(visitor, RegisterEvent::Keep(form));
    assert_eq!(screen(visitor), Screen::Register);
}

/// A register with a secret and a post, opened from the report.
fn filled() -> Visitor {
    let mut visitor = reported();
    does(&mut visitor, RegisterEvent::Open);
    does(&mut visitor, RegisterEvent::MinimumWage("2137".to_owned()));
    adds(&mut visitor, Kind::Secret, secret("退火曲线甲"));
    adds(&mut visitor, Kind::Post, post());
    visitor
}

fn list(visitor: &Visitor) -> RegisterView {
    match visitor.page().body {
        Body::Register(view) => *view,
        other => panic!("no register: {other:?}"),
    }
}

fn entry(visitor: &Visitor) -> EntryView {
    match visitor.page().body {
        Body::RegisterEntry(view) => view,
        other => panic!("no entry: {other:?}"),
    }
}

fn names(visitor: &Visitor) -> Vec<(&'static str, Vec<String>)> {
    let names = |class: tijian::view_model::ClassView| {
        (class.name, class.secrets.into_iter().map(|secret| secret.name).collect())
    };
    list(visitor).classes.into_iter().map(names).collect()
}

/// Keeps a form for a new entry and gives what is said against it.
#[track_caller]
fn problems(kind: Kind, form: &Form) -> BTreeMap<Field, String> {
    let mut visitor = reported();
    does(&mut visitor, RegisterEvent::Open);
    does(&mut visitor, RegisterEvent::Add(kind));
    does(&mut visitor, RegisterEvent::Keep(form.clone()));
    let view = entry(&visitor);
    // Nothing that was entered is lost.
    assert_eq!(view.class, form.class);
    for field in &view.fields {
        let typed = form.texts.get(&field.field).map(|text| text.trim()).unwrap_or_default();
        assert_eq!(field.text, typed, "{:?}", field.field);
    }
    assert!(visitor.model.visit().unwrap().register.is_none());
    view.problems
}

#[test]
fn entries_are_added_changed_and_taken_out() {
    let mut visitor = filled();
    let mut other = secret("底价表");
    other.class = Some(SecretClass::Business);
    adds(&mut visitor, Kind::Secret, other);
    adds(&mut visitor, Kind::Secret, secret("模具图"));
    let both = vec!["退火曲线甲".to_owned(), "模具图".to_owned()];
    let business = ("经营信息", vec!["底价表".to_owned()]);
    assert_eq!(names(&visitor), [("技术信息", both), business.clone()]);

    // The form begins with what is there.
    does(&mut visitor, RegisterEvent::Change(Kind::Secret, 2));
    let view = entry(&visitor);
    assert!(!view.new && view.class == Some(SecretClass::Technical));
    assert_eq!(view.fields[0].text, "模具图");
    let mut changed = secret("模具图三版");
    changed.class = Some(SecretClass::Other);
    does(&mut visitor, RegisterEvent::Keep(changed));
    assert_eq!(names(&visitor)[2], ("其他商业信息", vec!["模具图三版".to_owned()]));

    does(&mut visitor, RegisterEvent::Remove(Kind::Secret, 1));
    assert_eq!(list(&visitor).removed.as_deref(), Some("底价表"));
    assert_eq!(names(&visitor).len(), 2);
    does(&mut visitor, RegisterEvent::Restore);
    assert_eq!(names(&visitor)[1], business);
    does(&mut visitor, RegisterEvent::Remove(Kind::Post, 0));
    assert!(list(&visitor).posts.is_empty());

    // A place that there is not is nobody's.
    does(&mut visitor, RegisterEvent::Remove(Kind::Post, 7));
    does(&mut visitor, RegisterEvent::Change(Kind::Secret, 7));
    assert_eq!(screen(&visitor), Screen::Register);

    // Back from an entry leaves it as it was.
    does(&mut visitor, RegisterEvent::Change(Kind::Secret, 0));
    visitor.does(Event::Back);
    assert_eq!(screen(&visitor), Screen::Register);
    visitor.does(Event::Back);
    assert_eq!(screen(&visitor), Screen::Report);
}

#[test]
fn a_post_that_is_opened_again_shows_what_was_typed() {
    let mut visitor = filled();
    let kept = visitor.model.visit().unwrap().register.clone();
    does(&mut visitor, RegisterEvent::Change(Kind::Post, 0));
    let texts: BTreeMap<Field, String> =
        entry(&visitor).fields.into_iter().map(|field| (field.field, field.text)).collect();
    assert_eq!(texts[&Field::NdaUntil], "20261210");
    assert_eq!(texts[&Field::Pay], "23456.5");
    does(&mut visitor, RegisterEvent::Keep(Form { class: None, texts }));
    assert_eq!(visitor.model.visit().unwrap().register, kept);
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let nothing = problems(Kind::Secret, &Form::default());
    assert_eq!(nothing[&Field::Class], "请选一个类别。");
    assert_eq!(nothing[&Field::Name], "请填名称。只写名称，不写秘密的内容。");
    let long = "长".repeat(41);
    let mut hidden = secret(&long);
    hidden.texts.insert(Field::Keeper, "老\u{202E}赵".to_owned());
    let found = problems(Kind::Secret, &hidden);
    assert_eq!(found[&Field::Name], "最多 40 个字，现在是 41 个。请缩短。");
    assert!(found[&Field::Keeper].contains("看不见的字符"));

    assert_eq!(problems(Kind::Post, &Form::default())[&Field::Post], "请填岗位名称。");
    let one = |field: Field, text: &str| {
        let found = problems(Kind::Post, &form(None, &[(Field::Post, "主任"), (field, text)]));
        assert_eq!(found.len(), 1, "{found:?}");
        found.into_iter().next().unwrap()
    };
    for wrong in ["2024", "20240230", "2024-13-01", "明年", "+2024115", "18990101", "2024-1"] {
        let (field, why) = one(Field::LeftOn, wrong);
        assert_eq!(field, Field::LeftOn);
        assert_eq!(why, format!("“{wrong}”不是日历上的日子。请照“20241121”的样子填。"));
    }
    for (text, why) in [
        ("两年", "“两年”不是数。请只填数字。"),
        ("1.5", "请填整数，不带小数点。"),
        ("0", "请填 1 到 600 之间的值。"),
        ("-3", "请填 1 到 600 之间的值。"),
    ] {
        assert_eq!(one(Field::Months, text).1, why);
    }
    for (text, why) in [
        ("一千", "“一千”不是数。请只填数字。"),
        ("0.125", "小数点后最多 2 位。"),
        ("-1", "请填 0 到 100,000,000 之间的值。"),
        ("100000001", "请填 0 到 100,000,000 之间的值。"),
    ] {
        assert_eq!(one(Field::Pay, text).1, why);
    }
    let together = |texts: &[(Field, &str)]| {
        let texts = [&[(Field::Post, "主任")], texts].concat();
        problems(Kind::Post, &form(None, &texts)).into_iter().next().unwrap()
    };
    let signed = |day| together(&[(Field::NdaSigned, day), (Field::NdaUntil, "20250101")]);
    assert_eq!(signed("20250102"), (Field::NdaUntil, "到期日不能早于签订日。".to_owned()));
    assert_eq!(one(Field::NdaSigned, "20261122").1, "签订日不能晚于今天。还没有签的请留空。");
    assert_eq!(one(Field::NdaUntil, "20261122").0, Field::NdaSigned);
    assert_eq!(one(Field::Compensation, "3000").0, Field::Months);
    let left = together(&[(Field::LeftOn, "20260601"), (Field::Until, "2026年5月31日")]);
    assert_eq!(left, (Field::Until, "竞业限制到期日不能早于离职日。".to_owned()));
}

#[test]
fn the_first_wrong_field_is_gone_to() {
    let mut visitor = reported();
    does(&mut visitor, RegisterEvent::Open);
    does(&mut visitor, RegisterEvent::Add(Kind::Secret));
    does(&mut visitor, RegisterEvent::Keep(form(Some(SecretClass::Other), &[])));
    assert_eq!(visitor.effects, [Effect::Reveal("register-name".to_owned())]);
    does(&mut visitor, RegisterEvent::Keep(secret("底价表")));
    assert_eq!(screen(&visitor), Screen::Register);
}

#[test]
fn the_check_stands_beside_the_post() {
    let mut visitor = filled();
    let view = list(&visitor);
    assert_eq!(view.posts[0].name, "炉前主任丁（孙某戊）");
    let [term, pay] = view.posts[0].lines.as_slice() else { panic!("{view:?}") };
    assert_eq!((term.standing, pay.standing), (Standing::Fails, Standing::Fails));
    assert_eq!(term.text, "期限约定 36 个月，离职后最长二年（24 个月）");
    assert_eq!(term.basis, "《劳动合同法》第24条");
    assert!(pay.text.contains("每月付 7,036.95 元"), "{}", pay.text);
    assert_eq!(pay.basis, "《劳动合同法》第23条、《劳动争议解释（一）》第36条");

    // The wage counts as it is typed; what is none stays in its field and changes nothing.
    does(&mut visitor, RegisterEvent::MinimumWage("8000".to_owned()));
    assert!(list(&visitor).posts[0].lines[1].text.contains("每月付 8,000 元"));
    does(&mut visitor, RegisterEvent::MinimumWage("八千".to_owned()));
    let view = list(&visitor);
    assert_eq!((view.wage.as_str(), view.wage_problem.is_some()), ("八千", true));
    assert!(view.posts[0].lines[1].text.contains("每月付 8,000 元"));
    does(&mut visitor, RegisterEvent::MinimumWage(String::new()));
    let view = list(&visitor);
    assert!(view.wage_problem.is_none());
    assert!(view.posts[0].lines[1].text.contains("请咨询 12333"));
}

#[test]
fn the_register_is_saved_opened_again_and_printed() {
    let mut visitor = filled();
    let kept = visitor.model.visit().unwrap().register.clone();
    visitor.does(Event::ShowSheet(Sheet::Secrets));
    let Body::Sheet(booklet) = visitor.page().body else { panic!("no sheet") };
    let shown = text::render(&booklet);
    assert!(OWN.iter().all(|own| shown.contains(own)), "{shown}");
    visitor.does(Event::Back);
    assert_eq!(screen(&visitor), Screen::Register);
    visitor.does(Event::SaveFolder);
    let (name, file) = saved(&visitor);
    assert!(name.starts_with("法治体检-20261121-"), "{name}");

    let mut later = start();
    opens(&mut later, &file, LATER);
    assert_eq!(later.model.visit().unwrap().register, kept);
    does(&mut later, RegisterEvent::Open);
    later.does(Event::ShowSheet(Sheet::Secrets));
    let Body::Sheet(booklet) = later.page().body else { panic!("no sheet") };
    assert!(text::render(&booklet).contains("退火曲线甲"));
    later.does(Event::Back);
    does(&mut later, RegisterEvent::Remove(Kind::Secret, 0));
    adds(&mut later, Kind::Secret, secret("模具图"));
    later.does(Event::SaveFolder);
    let (name, file) = saved(&later);
    assert_eq!(name, "法治档案-20261221.html");
    assert!(!file.contains("退火曲线甲"));
    later.does(Event::Back);
    assert_eq!(screen(&later), Screen::File);

    let mut last = start();
    opens(&mut last, &file, LATER);
    let visit = last.model.visit().unwrap();
    assert!(visit.file.as_ref().unwrap().holds());
    assert_eq!(visit.file.as_ref().unwrap().checks.len(), 1);
    assert_eq!(visit.register.as_ref().unwrap().secrets[0].name, "模具图");
}

#[test]
fn a_report_made_later_and_an_unfinished_check_keep_the_register() {
    let mut visitor = filled();
    visitor.does(Event::Back);
    visitor.does(Event::Take(Output::File));
    let mut later = start();
    opens(&mut later, &saved(&visitor).1, LATER);
    later.does(Event::BeginAgain);
    later.does(Event::SaveDraft);
    let mut draft = start();
    opens(&mut draft, &saved(&later).1, LATER);
    assert!(draft.model.visit().unwrap().register.is_some());
    // A report of this visit is not left out of what is saved.
    later.fills_in_the_profile();
    later.chooses(Mode::Quick, &[]);
    later.hurries_through();
    later.does(Event::MakeReport);
    later.does(Event::SaveFolder);
    let mut last = start();
    opens(&mut last, &saved(&later).1, LATER);
    let visit = last.model.visit().unwrap();
    assert_eq!(visit.file.as_ref().unwrap().checks.len(), 2);
    assert!(visit.register.is_some());
}

/// The register goes into the file and onto the booklet. Nothing else has any of it.
#[test]
fn the_register_is_nowhere_else() {
    let without = |what: &str, text: &str| {
        for own in OWN {
            assert!(!text.contains(own), "{own} in {what}");
        }
    };
    let mut visitor = filled();
    let before = reported().model.visit().unwrap().made.clone().unwrap();
    let visit = visitor.model.visit().unwrap();
    let made = visit.made.clone().unwrap();
    assert_eq!(made.report, before.report);
    let payload = |visitor: &Visitor| {
        tijian::archive::compact::encode(&visitor.model.visit().unwrap().check, |_| true).unwrap()
    };
    assert_eq!(payload(&visitor), payload(&reported()));
    without("the report", &serde_json::to_string(&made.report).unwrap());
    without("its page", &html::render(&made.document));
    for sheet in [slips::remediation(&made.report), slips::evidence(&made.report)] {
        without("a sheet", &text::render(&sheet));
    }

    visitor.does(Event::Back);
    for output in office().outputs {
        visitor.does(Event::Take(output));
        let handed = match visitor.effects.first() {
            Some(Effect::Save { name, text, .. }) => {
                without("a name", name);
                text.clone()
            }
            Some(Effect::SaveWord { document, .. }) => document.clone(),
            _ => String::new(),
        };
        if output == Output::File {
            let (page, data) = handed.split_once("<script").unwrap();
            let (data, rest) = data.split_once("</script>").unwrap();
            without("what is seen of the file", &format!("{page}{rest}"));
            // In the file the register is one member and nothing else has any of it.
            let (_, json) = data.split_once('>').unwrap();
            let mut json: serde_json::Value = serde_json::from_str(json).unwrap();
            let own = json.as_object_mut().unwrap().remove("register").unwrap().to_string();
            assert!(OWN.iter().all(|word| own.contains(word)), "{own}");
            without("the rest of the file", &json.to_string());
        } else {
            without("an output", &handed);
        }
    }
}

#[test]
fn a_register_that_cannot_be_read_is_kept_as_it_is() {
    let mut visitor = filled();
    visitor.does(Event::SaveFolder);
    let mut loaded = tijian::archive::envelope::read(saved(&visitor).1.as_bytes()).unwrap();
    let later = serde_json::json!({"secrets": [], "vault": "later"});
    loaded.envelope.more.insert("register".to_owned(), later.clone());
    let file = tijian::archive::envelope::write(&loaded.envelope).unwrap();
    let mut visitor = start();
    opens(&mut visitor, &file, LATER);
    does(&mut visitor, RegisterEvent::Open);
    assert!(list(&visitor).locked);
    does(&mut visitor, RegisterEvent::Add(Kind::Secret));
    does(&mut visitor, RegisterEvent::MinimumWage("2137".to_owned()));
    assert_eq!(screen(&visitor), Screen::Register);
    visitor.does(Event::SaveFolder);
    let again = tijian::archive::envelope::read(saved(&visitor).1.as_bytes()).unwrap();
    assert_eq!(again.envelope.more["register"], later);
}

#[test]
fn a_terminal_offers_no_register() {
    let mut visitor = reported();
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    assert!(view.register);
    visitor.does(Event::Configured(Box::default()));
    let Body::Report(view) = visitor.page().body else { panic!("no report") };
    assert!(!view.register && view.sheets.iter().any(|(sheet, _)| *sheet == Sheet::Secrets));
    does(&mut visitor, RegisterEvent::Open);
    assert_eq!(screen(&visitor), Screen::Report);
    assert!(visitor.effects.is_empty());
    // A report without a finding about secrets has no button either.
    let mut other = Visitor::arrives();
    other.does(Event::Configured(Box::new(office())));
    other.fills_in_the_profile();
    other.chooses(Mode::Quick, &[]);
    other.hurries_through();
    other.does(Event::MakeReport);
    let Body::Report(view) = other.page().body else { panic!("no report") };
    assert!(!view.register);
}
